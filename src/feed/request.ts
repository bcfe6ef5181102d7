/** A feed under way. The script tag starts one before the elements are there; they take it over. */
export interface FeedRequest {
  readonly response: Promise<Response>;
  readonly controller: AbortController;
}

/** Milliseconds for the whole answer. */
const TIME_OUT = 10_000;

/**
 * Asks for a feed: no cookies, no referrer, no longer than the time-out. The options inherit nothing, since a page
 * may have put a `method` or a `body` on Object.prototype.
 */
export const requestFeed = (url: string, cache?: RequestCache): FeedRequest => {
  const controller = new AbortController();
  setTimeout(() => controller.abort('timeout'), TIME_OUT);
  const {signal} = controller;
  const init = {__proto__: null, credentials: 'omit', referrerPolicy: 'no-referrer', signal, cache};
  // Asynchronous, so that a page whose fetch is gone or throws is a failed request like any other.
  return {controller, response: (async () => fetch(url, init as RequestInit))()};
};
