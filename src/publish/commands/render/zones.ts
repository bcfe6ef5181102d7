import {offsetAt} from '../../../clock/zone.js';
import type {Feed} from '../../../feed/parse-feed.js';
import {UserError} from '../../io.js';

const isKnown = (zone: string) => {
  try {
    return !isNaN(offsetAt(0, zone));
  } catch {
    return false;
  }
};

/** Stops for an event in a zone that Node does not know: its time could only be guessed. */
export const refuseUnknownZone = ({events}: Feed) => {
  const at = events.findIndex(({zone}) => zone && zone !== 'local' && !isKnown(zone));
  if (at >= 0)
    throw new UserError(`/events/${at}/zone is not a known time zone.`, 'Write it as Europe/Minsk or Europe/Berlin.');
};
