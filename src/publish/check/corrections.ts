import {daysBetween} from '../../feed/dates.js';
import {pointsOf} from '../../feed/history.js';
import type {Feed} from '../../feed/parse-feed.js';
import {correctionOf, type Correction} from '../../feed/sections/corrections.js';
import type {CheckContext} from './check.js';
import {formatCount} from '../report.js';
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

/** Newest corrections that name a count which their figure does not have: readers would see two numbers. */
export const contradictingCorrections = ({corrections = [], figures = []}: Partial<Feed>): Finding[] =>
  figures.flatMap((figure) => {
    const {id, value} = figure;
    const newest = correctionOf(corrections, id);
    const is = newest?.is;
    if (is === undefined || pointsOf(figure).some((point) => point.value === is)) return [];
    return [
      found(
        'contradicting-correction',
        `/corrections/${corrections.indexOf(newest!)}/is`,
        `The correction says that ${formatCount(is)} is right, but ${id} says ${formatCount(value)}, and its history has no ${formatCount(is)}.`,
        'Correct the figure or the correction. If a later count has replaced this one, keep it in the history.',
        {is, value},
      ),
    ];
  });

const endedCorrection = (correction: Correction, pointer: string, {feed, today}: CheckContext): Finding[] => {
  if (!hasEnded(correction, feed, today)) return [];
  const message = `${correction.id} is of ${correction.date}. Widgets no longer show it, but every page loads it.`;
  return [
    found('ended-correction', pointer, message, 'Remove it, or move it to a page of your site.', {
      date: correction.date,
    }),
  ];
};

/** A correction that calls a count wrong which the history has for an earlier date: both may be right. */
const changeAsCorrection = (
  {section = 'figures', of, was, is}: Correction,
  pointer: string,
  {feed: {figures}}: CheckContext,
): Finding[] => {
  const figure = section === 'figures' && figures.find(({id}) => id === of);
  if (!figure || was === undefined || is === undefined) return [];
  const points = pointsOf(figure);
  const i = points.findIndex(({value}) => value === was);
  if (i < 0 || !points.slice(i + 1).some(({value}) => value === is)) return [];
  return [
    found(
      'change-as-correction',
      pointer,
      `Readers learn that ${formatCount(was)} was wrong, but it is the count of ${points[i]!.date} in the history of ${of}.`,
      'If it was right on that day, remove the correction, and write its text as the note of the figure.',
      {was, date: points[i]!.date},
    ),
  ];
};

/** Corrections that nobody needs any more, and those that correct nothing. */
export const correctionFindings = (context: CheckContext): Finding[] =>
  context.feed.corrections.flatMap((correction, i) =>
    [endedCorrection, changeAsCorrection].flatMap((find) => find(correction, `/corrections/${i}`, context)),
  );
