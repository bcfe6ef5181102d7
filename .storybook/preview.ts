import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite';
import manifest from '../custom-elements.json';

// The tables of attributes, events, parts and properties come from the classes' own words.
const isPublic = ({privacy, name}: {privacy?: string; name: string}) =>
  (privacy ?? 'public') === 'public' && !name.startsWith('#');
for (const {declarations} of manifest.modules as {declarations: {members?: {privacy?: string; name: string}[]}[]}[])
  for (const declaration of declarations) declaration.members = declaration.members?.filter(isPublic);
setCustomElementsManifest(manifest);

export default {
  parameters: {
    a11y: {test: 'error'},
    controls: {expanded: true},
    options: {storySort: {order: ['Welcome', 'Elements', 'Theming', 'The feed']}},
  },
} satisfies Preview;
