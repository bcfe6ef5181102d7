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

/** The days named for an observance around `today`, in order; 29 February comes every eighth year at the latest. */
const daysAround = ({yearly, dates = []}: Observance, today: string): string[] => {
  const reach = yearly === '02-29' ? 8 : 1;
  const years = yearly ? Array.from({length: 2 * reach + 1}, (_, i) => +today.slice(0, 4) + i - reach) : [];
  return [...dates, ...years.map((year) => `${year}-${yearly}`)].sort();
};

/** Not before the first one, and not on a day that the year lacks: no other day was named. */
const isHeld = ({since = 0}: Observance, date: string) => +date.slice(0, 4) >= since && DATE(date);

/** The observance's day that is `today`, or the next one; undefined when all its dates are past. */
export const nextDay = (observance: Observance, today: string): string | undefined =>
  daysAround(observance, today).find((date) => date >= today && isHeld(observance, date));

/** The observance's last day before `today`. */
export const lastDay = (observance: Observance, today: string): string | undefined =>
  daysAround(observance, today).findLast((date) => date < today && isHeld(observance, date));

/** An observance, and a day of it. */
export interface Next {
  readonly observance: Observance;
  readonly day: string;
}

/** The observance whose day comes first, and that day. */
export const nextObservance = (
  items: readonly Observance[],
  todayIn: (zone: string | undefined) => string,
): Next | undefined =>
  items
    .flatMap((observance) => {
      const day = nextDay(observance, todayIn(observance.zone));
      return day ? [{observance, day}] : [];
    })
    .reduce<Next | undefined>((first, next) => (first && first.day <= next.day ? first : next), undefined);
