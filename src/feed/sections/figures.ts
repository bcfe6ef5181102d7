import {daysBetween} from '../dates.js';
import {COUNT, DATE, ID, LINK, PERIOD, TEXT, type Text} from '../fields.js';
import type {Infer} from '../schema.js';
import {assert, assertPast, type Section} from '../section.js';
import {isExpired} from './head.js';

const QUALIFIER = ['exact', 'at-least', 'more-than'] as const;
/** What is counted, where our languages have its plural forms. Other figures are described by their title. */
const UNIT = ['political-prisoner'] as const;

/** Where a fact is from. */
export const source = {name: TEXT, 'url?': LINK} as const;

const point = {
  date: DATE,
  value: COUNT,
  'qualifier?': QUALIFIER,
  source,
  'note?': TEXT,
} as const;

/** What a reader of the history must know of a day, such as a mass release. It is no count, and changes none. */
const annotation = {date: DATE, text: TEXT, source} as const;

const figure = {
  /** `held`, `women`, `minors`, `recognised`, `released`, or the campaign's own. */
  id: ID,
  title: TEXT,
  value: COUNT,
  'qualifier?': QUALIFIER,
  /** What is counted: “at least 1,140 political prisoners”. Without it the title says so: “Journalists held: 30”. */
  'unit?': UNIT,
  asOf: DATE,
  'checkedAt?': DATE,
  source,
  definition: TEXT,
  /** What the reader must know beside the number: a release after the count, a dispute. */
  'note?': TEXT,
  /** Days after `asOf` after which the figure is out of date; 45 by default. */
  'staleAfterDays?': PERIOD,
  'history?': [point],
  'annotations?': [annotation],
} as const;

export type Figure = Infer<typeof figure>;
export type Qualifier = (typeof QUALIFIER)[number];
/** A counted value of a figure on a day, as its source gave it. */
export type Point = Infer<typeof point>;
export type Annotation = Infer<typeof annotation>;

/** A count that was made: `exact` is the default. A bound says less, and cannot be subtracted. */
export const isBound = ({qualifier = 'exact'}: Pick<Point, 'qualifier'>) => qualifier !== 'exact';

export const figures: Section<readonly [typeof figure]> = {
  name: 'figures',
  schema: [figure],
  refine(item, head, path) {
    const {asOf, history = [], annotations = []} = item;
    // A count of tomorrow is a mistake. The feed's own date decides: a reader's clock may be wrong.
    assertPast([asOf, ...[...history, ...annotations].map(({date}) => date)], head, path);
    // “At least 0” is the default of a script that has no count.
    assert(
      [item, ...history].every((point) => point.value || !isBound(point)),
      path,
      'is a bound of 0',
    );
  },
};

/**
 * How old a figure is on a civil date: `ageing` after two thirds of `staleAfterDays`, `stale` after all of them, and
 * after the feed's own end: a server that hands out an old feed for ever does not stop the clock. A date before `asOf`
 * (a wrong clock) is no age; the as-of date is shown all the same.
 */
export const freshness = (
  {asOf, staleAfterDays = 45}: Figure,
  today: string,
  expires?: string,
): 'ageing' | 'stale' | undefined => {
  const age = daysBetween(asOf, today) / staleAfterDays;
  return age > 1 || isExpired(expires, today) ? 'stale' : age > 2 / 3 ? 'ageing' : undefined;
};

/** What is replaced in a text by the described figure: “at least 1,140 political prisoners (Pozirk, 5 March 2026)”. */
export const FIGURE = '{figure}';

/** A text to copy that may quote a figure: its number is never typed into the text. */
export const quote = {
  /** `{figure}` is replaced by the figure with its qualifier, source and date. */
  text: TEXT,
  /** Id of that figure. */
  'figure?': ID,
} as const;

export type Quote = Infer<typeof quote>;

const wordsOf = (text: Text) => (typeof text === 'string' ? [text] : Object.values(text));

/** Throws for a text with a place for a figure that it does not name. */
export const assertQuote = ({text, figure}: Quote, path: string) =>
  assert(figure || !wordsOf(text).some((words) => words.includes(FIGURE)), path, 'has {figure} without a figure');

/** The figure that a text quotes; undefined where it quotes none, or one that was withdrawn. */
export const quotedFigure = ({figure}: Quote, figures: readonly Figure[]) => figures.find(({id}) => id === figure);

/** Whether all that a text quotes is in the feed: what quotes a withdrawn figure is not shown. */
export const isComplete = (quote: Quote, figures: readonly Figure[]) => !quote.figure || !!quotedFigure(quote, figures);
