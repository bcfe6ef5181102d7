import {expect, fixture, html} from '@open-wc/testing';
import {LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
@customElement('x-plant') class X extends LitElement { @property() accessorless = 'a'; override render() { return html`<b>${this.accessorless}</b>`; } }
it('is decorated', async () => { const el = await fixture<X>(html`<x-plant></x-plant>`); el.accessorless = 'c'; await el.updateComplete; expect(el.shadowRoot!.textContent).to.equal('c'); expect(globalThis.litIssuedWarnings.size).to.equal(1); expect([...globalThis.reactiveElementVersions].length).to.equal(1)});
