import type {FeedReason} from '../feed/feed-error.js';

/** Bytes of the answer after decompression: a small compressed body can hold gigabytes. */
const MAX_BYTES = 512 * 1024;
/** Milliseconds for the whole answer. */
const TIMEOUT = 10_000;

/** What a server answered: the body, or the reason why there is none. */
export interface FeedResponse {
  readonly body?: ArrayBuffer;
  readonly reason?: FeedReason;
  /** The server's `Retry-After`. */
  readonly retryAfter?: string | null;
}

/** A request under way. `response` never rejects. */
export interface FeedRequest {
  readonly response: Promise<FeedResponse>;
  readonly abort: () => void;
}

/**
 * Requests a feed, and reads it at once: no cookies, no referrer, at most ten seconds and 512 KiB. The options inherit
 * nothing, since a page may have put a `method` or a `body` on `Object.prototype`.
 */
export const requestFeed = (url: string, cache?: RequestCache): FeedRequest => {
  const controller = new AbortController();
  const read = async (): Promise<FeedResponse> => {
    const {signal} = controller;
    const init = {__proto__: null, credentials: 'omit', referrerPolicy: 'no-referrer', signal, cache};
    const {status, body, headers} = await fetch(url, init as RequestInit);
    if (status !== 200 || !body) return {reason: 'http', retryAfter: headers.get('retry-after')};
    const reader = body.getReader();
    const chunks: BlobPart[] = [];
    for (let size = 0; ;) {
      const {done, value} = await reader.read();
      if (done) return {body: await new Blob(chunks).arrayBuffer()};
      chunks.push(value as BlobPart);
      size += value.length;
      if (size > MAX_BYTES) return {reason: 'too-large'};
    }
  };
  let timer: ReturnType<typeof setTimeout>;
  // A race, since the page's own `fetch` may not know signals.
  const timeout = new Promise<FeedResponse>((resolve) => {
    timer = setTimeout(() => resolve({reason: 'timeout'}), TIMEOUT);
  });
  const response = Promise.race([read().catch((): FeedResponse => ({reason: 'network'})), timeout]).finally(() => {
    clearTimeout(timer);
    // Ends a body that is not read to its end.
    controller.abort();
  });
  return {response, abort: () => controller.abort()};
};
