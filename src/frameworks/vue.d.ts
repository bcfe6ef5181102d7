/** The elements in templates of Vue 3: `import type {} from 'solidarity-widgets/vue';`. */
import type {DefineComponent, HTMLAttributes} from 'vue';
import type {CustomElements} from './custom-elements.js';
import type {ElementProps} from './element-props.js';

type VueElements = {
  [Tag in keyof CustomElements]: DefineComponent<HTMLAttributes & ElementProps<Tag, HTMLAttributes>>;
};

declare module 'vue' {
  interface GlobalComponents extends VueElements {}
}
