import '../../src/define/lazy.js';
import {FeedStore, type Subscriber} from '../../src/store/feed-store.js';
import {fakeClock, waits} from './fake-clock.js';
import {fakeNetwork} from './fake-network.js';
import {feedOf, held} from './feed.js';
import {showPage} from './visibility.js';
import {until} from './wait.js';

/** The feed of a serial, as text. */
export const feedText = (serial: number, value = 1000, sections: object = {}) =>
  JSON.stringify({
    ...feedOf({figures: [held(value)], ...sections}),
    serial,
  });

/** A page with feeds, without elements: a store of its own, a server, a stopped clock, and subscribers. */
export const storePage = () => {
  const clock = fakeClock('2026-11-22T12:00:00Z');
  const network = fakeNetwork();
  const store = new FeedStore();
  const subscribers = new Set<Subscriber>();

  /** Subscribes to a feed. `seen` lists what each notification said: a serial, the reason of an error, or `loading`. */
  const subscribe = (url: string, refresh = 0) => {
    const seen: (number | string)[] = [];
    const subscriber: Subscriber = {
      url,
      refresh,
      onChange: () => {
        const {feed, error} = store.stateOf(url);
        seen.push(feed ? feed.head.serial : (error?.reason ?? 'loading'));
      },
      onConfigure: () => {},
    };
    subscribers.add(subscriber);
    store.subscribe(subscriber);
    const leave = () => {
      subscribers.delete(subscriber);
      store.unsubscribe(subscriber);
    };
    return {seen, leave};
  };

  /** Waits until a request is answered, and the next one is planned. A request under way ends after ten seconds. */
  const planned = () => until(() => waits(clock).some((wait) => wait > 10_000), 'the next request is planned');

  return {
    clock,
    network,
    store,
    subscribe,
    /** Seconds to the next request. No other timer is set on this page. */
    delay: () => (waits(clock)[0] ?? Infinity) / 1000,
    planned,
    /** Advances the clock to the next request, and waits until it is answered and the one after it is planned. */
    async elapse() {
      const made = network.requests.length;
      await clock.tickAsync(waits(clock)[0]!);
      await until(() => network.requests.length > made, 'a request is made');
      await planned();
    },
    /** Waits until there is an error, also if a feed is shown. */
    failed: (url: string) => until(() => store.stateOf(url).error, 'the request has failed'),
    end() {
      subscribers.forEach((subscriber) => store.unsubscribe(subscriber));
      network.restore();
      clock.uninstall();
      showPage();
    },
  };
};
