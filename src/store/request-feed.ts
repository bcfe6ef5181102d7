import type {FeedReason} from '../feed/feed-error.js';
import {startRequest, type StartedRequest} from './start-request.js';

/** Bytes of the answer after decompression: a small compressed body can contain gigabytes. */
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

const read = async ({status, body, headers}: Response): Promise<FeedResponse> => {
  if (status !== 200 || !body) return {reason: 'http', retryAfter: headers.get('retry-after')};
  const reader = body.getReader();
  const chunks: BlobPart[] = [];
  for (let size = 0; size <= MAX_BYTES;) {
    const {done, value} = await reader.read();
    if (done) return {body: await new Blob(chunks).arrayBuffer()};
    chunks.push(value as BlobPart);
    size += value.length;
  }
  return {reason: 'too-large'};
};

/**
 * Requests a feed, or takes over a request that was `started` before. The answer is read at once, within ten seconds from
 * now, and up to 512 KiB.
 */
export const requestFeed = (
  url: string,
  cache?: RequestCache,
  {response: started, abort}: StartedRequest = startRequest(url, cache),
): FeedRequest => {
  const answer = started.then(read).catch((): FeedResponse => ({reason: 'network'}));
  let timer: ReturnType<typeof setTimeout>;
  // A race, since the page's own `fetch` may not support signals.
  const timeout = new Promise<FeedResponse>((resolve) => {
    timer = setTimeout(() => resolve({reason: 'timeout'}), TIMEOUT);
  });
  const response = Promise.race([answer, timeout]).finally(() => {
    clearTimeout(timer);
    // Ends a body that is not read to its end.
    abort();
  });
  return {response, abort};
};
