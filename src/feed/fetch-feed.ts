import {requestFeed, type FeedRequest} from './request.js';

/** Why a feed, or the part of it that an element shows, cannot be had; README's table says what to do. */
export type FeedReason =
  | 'no-source'
  | 'network'
  | 'timeout'
  | 'http'
  | 'too-large'
  | 'not-json'
  | 'not-a-feed'
  | 'section'
  | 'missing'
  | 'internal';

/** A reason; the message says where. */
export class FeedFault extends Error {
  constructor(
    readonly reason: FeedReason,
    message?: string,
  ) {
    super(message);
  }
}

/** Bytes of the answer as unpacked: a small compressed body can hold gigabytes. */
const MAX_BYTES = 512 * 1024;

interface Entry {
  users: number;
  arrived?: boolean;
  readonly json: Promise<unknown>;
  readonly controller: AbortController;
}

const entries = new Map<string, Entry>();

const read = async (url: string, {response, controller}: FeedRequest): Promise<unknown> => {
  let reason: FeedReason = 'network';
  try {
    const {status, body} = await response;
    if (status !== 200 || !body) {
      reason = 'http';
      throw 0;
    }
    const reader = body.getReader();
    const chunks: BlobPart[] = [];
    for (let size = 0; ;) {
      const {done, value} = await reader.read();
      if (done) break;
      chunks.push(value as BlobPart);
      size += value.length;
      if (size > MAX_BYTES) {
        reason = 'too-large';
        throw 0;
      }
    }
    reason = 'not-json';
    return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(await new Blob(chunks).arrayBuffer()));
  } catch {
    // WebKit rejects with an error of its own: the signal knows why.
    if (controller.signal.reason === 'timeout') reason = 'timeout';
    controller.abort();
    throw new FeedFault(reason, url);
  }
};

const start = (url: string, request: FeedRequest): Entry => {
  const entry: Entry = {users: 0, json: read(url, request), controller: request.controller};
  entries.set(url, entry);
  entry.json.then(
    () => (entry.arrived = true),
    () => {},
  );
  return entry;
};

/** Hands over a request that was started before the elements came; the same one may be handed over again. */
export const adoptRequest = (url: string, request: FeedRequest) => {
  const entry = entries.get(url);
  if (!entry) start(url, request);
  else if (entry.controller !== request.controller) request.controller.abort();
};

/** A feed's JSON: one request per address and page, for any number of elements. Rejects with a FeedFault. */
export const useFeed = (url: string): Promise<unknown> => {
  const entry = entries.get(url) ?? start(url, requestFeed(url));
  entry.users++;
  return entry.json;
};

/** Says that an element needs a feed no more. What nobody waits for is aborted, and asked for anew when next needed. */
export const leaveFeed = (url: string) => {
  const entry = entries.get(url);
  if (!entry) return;
  entry.users--;
  // Later, since an element that is only moved is back at once.
  setTimeout(() => {
    if (entry.users || entry.arrived || entries.get(url) !== entry) return;
    entry.controller.abort();
    entries.delete(url);
  });
};
