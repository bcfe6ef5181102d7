import {daysBetween} from './dates.js';
import {isBound, type Figure, type Point} from './sections/figures.js';

/** Compares by a civil date, the oldest first; those of one date keep their order. */
export const byDate = ({date: a}: {readonly date: string}, {date: b}: {readonly date: string}) =>
  a < b ? -1 : a > b ? 1 : 0;

/**
 * All counted points of a figure, oldest first, its own value among them. Points of one date keep the feed's order, in
 * every engine. The note is the figure's, not the point's: none, also where `Object.prototype` has one.
 */
export const pointsOf = ({asOf, value, qualifier, source, history = []}: Figure): Point[] =>
  [...history.filter(({date}) => date !== asOf), {date: asOf, value, qualifier, source, note: undefined}].sort(byDate);

/** The highest of counted points; the newest of equal ones. */
export const peakOf = (points: readonly Point[]): Point =>
  points.reduce((peak, point) => (point.value < peak.value ? peak : point));

/** A change between two real points of a figure. */
export interface Change {
  readonly from: Point;
  readonly to: Point;
  /** `to` less `from`; undefined where one of them is a bound, such as “at least 1,140”: bounds cannot be subtracted. */
  readonly by?: number;
}

/**
 * The change since a civil date: from the last point on or before it, and at most 62 days older, to the newest.
 * Undefined where there is no such point: nothing is interpolated.
 */
export const changeSince = (figure: Figure, since: string): Change | undefined => {
  const points = pointsOf(figure);
  const to = points.at(-1)!;
  const from = points.findLast(({date}) => date <= since);
  if (!from || from === to || to.date !== figure.asOf || daysBetween(from.date, since) > 62) return undefined;
  return {from, to, by: isBound(from) || isBound(to) ? undefined : to.value - from.value};
};
