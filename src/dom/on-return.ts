import {page} from './page.js';

const callbacks = new Set<(event: Event) => void>();

const notify = (event: Event) => {
  // The first `pageshow` is no return.
  const isFirst = event.type === 'pageshow' && !(event as PageTransitionEvent).persisted;
  if (!page.hidden && !isFirst) callbacks.forEach((callback) => callback(event));
};

/**
 * Calls back when the reader returns to the page, or the page to the network: tab shown, window focused, restored from
 * the back-forward cache, on line again. Timers stand still while a machine sleeps or a page is frozen, so whatever may
 * be overdue is looked at then. Returns the function that ends it.
 */
export const onReturn = (callback: (event: Event) => void): (() => void) => {
  if (!callbacks.size) {
    page.addEventListener('visibilitychange', notify);
    for (const type of ['online', 'pageshow', 'focus']) addEventListener(type, notify);
  }
  callbacks.add(callback);
  return () => void callbacks.delete(callback);
};
