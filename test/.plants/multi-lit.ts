import {expect} from '@open-wc/testing';
import {LitElement, html} from 'lit';
class X extends LitElement { static override properties = {a: {}}; a = 1; override render() { return html`x`; } }
Object.defineProperty(X.prototype, 'q', {value: 1});
class Y extends X { constructor() { super(); Object.defineProperty(this, 'a', {value: 2, configurable: true, writable: true}); } }
customElements.define('x-y', Y);
it('class-field shadowing warns', async () => { const el = document.createElement('x-y'); document.body.append(el); await (el as any).updateComplete; });
