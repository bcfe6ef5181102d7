import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite';
import manifest from '../dist/custom-elements.json';

// The tables of attributes, properties, events, parts and states.
setCustomElementsManifest(manifest);

export default {
  parameters: {
    a11y: {test: 'error'},
    controls: {expanded: true},
    options: {storySort: {order: ['Elements', 'Guides']}},
  },
} satisfies Preview;
