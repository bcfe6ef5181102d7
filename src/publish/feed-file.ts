import {parseFeed, type Feed} from '../feed/parse-feed.js';
import type {Head} from '../feed/sections/head.js';
import {parseJson, readText, UserError, writeFileAtomic} from './io.js';
import {stringifyLike} from './json-format.js';

/** A feed as JSON, with the keys that the parser does not know and drops. */
export type FeedJson = Head & Readonly<Record<string, unknown>>;

/** A JSON file as it was read. */
export interface FeedFile {
  readonly path: string;
  readonly text: string;
  readonly json: unknown;
}

/** Reads the file of a feed. Throws a UserError if it is not JSON. */
export const readFeedFile = async (path: string): Promise<FeedFile> => {
  const text = await readText(path);
  if (/^solidarity1[ -]/.test(text))
    throw new UserError(`${path} is a signed feed.`, 'Name the feed.json that was signed.');
  return {path, text, json: parseJson(path, text)};
};

/** The feed in a file. Throws a UserError if any section is invalid. */
export const requireValidFeed = ({path, json}: Pick<FeedFile, 'path' | 'json'>): Feed => {
  const {feed, problems} = parseFeed(json);
  if (feed && !problems.length) return feed;
  const more = problems.length > 1 ? `, and ${problems.length - 1} more` : '';
  throw new UserError(`${path} is invalid: ${problems[0]}${more}.`, `Run: solidarity-feed check ${path}`);
};

/** Replaces the feed in a file, in the file's own format. Throws a UserError if the file has changed since it was read. */
export const rewriteFeed = async ({path, text}: FeedFile, feed: FeedJson): Promise<void> => {
  if ((await readText(path)) !== text)
    throw new UserError(
      `Another program has changed ${path} meanwhile.`,
      'The file is as that program left it. Run the command again.',
    );
  await writeFileAtomic(path, stringifyLike(feed, text));
};
