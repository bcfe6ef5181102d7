// The floor of our own library: renders itself whole each second, Lit writes what has changed.
import {css, html, LitElement} from 'lit';
import {follow, leave, left} from './ticker.js';

class LitCountdown extends LitElement {
  static properties = {to: {}, now: {state: true}};
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
      font-size: 2em;
    }
  `;

  constructor() {
    super();
    this.now = Date.now();
  }

  connectedCallback() {
    super.connectedCallback();
    follow(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    leave(this);
  }

  show(now) {
    this.now = now;
  }

  render() {
    const [days, hours, minutes, seconds] = left(this.to, this.now);
    return html`<p>
      <span><b>${days[0]}</b> <i>${days[1]}</i></span> <span><b>${hours[0]}</b> <i>${hours[1]}</i></span>
      <span><b>${minutes[0]}</b> <i>${minutes[1]}</i></span>
      <span><b>${seconds[0]}</b> <i>${seconds[1]}</i></span> until <time>${this.to.slice(0, 10)}</time>
    </p>`;
  }
}
customElements.define('lit-countdown', LitCountdown);
