import {unsafeCSS} from '@lit/reactive-element';

/** A style sheet without `${…}`. Lit's own tag would add its error messages to every page. */
export const css = ([text]: TemplateStringsArray) => unsafeCSS(text);
