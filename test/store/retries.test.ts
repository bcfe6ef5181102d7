import {expect} from '@open-wc/testing';
import {feedPage, returnEvent, shownBy} from '../support/feed-page.js';
import {NEVER} from '../support/fake-network.js';
import {inlineFeed} from '../support/feed.js';
import {hidePage, showPage} from '../support/visibility.js';

const RETURNS = ['visibilitychange', 'pageshow', 'focus', 'online'];

describe('a feed that fails', () => {
  let page: ReturnType<typeof feedPage>;
  beforeEach(() => {
    page = feedPage();
  });
  afterEach(() => page.end());

  const asked = () => page.network.requests.length;

  /** A body that stops in the middle. */
  const stalled = () =>
    new Response(new ReadableStream({start: (controller) => controller.enqueue(new Uint8Array(10))}));
  const broken = () =>
    new Response(new ReadableStream({start: (controller) => controller.error(new TypeError('cut'))}));

  for (const [what, answer, reason] of [
    ['an error of the network', () => new TypeError('network'), 'network'],
    ['500', () => new Response('', {status: 500}), 'http'],
    ['404', () => new Response('', {status: 404}), 'http'],
    ['no JSON', () => 'nonsense', 'not-json'],
    ['no feed', () => '{}', 'not-a-feed'],
    ['no answer', () => NEVER, 'timeout'],
    ['half an answer', stalled, 'timeout'],
    ['an answer that breaks', broken, 'network'],
    ['too much', () => ' '.repeat(600 * 1024), 'too-large'],
  ] as const)
    for (const type of RETURNS)
      it(`by ${what} comes back on ${type}`, async () => {
        page.network.answer(answer);
        const {el, reasons} = await page.counter();
        await page.elapse(11);
        expect([shownBy(el), ...reasons]).to.deep.equal(['fallback', reason]);
        page.network.answer(page.feed(1, 1000));
        await page.fire(type);
        await page.elapse(10);
        expect(shownBy(el)).to.equal('1,000');
        expect(reasons).to.deep.equal([reason]);
      });

  it('is not asked for again by itself, without a return', async () => {
    page.network.answer(new Response('', {status: 500}));
    await page.counter();
    await page.elapse(86_400);
    expect(asked()).to.equal(1);
  });

  it('is asked for again by an element that comes later, and then shown by all', async () => {
    page.network.answer(new Response('', {status: 500}));
    const {el: first} = await page.counter();
    page.network.answer(page.feed(1, 1000));
    const {el: second, reasons} = await page.counter();
    expect([first, second].map(shownBy)).to.deep.equal(['1,000', '1,000']);
    expect(reasons).to.deep.equal([]);
    expect(asked()).to.equal(2);
  });

  it('is asked for less and less often, however often the reader returns', async () => {
    page.network.answer(new Response('', {status: 500}));
    const {reasons} = await page.counter();
    const counts: number[] = [];
    for (let minute = 0; minute < 60; minute++) {
      const before = asked();
      for (const type of RETURNS) window.dispatchEvent(returnEvent(type));
      document.dispatchEvent(new Event('visibilitychange'));
      await page.elapse(60);
      counts.push(asked() - before);
    }
    expect(counts[0]).to.be.at.most(5);
    expect(counts.slice(30).reduce((sum, n) => sum + n)).to.be.at.most(3);
    expect(new Set(reasons)).to.deep.equal(new Set(['http']));
  });

  it('waits for the reader in a hidden page', async () => {
    page.network.answer(new Response('', {status: 500}));
    const {el} = await page.counter();
    hidePage();
    const before = asked();
    page.network.answer(page.feed(1, 1000));
    for (const type of RETURNS) await page.fire(type);
    await page.elapse(3600);
    expect(asked()).to.equal(before);
    showPage();
    await page.settle();
    expect(shownBy(el)).to.equal('1,000');
  });

  it('comes back after a sleep longer than its back-off', async () => {
    page.network.answer(new Response('', {status: 500}));
    const {el} = await page.counter();
    for (let i = 0; i < 5; i++) {
      await page.fire('focus');
      await page.elapse(100);
    }
    page.network.answer(page.feed(1, 1000));
    page.sleep(8 * 3600);
    await page.fire('pageshow');
    expect(shownBy(el)).to.equal('1,000');
  });

  for (const [what, answer] of [
    ['is under way', () => NEVER],
    ['was 500', () => new Response('', {status: 500})],
    ['was no JSON', () => 'nonsense'],
    ['could not be reached', () => new TypeError('network')],
  ] as const)
    it(`${what} when its element leaves: asked for again for the next one`, async () => {
      page.network.answer(answer);
      const {el, reasons: before} = await page.counter();
      el.remove();
      await page.settle();
      const count = before.length;
      page.network.answer(page.feed(1, 1000));
      const {el: next, reasons} = await page.counter();
      expect(shownBy(next)).to.equal('1,000');
      expect(reasons).to.deep.equal([]);
      expect(before.length, 'nothing is fired at what has left').to.equal(count);
      expect(asked()).to.equal(2);
    });

  it('whose element comes back is asked for again', async () => {
    page.network.answer(NEVER);
    const {el} = await page.counter();
    el.remove();
    await page.settle();
    expect(page.network.requests[0]!.init.signal!.aborted).to.equal(true);
    page.network.answer(page.feed(1, 1000));
    document.body.append(el);
    await page.settle();
    expect(shownBy(el)).to.equal('1,000');
  });

  it('leaves no timer behind when it was answered', async () => {
    page.network.answer(page.feed(1, 1000));
    await page.counter({src: inlineFeed(page.feed(1, 7))});
    const before = page.clock.countTimers();
    await page.counter();
    await page.settle();
    expect(page.clock.countTimers()).to.equal(before);
  });

  it('leaves no timer behind when its element has left', async () => {
    await page.counter({src: inlineFeed(page.feed(1, 7))});
    const before = page.clock.countTimers();
    page.network.answer(NEVER);
    const {el} = await page.counter({refresh: '300'});
    el.remove();
    await page.settle();
    expect(page.clock.countTimers()).to.equal(before);
  });

  it('leaves no timer behind when the element that refreshes it has left', async () => {
    await page.counter({src: inlineFeed(page.feed(1, 7))});
    const before = page.clock.countTimers();
    page.network.answer(page.feed(1, 1000));
    const {el} = await page.counter({refresh: '300'});
    expect(page.clock.countTimers()).to.be.greaterThan(before);
    el.remove();
    await page.settle();
    expect(page.clock.countTimers()).to.equal(before);
  });

  it('tells an element that has data from another source nothing', async () => {
    page.network.answer(page.feed(1, 1000));
    const {el, reasons} = await page.counter();
    page.network.answer(new Response('', {status: 500}));
    el.src = `${page.url}?other`;
    await page.settle();
    expect(shownBy(el)).to.equal('fallback');
    el.src = page.url;
    await page.settle();
    expect(shownBy(el)).to.equal('1,000');
    expect(reasons).to.deep.equal(['http']);
  });

  it('does not bring an answer for an address that the element no longer has', async () => {
    let release!: (body: string) => void;
    page.network.answer((url) =>
      url === page.url ? new Promise<string>((resolve) => (release = resolve)) : page.feed(1, 55),
    );
    const {el} = await page.counter();
    el.src = `${page.url}?other`;
    await page.settle();
    release(page.feed(9, 1000));
    await page.settle();
    expect(shownBy(el)).to.equal('55');
  });
});
