import {daysBetween} from '../../../feed/dates.js';
import type {Feed} from '../../../feed/parse-feed.js';
import {freshness, type Figure} from '../../../feed/sections/figures.js';
import {findIn} from './find.js';

/** The figure with an id, or the feed's first. */
export const figureIn = ({figures}: Feed, id?: string): Figure => findIn('figures', figures, id, '--figure');

/** What a person should know who publishes this figure today. */
export const figureWarnings = (figure: Figure, today: string): string[] =>
  freshness(figure, today) === 'stale'
    ? [`Warning: this figure is of ${figure.asOf}, ${daysBetween(figure.asOf, today)} days old.`]
    : [];
