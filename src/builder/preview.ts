import {nameOf, type State} from './state.js';

/* The element of the preview: it is the one of the snippet, loaded by the same script. */

/** What an element takes on only when it enters the page. */
const keyOf = ({element: {tag}, attributes: {position, dismiss}}: State) => [tag, position, dismiss].join();

/** The attributes of the preview. Nothing is stored here, so a closed banner comes back. */
const previewAttributes = ({lang, attributes}: State): Record<string, string> => ({
  lang,
  ...attributes,
  ...((attributes.dismiss === 'session' || attributes.dismiss === 'local') && {dismiss: 'memory'}),
});

/** Keeps one element as the state says. */
export class Preview {
  #key = '';
  #element?: HTMLElement;

  /** The element; a new one where another is chosen. */
  update(state: State): HTMLElement {
    const {element, title} = state;
    if (!this.#element || this.#key !== keyOf(state)) {
      this.#element = document.createElement(element.tag);
      this.#key = keyOf(state);
    }
    const target = this.#element;
    const wanted = previewAttributes(state);
    for (const name of target.getAttributeNames()) if (!(name in wanted)) target.removeAttribute(name);
    for (const [name, value] of Object.entries(wanted))
      if (target.getAttribute(name) !== value) target.setAttribute(name, value);
    const slot = document.createElement('span');
    slot.slot = 'title';
    slot.textContent = title;
    if (target.querySelector('[slot]')?.textContent !== title || !title)
      target.replaceChildren(...(title ? [slot] : []), nameOf(element.tag));
    return target;
  }
}
