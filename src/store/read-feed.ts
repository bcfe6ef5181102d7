import {FeedError} from '../feed/feed-error.js';
import {parseHead, type RawFeed} from '../feed/section.js';
import {loadModule} from './lazy-modules.js';

/** A feed whose head is right. Throws a FeedError. */
export const acceptHead = (json: unknown): RawFeed => {
  try {
    return parseHead(json);
  } catch (error) {
    throw new FeedError('not-a-feed', (error as Error).message);
  }
};

const openEnvelope = async (file: ArrayBuffer, keys: string, revoked: Set<string>) => {
  const envelope = await loadModule<typeof import('../feed/envelope.js')>('envelope').catch(() => {
    throw new FeedError('script', 'envelope');
  });
  return envelope.openEnvelope(new Uint8Array(file), keys.split(' '), revoked).catch((error: unknown) => {
    throw error instanceof FeedError ? error : new FeedError('signature', String(error));
  });
};

/**
 * Reads the file of a feed, whose head is then checked. With `keys`, separated by spaces, the file must be an envelope that is signed by one of
 * them; keys that are revoked in it are added to `revoked`. Rejects with a FeedError.
 */
export const readFeed = async (
  url: string,
  file: ArrayBuffer,
  keys: string | undefined,
  revoked: Set<string>,
): Promise<{readonly text: string; readonly feed: RawFeed}> => {
  const envelope = keys === undefined ? undefined : await openEnvelope(file, keys, revoked);
  let text: string;
  let json: object;
  try {
    text = new TextDecoder('utf-8', {fatal: true}).decode(envelope?.feed ?? file);
    json = JSON.parse(text) as object;
  } catch {
    throw new FeedError('not-json', url);
  }
  return {text, feed: acceptHead(envelope ? {...json, expires: envelope.expires} : json)};
};
