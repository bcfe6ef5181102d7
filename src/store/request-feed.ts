import {within} from '../dom/within.js';
import {FeedError} from '../feed/feed-error.js';
import {MAX_FEED_BYTES} from '../feed/section.js';
import {startRequest, type StartedRequest} from './start-request.js';

/** Milliseconds for the whole answer. */
const TIMEOUT = 10_000;

/** A request under way. */
export interface FeedRequest {
  /** The body of the answer. Rejects with a FeedError. */
  readonly body: Promise<ArrayBuffer>;
  readonly abort: () => void;
}

const read = async (url: string, {status, body, headers}: Response): Promise<ArrayBuffer> => {
  if (status !== 200 || !body) throw new FeedError('http', url, headers.get('retry-after'));
  const reader = body.getReader();
  const chunks: BlobPart[] = [];
  // After decompression: a small compressed body can contain gigabytes.
  for (let size = 0; size <= MAX_FEED_BYTES;) {
    const {done, value} = await reader.read();
    if (done) return new Blob(chunks).arrayBuffer();
    chunks.push(value as BlobPart);
    size += value.length;
  }
  throw new FeedError('too-large', url);
};

/**
 * Requests a feed, or takes over a request that was `started` before. The answer is read at once, within ten seconds from
 * now, and up to 512 KiB.
 */
export const requestFeed = (
  url: string,
  cache?: RequestCache,
  {response, abort}: StartedRequest = startRequest(url, cache),
): FeedRequest => {
  const answer = response
    .then((received) => read(url, received))
    .catch((error: unknown) => {
      throw error instanceof FeedError ? error : new FeedError('network', url);
    });
  // Not by the signal alone, since the page's own `fetch` may not support it. It ends a body that is not read to its end.
  const body = within(TIMEOUT, answer, () => new FeedError('timeout', url)).finally(abort);
  return {body, abort};
};
