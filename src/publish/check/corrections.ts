import {daysBetween} from '../../feed/dates.js';
import {pointsOf} from '../../feed/history.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Correction} from '../../feed/sections/corrections.js';
import type {CheckContext} from './check.js';
import {found, type Finding} from './findings.js';
import {SAME_NAME} from './organisations.js';

/** Days after which a correction is of no more use; widgets show it for 30. */
const KEEP_FOR = 365;

/**
 * Whether a correction has ended: it is old, its figure is still there and has a later point in its history, so that it
 * does not explain the present value; and it accepts no name that two organisations share. Every page loads all
 * corrections.
 */
const hasEnded = ({id, date, section = 'figures', of, retracted}: Correction, {figures}: Feed, today: string) => {
  if (daysBetween(date, today) <= KEEP_FOR || retracted || id.startsWith(`${SAME_NAME}-`)) return false;
  const figure = figures.find((one) => one.id === of);
  if (section !== 'figures' || !figure) return section !== 'figures' || of === undefined;
  const last = pointsOf(figure).findLast((point) => point.date < figure.asOf);
  return !last || last.date > date;
};

/** Corrections that nobody needs any more. */
export const correctionFindings = ({feed, today}: CheckContext): Finding[] =>
  feed.corrections.flatMap((correction, i) => {
    if (!hasEnded(correction, feed, today)) return [];
    const message = `${correction.id} is of ${correction.date}. Widgets no longer show it, but every page loads it.`;
    return [found('ended-correction', `/corrections/${i}`, message, 'Remove it, or move it to a page of your site.')];
  });
