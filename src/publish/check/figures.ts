import {describeStatement} from '../../describe/figure.js';
import {plainText} from '../../describe/parts.js';
import {daysBetween} from '../../feed/dates.js';
import type {Text} from '../../feed/fields.js';
import {pointsOf} from '../../feed/history.js';
import {freshness, isBound, type Figure} from '../../feed/sections/figures.js';
import {english} from '../../i18n/localize.js';
import {formatCount} from '../report.js';
import type {CheckContext} from './check.js';
import {found, RECHECK_FIX, stalenessOf, type Finding} from './findings.js';

/* Figures that are old or unclear, and histories that contradict themselves. */

/** Two counts of one date: nobody can tell which is right. A repetition of the figure's own count is ignored by widgets. */
export const repeatedDates = (figures: readonly Figure[] = []): Finding[] =>
  figures.flatMap(({id, asOf, value: own, history = []}, i) => {
    const counts = new Map([[asOf, own]]);
    return history.flatMap(({date, value}, j) => {
      const other = counts.get(date);
      counts.set(date, other ?? value);
      const pointer = `/figures/${i}/history/${j}`;
      if (other === undefined) return [];
      if (date === asOf && value === own)
        return [
          found(
            'repeated-count',
            pointer,
            `${id}: its own count of ${asOf} is in its history, too.`,
            'Remove it there.',
            {date},
          ),
        ];
      const message = `${id} has two counts of ${date}: ${other} and ${value}.`;
      return [found('repeated-date', pointer, message, 'Keep the one that is right.', {date, value, other})];
    });
  });

/** Counts of the history that are later than the figure's own: widgets would show the older one as the newest. */
export const laterCounts = (figures: readonly Figure[] = []): Finding[] =>
  figures.flatMap(({id, asOf, history = []}, i) =>
    history.flatMap(({date, value}, j) =>
      date > asOf
        ? [
            found(
              'later-count',
              `/figures/${i}/history/${j}/date`,
              `${id} is of ${asOf}, but its history has a later count: ${formatCount(value)} on ${date}.`,
              'Make the newest count the value of the figure, and move the old one to the history; or correct the date.',
              {asOf, date, value},
            ),
          ]
        : [],
    ),
  );

const oldFigure = (figure: Figure, pointer: string, {today}: CheckContext): Finding[] => {
  const {id, asOf, checkedAt} = figure;
  const staleness = checkedAt && stalenessOf(checkedAt, today);
  const message = `${id} is of ${asOf}, ${daysBetween(asOf, today)} days ago: widgets say that it is out of date.`;
  const fix =
    'Look for a newer count. Add it with solidarity-feed import; or edit the feed, and move the old value to history.';
  return [
    ...(freshness(figure, today) === 'stale' ? [found('old-figure', `${pointer}/asOf`, message, fix, {asOf})] : []),
    ...(staleness
      ? [
          found('figure-not-checked', `${pointer}/checkedAt`, `${id} ${staleness}.`, RECHECK_FIX, {
            checkedAt: checkedAt!,
          }),
        ]
      : []),
  ];
};

/** A figure that probably counts political prisoners, but whose sentence does not say so. */
const missingUnit = (figure: Figure, pointer: string, {feed, today}: CheckContext): Finding[] => {
  if (figure.id !== 'held' || figure.unit) return [];
  const sentence = (unit?: Figure['unit']) =>
    plainText(describeStatement({...figure, unit}, {locale: english, feedLang: feed.lang, today}));
  return [
    found(
      'missing-unit',
      pointer,
      `held has no unit. Its sentence is “${sentence()}”, not “${sentence('political-prisoner')}”.`,
      'If it counts political prisoners, add "unit": "political-prisoner".',
    ),
  ];
};

/** Factor between two points that is implausible, and between a point and both of its neighbours. */
const MAX_STEP = 3;
const MAX_SPIKE = 1.5;
/** Below this, a factor says little: 2, 9, 25. */
const SMALL = 20;

const isFactor = (a: number, b: number, factor: number) =>
  Math.max(a, b) >= SMALL && Math.max(a, b) > factor * Math.min(a, b);

