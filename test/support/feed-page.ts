import '../../src/define/solidarity-counter.js';
import {create, errorsOf, isFallback, part} from './elements.js';
import {fakeClock} from './fake-clock.js';
import {fakeNetwork} from './fake-network.js';
import {feedOf, held} from './feed.js';
import {showPage} from './visibility.js';
import {nextTask} from './wait.js';

let count = 0;

/** An event that tells that the reader is back; of `pageshow`, the one after the back-forward cache. */
export const returnEvent = (type: string) =>
  type === 'pageshow' ? new PageTransitionEvent(type, {persisted: true}) : new Event(type);

/** A page on which time and network are ours, and a feed that nobody has seen before. */
export const feedPage = (at?: string) => {
  const clock = fakeClock(at);
  const network = fakeNetwork();
  const elements: Element[] = [];
  const id = `feed-${++count}`;
  const url = `https://feed.example/${id}.json`;

  /** Lets what is under way come to its end: answers are read, and what they say is rendered. Takes 10 ms of the clock. */
  const settle = async () => {
    for (let i = 0; i < 10; i++) {
      await nextTask();
      await clock.tickAsync(1);
    }
  };

  return {
    clock,
    network,
    id,
    url,
    settle,
    /** The feed of this page, with a serial and a number of persons held. */
    feed: (serial: number, value: number, more = {}) =>
      JSON.stringify({...feedOf({figures: [held(value)], ...more}), serial, id}),
    /** Puts a counter of the feed into the page, and gives what it has fired, too. */
    async counter(attributes: Readonly<Record<string, string>> = {}) {
      const el = create('solidarity-counter', {src: url, ...attributes});
      const reasons = errorsOf(el);
      elements.push(el);
      document.body.append(el);
      await settle();
      return {el, reasons};
    },
    /** Lets time go by, with all timers. */
    async elapse(seconds: number) {
      let isOver = false;
      setTimeout(() => (isOver = true), seconds * 1000);
      for (let known = network.requests.length; !isOver; known = network.requests.length) {
        await clock.nextAsync();
        // An answer takes real time: without it, the request's own time would be over first.
        if (network.requests.length > known) for (let i = 0; i < 10; i++) await nextTask();
      }
      await settle();
    },
    /** Lets time go by without any timer, as a sleeping machine or a frozen page does. */
    sleep(seconds: number) {
      clock.setSystemTime(clock.now + seconds * 1000);
    },
    /** Fires an event that tells that the reader is back. */
    async fire(type: string) {
      (type === 'visibilitychange' ? document : window).dispatchEvent(returnEvent(type));
      await settle();
    },
    end() {
      for (const el of elements) el.remove();
      showPage();
      clock.uninstall();
      network.uninstall();
    },
  };
};

/** What a counter shows: its number, or `fallback`; nothing where it shows neither. */
export const shownBy = (el: Element) => part(el, 'count')?.textContent ?? (isFallback(el) ? 'fallback' : '');
