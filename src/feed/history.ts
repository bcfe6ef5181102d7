import {daysBetween, type Figure, type Point} from './sections/figures.js';

/** All counted points of a figure, oldest first, its own value among them. */
export const pointsOf = ({asOf, value, qualifier, source, history = []}: Figure): Point[] =>
  [...history.filter(({date}) => date !== asOf), {date: asOf, value, qualifier, source}].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );

/** A number counted, not a bound such as “more than 1,370”: only such points can be subtracted. */
const counted = ({qualifier}: Point) => qualifier !== 'more-than';

/**
 * The change since a day, between two real points: the newest, and the last one counted on or before `since`
 * and at most 62 days older than it. Undefined where no such point exists: nothing is interpolated.
 */
export const changeSince = (figure: Figure, since: string): {from: Point; by: number} | undefined => {
  const points = pointsOf(figure).filter(counted);
  const newest = points.at(-1);
  const from = points.findLast(({date}) => date <= since);
  return newest && from && newest.date === figure.asOf && from !== newest && daysBetween(from.date, since) <= 62
    ? {from, by: newest.value - from.value}
    : undefined;
};
