import {DATE, ID, TEXT, YEARLY, ZONE} from '../leaves.js';
import type {Infer, Leaf} from '../rules.js';
import {distinct, every, type Section} from '../section.js';

/** A calendar year. */
export const YEAR: Leaf<number> = (value): value is number =>
  Number.isSafeInteger(value) && (value as number) > 1899 && (value as number) < 10_000;

const observance = {
  id: ID,
  title: TEXT,
  'why?': TEXT,
  /** The same day of every year, or … */
  'yearly?': YEARLY,
  /** … days that the caller names, where they differ by year. */
  'dates?': [DATE],
  /** Where its day begins and ends; Europe/Minsk where absent. */
  'zone?': ZONE,
  /** The year of the first one. */
  'since?': YEAR,
} as const;

export type Observance = Infer<typeof observance>;

export const observances: Section<readonly [typeof observance]> = {
  name: 'observances',
  rule: [observance],
  audit(items, _, path) {
    distinct(items, path);
    every(items, path, 'lacks yearly or dates', ({yearly, dates}) => yearly || dates?.length);
  },
};

/** The days of an observance from the year before `today` to the year after the next, in order. */
const daysAround = ({yearly, dates = []}: Observance, today: string): string[] => {
  const year = +today.slice(0, 4);
  // 29 February is kept in leap years alone: no other day was named.
  const recurring = yearly ? [-1, 0, 1, 2, 3, 4].map((add) => `${year + add}-${yearly}`).filter(isLeapSafe) : [];
  return [...dates, ...recurring].sort();
};

const isLeapSafe = (date: string) => !date.endsWith('-02-29') || new Date(date).getUTCMonth() === 1;

/** The observance's day that is `today`, or the next one; undefined when all its dates are past. */
export const nextDay = (observance: Observance, today: string): string | undefined =>
  daysAround(observance, today).find((date) => date >= today);

/** The observance's last day before `today`. */
export const lastDay = (observance: Observance, today: string): string | undefined =>
  daysAround(observance, today).findLast((date) => date < today);

/** The observance whose day comes first, and that day. */
export const nextObservance = (
  items: readonly Observance[],
  todayIn: (zone: string | undefined) => string,
): {observance: Observance; day: string} | undefined =>
  items
    .flatMap((observance) => {
      const day = nextDay(observance, todayIn(observance.zone));
      return day ? [{observance, day}] : [];
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1))[0];
