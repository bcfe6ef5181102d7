import {requireValidFeed} from '../feed-file.js';
import {UserError} from '../io.js';

/** The serial of the feed in a file's bytes. Throws a UserError if the feed is invalid. */
export const serialOf = (path: string, bytes: Uint8Array): number => {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes));
  } catch {
    throw new UserError(`${path} is not JSON in UTF-8.`, `Run: solidarity-feed check ${path}`);
  }
  return requireValidFeed({path, json}).serial;
};
