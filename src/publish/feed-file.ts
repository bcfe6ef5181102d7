import type {Head} from '../feed/sections/head.js';
import {parseFeedText, requireValidFeed} from './feed-text.js';
import {decodeUtf8, readText, UserError, writeFileAtomic} from './io.js';
import {editJson, parseJson, type JsonFile} from './json.js';

export {requireValidFeed} from './feed-text.js';

/** A feed as JSON, with the keys that the parser does not know and drops. */
export type FeedJson = Head & Readonly<Record<string, unknown>>;

/** Reads the file of a feed. Throws a UserError if it is not JSON. */
export const readFeedFile = async (path: string): Promise<JsonFile> => parseFeedText(path, await readText(path));

/** The serial of the feed in a file's bytes. Throws a UserError if the feed is invalid. */
export const serialOf = (path: string, bytes: Uint8Array): number =>
  requireValidFeed(parseJson(path, decodeUtf8(path, bytes))).serial;

/** Replaces the feed in a file; what did not change keeps its bytes. Throws a UserError if the file has changed since. */
export const rewriteFeed = async (file: JsonFile, feed: FeedJson): Promise<void> => {
  const {path, text} = file;
  if ((await readText(path)) !== text)
    throw new UserError(
      `Another program has changed ${path} meanwhile.`,
      'The file is as that program left it. Run the command again.',
    );
  await writeFileAtomic(path, editJson(file, feed));
};
