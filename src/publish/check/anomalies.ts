import {isDeepStrictEqual} from 'node:util';
import type {Feed} from '../../feed/parse-feed.js';
import {pointsOf} from '../../feed/history.js';
import type {Correction} from '../../feed/sections/corrections.js';
import type {Figure, Point} from '../../feed/sections/figures.js';
import type {Finding} from './advice.js';
import {sameNames} from './same-names.js';

/** Something well-formed that is more likely a mistake than true: published only with a reason. */
export interface Anomaly extends Finding {
  /** What the id of a correction that accepts it begins with. */
  readonly key: string;
  /** The section, and the item of it, that a correction names. */
  readonly section?: string;
  readonly of?: string;
  readonly was?: number;
  readonly is?: number;
}

/** A change by more than a fifth is asked about. */
const JUMP = 0.2;

const number = (value: number) => value.toLocaleString('en');

/** `-22.5 %`, of the earlier value; nothing where that was 0. */
export const percent = (was: number, is: number): string =>
  was ? `${is > was ? '+' : ''}${Number((((is - was) / was) * 100).toFixed(1))} %` : '';

type Change = Pick<Anomaly, 'of' | 'was' | 'is'>;

/** A correction of this figure that contradicts neither value; `exact` must name the new one. */
const speaksOf =
  ({of, was, is}: Change, exact: boolean) =>
  (correction: Correction) =>
    correction.of === of &&
    (correction.section ?? 'figures') === 'figures' &&
    (correction.was ?? was) === was &&
    (exact ? correction.is === is : (correction.is ?? is) === is);

const jumps = (was: number, is: number) => Math.abs(is - was) > JUMP * was;

/** What is to be asked about a figure that had another value on an earlier day, or in the feed before. */
const changed = (feed: Feed, figure: Figure, was: number, since: string, before: string): Anomaly[] => {
  const {id: of, value: is, note} = figure;
  const change = {of, was, is};
  const told = feed.corrections.filter(({date}) => date >= since);
  if (told.some(speaksOf(change, true))) return [];
  const jump = jumps(was, is);
  if (!jump && (is >= was || note || told.some(speaksOf(change, false)))) return [];
  const name = `${of}: ${number(was)} (${before}) became ${number(is)}`;
  return [
    {
      at: `/figures/${feed.figures.indexOf(figure)}/value`,
      key: of,
      section: 'figures',
      ...change,
      what: jump
        ? `${name}. That is ${percent(was, is) || 'a change from nothing'}, more than ${JUMP * 100} % at once.`
        : `${name}, and nothing says why.`,
      mend: jump
        ? `Is a digit wrong? If the number is right, accept it with the reason, or add a correction with "is": ${is}.`
        : 'If the number is right, add a note to the figure or a correction that says why, or accept it with the reason.',
    },
  ];
};

const ofFigure = (feed: Feed, figure: Figure, previous?: Feed): Anomaly[] => {
  const earlier = pointsOf(figure).findLast(({date}) => date < figure.asOf);
  const old = previous?.figures.find(({id}) => id === figure.id);
  return [
    ...(earlier ? changed(feed, figure, earlier.value, earlier.date, earlier.date) : []),
    ...(old ? changed(feed, figure, old.value, old.asOf, 'the feed before') : []),
  ];
};

const gone = (at: string, {id: of, value}: Figure): Anomaly => ({
  at,
  key: of,
  section: 'figures',
  of,
  was: value,
  what: `${of}: the figure is gone with its history.`,
  mend: 'Put it back. If it was withdrawn, accept it with the reason.',
});

/** A point of the feed before that is gone, or has another value now. */
const lostPoint = (figure: Figure, at: string, {date, value: was}: Point): Anomaly[] => {
  const {id: of, asOf, history = []} = figure;
  const is = pointsOf(figure).find((point) => point.date === date)?.value;
  if (is === was) return [];
  const change = {key: of, section: 'figures', of, was, is};
  const mend = 'What was published stays. Put it back, or accept the change with the reason why it was wrong.';
  if (is === undefined)
    return [{...change, at: `${at}/history`, what: `${of}: the point of ${date} (${number(was)}) is gone.`, mend}];
  return [
    {
      ...change,
      at: asOf === date ? `${at}/value` : `${at}/history/${history.findIndex((point) => point.date === date)}/value`,
      what: `${of}: the value of ${date} was ${number(was)}, and is ${number(is)} now.`,
      mend,
    },
  ];
};

/**
 * What has been lost of the feed before. A correction that was there already speaks of something else, unless it names
 * both values.
 */
const lost = (feed: Feed, previous: Feed): Anomaly[] => {
  const known = new Set(previous.corrections.map(({id}) => id));
  const told = (change: Anomaly) =>
    feed.corrections.some(
      (correction) =>
        speaksOf(change, false)(correction) &&
        (!known.has(correction.id) || (correction.was === change.was && correction.is === change.is)),
    );
  return previous.figures
    .flatMap((old) => {
      const i = feed.figures.findIndex(({id}) => id === old.id);
      const at = `/figures/${i}`;
      return i < 0 ? [gone('/figures', old)] : pointsOf(old).flatMap((point) => lostPoint(feed.figures[i]!, at, point));
    })
    .filter((anomaly) => !told(anomaly));
};

const ofSerial = (feed: Feed, previous: Feed): Anomaly[] => {
  const {serial} = previous;
  if (feed.serial > serial || isDeepStrictEqual(feed, previous)) return [];
  const what =
    feed.serial < serial
      ? `The serial is ${feed.serial}, and the feed before had ${serial}: readers who have that one never take this.`
      : `The serial is ${serial} as in the feed before, but the feed is another one.`;
  return [{at: '/serial', key: 'serial', what, mend: `Set serial to ${serial + 1}.`}];
};

/** One change is asked about once, though the history and the feed before both show it. */
const once = (anomalies: readonly Anomaly[]): Anomaly[] => {
  const sameAs = (a: Anomaly) => (b: Anomaly) =>
    a.at === b.at && a.was === b.was && a.is === b.is && a.is !== undefined;
  return anomalies.filter((anomaly, i) => {
    const first = anomalies.findIndex(sameAs(anomaly));
    return first < 0 || first === i;
  });
};

/**
 * What in a feed is implausible, by itself and against the feed that was published before: a figure that jumps by more
 * than a fifth or falls without a reason, a point of the history that is gone or changed, a serial that does not grow,
 * organisations that share a name. What a correction in the feed explains is left out.
 */
export const anomaliesOf = (feed: Feed, previous?: Feed): Anomaly[] =>
  once([
    ...feed.figures.flatMap((figure) => ofFigure(feed, figure, previous)),
    ...(previous ? [...lost(feed, previous), ...ofSerial(feed, previous)] : []),
    ...sameNames(feed),
  ]);
