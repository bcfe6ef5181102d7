/** What a preview shows. */
export interface PreviewState {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The title of a date of one's own, in the element's slot. */
  readonly title?: string;
}

/** What an element takes on only when it enters the page. */
const keyOf = ({tag, attributes: {position, dismiss}}: PreviewState) => [tag, position, dismiss].join();

/** Nothing is stored here, so a closed banner comes back. */
const withoutStorage = (attributes: PreviewState['attributes']) =>
  attributes.dismiss === 'session' || attributes.dismiss === 'local' ? {...attributes, dismiss: 'memory'} : attributes;

/** Keeps one element, the real one that the script loads, as the state says. */
export class Preview {
  #key = '';
  #element?: HTMLElement;

  /** The element; a new one where another is chosen. */
  update(state: PreviewState): HTMLElement {
    const {tag, title = ''} = state;
    if (!this.#element || this.#key !== keyOf(state)) {
      this.#element = document.createElement(tag);
      this.#key = keyOf(state);
    }
    const target = this.#element;
    const wanted: Readonly<Record<string, string>> = withoutStorage(state.attributes);
    for (const name of target.getAttributeNames()) if (!(name in wanted)) target.removeAttribute(name);
    for (const [name, value] of Object.entries(wanted))
      if (target.getAttribute(name) !== value) target.setAttribute(name, value);
    const slot = document.createElement('span');
    slot.slot = 'title';
    slot.textContent = title;
    if (target.querySelector('[slot]')?.textContent !== title || !title)
      target.replaceChildren(...(title ? [slot] : []), tag.replace(/^solidarity-/, ''));
    return target;
  }
}
