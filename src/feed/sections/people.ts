import {DATE, ID, PARTIAL_DATE, TEXT} from '../fields.js';
import type {Infer} from '../schema.js';
import {assert, type Section} from '../section.js';
import {daysBetween} from '../dates.js';
import {source} from './figures.js';

/** What happened to a person. Those that say where the person is now come first. */
const INCIDENTS = [
  'detained',
  'released',
  'exchanged',
  'exiled',
  'home',
  'died',
  'sentenced',
  'transferred',
  'no-contact',
  'other',
] as const;
/** How many of them say where the person is. */
const STATUSES = 6;

const incident = {
  what: INCIDENTS,
  /** As precisely as it is known. */
  date: PARTIAL_DATE,
  /** When a time without contact, or a ban from the country, ended. */
  'until?': PARTIAL_DATE,
  source,
  'note?': TEXT,
} as const;

/** Where a person can be written to, as the post of the country reads it. */
const letter = {address: TEXT} as const;

const person = {
  /** Stable, also when a spelling of the name changes. */
  id: ID,
  /** The name as each language writes it. */
  name: TEXT,
  'aliases?': [TEXT],
  /** Why the person may be named: their own consent, their family's, or that they are in public life. */
  consent: ['own', 'family', 'public'],
  incidents: [incident],
  /** Shown only while the person is held. */
  'letter?': letter,
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
export const PERSON_STATUSES = ['held', 'unknown', 'released', 'exchanged', 'exiled', 'home', 'died'] as const;
export type PersonStatus = (typeof PERSON_STATUSES)[number];

/** Days after `checkedAt` from which it is unknown where a held person is. */
const KNOWN_FOR = 180;

/** The incidents of a kind up to a day, oldest first; those of one day in the order of the list. */
const incidentsUntil = ({incidents}: Person, today: string, isOfKind: (what: Incident['what']) => boolean) =>
  incidents
    .filter(({what, date}) => isOfKind(what) && date <= today)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

/** The incidents that say where a person is, up to a day. The last one decides. */
export const statusIncidents = (person: Person, today: string) =>
  incidentsUntil(person, today, (what) => INCIDENTS.indexOf(what) < STATUSES);

/**
 * Where a person is on a day, by the last incident that says so; of two on one day the later in the list. Held is
 * believed for 180 days after `checkedAt`, and unknown without it: people are released without a word. Where a person is
 * whose ban from the country has ended is unknown, too.
 */
export const statusOn = (person: Person, today: string): PersonStatus => {
  const last = statusIncidents(person, today).at(-1);
  if (!last) return 'unknown';
  const {what, until} = last;
  if (what === 'exiled' && until && until <= today) return 'unknown';
  if (what !== 'detained') return what as PersonStatus;
  const {checkedAt} = person;
  return checkedAt && daysBetween(checkedAt, today) <= KNOWN_FOR ? 'held' : 'unknown';
};

/** How the present detention began, if the last incident is one: a second arrest of a person who is held begins nothing. */
export const detentionOf = (person: Person, today: string): Incident | undefined => {
  const known = statusIncidents(person, today);
  return known[known.findLastIndex(({what}) => what !== 'detained') + 1];
};

/** Whether a date is before another, at the precision of both: 2023-05 is not before 2023-05-04. */
const isBefore = (earlier: string, later: string) => {
  const precision = Math.min(earlier.length, later.length);
  return earlier.slice(0, precision) < later.slice(0, precision);
};

/**
 * Since when a person is without contact, as precisely as it is known; undefined unless the person is held, and there has
 * been no contact since. What was before the present detention does not count.
 */
export const withoutContactSince = (person: Person, today: string): string | undefined => {
  const last = incidentsUntil(person, today, (what) => what === 'no-contact').at(-1);
  const detention = detentionOf(person, today);
  return last && !last.until && statusOn(person, today) === 'held' && !isBefore(last.date, detention!.date)
    ? last.date
    : undefined;
};

/** Days without contact, if they began on a day that is known. */
export const daysWithoutContact = (person: Person, today: string): number | undefined => {
  const since = withoutContactSince(person, today);
  return since && DATE(since) ? daysBetween(since, today) : undefined;
};
