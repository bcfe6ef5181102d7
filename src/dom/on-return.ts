import {page} from './page.js';
import {safely} from './safely.js';

const callbacks: ((event: Event) => unknown)[] = [];

const notify = (event: Event) => {
  // The first `pageshow` is no return.
  const isFirst = event.type === 'pageshow' && !(event as PageTransitionEvent).persisted;
  if (!page.hidden && !isFirst) callbacks.forEach((callback) => void safely(() => callback(event)));
};

/**
 * Calls back when the reader returns to the page, or the page to the network: tab shown, window focused, restored from
 * the back-forward cache, online again. Timers stop while a machine sleeps or a page is frozen, so this is the time to
 * look at whatever may be overdue.
 */
export const onReturn = (callback: (event: Event) => unknown) => {
  callbacks.push(callback);
  // Again, since `document.open()` removes them; none is there twice.
  page.addEventListener('visibilitychange', notify);
  ['online', 'pageshow', 'focus'].forEach((type) => addEventListener(type, notify));
};
