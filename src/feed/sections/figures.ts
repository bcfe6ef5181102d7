import {COUNT, DATE, DAYS, ID, LINK, TEXT} from '../leaves.js';
import type {Infer} from '../rules.js';
import {distinct, every, type Section} from '../section.js';

const QUALIFIER = ['exact', 'at-least', 'more-than'] as const;

/** Where a fact is from. */
export const source = {name: TEXT, 'url?': LINK} as const;

const point = {
  date: DATE,
  value: COUNT,
  'qualifier?': QUALIFIER,
  source,
  'note?': TEXT,
} as const;

const figure = {
  /** `held`, `women`, `minors`, `recognised`, `released`, or the campaign's own. */
  id: ID,
  title: TEXT,
  value: COUNT,
  'qualifier?': QUALIFIER,
  asOf: DATE,
  'checkedAt?': DATE,
  source,
  definition: TEXT,
  /** What the reader must know beside the number: a release after the count, a dispute. */
  'note?': TEXT,
  /** Days after `asOf` from which the figure is called old; 45 where absent. */
  'staleAfterDays?': DAYS,
  'history?': [point],
} as const;

export type Figure = Infer<typeof figure>;
export type Qualifier = (typeof QUALIFIER)[number];
/** A counted value of a figure on a day, as its source gave it. */
export type Point = Infer<typeof point>;

export const figures: Section<readonly [typeof figure]> = {
  name: 'figures',
  rule: [figure],
  audit(items, {issued}, path) {
    distinct(items, path);
    // A count of tomorrow is a mistake. The feed's own date decides: a reader's clock may be wrong.
    every(items, path, 'has a date after issued', ({asOf, history = []}) =>
      [asOf, ...history.map(({date}) => date)].every((date) => date <= issued.slice(0, 10)),
    );
  },
};

const DAY = 86_400_000;

/** Whole days from one civil date to another, `2026-03-05` to `2026-03-19` is 14. */
export const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/**
 * How old a figure is on a civil date: `ageing` after two thirds of `staleAfterDays`, `stale` after all of them, and
 * after the feed's own end: a server that hands out an old feed for ever does not stop the clock. A date before `asOf`
 * (a wrong clock) is no age; the as-of date stands beside the number all the same.
 */
export const freshness = (
  {asOf, staleAfterDays = 45}: Figure,
  today: string,
  expires?: string,
): 'ageing' | 'stale' | undefined => {
  const age = daysBetween(asOf, today) / staleAfterDays;
  return age > 1 || (expires && expires.slice(0, 10) < today) ? 'stale' : age > 2 / 3 ? 'ageing' : undefined;
};
