// The floor: writes only the numbers that have changed.
import {follow, leave, left} from './ticker.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`:host{display:block;padding:1em;border:1px solid}p{margin:0}b{font-size:2em}`);
const parts = document
  .createRange()
  .createContextualFragment(`<p>${'<span><b> </b> <i> </i></span> '.repeat(4)}until <time> </time></p>`);

customElements.define(
  'vanilla-countdown',
  class extends HTMLElement {
    #texts;
    #day;

    constructor() {
      super();
      const root = this.attachShadow({mode: 'open'});
      root.adoptedStyleSheets = [sheet];
      root.append(parts.cloneNode(true));
      this.#texts = [...root.querySelectorAll('b, i, time')].map((element) => element.firstChild);
      this.#day = this.#texts.pop();
    }

    connectedCallback() {
      this.#day.data = this.getAttribute('to').slice(0, 10);
      this.show(Date.now());
      follow(this);
    }

    disconnectedCallback() {
      leave(this);
    }

    show(now) {
      left(this.getAttribute('to'), now)
        .flat()
        .forEach((part, i) => {
          if (this.#texts[i].data !== String(part)) this.#texts[i].data = part;
        });
    }
  },
);
