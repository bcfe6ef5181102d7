import {pointsOf} from '../../feed/history.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Figure, Point} from '../../feed/sections/figures.js';
import {formatCount} from '../numbers.js';
import {explains} from './figure-changes.js';
import type {SuspiciousChange} from './suspicious-changes.js';

const removedFigure = ({id: of, title, value}: Figure): SuspiciousChange => ({
  pointer: '/figures',
  correctionPrefix: of,
  section: 'figures',
  of,
  title,
  was: value,
  message: `The figure ${of} was removed, with its history.`,
  fix: 'Put it back. If it was withdrawn, accept this with the reason.',
});

/** A point of the published feed that was removed or changed. */
const changedPoint = (figure: Figure, pointer: string, {date, value: was}: Point): SuspiciousChange[] => {
  const {id: of, asOf, history = []} = figure;
  const is = pointsOf(figure).find((point) => point.date === date)?.value;
  if (is === was) return [];
  const change = {
    correctionPrefix: of,
    section: 'figures',
    of,
    was,
    is,
    fix: 'Published counts stay in the history. Put it back, or accept the change with the reason why the count was wrong.',
  };
  if (is === undefined)
    return [
      {
        ...change,
        pointer: `${pointer}/history`,
        message: `${of}: the count of ${date} (${formatCount(was)}) was removed.`,
      },
    ];
  const i = history.findIndex((point) => point.date === date);
  return [
    {
      ...change,
      pointer: asOf === date ? `${pointer}/value` : `${pointer}/history/${i}/value`,
      message: `${of}: the count of ${date} changed from ${formatCount(was)} to ${formatCount(is)}.`,
    },
  ];
};

/**
 * Figures and points of the published feed that were removed or changed. A correction that was published already
 * explains something else, unless it names both values.
 */
export const removedData = (feed: Feed, published: Feed): SuspiciousChange[] => {
  const oldCorrections = new Set(published.corrections.map(({id}) => id));
  const isExplained = (change: SuspiciousChange) =>
    feed.corrections.some(
      (correction) =>
        explains(correction, change) &&
        (!oldCorrections.has(correction.id) || (correction.was === change.was && correction.is === change.is)),
    );
  return published.figures
    .flatMap((old) => {
      const i = feed.figures.findIndex(({id}) => id === old.id);
      return i < 0
        ? [removedFigure(old)]
        : pointsOf(old).flatMap((point) => changedPoint(feed.figures[i]!, `/figures/${i}`, point));
    })
    .filter((change) => !isExplained(change));
};
