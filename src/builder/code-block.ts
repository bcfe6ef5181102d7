import {html, LitElement} from 'lit';
import {words} from './words.js';

/** A text with a button that copies it. In the page's own tree, with the page's style sheet. */
export class CodeBlock extends LitElement {
  static override properties = {code: {}, label: {}, message: {state: true}};

  declare code: string;
  /** What the text is, for the region and its button. */
  declare label: string;
  declare message: string;

  constructor() {
    super();
    this.message = '';
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('code')) this.message = '';
  }

  #copy = async () => {
    const {code} = this;
    try {
      await navigator.clipboard.writeText(code);
      this.message = words.copied;
    } catch {
      // Without https, or without the permission: the reader copies it.
      getSelection()?.selectAllChildren(this.querySelector('code')!);
      this.message = words.selected;
    }
  };

  protected override render() {
    return html`
      <div class="code">
        <pre tabindex="0" role="group" aria-label=${this.label}><code translate="no">${this.code}</code></pre>
        <p>
          <button type="button" aria-label="${words.copy}: ${this.label}" @click=${this.#copy}>${words.copy}</button>
          <span role="status">${this.message}</span>
        </p>
      </div>
    `;
  }
}
