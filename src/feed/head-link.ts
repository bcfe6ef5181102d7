import {LINK} from './fields.js';

/** An address of the head; undefined where the feed has none, or one with an issue: elements check only `head`. */
export const headLink = (
  feed: Readonly<Record<string, unknown>>,
  name: 'calendar' | 'submitEvent' | 'submitPhoto',
): string | undefined => {
  const link = Object.hasOwn(feed, name) ? feed[name] : undefined;
  return LINK(link) ? link : undefined;
};
