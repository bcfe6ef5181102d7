import {pointsOf} from '../../feed/history.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Correction} from '../../feed/sections/corrections.js';
import type {Figure} from '../../feed/sections/figures.js';
import {formatCount, percentChange} from '../numbers.js';
import type {SuspiciousChange} from './suspicious-changes.js';

/** A larger change is suspicious: a fifth of the earlier value. */
const MAX_CHANGE = 0.2;

type ValueChange = Pick<SuspiciousChange, 'of' | 'was' | 'is'>;

/** Whether a correction is about a change of a figure: it names the figure, and no other values. */
export const explains = ({section = 'figures', of, was, is}: Correction, change: ValueChange) =>
  section === 'figures' && of === change.of && (was ?? change.was) === change.was && (is ?? change.is) === change.is;

/** A value of a figure before the present one. */
interface EarlierValue {
  readonly value: number;
  readonly date: string;
  /** Where it is from, for the message. */
  readonly origin: string;
}

const compare = (feed: Feed, figure: Figure, {value: was, date, origin}: EarlierValue): SuspiciousChange[] => {
  const {id: of, value: is, note} = figure;
  const change = {of, was, is};
  const explanations = feed.corrections.filter((correction) => correction.date >= date && explains(correction, change));
  const isLarge = Math.abs(is - was) > MAX_CHANGE * was;
  // A large change needs a correction that names the new value: a general note may have been written for a smaller one.
  const isExplained = isLarge
    ? explanations.some((correction) => correction.is === is)
    : is >= was || note || explanations.length;
  if (isExplained) return [];
  const percent = percentChange(was, is);
  const values = `${of} changed from ${formatCount(was)} (${origin}) to ${formatCount(is)}`;
  return [
    {
      pointer: `/figures/${feed.figures.indexOf(figure)}/value`,
      correctionPrefix: of,
      section: 'figures',
      ...change,
      message: isLarge
        ? `${values}${percent && `, by ${percent}`}: more than ${MAX_CHANGE * 100} % at once.`
        : `${values}, and nothing says why.`,
      fix: isLarge
        ? `Is a digit wrong? If the number is right, accept it with the reason, or add a correction with "is": ${is}.`
        : 'If the number is right, add a note to the figure or a correction that says why, or accept it with the reason.',
    },
  ];
};

/** Figures that rise or fall by more than a fifth, or fall without a reason, since their last point and since the published feed. */
export const figureChanges = (feed: Feed, published?: Feed): SuspiciousChange[] =>
  feed.figures.flatMap((figure) => {
    const point = pointsOf(figure).findLast(({date}) => date < figure.asOf);
    const old = published?.figures.find(({id}) => id === figure.id);
    const earlier: EarlierValue[] = [
      ...(point ? [{value: point.value, date: point.date, origin: point.date}] : []),
      ...(old ? [{value: old.value, date: old.asOf, origin: 'in the published feed'}] : []),
    ];
    return earlier.flatMap((value) => compare(feed, figure, value));
  });
