import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite';
import manifest from '../dist/custom-elements.json';
import {extractArgTypes} from '../stories/arg-types.js';
import {globalTypes, initialGlobals, stage, type Context, type Render} from '../stories/stage.js';

// The descriptions of the elements.
setCustomElementsManifest(manifest);

/** What a story shows, as HTML: the code that is shown and copied. */
const sourceOf = (_code: string, context: {originalStoryFn: unknown; args: object}) =>
  (context.originalStoryFn as Render<object>)(context.args, context as unknown as Context);

export default {
  globalTypes,
  initialGlobals: {...initialGlobals},
  decorators: [(story, context) => stage(story, context as unknown as Context)],
  parameters: {
    a11y: {test: 'error'},
    // The toolbar has the page's theme and the width.
    backgrounds: {disable: true},
    controls: {expanded: true},
    docs: {extractArgTypes, source: {transform: sourceOf}},
    layout: 'fullscreen',
    options: {
      storySort: {
        order: [
          'Welcome',
          'Theming',
          'Feed',
          'Embedding',
          'Accessibility',
          'Performance',
          'Comparison',
          'Elements',
          'Guides',
        ],
      },
    },
  },
} satisfies Preview;
