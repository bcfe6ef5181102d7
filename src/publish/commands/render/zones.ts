import type {Feed} from '../../../feed/parse-feed.js';
import {unknownZone} from '../../render/event-words.js';
import {UserError} from '../../io.js';

/** Stops where an event's time could only be guessed. */
export const refuseUnknownZone = (feed: Feed) => {
  const place = unknownZone(feed);
  if (place)
    throw new UserError(`${place} is no time zone that is known.`, 'Write it as Europe/Minsk or Europe/Berlin.');
};
