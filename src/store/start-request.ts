/** A request under way. */
export interface StartedRequest {
  readonly response: Promise<Response>;
  readonly controller: AbortController;
}

/**
 * Requests a feed without referrer, and without cookies to another origin: `same-origin`, since with `omit` Chromium does
 * not use what a page has preloaded, and requests it twice. The options inherit nothing, since a page may have put a `method` or a
 * `body` on `Object.prototype`. `response` rejects like `fetch`, also where the page has taken `fetch` away.
 */
export const startRequest = (url: string, cache?: RequestCache): StartedRequest => {
  const controller = new AbortController();
  const {signal} = controller;
  const init = {__proto__: null, credentials: 'same-origin', referrerPolicy: 'no-referrer', signal, cache};
  const response = (async () => fetch(url, init as RequestInit))();
  // Whoever takes the request over hears of it.
  response.catch(() => {});
  return {response, controller};
};
