import {admit} from './admit.js';
import {FeedError, type FeedReason} from './feed-error.js';
import {requestFeed, type FeedRequest} from './request.js';
import type {Core} from './sections/head.js';

/** Bytes of the answer as unpacked: a small compressed body can hold gigabytes. */
const MAX_BYTES = 512 * 1024;

/** Is told what a feed says now, when it was asked for again. */
export type FeedUser = (feed: Core) => void;

interface Entry {
  readonly users: Set<FeedUser>;
  readonly feed: Promise<Core>;
  /** What the feed says, once it is there: an element that comes later need not wait, nor be rendered twice. */
  now?: Core;
  readonly controller: AbortController;
}

/** The feeds of this page by address. */
export const entries = new Map<string, Entry>();

let keys: readonly string[] | undefined;

/** From now on only feeds signed by one of these public keys (base64url, parted by white space, the offline one last) are read. */
export const pinKeys = (text: string) => {
  keys = text.trim().split(/\s+/);
};

/** What an answer says. Rejects with a FeedError. */
export const readFeed = async (url: string, {response, controller}: FeedRequest): Promise<Core> => {
  let reason: FeedReason = 'network';
  let retryAfter: string | null | undefined;
  try {
    const {status, body, headers} = await response;
    if (status !== 200 || !body) {
      reason = 'http';
      retryAfter = headers.get('retry-after');
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
    const bytes = await new Blob(chunks).arrayBuffer();
    reason = 'signature';
    // Only a page that pins a key loads what opens an envelope.
    const envelope = keys && (await (await import('./envelope.js')).openEnvelope(new Uint8Array(bytes), keys));
    reason = 'not-json';
    const json: unknown = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(envelope?.feed ?? bytes));
    return admit(envelope ? {...(json as object), expires: envelope.expires} : json, url);
  } catch (error) {
    // WebKit rejects with an error of its own: the signal knows why.
    if (controller.signal.reason === 'timeout') reason = 'timeout';
    controller.abort();
    throw error instanceof FeedError ? error : new FeedError(reason, url, retryAfter);
  }
};

const start = (url: string, request: FeedRequest): Entry => {
  const entry: Entry = {users: new Set(), feed: readFeed(url, request), controller: request.controller};
  entries.set(url, entry);
  entry.feed.then(
    (feed) => (entry.now ??= feed),
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

/** A feed: one request per address and page, for any number of elements. Its promise rejects with a FeedError. */
export const useFeed = (url: string, user: FeedUser): Pick<Entry, 'feed' | 'now'> => {
  const entry = entries.get(url) ?? start(url, requestFeed(url));
  entry.users.add(user);
  return entry;
};

/** Says that an element needs a feed no more. What nobody waits for is aborted, and asked for anew when next needed. */
export const leaveFeed = (url: string, user: FeedUser) => {
  const entry = entries.get(url);
  if (!entry) return;
  entry.users.delete(user);
  // Later, since an element that is only moved is back at once.
  setTimeout(() => {
    if (entry.users.size || entry.now || entries.get(url) !== entry) return;
    entry.controller.abort();
    entries.delete(url);
  });
};
