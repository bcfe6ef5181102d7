import {pointsOf} from '../../feed/history.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Correction} from '../../feed/sections/corrections.js';
import type {Figure} from '../../feed/sections/figures.js';

/** The figure that a correction is about, as it was counted when the number was the right one; undefined where it is gone. */
export const correctedFigure = (
  {figures}: Pick<Feed, 'figures'>,
  {section = 'figures', of, is}: Correction,
): Figure | undefined => {
  const figure = section === 'figures' ? figures.find(({id}) => id === of) : undefined;
  const point = figure && pointsOf(figure).findLast(({value}) => value === is);
  return point && {...figure, value: point.value, qualifier: point.qualifier, asOf: point.date, source: point.source};
};
