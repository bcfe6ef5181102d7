import type {Feed} from '../../../feed/parse-feed.js';
import {daysBetween, freshness, type Figure} from '../../../feed/sections/figures.js';
import {findIn} from './find.js';

/** The figure that was asked for, or the feed's first. */
export const figureIn = ({figures}: Feed, id?: string): Figure => findIn('figures', figures, id, '--figure');

/** What a person should know who prints this number today; its date stands beside it all the same. */
export const figureCautions = (figure: Figure): string[] => {
  const today = new Date().toISOString().slice(0, 10);
  return freshness(figure, today) === 'stale'
    ? [`Careful: this figure is of ${figure.asOf}, ${daysBetween(figure.asOf, today)} days old.`]
    : [];
};
