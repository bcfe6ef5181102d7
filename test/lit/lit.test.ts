import {expect} from '@open-wc/testing';
import type {PropertyDeclaration} from 'lit';
import {LitElement, css, html} from '../../src/lit/lit.js';

/* What stands in Lit's place in the shipped scripts does what Lit does, as far as it goes. */

let count = 0;
const calls: string[] = [];

const sheet = css`
  button {
    color: rgb(1, 2, 3);
  }
`;

class Base extends LitElement {
  static override styles: (typeof sheet)[] = [sheet];
  static override properties: Record<string, PropertyDeclaration> = {
    word: {reflect: true},
    size: {type: Number},
    open: {type: Boolean, reflect: true},
  };
  declare word?: string | null;
  declare size?: number | null;
  declare open?: boolean;
  protected render(): unknown {
    calls.push('render');
    if (this.word === 'throw') throw new Error('as told');
    return html`<button title="of ${this.word}" @click=${this.press}>${this.word} ${this.size}</button>`;
  }
  protected press() {
    this.open = !this.open;
  }
  protected override willUpdate(changed: Map<string, unknown>) {
    calls.push(`willUpdate ${[...changed.keys()].join(' ')}`);
  }
  protected override updated(changed: Map<string, unknown>) {
    calls.push(`updated ${[...changed.keys()].join(' ')}`);
  }
}

class Derived extends Base {
  static override styles = [...Base.styles, css``];
  static override properties: Record<string, PropertyDeclaration> = {own: {attribute: 'its-own'}};
  declare own?: string;
}

/** An element of a fresh tag, on the page. */
const put = (Class: typeof Base, attributes = '') => {
  const tag = `small-lit-${++count}`;
  const host = document.createElement('div');
  host.append(document.createRange().createContextualFragment(`<${tag} ${attributes}></${tag}>`));
  document.body.append(host);
  const el = host.firstElementChild as Base & Derived;
  return {
    el,
    define: () => customElements.define(tag, class extends Class {} as unknown as CustomElementConstructor),
  };
};

describe('Lit’s base class, made small', () => {
  beforeEach(() => (calls.length = 0));
  afterEach(() => document.querySelectorAll('div').forEach((div) => div.remove()));

  it('takes attributes as properties, by their types, those of a class above, too', async () => {
    const {el, define} = put(Derived, 'word="a" size="3" open its-own="b"');
    define();
    await el.updateComplete;
    expect([el.word, el.size, el.open, el.own]).to.deep.equal(['a', 3, true, 'b']);
    el.removeAttribute('size');
    el.removeAttribute('open');
    expect([el.size, el.open]).to.deep.equal([null, false]);
  });

  it('keeps what was set before it was defined', async () => {
    const {el, define} = put(Base);
    el.word = 'early';
    define();
    await el.updateComplete;
    expect(el.shadowRoot!.textContent).to.equal('early ');
    el.word = 'late';
    await el.updateComplete;
    expect(el.shadowRoot!.textContent).to.equal('late ');
  });

  it('renders once for many changes, in Lit’s order, and not for a value that is the same', async () => {
    const {el, define} = put(Base, 'word="a"');
    define();
    await el.updateComplete;
    expect(calls).to.deep.equal(['willUpdate word', 'render', 'updated word']);
    calls.length = 0;
    el.word = 'b';
    el.size = 2;
    expect(el.isUpdatePending).to.equal(true);
    expect(await el.updateComplete).to.equal(true);
    el.word = 'b';
    await el.updateComplete;
    expect(calls).to.deep.equal(['willUpdate word size', 'render', 'updated word size']);
  });

  it('reflects what is to be reflected, and touches no attribute that says so already', async () => {
    const {el, define} = put(Base, 'word="a"');
    define();
    await el.updateComplete;
    const records: string[] = [];
    const observer = new MutationObserver((found) => records.push(...found.map(({attributeName}) => attributeName!)));
    observer.observe(el, {attributes: true});
    el.word = 'b';
    el.open = true;
    el.size = 1;
    await el.updateComplete;
    expect([...el.attributes].map(({name, value}) => `${name}=${value}`)).to.deep.equal(['word=b', 'open=']);
    el.setAttribute('word', 'c');
    await el.updateComplete;
    el.word = null;
    el.open = false;
    await el.updateComplete;
    await new Promise((turn) => setTimeout(turn));
    observer.disconnect();
    expect(el.attributes.length).to.equal(0);
    expect(records).to.deep.equal(['word', 'open', 'word', 'word', 'open']);
  });

  it('listens with the element as `this`, and shares its sheets', async () => {
    const {el, define} = put(Derived, 'word="a"');
    define();
    await el.updateComplete;
    const inner = el.shadowRoot!.querySelector('button')!;
    inner.click();
    expect(el.open).to.equal(true);
    expect(inner.title).to.equal('of a');
    expect(getComputedStyle(inner).color).to.equal('rgb(1, 2, 3)');
    expect(el.shadowRoot!.adoptedStyleSheets[0] === sheet.styleSheet).to.equal(true);
  });

  it('goes on after an error, which its promise tells', async () => {
    const {el, define} = put(Base, 'word="a"');
    define();
    await el.updateComplete;
    el.word = 'throw';
    const told = await el.updateComplete.catch((error: Error) => error.message);
    expect(told).to.equal('as told');
    el.word = 'b';
    await el.updateComplete;
    expect(el.shadowRoot!.textContent).to.equal('b ');
  });

  it('waits until it stands on a page', async () => {
    const {el, define} = put(Base, 'word="a"');
    const host = el.parentElement!;
    el.remove();
    define();
    customElements.upgrade(el);
    await new Promise((turn) => setTimeout(turn));
    expect(calls).to.deep.equal([]);
    host.append(el);
    await el.updateComplete;
    expect(calls).to.include('render');
  });
});
