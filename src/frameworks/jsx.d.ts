/**
 * The elements in JSX of React 19: `import type {} from 'solidarity-widgets/jsx';`. For another JSX framework let its
 * `JSX.IntrinsicElements` extend `CustomElements`; in Solid `CustomElementsSolidJs`.
 */
import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {CustomElements} from './custom-elements.js';
import type {ElementProps} from './element-props.js';

export type {CustomElements, CustomElementsSolidJs} from './custom-elements.js';

type HtmlProps<E> = DetailedHTMLProps<HTMLAttributes<E>, E>;

type ReactElements = {
  [Tag in keyof CustomElements]: HtmlProps<HTMLElementTagNameMap[Tag]> & ElementProps<Tag, HtmlProps<HTMLElement>>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ReactElements {}
  }
}
