import {fetchData} from '../dom/fetch-data.js';

/** A request under way. */
export interface StartedRequest {
  readonly response: Promise<Response>;
  /** Ends it. One that hangs must be ended: in Chromium, later requests of the same address wait for it. */
  readonly abort: () => void;
}

/** Requests a feed. */
export const startRequest = (url: string, cache?: RequestCache): StartedRequest => {
  const controller = new AbortController();
  const response = fetchData(url, {signal: controller.signal, cache});
  // An error is handled by the code that takes the request over.
  response.catch(() => {});
  return {response, abort: () => controller.abort()};
};
