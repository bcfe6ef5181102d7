import {COUNTRY, ID, LINK, TEXT, WHEN, ZONE} from '../leaves.js';
import type {Infer} from '../rules.js';
import {distinct, every, type Section} from '../section.js';
import {source} from './figures.js';

const event = {
  id: ID,
  title: TEXT,
  'text?': TEXT,
  /** A day, or a day and a time of day. */
  from: WHEN,
  'until?': WHEN,
  /** The IANA zone of a time of day. */
  'zone?': ZONE,
  'place?': TEXT,
  /** The id of a town. */
  'town?': ID,
  /** Ids of those who call it. */
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
  rule: [event],
  audit(items, _, path) {
    distinct(items, path);
    every(
      items,
      path,
      'has a time of day without a zone',
      ({from, until = '', zone}) => zone || !/T/.test(from + until),
    );
    every(items, path, 'ends before it begins', ({from, until}) => !until || from.slice(0, until.length) <= until);
  },
};
