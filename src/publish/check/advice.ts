import {
  COUNT,
  COUNTRY,
  DATE,
  DAYS,
  COORDINATE,
  BOOLEAN,
  HASHTAG,
  ID,
  INSTANT,
  LANG,
  LINK,
  PARTIAL_DATE,
  TEXT,
  WHEN,
  MONTH_DAY,
  ZONE,
} from '../../feed/fields.js';
import type {FieldType, Rule} from '../../feed/schema.js';
import {VERSION} from '../../feed/sections/head.js';
import {YEAR} from '../../feed/sections/observances.js';
import {isChoice, isLeaf, isList, type Place} from './places.js';

/** What is wrong at a place of a feed (a JSON pointer), and how to mend it: two sentences for who writes feeds. */
export interface Finding {
  readonly at: string;
  readonly what: string;
  readonly mend: string;
}

/** Of each leaf: what it is, and how it is written. */
const LEAVES = new Map<FieldType<unknown>, readonly [noun: string, mend: string]>([
  [VERSION, ['the version of the contract', 'Write 1, without quotes.']],
  [TEXT, ['a text', 'Write words in quotes, or words for each language: {"en": "…", "be": "…"}. None may be empty.']],
  [ID, ['an id', 'Write small Latin letters, digits and hyphens, at most 64, such as day-of-solidarity.']],
  [DATE, ['a date', 'Write the date as 2026-03-05; the calendar must have the day.']],
  [PARTIAL_DATE, ['a date', 'Write the date as precisely as it is known: 2023, 2023-02 or 2023-02-08.']],
  [WHEN, ['a date or time', 'Write 2027-08-09, or 2027-08-09T18:30 for the time at the place.']],
  [INSTANT, ['an instant', 'Write the date and time in UTC as 2026-11-22T00:00:00Z.']],
  [MONTH_DAY, ['a day of the year', 'Write month and day as 08-09.']],
  [ZONE, ['a time zone', 'Write the IANA name of the zone, such as Europe/Minsk.']],
  [LINK, ['a link', 'Write the whole address, beginning with https://, without a user name.']],
  [LANG, ['a language', 'Write the language’s tag, such as be, en or be-tarask.']],
  [COUNTRY, ['a country', 'Write the country’s two capital letters, such as BY.']],
  [HASHTAG, ['a hashtag', 'Write the sign # and one word, such as #StandWithBelarus.']],
  [COORDINATE, ['degrees', 'Write a number from -180 to 180, without quotes, such as 53.9.']],
  [COUNT, ['a count', 'Write a whole number of 0 or more, without quotes, comma or space, such as 1140.']],
  [DAYS, ['a number of days', 'Write a whole number of days, without quotes, such as 45 or -14.']],
  [YEAR, ['a year', 'Write the year with four digits, without quotes, such as 2020.']],
  [BOOLEAN, ['yes or no', 'Write true or false, without quotes.']],
]);

/** Of each thing that a section's `audit` says: how to mend it. */
const FAULTS: readonly (readonly [fault: string, mend: string])[] = [
  ['repeats an id', 'Give each item of the list an id of its own; pages and other sections point to it.'],
  ['has a date after issued', 'Correct the date. If it is right, set issued, at the top of the feed, to now.'],
  ['lacks yearly or dates', 'Add "yearly": "08-09", or "dates": ["2027-08-09"].'],
  ['has a time of day without a zone', 'Add "zone": "Europe/Minsk", or the zone where the event is.'],
  ['ends before it begins', 'Correct from or until.'],
  ['has no incident', 'Add what happened to the person, with date and source, or leave the person out.'],
  ['lies beyond a pole', 'Correct the latitude: -90 to 90. Are latitude and longitude swapped?'],
];

/** How to mend what a section's `audit` found. */
export const mendOf = (fault: string): string =>
  FAULTS.find(([known]) => known === fault)?.[1] ?? 'Look the section up in the README.';

const nounOf = (rule: Rule): string => {
  if (isLeaf(rule)) return LEAVES.get(rule)![0];
  if (isChoice(rule)) return `one of ${rule.join(', ')}`;
  return isList(rule) ? 'a list' : 'an object';
};

const writeOf = (rule: Rule): string => {
  if (isLeaf(rule)) return LEAVES.get(rule)![1];
  if (isChoice(rule)) return `Write one of ${rule.map((word) => `"${word}"`).join(', ')}.`;
  return isList(rule) ? 'Write a list in square brackets: [ … ].' : 'Write its keys and values in braces: { … }.';
};

/** A value as it stands in the file, cut short. */
const shown = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

/** The advice for a place where something else stands than must, or nothing. */
export const adviceFor = ({at, rule, value, lacks}: Place): Finding => {
  if (lacks) return {at, what: `“${lacks}” is missing.`, mend: `Add "${lacks}". ${writeOf(rule)}`};
  const plain = rule === LINK && typeof value === 'string' && value.startsWith('http://');
  const mend = plain ? 'Use the site’s address with https://. If it has none, leave the url out.' : writeOf(rule);
  return {at, what: `${shown(value)} is not ${nounOf(rule)}.`, mend};
};
