import {render, type RenderOptions} from 'lit/html.js';
import {replaceContent} from '../dom/create.js';
import {page} from '../dom/page.js';
import {SolidarityElement} from './solidarity-element.js';

/** A letter that a reader types is no shortcut of the page, which sees it come from an element that is no input. */
export const stopShortcut = (event: KeyboardEvent) => {
  if (event.key.length === 1) event.stopPropagation();
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
