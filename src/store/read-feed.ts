import {FeedError} from '../feed/feed-error.js';
import type {PinnedLists, Revocations} from '../feed/revocations.js';
import {parseHead, type RawFeed} from '../feed/section.js';
import {loadModule} from './lazy-modules.js';

/** A feed as it was read. */
export interface ReadFeed {
  readonly feed: RawFeed;
  /** What it was read from, without its envelope. */
  readonly text: string;
  /** The key that signed it; undefined if none was needed. */
  readonly key?: string;
}

/** A feed whose head is right. Throws a FeedError. */
export const acceptHead = (json: unknown): RawFeed => {
  try {
    return parseHead(json);
  } catch (error) {
    throw new FeedError('not-a-feed', (error as Error).message);
  }
};

/**
 * Reads the file of a feed, whose head is then checked. With lists of keys, the file must be an envelope that is signed by
 * a key of one of them; what is revoked in it is added to `revoked`. Rejects with a FeedError.
 */
export const readFeed = async (
  url: string,
  file: ArrayBuffer,
  lists: PinnedLists,
  revoked: Revocations,
): Promise<ReadFeed> => {
  const envelope = lists.length
    ? await (
        await loadModule<typeof import('../feed/envelope.js')>('envelope')
      ).openAny(new Uint8Array(file), lists, revoked)
    : undefined;
  let text: string;
  let json: object;
  try {
    text = new TextDecoder('utf-8', {fatal: true}).decode(envelope?.feed ?? file);
    json = JSON.parse(text) as object;
  } catch {
    throw new FeedError('not-json', url);
  }
  return {text, feed: acceptHead(envelope ? {...json, expires: envelope.expires} : json), key: envelope?.key};
};
