import {pointsOf} from '../../feed/history.js';
import type {Figure, Point} from '../../feed/sections/figures.js';
import {Stop} from '../io.js';

/** A number counted on a day, and who says so. */
export interface Count {
  readonly value: number;
  /** The civil date that it holds for. */
  readonly asOf: string;
  readonly source: Figure['source'];
}

/** The figure's own value as a point of its history, with the note that belongs to it. */
const ownPoint = ({asOf: date, value, qualifier, source, note}: Figure): Point => ({
  date,
  value,
  ...(qualifier && {qualifier}),
  source,
  ...(note !== undefined && {note}),
});

/** The points before a date, the figure's own among them, oldest first. */
const historyBefore = (figure: Figure, date: string): Point[] => {
  const {history = [], asOf, value} = figure;
  const twin = history.find((point) => point.date === asOf && point.value === value);
  const own = asOf < date ? [{...twin, ...ownPoint(figure)}] : [];
  return [...history.filter((point) => point.date !== asOf && point.date < date), ...own].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );
};

/** A figure with other values for some keys; what is undefined goes, and the day of the look follows that of the count. */
const changedFigure = (figure: Figure, changes: Partial<Figure>): Figure => {
  const {checkedAt, ...others} = changes;
  const entries = Object.entries({...figure, ...others}).filter(
    ([key, value]) => value !== undefined && key !== 'checkedAt',
  );
  return Object.fromEntries(
    entries.flatMap((entry) => (entry[0] === 'asOf' ? [entry, ['checkedAt', checkedAt]] : [entry])),
  ) as Figure;
};

/**
 * A figure with a new count; `checkedAt` is the day of the look. The old value goes into the history with its source,
 * qualifier and note; texts stay. “More than” becomes “at least”: what was counted is no bound.
 */
export const counted = (figure: Figure, {value, asOf, source}: Count, checkedAt: string): [Figure, string[]] => {
  const newest = pointsOf(figure).at(-1)!;
  if (newest.date > asOf)
    throw new Stop(
      `${figure.id} has a point of ${newest.date} already: a list of ${asOf} is older.`,
      'Take a newer list, or leave this figure out with --figures.',
    );
  const moves = figure.asOf < asOf;
  const outdated = figure.note !== undefined && (moves || figure.value !== value);
  const history = historyBefore(figure, asOf);
  const bound = figure.qualifier === 'more-than';
  const changes: Partial<Figure> = {
    value,
    asOf,
    checkedAt,
    source,
    ...(bound && {qualifier: 'at-least'}),
    ...(outdated && {note: undefined}),
    history: history.length || figure.history ? history : undefined,
  };
  return [
    changedFigure(figure, changes),
    [
      ...(outdated && moves ? [`${figure.id}: its note went with the value of ${figure.asOf} into the history.`] : []),
      ...(outdated && !moves ? [`${figure.id}: its note was of the old value, and is gone.`] : []),
      ...(bound ? [`${figure.id}: “more than” became “at least”, since it was counted.`] : []),
    ],
  ];
};

/** A figure that the feed has not had. */
export const created = (
  id: string,
  {title, definition}: {title: string; definition: string},
  {value, asOf, source}: Count,
  checkedAt: string,
): Figure => ({
  id,
  title: {en: title},
  value,
  qualifier: 'at-least',
  asOf,
  checkedAt,
  source,
  definition: {en: definition},
});
