import type {Text} from '../feed/fields.js';
import {freshness, type Figure, type Point, type Qualifier} from '../feed/sections/figures.js';
import {pluralForm} from '../i18n/format.js';
import type {Locale} from '../i18n/locale-data.js';
import {msg, setActiveLocale} from '../i18n/localize.js';
import {
  capitalizeParts,
  datePart,
  messageParts,
  numberPart,
  ownPart,
  textPart,
  type Context,
  type Part,
  type Parts,
} from './parts.js';

/** What is said of a figure. */
export interface FigureDescription {
  readonly title: Part;
  /** Qualifier, number and unit, as a part of a sentence: “at least 1,140 political prisoners”. */
  readonly phrase: Parts;
  /** The same as a sentence of its own: “At least 1,140 political prisoners”. */
  readonly sentence: Parts;
  /** “As of 5 March 2026. Source: Pozirk” */
  readonly about: Parts;
  /** The same after a phrase: “ (Pozirk, 5 March 2026) ”. */
  readonly shortAbout: Parts;
  readonly staleness?: 'ageing' | 'stale';
  /** That the figure is ageing or out of date. */
  readonly status?: Part;
  /** What the reader must know beside the number. */
  readonly note?: Part;
  readonly definition: Part;
  /** What the definition is called. */
  readonly definitionLabel: string;
}

/** The texts of the feed on the face of a figure: they decide its language. */
export const figureTexts = ({unit, title, definition, note}: Figure, compact = false): Text[] => [
  ...(unit ? [] : [title]),
  ...(compact ? [] : [definition, ...(note ? [note] : [])]),
];

/** A number with its qualifier: “at least 1,140”. `setActiveLocale` must have been called. */
const countMessage = (qualifier: Qualifier | undefined) =>
  qualifier === 'more-than'
    ? msg('more than {n}', {id: 'count.more-than'})
    : qualifier === 'at-least'
      ? msg('at least {n}', {id: 'count.at-least'})
      : '{n}';

/** A count with its qualifier: “at least 1,140”. */
export const describeCount = ({value, qualifier}: Pick<Point, 'value' | 'qualifier'>, locale: Locale): Parts => {
  setActiveLocale(locale);
  return messageParts(countMessage(qualifier), {n: numberPart(value, locale)}, locale);
};

/** Qualifier, number and unit: in one message where our languages have its plural, else the title and the count. */
const phraseOf = (figure: Figure, context: Context): Parts => {
  const {title, unit, value, qualifier} = figure;
  const {locale} = context;
  if (!unit) return [textPart(title, context), ownPart(': ', locale), ...describeCount(figure, locale)];
  const forms =
    qualifier === 'more-than'
      ? msg('more than {n} political prisoner|more than {n} political prisoners', {id: 'held.more-than'})
      : qualifier === 'at-least'
        ? msg('at least {n} political prisoner|at least {n} political prisoners', {id: 'held.at-least'})
        : msg('{n} political prisoner|{n} political prisoners', {id: 'held.exact'});
  return messageParts(pluralForm(forms, value, locale), {n: numberPart(value, locale)}, locale);
};

/** Describes a figure on a day. */
export const describeFigure = (figure: Figure, context: Context): FigureDescription => {
  const {locale, today, expires} = context;
  setActiveLocale(locale);
  const {title, asOf, source, definition, note} = figure;
  const phrase = phraseOf(figure, context);
  const date = datePart(asOf, locale);
  const origin: Part = {...textPart(source.name, context), role: 'source', url: source.url};
  const staleness = freshness(figure, today, expires);
  return {
    title: textPart(title, context),
    phrase,
    sentence: capitalizeParts(phrase),
    shortAbout: messageParts(` ({source}${locale.data.comma}{date}) `, {date, source: origin}, locale),
    about: messageParts(msg('As of {date}. Source: {source}', {id: 'counter.about'}), {date, source: origin}, locale),
    staleness,
    status:
      staleness &&
      ownPart(
        staleness === 'stale'
          ? msg('This figure is old: the number may have changed since.', {id: 'counter.stale'})
          : msg('A newer figure is due.', {id: 'counter.ageing'}),
        locale,
      ),
    note: note === undefined ? undefined : textPart(note, context),
    definition: textPart(definition, context),
    definitionLabel: msg('What is counted', {id: 'counter.definition'}),
  };
};
