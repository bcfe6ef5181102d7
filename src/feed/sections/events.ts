import {COUNTRY, ID, LINK, TEXT, DATE_OR_TIME, ZONE} from '../fields.js';
import type {Infer} from '../schema.js';
import {assert, type Section} from '../section.js';
import {source} from './figures.js';

const event = {
  id: ID,
  title: TEXT,
  'text?': TEXT,
  /** A day, or a day and a time of day. */
  from: DATE_OR_TIME,
  'until?': DATE_OR_TIME,
  /** The IANA zone of a time of day. */
  'zone?': ZONE,
  'place?': TEXT,
  /** The id of a town. */
  'town?': ID,
  /** Ids of the organisers. */
  'organisations?': [ID],
  /** A cancelled event stays in the feed, so that calendars learn of it. */
  status: ['planned', 'cancelled'],
  source,
  'url?': LINK,
  /** Countries that banned that page; an empty list is verified clear, no list is unknown. */
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
