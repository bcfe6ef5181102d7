// The floor of our own library: one template, one property.
import {css, html, LitElement} from 'lit';
import {date, day, group, least, source, unit, url, value} from './words.js';

class LitCounter extends LitElement {
  static properties = {value: {type: Number}};
  static styles = css`
    :host {
      display: block;
      padding: 1em;
      border: 1px solid;
    }
    p {
      margin: 0;
    }
    b {
      display: block;
      font-size: 3em;
    }
  `;

  constructor() {
    super();
    this.value = value;
  }

  render() {
    return html`<p>${least} <b>${group(this.value)}</b> ${unit}</p>
      <p>As of <time datetime=${day}>${date}</time>. Source: <a href=${url}>${source}</a></p>`;
  }
}
customElements.define('lit-counter', LitCounter);
