import {expect} from '@open-wc/testing';
import '../../src/define/solidarity-counter.js';
import type {SolidarityCounter} from '../../src/elements/solidarity-counter.js';
import {create, isFallback, part, plain, show, words} from '../support/elements.js';
import {fakeClock, waits} from '../support/fake-clock.js';
import {fakeNetwork} from '../support/fake-network.js';
import {feedText} from '../support/store.js';
import {nextTask, until} from '../support/wait.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let count = 0;

describe('a counter with refresh', () => {
  let network: ReturnType<typeof fakeNetwork>;
  let clock: ReturnType<typeof fakeClock>;
  let url: string;
  const shown: SolidarityCounter[] = [];
  beforeEach(() => {
    clock = fakeClock('2026-11-22T12:00:00Z');
    network = fakeNetwork();
    network.answer(feedText(1, 1000));
    // The page remembers the feed of an address.
    url = `https://feed.example/${++count}.json`;
  });
  afterEach(() => {
    shown.splice(0).forEach((el) => el.remove());
    network.restore();
    clock.uninstall();
  });

  const counter = async (attributes: Parameters<typeof create>[1] = {refresh: '300'}) => {
    const el = await show('solidarity-counter', {src: url, ...attributes});
    shown.push(el);
    return el;
  };
  /** Lets the time pass until the next request is made; its answer is shown later. */
  const elapse = async () => {
    const made = network.requests.length;
    // A request under way ends after ten seconds; the timer at midnight is that of the day.
    const planned = () => waits(clock).find((wait) => wait > 10_000 && (clock.now + wait) % DAY);
    await until(planned, 'the next request is planned');
    await clock.tickAsync(planned()!);
    expect(network.requests.length).to.equal(made + 1);
  };
  const number = (el: Element) => words(el, 'count');

  it('shows the newest number, as do all counters of its feed', async () => {
    const all = [await counter(), await counter({}), await counter({variant: 'inline'})];
    expect(all.map(number)).to.deep.equal(['1,000', '1,000', '1,000']);
    network.answer(feedText(2, 990));
    await elapse();
    await until(() => all.every((el) => number(el) === '990'));
    expect(network.requests).to.have.length(2);
  });

  for (const refresh of ['0', '-5', 'often', '', undefined])
    it(`requests its feed once if refresh is ${JSON.stringify(refresh)}`, async () => {
      await counter({refresh});
      await clock.tickAsync(HOUR);
      expect(network.requests).to.have.length(1);
    });

  it('does not refresh once the attribute is removed', async () => {
    const el = await counter();
    el.removeAttribute('refresh');
    await el.updateComplete;
    await clock.tickAsync(HOUR);
    expect(network.requests).to.have.length(1);
    expect(number(el)).to.equal('1,000');
    el.setAttribute('refresh', '300');
    await el.updateComplete;
    // It is overdue.
    await clock.tickAsync(0);
    expect(network.requests).to.have.length(2);
  });

  it('does not refresh if the attribute is removed while the feed loads', async () => {
    let finish = () => {};
    network.answer(() => new Promise<string>((resolve) => (finish = () => resolve(feedText(1, 1000)))));
    const el = create('solidarity-counter', {src: url, refresh: '300'});
    document.body.append(el);
    shown.push(el);
    await until(() => network.requests.length);
    el.removeAttribute('refresh');
    await nextTask();
    finish();
    await until(() => number(el) === '1,000');
    await clock.tickAsync(HOUR);
    expect(network.requests).to.have.length(1);
  });

  it('shows a correction beside the new number', async () => {
    const el = await counter();
    const corrections = [{id: 'c1', date: '2026-11-22', of: 'held', text: 'Twelve were counted twice.', was: 1000}];
    network.answer(feedText(2, 988, {corrections}));
    await elapse();
    await until(() => number(el) === '988');
    expect(words(el, 'correction')).to.equal('Correction, 22 November 2026: Twelve were counted twice.');
  });

  it('takes back a figure that was withdrawn, and shows why', async () => {
    const el = await counter();
    const corrections = [{id: 'c1', date: '2026-11-22', of: 'held', text: 'The source withdrew it.', retracted: true}];
    network.answer(feedText(2, 0, {figures: [], corrections}));
    await elapse();
    await until(() => !part(el, 'count'));
    expect(plain(el.shadowRoot!.textContent)).to.equal('Withdrawn, 22 November 2026: The source withdrew it.');
  });

  it('shows the fallback content if its figure is no longer in the feed', async () => {
    const el = await counter();
    network.answer(feedText(2, 0, {figures: []}));
    await elapse();
    await until(() => isFallback(el));
  });

  for (const [what, answer] of [
    ['is empty', () => network.answer('')],
    ['is no JSON', () => network.answer('nonsense')],
    ['has an invalid section', () => network.answer(feedText(2, -1))],
    ['is older', () => network.answer(feedText(0, 5))],
    ['is not there', () => network.fail(404)],
    ['cannot be reached', () => network.disconnect()],
  ] as const)
    it(`keeps its number if the next feed ${what}, and shows the one after it`, async () => {
      const el = await counter();
      answer();
      await elapse();
      // The next request is planned when the answer is read.
      await elapse();
      expect(number(el)).to.equal('1,000');
      expect(el.matches(':state(ready)')).to.equal(true);
      network.answer(feedText(3, 980));
      await elapse();
      await until(() => number(el) === '980');
    });

  it('shows a later counter the newest feed, not an older one', async () => {
    network.answer(feedText(7, 1000));
    await counter();
    network.answer(feedText(6, 1200));
    await elapse();
    expect(number(await counter())).to.equal('1,000');
  });

  it('shows its number when the feed is there after all', async () => {
    network.fail(404);
    const el = await counter();
    expect(isFallback(el)).to.equal(true);
    expect(el.matches(':state(failed)')).to.equal(true);
    network.answer(feedText(1, 1000));
    await elapse();
    await until(() => number(el) === '1,000');
    expect(el.matches(':state(failed)')).to.equal(false);
  });

  it('stops with the last counter that has it', async () => {
    const [first, second] = [await counter(), await counter()];
    first.remove();
    await elapse();
    second.remove();
    await clock.tickAsync(HOUR);
    expect(network.requests).to.have.length(2);
  });
});
