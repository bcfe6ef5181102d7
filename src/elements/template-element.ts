import {render, type RenderOptions} from 'lit/html.js';
import {replaceContent} from '../dom/create.js';
import {page} from '../dom/page.js';
import {SolidarityElement} from './solidarity-element.js';

/**
 * What a reader types in a field is no shortcut of the page, which sees it come from an element that is no input: letters,
 * and keys that move the caret, by which a gallery would turn its pages. Escape and Tab are the page's, too.
 */
export const stopShortcut = (event: KeyboardEvent) => {
  if (!/^(Escape|Tab)$/.test(event.key)) event.stopPropagation();
};

/** An element whose content is a template, so that what a reader uses in it (a field, a button) outlives an update. */
export abstract class TemplateElement extends SolidarityElement {
  // Own properties: `Object.prototype` may have some.
  readonly #options: RenderOptions = {
    host: this,
    renderBefore: null,
    creationScope: page,
  };

  protected override show(content: unknown, isNew: boolean) {
    // Lit's templates are HTML: in SVG and other XML Firefox would complain in the console.
    if (/xml/.test(page.contentType)) throw new Error(page.contentType);
    if (isNew) {
      // What is rendered before a new node is new.
      const end = page.createComment('');
      replaceContent(this.renderRoot, end);
      this.#options.renderBefore = end;
    }
    render(content, this.renderRoot, this.#options);
  }
}
