import {DATE} from '../feed/fields.js';
import {parseFeed, type Feed} from '../feed/parse-feed.js';
import type {FeedJson} from './check/accept.js';
import {parseJson, readText, Stop, writeWhole} from './io.js';
import {printLike} from './layout.js';

/** A file of JSON as it was read. */
export interface FeedFile {
  readonly path: string;
  readonly text: string;
  readonly json: unknown;
}

/** Reads a feed's file. Stops where it is not JSON. */
export const readFeedFile = async (path: string): Promise<FeedFile> => {
  const text = await readText(path);
  if (/^solidarity1[ -]/.test(text))
    throw new Stop(`${path} is a signed feed.`, 'Give the feed.json that it was made from.');
  return {path, text, json: parseJson(path, text)};
};

/** The feed of a file that must be whole. Stops for the first thing wrong. */
export const wholeFeed = ({path, json}: FeedFile): Feed => {
  const {feed, problems} = parseFeed(json);
  if (feed && !problems.length) return feed;
  throw new Stop(
    `${path} is broken: ${problems[0]}${problems.length > 1 ? `, and ${problems.length - 1} more` : ''}.`,
    `Look: solidarity-feed check ${path}`,
  );
};

/** Puts another feed in the place of the file's, in the file's own manner. Stops where the file is another by now. */
export const rewriteFeed = async ({path, text}: FeedFile, feed: FeedJson): Promise<void> => {
  if ((await readText(path)) !== text)
    throw new Stop(`${path} was changed by someone else meanwhile.`, 'It is as they left it. Do it again.');
  await writeWhole(path, printLike(feed, text));
};

/** Now, in UTC: the civil date, or the one that the user names instead; and the instant, to the second, on it. */
export const moment = (today?: string): {today: string; now: string} => {
  if (today !== undefined && !DATE(today))
    throw new Stop(`--today ${today} is not a date.`, 'Write it as 2026-03-05.', 'usage');
  const now = `${new Date().toISOString().slice(0, 19)}Z`;
  const day = today ?? now.slice(0, 10);
  return {today: day, now: day + now.slice(10)};
};
