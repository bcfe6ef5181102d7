import {COUNTRY, ID, LINK, TEXT, DATE} from '../fields.js';
import type {Infer} from '../schema.js';
import {assert, type Section} from '../section.js';
import {string} from '../string-type.js';
import {source} from './figures.js';
import {ZONE} from './observances.js';

/** A civil date, or a date and a time of day at the place: `2027-08-09T18:30`. */
export const DATE_OR_TIME = /* @__PURE__ */ string(
  16,
  (text) => DATE(text.slice(0, 10)) && /^.{10}(T([01]\d|2[0-3]):[0-5]\d)?$/.test(text),
);

const event = {
  id: ID,
  title: TEXT,
  'text?': TEXT,
  /** A day, or a day and a time of day. */
  from: DATE_OR_TIME,
  'until?': DATE_OR_TIME,
  /** The IANA zone. A whole day without one is the reader's, as in calendars. */
  'zone?': ZONE,
  'place?': TEXT,
  /** The id of a town. */
  'town?': ID,
  /** The country, where the town is not in the feed. */
  'country?': COUNTRY,
  /** The address at which one takes part from anywhere. */
  'online?': LINK,
  /** Ids of the organisers. */
  'organisations?': [ID],
  /**
   * A cancelled event stays in the feed, so that calendars learn of it. A moved one has its new time and place, and a
   * postponed one its old time, since it has no new one yet.
   */
  status: ['planned', 'moved', 'postponed', 'cancelled'],
  source,
  'url?': LINK,
  /** Countries that banned the page or the address online; an empty list is verified clear, no list is unknown. */
  'designatedIn?': [COUNTRY],
} as const;

export type Event = Infer<typeof event>;

export const events: Section<readonly [typeof event]> = {
  name: 'events',
  schema: [event],
  lenient: true,
  refine({from, until = '', zone}, _, path) {
    assert(zone || !/T/.test(from + until), path, 'has a time of day without a zone');
    assert(!until || from.slice(0, until.length) <= until, path, 'ends before it begins');
  },
};
