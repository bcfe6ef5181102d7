import {MAX_FEED_BYTES} from '../feed/section.js';
import type {Head} from '../feed/sections/head.js';
import type {Feed} from '../feed/parse-feed.js';
import {checkFeed} from './check/check.js';
import {severityOf} from './check/findings.js';
import {withLock} from './file-lock.js';
import {parseFeedText, requireValidFeed} from './feed-text.js';
import {decodeUtf8, readText, UserError, writeFileAtomic} from './io.js';
import {editJson, parseJson, type JsonFile} from './json.js';

export {requireValidFeed} from './feed-text.js';

/** A feed as JSON, with the keys that the parser does not know and drops. */
export type FeedJson = Head & Readonly<Record<string, unknown>>;

/** Reads the file of a feed. Throws a UserError if it is not JSON. */
export const readFeedFile = async (path: string): Promise<JsonFile> => parseFeedText(path, await readText(path));

/** Throws a UserError for a feed that is too large for pages. */
export const refuseLargeFeed = (what: string, {length}: Uint8Array) => {
  if (length > MAX_FEED_BYTES)
    throw new UserError(
      `${what} has ${length} bytes; pages read at most ${MAX_FEED_BYTES}.`,
      'Remove old events, history or texts, or write the file without indentation.',
    );
};

/** The feed in a file's bytes. Throws a UserError if it is invalid. */
export const feedOf = (path: string, bytes: Uint8Array): Feed =>
  requireValidFeed(parseJson(path, decodeUtf8(path, bytes)));

/** The serial of a feed that may be signed, on the civil date `today`. Throws a UserError if `check` finds an error in it. */
export const signableSerialOf = (path: string, bytes: Uint8Array, today: string): number => {
  const file = parseJson(path, decodeUtf8(path, bytes));
  const {serial} = requireValidFeed(file);
  const error = checkFeed(file.json, today).find((finding) => severityOf(finding) === 'error');
  if (error)
    throw new UserError(
      `${path} has an error, at ${error.pointer}: ${error.message}`,
      `${error.fix} To see all errors, run: solidarity-feed check ${path}`,
    );
  return serial;
};

/** Replaces the feed in a file; what did not change keeps its bytes. Throws a UserError if the file has changed since. */
export const rewriteFeed = (file: JsonFile, feed: FeedJson): Promise<void> =>
  withLock(file.path, async () => {
    const {path, text} = file;
    if ((await readText(path)) !== text)
      throw new UserError(
        `Another program has changed ${path} meanwhile.`,
        'The file is as that program left it. Run the command again.',
      );
    await writeFileAtomic(path, editJson(file, feed));
  });
