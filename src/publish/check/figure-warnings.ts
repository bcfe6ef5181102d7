import {describeStatement} from '../../describe/figure.js';
import {plainText} from '../../describe/parts.js';
import {daysBetween} from '../../feed/dates.js';
import type {Feed} from '../../feed/parse-feed.js';
import {freshness, type Figure} from '../../feed/sections/figures.js';
import {english} from '../../i18n/localize.js';
import type {Finding} from './findings.js';
import {RECHECK_FIX, stalenessOf} from './staleness.js';

/** A figure that probably counts political prisoners, but whose sentence does not say so. */
const missingUnit = (figure: Figure, pointer: string, feed: Feed, today: string): Finding[] => {
  if (figure.id !== 'held' || figure.unit) return [];
  const sentence = (unit?: Figure['unit']) =>
    plainText(describeStatement({...figure, unit}, {locale: english, feedLang: feed.lang, today}));
  return [
    {
      pointer,
      message: `held has no unit. Its sentence is “${sentence()}”, not “${sentence('political-prisoner')}”.`,
      fix: 'If it counts political prisoners, add "unit": "political-prisoner".',
    },
  ];
};

/** Old figures, old checks, and what makes a figure unclear. */
export const figureWarnings = (feed: Feed, today: string): Finding[] =>
  feed.figures.flatMap((figure, i) => {
    const {id, asOf, checkedAt, history = []} = figure;
    const pointer = `/figures/${i}`;
    const staleness = checkedAt && stalenessOf(checkedAt, today);
    const repeated = history.findIndex(({date}) => date === asOf);
    return [
      ...(freshness(figure, today) === 'stale'
        ? [
            {
              pointer: `${pointer}/asOf`,
              message: `${id} is of ${asOf}, ${daysBetween(asOf, today)} days ago: widgets say that it is out of date.`,
              fix: 'Look for a newer count. Add it with solidarity-feed import; or edit the feed, and move the old value to history.',
            },
          ]
        : []),
      ...(staleness ? [{pointer: `${pointer}/checkedAt`, message: `${id} ${staleness}.`, fix: RECHECK_FIX}] : []),
      ...missingUnit(figure, pointer, feed, today),
      ...(repeated < 0
        ? []
        : [
            {
              pointer: `${pointer}/history/${repeated}`,
              message: `The history of ${id} has a count of ${asOf}, the day of its value. Widgets ignore it.`,
              fix: 'Remove it from the history.',
            },
          ]),
    ];
  });
