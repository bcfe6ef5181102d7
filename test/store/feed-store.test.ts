import {expect} from '@open-wc/testing';
import {startRequest} from '../../src/store/start-request.js';
import {feedText, storePage} from '../support/store.js';
import {hidePage, showPage} from '../support/visibility.js';
import {nextTask, until} from '../support/wait.js';

const URL = 'https://feed.example/feed.json';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What tells a page that its reader, or the network, is back. */
const RETURNS: [string, () => unknown][] = [
  ['visibilitychange', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['pageshow', () => dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))],
  ['focus', () => dispatchEvent(new Event('focus'))],
];

describe('the feed store', () => {
  let page: ReturnType<typeof storePage>;
  beforeEach(() => {
    page = storePage();
  });
  afterEach(() => page.end());

  /** A subscriber whose feed has failed so many times. */
  const failing = async (times = 1) => {
    const subscriber = page.subscribe(URL);
    await page.failed(URL);
    for (let i = 1; i < times; i++) {
      await page.clock.tickAsync(HOUR);
      dispatchEvent(new Event('focus'));
      await until(() => page.network.requests.length === i + 1);
      await page.failed(URL);
    }
    return subscriber;
  };

  describe('requests a feed', () => {
    it('once for all subscribers, without cookies and referrer', async () => {
      page.network.answer(feedText(1));
      const [first, second] = [page.subscribe(URL), page.subscribe(URL)];
      await until(() => second.seen.length);
      const third = page.subscribe(URL);
      await nextTask();
      expect([first, second, third].map(({seen}) => seen)).to.deep.equal([[1], [1], []]);
      expect(page.store.stateOf(URL).feed!.head.serial).to.equal(1);
      expect(page.network.requests.map(({url}) => url)).to.deep.equal([URL]);
      // From another host this sends no cookies; test/package/preload.test.mjs looks at what browsers send.
      expect(page.network.requests[0]!.init).to.include({credentials: 'same-origin', referrerPolicy: 'no-referrer'});
    });

    it('not again while it is there, unless a subscriber wants a refresh', async () => {
      page.network.answer(feedText(1));
      const {seen} = page.subscribe(URL);
      await until(() => seen.length);
      await page.clock.tickAsync(24 * HOUR);
      RETURNS.forEach(([, happen]) => happen());
      dispatchEvent(new Event('online'));
      await page.clock.tickAsync(MINUTE);
      expect(page.network.requests).to.have.length(1);
    });

    it('and aborts the request if the last subscriber leaves, but not if an element is only moved', async () => {
      page.network.hang();
      page.subscribe(URL).leave();
      const {leave} = page.subscribe(URL);
      await page.clock.tickAsync(1);
      const {signal} = page.network.requests[0]!.init;
      expect(signal!.aborted).to.equal(false);
      leave();
      await page.clock.tickAsync(1);
      expect(signal!.aborted).to.equal(true);
      expect(page.network.requests).to.have.length(1);
    });

    it('again for a subscriber that comes after the last one left during the request', async () => {
      page.network.hang();
      const {seen: before, leave} = page.subscribe(URL);
      leave();
      await page.clock.tickAsync(1);
      page.network.answer(feedText(1));
      const {seen} = page.subscribe(URL);
      await until(() => seen.length);
      expect([before, seen]).to.deep.equal([[], [1]]);
    });

    it('and fails with “timeout” after ten seconds', async () => {
      page.network.hang();
      const {seen} = page.subscribe(URL);
      await page.clock.tickAsync(9999);
      expect(seen).to.deep.equal([]);
      await page.clock.tickAsync(1);
      await until(() => seen.length);
      expect(seen).to.deep.equal(['timeout']);
    });

    it('and uses an answer that came before the code, however late the code is', async () => {
      page.network.answer(feedText(1));
      const started = startRequest(URL);
      await page.clock.tickAsync(MINUTE);
      page.store.adopt(URL, started);
      const {seen} = page.subscribe(URL);
      await until(() => seen.length);
      expect(seen).to.deep.equal([1]);
      expect(page.network.requests).to.have.length(1);
    });

    it('and leaves no timer behind', async () => {
      page.network.answer(feedText(1));
      const {seen} = page.subscribe(URL);
      await until(() => seen.length);
      expect(page.clock.countTimers()).to.equal(0);
    });
  });

  describe('after a failure', () => {
    for (const [what, fail, reason] of [
      ['an answer of 500', () => page.network.fail(500), 'http'],
      ['no connection', () => page.network.disconnect(), 'network'],
      ['an answer that is no JSON', () => page.network.answer('Sign in'), 'not-json'],
      ['an answer that is no feed', () => page.network.answer('{}'), 'not-a-feed'],
    ] as const)
      it(`requests the feed again for the next subscriber: ${what}`, async () => {
        fail();
        const first = page.subscribe(URL);
        await page.failed(URL);
        page.network.answer(feedText(1));
        const second = page.subscribe(URL);
        expect(page.store.stateOf(URL).error, 'no error while it is tried again').to.equal(undefined);
        await until(() => second.seen.length);
        expect([first.seen, second.seen]).to.deep.equal([[reason, 1], [1]]);
        expect(page.network.requests.map(({init}) => init.cache)).to.deep.equal([undefined, 'no-cache']);
      });

    it('requests the feed again for the next subscriber, also if the first has left', async () => {
      const {leave} = await failing();
      leave();
      page.network.answer(feedText(1));
      const {seen} = page.subscribe(URL);
      await until(() => seen.length);
      expect(seen).to.deep.equal([1]);
    });

    for (const [event, happen] of RETURNS)
      it(`requests the feed again at once on ${event}`, async () => {
        const {seen} = await failing();
        page.network.answer(feedText(1));
        happen();
        await until(() => seen.length === 2);
        expect(seen).to.deep.equal(['http', 1]);
      });

    it('requests the feed again within ten seconds when the network is back', async () => {
      page.network.disconnect();
      const {seen} = await failing();
      page.network.answer(feedText(1));
      dispatchEvent(new Event('online'));
      expect(page.delay()).to.be.within(0, 10);
      await page.clock.tickAsync(10_000);
      await until(() => seen.length === 2);
      expect(seen).to.deep.equal(['network', 1]);
    });

    it('does so whatever event follows, also after many failures', async () => {
      const {seen} = await failing(8);
      page.network.answer(feedText(1));
      dispatchEvent(new Event('online'));
      dispatchEvent(new Event('online'));
      RETURNS.forEach(([, happen]) => happen());
      await page.clock.tickAsync(10_000);
      await until(() => seen.at(-1) === 1);
    });

    it('does not request the feed while the page is hidden, nor without a subscriber', async () => {
      const {leave} = await failing();
      hidePage();
      RETURNS.forEach(([, happen]) => happen());
      dispatchEvent(new Event('online'));
      await page.clock.tickAsync(MINUTE);
      expect(page.network.requests, 'hidden').to.have.length(1);
      leave();
      showPage();
      RETURNS.forEach(([, happen]) => happen());
      await page.clock.tickAsync(MINUTE);
      expect(page.network.requests, 'without a subscriber').to.have.length(1);
    });

    it('waits longer after each further failure, up to an hour', async () => {
      await failing(2);
      const delays: number[] = [];
      for (let i = 0; i < 13; i++) {
        // Neither a new subscriber nor an event brings the request forward.
        page.subscribe(URL);
        RETURNS.forEach(([, happen]) => happen());
        delays.push(page.delay());
        const made = page.network.requests.length;
        await page.clock.tickAsync(Math.ceil(delays.at(-1)! * 1000));
        await until(() => page.network.requests.length > made);
        await page.failed(URL);
      }
      expect(delays).to.deep.equal([5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600]);
    });

    it('forgets earlier failures after a success', async () => {
      await failing(5);
      page.network.answer(feedText(1));
      await page.clock.tickAsync(HOUR);
      const {seen, leave} = page.subscribe(URL);
      await until(() => seen.length);
      leave();
      // Pins make the store forget what it has accepted.
      page.network.fail();
      page.store.configure({feed: URL, serial: 2});
      page.subscribe(URL);
      await page.failed(URL);
      dispatchEvent(new Event('focus'));
      await until(() => page.network.requests.length === 8);
    });

    it('waits as long as Retry-After says, also for a new subscriber, an event and the network', async () => {
      page.network.fail(503, {'retry-after': '7200'});
      await failing();
      page.subscribe(URL);
      for (const happen of [...RETURNS.map(([, happen]) => happen), () => dispatchEvent(new Event('online'))]) {
        happen();
        expect(page.delay()).to.equal(7200);
      }
      await page.clock.tickAsync(2 * HOUR - 1);
      expect(page.network.requests).to.have.length(1);
      page.network.answer(feedText(1));
      await page.clock.tickAsync(1);
      await until(() => page.store.stateOf(URL).feed);
    });

    it('waits until the date that Retry-After says, and at most a day', async () => {
      page.network.fail(503, {'retry-after': 'Sun, 22 Nov 2026 13:00:00 GMT'});
      await failing();
      page.subscribe(URL);
      expect(page.delay()).to.equal(3600);
      page.network.fail(503, {'retry-after': '999999999'});
      await page.clock.tickAsync(HOUR);
      await until(() => page.network.requests.length === 2);
      await page.failed(URL);
      page.subscribe(URL);
      expect(page.delay()).to.equal(24 * 3600);
    });

    it('shows an accepted feed all the same', async () => {
      page.network.answer(feedText(1));
      const {seen} = page.subscribe(URL, 300);
      await page.planned();
      page.network.fail();
      await page.clock.tickAsync(HOUR);
      await page.failed(URL);
      expect(page.store.stateOf(URL).feed!.head.serial).to.equal(1);
      expect(seen).to.deep.equal([1]);
    });
  });

  describe('refreshes a feed', () => {
    /** A feed of serial 1 that is refreshed. */
    const refreshing = async (seconds = 300) => {
      page.network.answer(feedText(1));
      const subscriber = page.subscribe(URL, seconds);
      await page.planned();
      return subscriber;
    };

    it('by a conditional request, and says what is new', async () => {
      const {seen} = await refreshing();
      page.network.answer(feedText(2));
      await page.elapse();
      expect(seen).to.deep.equal([1, 2]);
      expect(page.network.requests.map(({init}) => init.cache)).to.deep.equal([undefined, 'no-cache']);
    });

    it('every 300 seconds at most, plus or minus a fifth', async () => {
      await refreshing(5);
      await page.elapse();
      for (let i = 0; i < 20; i++) {
        expect(page.delay()).to.be.within(240, 360);
        await page.elapse();
      }
      expect(page.network.requests).to.have.length(22);
    });

    it('by one request for all, as often as the shortest refresh says', async () => {
      const first = await refreshing(3600);
      const second = page.subscribe(URL, 600);
      const third = page.subscribe(URL);
      await page.elapse();
      expect(page.delay()).to.be.within(480, 720);
      page.network.answer(feedText(2));
      await page.elapse();
      expect(page.network.requests).to.have.length(3);
      expect([first.seen, second.seen, third.seen]).to.deep.equal([[1, 2], [2], [2]]);
    });

    it('no later because of further subscribers', async () => {
      await refreshing(300);
      const before = page.delay();
      page.subscribe(URL, 300);
      page.subscribe(URL, 900);
      page.subscribe(URL);
      expect(page.delay()).to.equal(before);
    });

    it('no later because of an element that is moved, however often', async () => {
      let subscriber = await refreshing();
      await page.elapse();
      const before = page.delay();
      subscriber.leave();
      subscriber = page.subscribe(URL, 300);
      await page.clock.tickAsync(1);
      expect(page.delay(), 'moved within a task').to.be.closeTo(before, 0.002);
      for (let i = 0; i < 10; i++) {
        subscriber.leave();
        await page.clock.tickAsync(1);
        subscriber = page.subscribe(URL, 300);
        await page.clock.tickAsync(40_000);
      }
      expect(page.network.requests.length, 'taken out, and put back later').to.be.above(2);
    });

    it('and says nothing if it is the same feed', async () => {
      const {seen} = await refreshing();
      const {feed} = page.store.stateOf(URL);
      await page.elapse();
      expect(seen).to.deep.equal([1]);
      expect(page.store.stateOf(URL).feed).to.equal(feed);
      // Other bytes are news, whatever the serial.
      page.network.answer(feedText(1, 990));
      await page.elapse();
      expect(seen).to.deep.equal([1, 1]);
    });

    it('and never accepts an older one', async () => {
      page.network.answer(feedText(7));
      const {seen} = page.subscribe(URL, 300);
      await page.planned();
      page.network.answer(feedText(6));
      await page.elapse();
      expect(page.store.stateOf(URL).error!.reason).to.equal('rollback');
      expect(page.store.stateOf(URL).feed!.head.serial).to.equal(7);
      page.network.answer(feedText(8));
      await page.elapse();
      expect(seen).to.deep.equal([7, 8]);
    });

    it('less often after failures, up to an hour, and never more often than without', async () => {
      page.network.fail();
      page.subscribe(URL, 300);
      await page.planned();
      const delays = [page.delay()];
      for (let i = 0; i < 9; i++) {
        await page.elapse();
        delays.push(page.delay());
      }
      expect(Math.min(...delays)).to.be.at.least(240);
      expect(delays[4]).to.be.within(768, 1152);
      expect(delays.at(-1)).to.be.within(3600 * 0.8, 3600 * 1.2);
      page.network.answer(feedText(1));
      await page.elapse();
      await page.elapse();
      expect(page.delay(), 'after a success').to.be.within(240, 360);
    });

    it('no sooner than Retry-After says, also when the network is back', async () => {
      page.network.fail(503, {'retry-after': '7200'});
      page.subscribe(URL, 300);
      await page.planned();
      expect(page.delay()).to.be.at.least(7200);
      dispatchEvent(new Event('online'));
      expect(page.delay()).to.be.at.least(7200);
    });

    it('soon after the network is back, if it had failed, and not otherwise', async () => {
      const {seen} = await refreshing();
      const before = page.delay();
      dispatchEvent(new Event('online'));
      expect(page.delay()).to.equal(before);
      page.network.disconnect();
      await page.elapse();
      dispatchEvent(new Event('online'));
      expect(page.delay()).to.be.within(0, 10);
      page.network.answer(feedText(2));
      await page.clock.tickAsync(10_000);
      await until(() => seen.length === 2);
    });

    it('not while the page is hidden, and at once when it is shown again', async () => {
      const {seen} = await refreshing();
      hidePage();
      await page.clock.tickAsync(3 * HOUR);
      expect(page.network.requests).to.have.length(1);
      page.network.answer(feedText(2));
      showPage();
      await until(() => seen.length === 2);
      await page.planned();
      expect(page.network.requests).to.have.length(2);
    });

    for (const [event, happen] of RETURNS)
      it(`at once on ${event} if it is overdue after a sleep, and not before it is due`, async () => {
        const {seen} = await refreshing(3600);
        // The clock goes on while a machine sleeps, and its timers do not.
        page.clock.setSystemTime(page.clock.now + 20 * MINUTE);
        happen();
        await nextTask();
        expect(page.network.requests).to.have.length(1);
        page.clock.setSystemTime(page.clock.now + 3 * HOUR);
        page.network.answer(feedText(2));
        happen();
        await until(() => seen.length === 2);
      });

    it('until the last subscriber that wants it has left', async () => {
      const first = await refreshing();
      const second = page.subscribe(URL, 300);
      const other = page.subscribe(URL);
      await page.clock.tickAsync(1);
      first.leave();
      await page.clock.tickAsync(1);
      expect(page.clock.countTimers()).to.equal(1);
      second.leave();
      await page.clock.tickAsync(1);
      expect(page.clock.countTimers()).to.equal(0);
      other.leave();
    });

    it('not if nobody wants it any more when the answer comes', async () => {
      page.network.answer(feedText(1));
      page.subscribe(URL, 300).leave();
      const {seen} = page.subscribe(URL);
      await until(() => seen.length);
      await page.clock.tickAsync(24 * HOUR);
      expect(page.network.requests).to.have.length(1);
    });
  });

  describe('with a lowest serial', () => {
    const seenWith = async (feedSerial: number) => {
      page.network.answer(feedText(feedSerial));
      const {seen, leave} = page.subscribe(URL);
      await until(() => seen.length);
      leave();
      return seen[0];
    };

    it('refuses an older feed', async () => {
      page.store.configure({feed: URL, serial: 5});
      expect(await seenWith(4)).to.equal('rollback');
      expect(await seenWith(5)).to.equal(5);
    });

    it('never takes a lower one instead', async () => {
      page.store.configure({feed: URL, serial: '5'});
      page.store.configure({feed: URL, serial: '3'});
      expect(await seenWith(4)).to.equal('rollback');
    });

    for (const serial of ['nr 12', '', ' 12', '-1', '1e3', 'Infinity', 1.5, NaN, '9'.repeat(16)])
      it(`refuses every feed if it is no number: ${JSON.stringify(String(serial))}`, async () => {
        page.store.configure({feed: URL, serial});
        expect(await seenWith(999_999_999_999_999)).to.equal('rollback');
        page.store.configure({feed: URL, serial: 1});
        await page.clock.tickAsync(HOUR);
        expect(await seenWith(999_999_999_999_999), 'a later one does not help').to.equal('rollback');
      });

    it('applies to its own feed only', async () => {
      page.store.configure({feed: 'https://other.example/feed.json', serial: 5});
      expect(await seenWith(4)).to.equal(4);
    });

    it('takes back an older feed that is shown, and requests a newer one', async () => {
      page.network.answer(feedText(4));
      const {seen} = page.subscribe(URL);
      await until(() => seen.length);
      page.network.answer(feedText(6));
      page.store.configure({feed: URL, serial: 5});
      await until(() => seen.at(-1) === 6);
      expect(seen).to.deep.equal([4, 'loading', 6]);
    });
  });

  it('takes no options from Object.prototype', async () => {
    Object.assign(Object.prototype, {key: 'of the page', serial: 9});
    try {
      page.store.configure({feed: URL});
    } finally {
      for (const name of ['key', 'serial']) Reflect.deleteProperty(Object.prototype, name);
    }
    page.network.answer(feedText(1));
    const {seen} = page.subscribe(URL);
    await until(() => seen.length);
    expect(seen).to.deep.equal([1]);
  });

  it('uses the feed named last for elements without src', () => {
    const {store} = page;
    store.configure({feed: '/one.json'});
    expect(store.defaultUrl).to.equal(new window.URL('/one.json', location.href).href);
    store.configure({feed: URL});
    store.configure({serial: 1});
    expect(store.defaultUrl).to.equal(URL);
  });
});
