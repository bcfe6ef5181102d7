import {DATE, ID, PARTIAL_DATE, TEXT} from '../fields.js';
import type {Infer} from '../schema.js';
import {assert, type Section} from '../section.js';
import {daysBetween} from '../dates.js';
import {source} from './figures.js';

/** What happened to a person. Those that say where the person is now come first. */
const INCIDENTS = ['detained', 'released', 'exchanged', 'exiled', 'died', 'sentenced', 'no-contact', 'other'] as const;

const incident = {
  what: INCIDENTS,
  /** As precisely as it is known. */
  date: PARTIAL_DATE,
  /** When a time without contact ended. */
  'until?': PARTIAL_DATE,
  source,
  'note?': TEXT,
} as const;

const person = {
  /** Stable, also when a spelling of the name changes. */
  id: ID,
  /** The name as each language writes it. */
  name: TEXT,
  'aliases?': [TEXT],
  /** Why the person may be named: their own consent, their family's, or that they are in public life. */
  consent: ['own', 'family', 'public'],
  incidents: [incident],
  /** The day on which the last incident was known to be the last. */
  'checkedAt?': DATE,
} as const;

export type Person = Infer<typeof person>;
export type Incident = Infer<typeof incident>;

export const people: Section<readonly [typeof person]> = {
  name: 'people',
  schema: [person],
  lenient: true,
  refine({incidents}, {issued}, path) {
    const today = issued.slice(0, 10);
    assert(incidents.length, path, 'has no incident');
    assert(
      incidents.every(({date, until = date}) => date <= today && until <= today),
      path,
      'has a date after issued',
    );
  },
};

/** Where a person is, as far as it is known. */
export type PersonStatus = 'held' | 'released' | 'exchanged' | 'exiled' | 'died' | 'unknown';

/** Days after `checkedAt` from which it is unknown where a held person is. */
const KNOWN_FOR = 180;

/**
 * Where a person is on a day, by the last incident that says so; of two on one day the later in the list. Held is
 * believed for 180 days after `checkedAt`, and unknown without it: people are released without a word.
 */
export const statusOn = ({incidents, checkedAt}: Person, today: string): PersonStatus => {
  const [last] = incidents
    .filter(({what, date}) => INCIDENTS.indexOf(what) < 5 && date <= today)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .slice(-1);
  if (!last) return 'unknown';
  if (last.what !== 'detained') return last.what as PersonStatus;
  return checkedAt && daysBetween(checkedAt, today) <= KNOWN_FOR ? 'held' : 'unknown';
};

/** Days without contact, counted only while a person is held, to the day known, and there has been no contact since. */
export const daysWithoutContact = (person: Person, today: string): number | undefined => {
  const last = person.incidents.filter(({what}) => what === 'no-contact').at(-1);
  return last && !last.until && DATE(last.date) && statusOn(person, today) === 'held'
    ? daysBetween(last.date, today)
    : undefined;
};
