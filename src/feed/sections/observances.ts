import {DATE, ID, TEXT} from '../fields.js';
import type {Infer, FieldType} from '../schema.js';
import {assert, type Section} from '../section.js';
import {pattern} from '../string-type.js';

/** A day of every year, `08-09`. */
export const MONTH_DAY = /* @__PURE__ */ pattern(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** An IANA time zone, or `local` for the reader's own. */
export const ZONE = /* @__PURE__ */ pattern(/^[A-Za-z]+([/_+-][A-Za-z0-9]+)*$/);

/** A calendar year. */
export const YEAR: FieldType<number> = (value): value is number =>
  Number.isSafeInteger(value) && (value as number) > 1899 && (value as number) < 10_000;

const observance = {
  id: ID,
  title: TEXT,
  'why?': TEXT,
  /** The same day of every year, or … */
  'yearly?': MONTH_DAY,
  /** … named days, where they differ by year. */
  'dates?': [DATE],
  /** The zone in which its day begins and ends; Europe/Minsk by default. */
  'zone?': ZONE,
  /** The year of the first one. */
  'since?': YEAR,
} as const;

export type Observance = Infer<typeof observance>;

export const observances: Section<readonly [typeof observance]> = {
  name: 'observances',
  schema: [observance],
  refine({yearly, dates}, _, path) {
    assert(yearly || dates?.length, path, 'lacks yearly or dates');
  },
};

/** The days of an observance around `today`, in order; 29 February comes every eighth year at the latest. */
const daysAround = ({yearly, dates = []}: Observance, today: string): string[] => {
  const days = [...dates];
  const year = +today.slice(0, 4);
  const reach = yearly === '02-29' ? 8 : 1;
  for (let offset = -reach; yearly && offset <= reach; offset++) days.push(`${year + offset}-${yearly}`);
  return days.sort();
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