/** A count of the history that is far from those before and after it: a digit may be wrong. */
const implausibleJumps = (figure: Figure, pointer: string): Finding[] => {
  const points = pointsOf(figure);
  return (figure.history ?? []).flatMap((point, i) => {
    const at = points.findIndex(({date}) => date === point.date);
    const [before, after] = [points[at - 1]?.value, points[at + 1]?.value];
    const {value, date} = point;
    const isSpike =
      before !== undefined &&
      after !== undefined &&
      value > before === value > after &&
      isFactor(value, before, MAX_SPIKE) &&
      isFactor(value, after, MAX_SPIKE);
    if (!isSpike && (before === undefined || !isFactor(value, before, MAX_STEP))) return [];
    const neighbours = [before, after].filter((one) => one !== undefined).map(formatCount);
    return [
      found(
        'implausible-jump',
        `${pointer}/history/${i}/value`,
        `${figure.id} was ${formatCount(value)} on ${date}, but ${neighbours.join(' before and ')}${after === undefined ? ' before' : ' after'} it.`,
        'Compare it with the source: is a digit missing, or one too many?',
        {date, value},
      ),
    ];
  });
};

const wordsOf = (text: Text | undefined) =>
  text === undefined ? [] : typeof text === 'string' ? [text] : Object.values(text);

/** Days, whose numbers are no counts: 2026-03-05, 05.03.2026, “5 March 2026”, “5 de marzo de 2026”, “March 5, 2026”. */
const DATES =
  /\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{1,2}\.?( de)? \p{L}+\.?( de)? \d{4}|\p{L}+ \d{1,2}, \d{4}/gu;

/** The whole numbers in a text, without those of days; digits may be grouped. */
const numbersIn = (text: string): number[] =>
  (text.replace(DATES, ' ').match(/\d{1,3}(?:[ .,'’\u00a0\u202f]\d{3})+(?!\d)|\d+/g) ?? []).map((digits) =>
    Number(digits.replace(/\D/g, '')),
  );

/** A note or correction that gives the difference of two bounds. “At least 1,140” less “more than 900” is not 240. */
const subtractedBounds = (figure: Figure, pointer: string, {feed}: CheckContext): Finding[] => {
  const points = pointsOf(figure);
  const differences = new Map(
    points.flatMap((to, i) => {
      const from = points[i - 1];
      return from && (isBound(from) || isBound(to)) ? [[Math.abs(to.value - from.value), [from, to] as const]] : [];
    }),
  );
  const texts: [pointer: string, text: Text | undefined][] = [
    [`${pointer}/note`, figure.note],
    ...(figure.history ?? []).map((point, i): [string, Text | undefined] => [
      `${pointer}/history/${i}/note`,
      point.note,
    ]),
    ...feed.corrections.flatMap(({section = 'figures', of, text}, i): [string, Text][] =>
      section === 'figures' && of === figure.id ? [[`/corrections/${i}/text`, text]] : [],
    ),
  ];
  return texts.flatMap(([at, text]) => {
    const said = wordsOf(text)
      .flatMap(numbersIn)
      .find((number) => number > 1 && differences.has(number));
    if (said === undefined) return [];
    const [from, to] = differences.get(said)!;
    const words = [from, to].map(({value, qualifier}) => `${qualifier ?? 'exact'} ${formatCount(value)}`);
    return [
      found(
        'subtracted-bounds',
        at,
        `The text says ${formatCount(said)}, the difference between “${words.join('” and “')}”. Bounds cannot be subtracted.`,
        'If somebody counted it, name the source. Otherwise remove the difference: give both counts.',
        {difference: said},
      ),
    ];
  });
};

/** What an editor should look at in the figures. */
export const figureFindings = (context: CheckContext): Finding[] =>
  context.feed.figures.flatMap((figure, i) =>
    [oldFigure, missingUnit, implausibleJumps, subtractedBounds].flatMap((find) =>
      find(figure, `/figures/${i}`, context),
    ),
  );
