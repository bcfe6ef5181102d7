/** The elements in Svelte 5: `import type {} from 'solidarity-widgets/svelte';`. */
import type {HTMLAttributes} from 'svelte/elements';
import type {CustomElements} from './custom-elements.js';
import type {ElementProps} from './element-props.js';

type SvelteElements = {
  [Tag in keyof CustomElements]: HTMLAttributes<HTMLElementTagNameMap[Tag]> &
    ElementProps<Tag, HTMLAttributes<HTMLElement>>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends SvelteElements {}
}
