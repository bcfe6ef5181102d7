import {expect, fixture, html} from '@open-wc/testing';
import {executeServerCommand, sendKeys, sendMouse} from '@web/test-runner-commands';
import {fakeClock} from './support/fake-clock.js';

describe('the engine that the tests run in', () => {
  it('is far from Minsk, and knows what day it is there', () => {
    const minsk = new Intl.DateTimeFormat('en-GB', {timeZone: 'Europe/Minsk'});
    const midnight = new Date('2026-08-08T21:00:00Z');
    expect(minsk.format(midnight)).to.equal('09/08/2026');
    expect(midnight.getDate()).to.equal(8);
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).to.equal('America/New_York');
  });

  it('knows the plurals of Belarusian, though it may know nothing else of it', () => {
    const forms = [0, 1, 2, 5, 11, 21, 22, 25].map((count) => new Intl.PluralRules('be').select(count));
    expect(forms.join(' ')).to.equal('many one few many many one few many');
  });

  it('takes keys, held keys and the mouse', async () => {
    const form = await fixture(html`<form><input /><button type="button" style="position: fixed">Send</button></form>`);
    const [input, button] = form.children as unknown as [HTMLInputElement, HTMLButtonElement];
    let clicks = 0;
    button.onclick = () => clicks++;

    await sendKeys({press: 'Tab'});
    await sendKeys({type: 'Прывітанне'});
    expect(input.value).to.equal('Прывітанне');
    await sendKeys({press: 'Tab'});
    expect(document.activeElement).to.equal(button);
    await sendKeys({press: 'Enter'});
    await sendKeys({down: 'Shift'});
    await sendKeys({press: 'Tab'});
    await sendKeys({up: 'Shift'});
    expect(document.activeElement).to.equal(input);

    const {x, y} = button.getBoundingClientRect();
    await sendMouse({type: 'click', position: [Math.ceil(x) + 2, Math.ceil(y) + 2]});
    expect(clicks).to.equal(2);
  });

  it('can be as narrow as a phone', async () => {
    expect(await executeServerCommand('viewport', {width: 320, height: 640})).to.be.true;
    expect([innerWidth, innerHeight]).to.deep.equal([320, 640]);
  });

  it('has a clock that tests can stop, and timers that run with it', async () => {
    const clock = fakeClock('2027-08-08T20:59:59Z');
    try {
      const seen: string[] = [];
      const note = () => seen.push(new Date().toISOString());
      setTimeout(note, 1000);
      requestAnimationFrame(note);
      await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
      expect(seen).to.deep.equal([]);
      await clock.tickAsync(1000);
      expect(seen).to.deep.equal(['2027-08-08T20:59:59.016Z', '2027-08-08T21:00:00.000Z']);
      setTimeout(note, 60_000);
      clock.jump(86_400_000);
      expect(seen.at(-1)).to.equal('2027-08-09T21:00:00.000Z');
      clock.setSystemTime(new Date('2020-08-09'));
      expect(Date.now()).to.equal(Date.UTC(2020, 7, 9));
    } finally {
      clock.uninstall();
    }
    expect(Date.now()).to.be.greaterThan(Date.UTC(2026, 0));
  });
});
