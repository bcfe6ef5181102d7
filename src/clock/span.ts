import {DAY, HOUR, MINUTE, SECOND} from './units.js';
import {instantAt, wallAt, type Zone} from './zone.js';

/** The units of a span, the largest first. Elsewhere a unit is its index in this list. */
export const UNITS = ['years', 'months', 'days', 'hours', 'minutes', 'seconds'];
/** How many of each unit. */
export type Span = [unit: number, n: number][];

/** The shortest that a unit can be, in milliseconds. */
const LEAST = [365 * DAY, 28 * DAY, DAY, HOUR, MINUTE, SECOND];
const MONTHS = [12, 1, 0];

/** The midnight before a wall time. */
const midnight = (wall: number) => Math.floor(wall / DAY) * DAY;

/** A number of months after a wall time; a month after 31 January is the last day of February. */
const addMonths = (wall: number, months: number) => {
  const date = new Date(wall);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return +date;
};

/**
 * The span from one instant to a later one. Years, months and days are counted by the zone's calendar, whatever its
 * clock does meanwhile; the rest is elapsed hours, minutes and seconds. Where no unit is smaller than a day, civil dates
 * are counted: on the eve it is one day.
 */
export const spanOf = (units: readonly number[], from: number, to: number, zone: Zone): Span => {
  let start = wallAt(from, zone);
  // Civil dates have no zone: one may begin at one o'clock.
  const areDates = units.at(-1)! < 3;
  if (areDates) [from, to] = [midnight(start), midnight(wallAt(to, zone))];
  const instant = (wall: number) => (areDates ? wall : instantAt(wall, zone));
  // From the beginning of such a day, too, the next one begins at midnight.
  if (instant(midnight(start)) === from) start = midnight(start);
  let months = 0;
  return units.map((unit) => {
    const monthsIn = (n: number) => months + n * MONTHS[unit]!;
    const add = (n: number) =>
      unit < 3 ? instant(addMonths(start, monthsIn(n)) + (unit < 2 ? 0 : n * DAY)) : from + n * LEAST[unit]!;
    // One more than fits, since a day may lack an hour.
    let n = Math.floor((to - from) / LEAST[unit]!) + 1;
    while (n && add(n) > to) n--;
    if (n) from = add(n);
    months = monthsIn(n);
    return [unit, n];
  });
};
