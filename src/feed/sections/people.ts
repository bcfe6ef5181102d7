import {DATE, ID, PARTIAL_DATE, TEXT} from '../fields.js';
import type {Infer} from '../schema.js';
import {assert, assertPast, type Section} from '../section.js';
import {daysBetween} from '../dates.js';
import {source} from './figures.js';
import {isExpired} from './head.js';

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
/** Those that can be over: a short arrest, a ban from the country, a time without contact. */
const SPANS: readonly string[] = ['detained', 'exiled', 'no-contact', 'other'];

const incident = {
  what: INCIDENTS,
  /** As precisely as it is known. */
  date: PARTIAL_DATE,
  /** When a detention, a ban from the country, or a time without contact ended. */
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
  refine({incidents}, head, path) {
    assert(incidents.length, path, 'has no incident');
    assertPast(
      incidents.flatMap(({date, until = date}) => [date, until]),
      head,
      path,
    );
    assert(
      incidents.every(({what, date, until}) => !until || (SPANS.includes(what) && !isBefore(until, date))),
      path,
      'has an until that is no end',
    );
  },
};

/** Where a person is, as far as it is known. */
export const PERSON_STATUSES = ['held', 'unknown', 'released', 'exchanged', 'exiled', 'home', 'died'] as const;
export type PersonStatus = (typeof PERSON_STATUSES)[number];

/** Days after `checkedAt` from which it is unknown where a held person is. */
const KNOWN_FOR = 180;

/** Whether a date is before another, at the precision of both: 2023-05 is not before 2023-05-04. */
const isBefore = (earlier: string, later: string) => {
  const precision = Math.min(earlier.length, later.length);
  return earlier.slice(0, precision) < later.slice(0, precision);
};

/**
 * The incidents up to a day, the oldest first. Where their dates leave the order open, since they are of one day or known
 * in part, it is that of the list.
 */
export const incidentsUntil = ({incidents}: Person, today: string): Incident[] => {
  const left = incidents.filter(({date}) => date <= today);
  const ordered: Incident[] = [];
  while (left[0]) {
    const newest = left.reduce((newest, {date}) => (date > newest ? date : newest), '');
    const last = left.findLastIndex(({date}) => !isBefore(date, newest));
    ordered.unshift(...left.splice(last, 1));
  }
  return ordered;
};

/** The incidents that say where a person is, up to a day. The last one decides. */
export const statusIncidents = (person: Person, today: string) =>
  incidentsUntil(person, today).filter(({what}) => INCIDENTS.indexOf(what) < STATUSES);

/**
 * Where a person is on a day, by the last incident that says so; of two on one day the later in the list. Held is
 * believed for 180 days after `checkedAt`, while the feed is not out of date, and unless something else may have happened
 * later (dates known in part leave it open): people are released without a word. Where a person is whose detention or ban
 * has ended is unknown, too.
 */
export const statusOn = (person: Person, today: string, expires?: string): PersonStatus => {
  const known = statusIncidents(person, today);
  const last = known.at(-1);
  if (!last || (last.until && last.until <= today)) return 'unknown';
  const {what, date} = last;
  if (what !== 'detained') return what as PersonStatus;
  const mayBeOver = known.some(
    (other) => other.what !== what && !isBefore(other.date, date) && !(other.date === date && DATE(date)),
  );
  const {checkedAt = ''} = person;
  const age = daysBetween(checkedAt, today);
  // A day before is the check of another time zone, or a wrong clock; more is a mistake.
  const isKnown = age >= -1 && age <= KNOWN_FOR && !isExpired(expires, today);
  return isKnown && !mayBeOver ? 'held' : 'unknown';
};

/**
 * How the present detention began, if the last incident is one: a second arrest of a person who is held begins nothing,
 * unless the first detention was over.
 */
export const detentionOf = (person: Person, today: string): Incident | undefined => {
  const known = statusIncidents(person, today);
  return known[known.findLastIndex(({what, until}, i) => what !== 'detained' || (until && known[i + 1])) + 1];
};

/**
 * Since when a person is without contact, as precisely as it is known; undefined unless the person is held, and there has
 * been no contact since. What was before the present detention does not count.
 */
export const withoutContactSince = (person: Person, today: string, expires?: string): string | undefined => {
  const last = incidentsUntil(person, today).findLast(({what}) => what === 'no-contact');
  const detention = detentionOf(person, today);
  return last && !last.until && statusOn(person, today, expires) === 'held' && !isBefore(last.date, detention!.date)
    ? last.date
    : undefined;
};

/** Days without contact, if they began on a day that is known. */
export const daysWithoutContact = (person: Person, today: string, expires?: string): number | undefined => {
  const since = withoutContactSince(person, today, expires);
  return since && DATE(since) ? daysBetween(since, today) : undefined;
};
