import {pointsOf} from '../../feed/history.js';
import {isBound, type Figure, type Point} from '../../feed/sections/figures.js';
import {UserError} from '../io.js';
import type {FigureTemplate} from './viasna-figures.js';

/** A count on a day, with its source. */
export interface Count {
  readonly value: number;
  /** The civil date of the count. */
  readonly asOf: string;
  readonly source: Figure['source'];
}

/** The figure's own value as a point of its history, with its note. */
const ownPoint = ({asOf: date, value, qualifier, source, note}: Figure): Point => ({
  date,
  value,
  ...(qualifier && {qualifier}),
  source,
  ...(note !== undefined && {note}),
});

/** The points before a date, with the figure's own, oldest first. */
const historyBefore = (figure: Figure, date: string): Point[] => {
  const {history = [], asOf, value} = figure;
  const same = history.find((point) => point.date === asOf && point.value === value);
  const own = asOf < date ? [{...same, ...ownPoint(figure)}] : [];
  return [...history.filter((point) => point.date !== asOf && point.date < date), ...own].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );
};

/** A figure with changed values: undefined removes a key, and `checkedAt` follows `asOf`. */
const changedFigure = (figure: Figure, {checkedAt, ...changes}: Partial<Figure>): Figure => {
  const entries = Object.entries({...figure, ...changes}).filter(
    ([key, value]) => value !== undefined && key !== 'checkedAt',
  );
  return Object.fromEntries(
    entries.flatMap((entry) => (entry[0] === 'asOf' ? [entry, ['checkedAt', checkedAt]] : [entry])),
  ) as Figure;
};

/**
 * A figure with a new count that was checked on the date `checkedAt`, and notes for the publisher. The old value moves to
 * the history with its source, qualifier and note; texts stay. “More than” becomes “at least”, since it was counted; 0 has
 * no qualifier, since “at least 0” says nothing.
 */
export const withCount = (figure: Figure, {value, asOf, source}: Count, checkedAt: string): [Figure, string[]] => {
  const newest = pointsOf(figure).at(-1)!;
  if (newest.date > asOf)
    throw new UserError(
      `${figure.id} already has a count of ${newest.date}; a list of ${asOf} is older.`,
      'Use a newer list, or leave out this figure with --figures.',
    );
  const isNewer = figure.asOf < asOf;
  const dropsNote = figure.note !== undefined && (isNewer || figure.value !== value);
  const history = historyBefore(figure, asOf);
  const dropsQualifier = value === 0 && isBound(figure);
  const changesQualifier = value > 0 && figure.qualifier === 'more-than';
  const changes: Partial<Figure> = {
    value,
    asOf,
    checkedAt,
    source,
    ...(changesQualifier && {qualifier: 'at-least'}),
    ...(dropsQualifier && {qualifier: undefined}),
    ...(dropsNote && {note: undefined}),
    history: history.length || figure.history ? history : undefined,
  };
  return [
    changedFigure(figure, changes),
    [
      ...(dropsNote && isNewer
        ? [`${figure.id}: its note moved to the history with the value of ${figure.asOf}.`]
        : []),
      ...(dropsNote && !isNewer ? [`${figure.id}: its note was about the old value, and was removed.`] : []),
      ...(changesQualifier ? [`${figure.id}: “more than” became “at least”, since it was counted.`] : []),
    ],
  ];
};

/** A figure that the feed does not have yet. */
export const newFigure = (
  id: string,
  {title, definition, unit}: FigureTemplate,
  {value, asOf, source}: Count,
  checkedAt: string,
): Figure => ({
  id,
  title: {en: title},
  value,
  ...(value && {qualifier: 'at-least'}),
  ...(unit && {unit}),
  asOf,
  checkedAt,
  source,
  definition: {en: definition},
});
