// The floor: what a counter costs without any library. Its number is inside, nothing is fetched.
import {date, day, group, least, source, unit, url, value} from './words.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`:host{display:block;padding:1em;border:1px solid}p{margin:0}b{display:block;font-size:3em}`);
const parts = document
  .createRange()
  .createContextualFragment(
    `<p>${least} <b></b> ${unit}</p><p>As of <time datetime="${day}">${date}</time>. Source: <a href="${url}">${source}</a></p>`,
  );

customElements.define(
  'vanilla-counter',
  class extends HTMLElement {
    constructor() {
      super();
      const root = this.attachShadow({mode: 'open'});
      root.adoptedStyleSheets = [sheet];
      root.append(parts.cloneNode(true));
      this.value = value;
    }

    set value(number) {
      this.shadowRoot.querySelector('b').textContent = group(number);
    }
  },
);
