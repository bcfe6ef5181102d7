import {parseFeed, type Feed} from '../feed/parse-feed.js';
import {parseJson, type JsonFile} from './json.js';
import {UserError} from './user-error.js';

/** The JSON in the text of a feed's file. Throws a UserError if it is not JSON. */
export const parseFeedText = (path: string, text: string): JsonFile => {
  if (/^solidarity1[ -]/.test(text))
    throw new UserError(`${path} is a signed feed.`, 'Name the feed.json that was signed.');
  return parseJson(path, text);
};

/** The feed in a file. Throws a UserError if any section is invalid. */
export const requireValidFeed = ({path, json}: Pick<JsonFile, 'path' | 'json'>): Feed => {
  const {feed, problems} = parseFeed(json);
  if (feed && !problems.length) return feed;
  const more = problems.length > 1 ? `, and ${problems.length - 1} more` : '';
  throw new UserError(`${path} is invalid: ${problems[0]}${more}.`, `Run: solidarity-feed check ${path}`);
};
