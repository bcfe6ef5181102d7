import {expect} from '@open-wc/testing';
import {part, plain} from '../support/elements.js';
import {feedPage, returnEvent, shownBy} from '../support/feed-page.js';
import {NEVER} from '../support/fake-network.js';
import {hidePage, showPage} from '../support/visibility.js';

const RETURNS = ['visibilitychange', 'pageshow', 'focus'];

describe('refresh', () => {
  let page: ReturnType<typeof feedPage>;
  beforeEach(() => {
    page = feedPage();
  });
  afterEach(() => page.end());

  const asked = () => page.network.requests.length;
  const counter = async (refresh?: string) => page.counter(refresh === undefined ? {} : {refresh});
  /** A counter of 1,000 that refreshes; the feed says 990 from then on. */
  const refreshing = async (refresh = '300') => {
    page.network.answer(page.feed(1, 1000));
    const {el, reasons} = await counter(refresh);
    expect(shownBy(el)).to.equal('1,000');
    page.network.answer(page.feed(2, 990));
    return {el, reasons};
  };

  for (const refresh of [undefined, '0', '-5', 'often', '', 'NaN', '-Infinity'])
    it(`loads the feed once with refresh="${refresh ?? 'none'}"`, async () => {
      page.network.answer(page.feed(1, 1000));
      await counter(refresh);
      await page.elapse(2 * 86_400);
      expect(asked()).to.equal(1);
    });

  it('shows what the feed says then, and asks by a conditional request', async () => {
    const {el} = await refreshing();
    await page.elapse(700);
    expect(shownBy(el)).to.equal('990');
    expect(page.network.requests.slice(0, 2).map(({init}) => init.cache)).to.deep.equal([undefined, 'no-cache']);
    expect(page.network.requests[1]!.init).to.include({credentials: 'omit', referrerPolicy: 'no-referrer'});
  });

  it('asks no more often than every 240 seconds, and no less than every 360', async () => {
    await refreshing('5');
    await page.elapse(700);
    const before = asked();
    await page.elapse(20 * 300);
    expect(asked() - before).to.be.within(16, 25);
  });

  it('is one request for all elements of a feed, at the pace of the quickest, and tells them all', async () => {
    const {el: first} = await refreshing('3600');
    page.network.answer(page.feed(1, 1000));
    const {el: second} = await counter('600');
    const {el: silent} = await counter();
    expect(asked()).to.equal(1);
    page.network.answer(page.feed(2, 990));
    await page.elapse(1300);
    expect(asked()).to.be.within(2, 3);
    expect([first, second, silent].map(shownBy)).to.deep.equal(['990', '990', '990']);
  });

  it('is not put off by elements that come later', async () => {
    const {el} = await refreshing();
    for (let i = 0; i < 10; i++) {
      await page.elapse(65);
      await counter('300');
    }
    expect(shownBy(el)).to.equal('990');
  });

  it('shows a correction beside the number', async () => {
    const {el} = await refreshing();
    const corrections = [{id: 'c1', date: '2026-11-22', of: 'held', text: 'Twelve were counted twice.', was: 1000}];
    page.network.answer(page.feed(2, 988, {corrections}));
    await page.elapse(700);
    expect(shownBy(el)).to.equal('988');
    expect(plain(part(el, 'correction')!.textContent)).to.equal('22 November 2026: Twelve were counted twice.');
  });

  it('takes a figure back that was withdrawn, and says why', async () => {
    const {el} = await refreshing();
    const corrections = [{id: 'c1', date: '2026-11-22', of: 'held', text: 'The source withdrew it.', retracted: true}];
    page.network.answer(page.feed(2, 0, {figures: [], corrections}));
    await page.elapse(700);
    expect(plain(part(el, 'base')!.textContent)).to.equal('22 November 2026: The source withdrew it.');
  });

  it('gives the fallback content back when the feed no longer has the figure', async () => {
    const {el, reasons} = await refreshing();
    page.network.answer(page.feed(2, 0, {figures: []}));
    await page.elapse(700);
    expect(shownBy(el)).to.equal('fallback');
    expect(reasons).to.deep.equal(['missing']);
  });

  it('keeps what it has when the feed fails, or is broken', async () => {
    const {el, reasons} = await refreshing();
    for (const bad of [
      '',
      'nonsense',
      '{}',
      page.feed(2, -1),
      new Response('', {status: 500}),
      new TypeError('network'),
      NEVER,
    ]) {
      page.network.answer(bad);
      await page.elapse(7300);
      expect(shownBy(el)).to.equal('1,000');
    }
    expect(reasons).to.deep.equal([]);
  });

  it('never goes back to an older feed', async () => {
    page.network.answer(page.feed(7, 1000));
    const {el} = await counter('300');
    page.network.answer(page.feed(6, 1200));
    await page.elapse(700);
    expect(shownBy(el)).to.equal('1,000');
    const {el: late} = await counter();
    expect(shownBy(late), 'nor for one that comes later').to.equal('1,000');
    page.network.answer(page.feed(8, 980));
    await page.elapse(700);
    expect([el, late].map(shownBy)).to.deep.equal(['980', '980']);
  });

  it('is no news where the feed is the same', async () => {
    const {el} = await refreshing();
    page.network.answer(page.feed(1, 1000));
    let loads = 0;
    el.addEventListener('load', () => loads++);
    const node = part(el, 'count')!.firstChild;
    await page.elapse(2000);
    expect(asked()).to.be.greaterThan(2);
    expect(loads).to.equal(0);
    expect(part(el, 'count')!.firstChild).to.equal(node);
  });

  it('waits longer and longer after failures, up to an hour, and never shorter than without', async () => {
    page.network.answer(new Response('', {status: 503}));
    await counter('300');
    const counts: number[] = [];
    for (let hour = 0; hour < 12; hour++) {
      const before = asked();
      await page.elapse(3600);
      counts.push(asked() - before);
    }
    expect(counts[0]).to.be.within(3, 15);
    for (const late of counts.slice(5)) expect(late).to.be.within(0, 2);
    expect(counts.slice(5).reduce((sum, n) => sum + n)).to.be.within(4, 10);
  });

  it('shows the number when the feed is there after all', async () => {
    page.network.answer(new Response('', {status: 404}));
    const {el, reasons} = await counter('300');
    expect(shownBy(el)).to.equal('fallback');
    page.network.answer(page.feed(1, 1000));
    await page.elapse(700);
    expect(shownBy(el)).to.equal('1,000');
    expect(reasons).to.deep.equal(['http']);
  });

  for (const [retryAfter, seconds] of [
    ['7200', 7200],
    [new Date(Date.parse('2026-11-22T14:00:00Z')).toUTCString(), 7200],
    ['1000000000', 86_400],
  ] as const)
    it(`does as the server asks: Retry-After: ${retryAfter}`, async () => {
      page.network.answer(new Response('', {status: 503, headers: {'retry-after': retryAfter}}));
      const {el} = await counter('300');
      page.network.answer(page.feed(1, 1000));
      for (const type of [...RETURNS, 'online']) await page.fire(type);
      await page.elapse(seconds - 20);
      expect(asked()).to.equal(1);
      await page.elapse(2000);
      expect(shownBy(el)).to.equal('1,000');
    });

  it('asks nothing in a hidden page, whatever happens to it, and at once on the return', async () => {
    const {el} = await refreshing();
    hidePage();
    await page.elapse(3600);
    for (const type of [...RETURNS, 'online']) await page.fire(type);
    expect(asked()).to.equal(1);
    showPage();
    await page.settle();
    expect(asked()).to.equal(2);
    expect(shownBy(el)).to.equal('990');
  });

  it('asks nothing on a return before it is due', async () => {
    await refreshing();
    hidePage();
    await page.elapse(100);
    showPage();
    for (const type of [...RETURNS, 'online']) await page.fire(type);
    expect(asked()).to.equal(1);
  });

  for (const type of [...RETURNS, 'online'])
    it(`asks at once on ${type} when timers stood still beyond the time`, async () => {
      const {el} = await refreshing();
      page.sleep(8 * 3600);
      await page.fire(type);
      expect(asked()).to.equal(2);
      expect(shownBy(el)).to.equal('990');
    });

  it('asks once, whatever events a return brings', async () => {
    await refreshing();
    page.sleep(8 * 3600);
    for (const type of [...RETURNS, 'online', 'resume']) window.dispatchEvent(returnEvent(type));
    document.dispatchEvent(new Event('visibilitychange'));
    await page.settle();
    expect(asked()).to.equal(2);
    for (const type of RETURNS) await page.fire(type);
    expect(asked()).to.equal(2);
  });

  it('goes on after a machine has slept, at its pace', async () => {
    await refreshing();
    page.sleep(8 * 3600);
    await page.fire('focus');
    await page.elapse(3600);
    expect(asked()).to.be.within(8, 17);
  });

  it('goes on after the clock was set back', async () => {
    const {el} = await refreshing();
    page.sleep(-365 * 86_400);
    for (const type of RETURNS) await page.fire(type);
    await page.elapse(700);
    expect(shownBy(el)).to.equal('990');
    expect(asked()).to.be.within(2, 4);
  });

  it('asks soon after the network is back, and not where nothing had failed', async () => {
    const {el} = await refreshing();
    await page.fire('online');
    await page.elapse(15);
    expect(asked()).to.equal(1);
    page.network.answer(new TypeError('network'));
    await page.elapse(700);
    page.network.answer(page.feed(2, 990));
    await page.fire('online');
    await page.elapse(10);
    expect(shownBy(el)).to.equal('990');
  });

  it('ends with the last element that wants it', async () => {
    const {el: first} = await refreshing();
    const {el: second} = await counter('300');
    first.remove();
    await page.elapse(700);
    const before = asked();
    expect(before).to.be.within(2, 3);
    second.remove();
    await page.elapse(7200);
    for (const type of RETURNS) await page.fire(type);
    expect(asked()).to.equal(before);
  });

  it('goes on when an element is moved', async () => {
    const {el} = await refreshing();
    const div = document.createElement('div');
    document.body.append(div);
    div.append(el);
    await page.elapse(700);
    expect(shownBy(el)).to.equal('990');
    div.remove();
  });

  it('ends when the attribute goes away, also at once', async () => {
    const {el} = await refreshing();
    el.removeAttribute('refresh');
    await page.elapse(7200);
    expect(asked()).to.equal(1);
    el.setAttribute('refresh', '300');
    el.removeAttribute('refresh');
    await page.elapse(7200);
    for (const type of RETURNS) await page.fire(type);
    expect(asked()).to.equal(1);
  });

  it('ends when the attribute goes away before the first answer', async () => {
    let release!: (body: string) => void;
    page.network.answer(() => new Promise<string>((resolve) => (release = resolve)));
    const {el} = await counter('300');
    el.removeAttribute('refresh');
    release(page.feed(1, 1000));
    await page.settle();
    expect(shownBy(el)).to.equal('1,000');
    await page.elapse(7200);
    expect(asked()).to.equal(1);
  });

  it('begins when the attribute comes later, and follows it', async () => {
    const {el} = await refreshing('86400');
    el.setAttribute('refresh', '300');
    await page.elapse(700);
    expect(shownBy(el)).to.equal('990');
    el.setAttribute('refresh', '86400');
    const before = asked();
    await page.elapse(7200);
    expect(asked() - before).to.be.at.most(1);
  });

  it('loads nothing a second time for an element that goes from one feed to another and back', async () => {
    const {el} = await refreshing();
    const other = `${page.url}?other`;
    el.src = other;
    await page.settle();
    el.src = page.url;
    await page.settle();
    expect(page.network.requests.map(({url}) => url)).to.deep.equal([page.url, other]);
    expect(shownBy(el)).to.equal('1,000');
  });
});
