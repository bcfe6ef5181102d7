import {offsetAt} from '../../../clock/zone.js';
import {daysBetween} from '../../../feed/dates.js';
import type {Feed} from '../../../feed/parse-feed.js';
import {freshness, type Figure} from '../../../feed/sections/figures.js';
import {UserError} from '../../io.js';

/* What a command renders of a feed: an item by its id. What cannot be rendered is an error, with a fix. */

/** The item of a section with an id, or its first. Stops where there is none, and names the ids that there are. */
export const findIn = <T extends {id: string}>(
  section: string,
  items: readonly T[],
  id: string | undefined,
  option: string,
): T => {
  const item = id === undefined ? items[0] : items.find((one) => one.id === id);
  if (item) return item;
  if (!items.length) throw new UserError(`The feed has nothing in /${section}.`, `Add it to the section “${section}”.`);
  throw new UserError(`/${section} has no “${id}”.`, `There is: ${option} ${items.map((one) => one.id).join(' | ')}`);
};

/** The figure with an id, or the feed's first. */
export const figureIn = ({figures}: Feed, id?: string): Figure => findIn('figures', figures, id, '--figure');

/** What a person should know who publishes this figure today. */
export const figureWarnings = (figure: Figure, today: string): string[] =>
  freshness(figure, today) === 'stale'
    ? [`Warning: this figure is of ${figure.asOf}, ${daysBetween(figure.asOf, today)} days old.`]
    : [];

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
