import type {Text} from '../feed/fields.js';
import {
  FIGURE,
  freshness,
  quotedFigure,
  type Figure,
  type Point,
  type Qualifier,
  type Quote,
} from '../feed/sections/figures.js';
import {capitalize, pluralForm} from '../i18n/format.js';
import type {Locale} from '../i18n/locale-data.js';
import {msg, setActiveLocale} from '../i18n/localize.js';
import {
  capitalizeParts,
  datePart,
  isolatedText,
  labelPart,
  messageParts,
  numberPart,
  ownPart,
  plainText,
  sourceParts,
  sourcePart,
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
  /** Below the title: “At least 1,140 people on 5 March 2026”. */
  readonly sentence: Parts;
  /** “Source: Pozirk” */
  readonly source: Parts;
  /** After a phrase: “Pozirk, 5 March 2026, out of date”. */
  readonly origin: Parts;
  readonly staleness?: 'ageing' | 'stale';
  /** “Out of date.” or “An update is due.” */
  readonly status?: Part;
  /** What the reader must know beside the number. */
  readonly note?: Part;
  readonly definition: Part;
  /** “Who is counted?” */
  readonly definitionLabel: string;
}

/** The texts of the feed on the face of a figure: they decide its language. */
export const figureTexts = ({unit, title, definition, note}: Figure, compact = false): Text[] => [
  ...(unit && compact ? [] : [title]),
  ...(compact ? [] : [definition, ...(note ? [note] : [])]),
];

/** A number with its qualifier: “at least 1,140”. `setActiveLocale` must have been called. */
const countMessage = (qualifier: Qualifier | undefined) =>
  qualifier === 'more-than'
    ? msg('more than {n}', {id: 'count.more-than'})
    : qualifier === 'at-least'
      ? msg('at least {n}', {id: 'count.at-least'})
      : '{n}';

const prisonersMessage = (qualifier: Qualifier | undefined) =>
  qualifier === 'more-than'
    ? msg('more than {n} political prisoner|more than {n} political prisoners', {id: 'held.more-than'})
    : qualifier === 'at-least'
      ? msg('at least {n} political prisoner|at least {n} political prisoners', {id: 'held.at-least'})
      : msg('{n} political prisoner|{n} political prisoners', {id: 'held.exact'});

const peopleMessage = (qualifier: Qualifier | undefined) =>
  qualifier === 'more-than'
    ? msg('more than {n} person|more than {n} people', {id: 'persons.more-than'})
    : qualifier === 'at-least'
      ? msg('at least {n} person|at least {n} people', {id: 'persons.at-least'})
      : msg('{n} person|{n} people', {id: 'persons.exact'});

type Count = Pick<Point, 'value' | 'qualifier'>;

const countParts = (message: typeof countMessage, {value, qualifier}: Count, locale: Locale): Parts => {
  setActiveLocale(locale);
  return messageParts(pluralForm(message(qualifier), value, locale), {n: numberPart(value, locale)}, locale);
};

/** A count with its qualifier: “at least 1,140”. */
export const describeCount = (count: Count, locale: Locale): Parts => countParts(countMessage, count, locale);

/** Qualifier, number and unit: in one message where our languages have its plural, else the title and the count. */
const phraseOf = (figure: Figure, context: Context): Parts => {
  const {locale} = context;
  return figure.unit
    ? countParts(prisonersMessage, figure, locale)
    : [textPart(figure.title, context), ownPart(': ', locale), ...describeCount(figure, locale)];
};

/** A count and the day that it is of, as a sentence. */
const onDay = (count: Parts, {asOf}: Pick<Figure, 'asOf'>, locale: Locale): Parts =>
  capitalizeParts(
    messageParts(
      msg('{count} on {date}', {id: 'counter.day', desc: '“At least 1,140 people on 5 March 2026”'}),
      {count, date: datePart(asOf, locale)},
      locale,
    ),
  );

/** A count of a figure's history: “At least 1,370 on 9 August 2024”. */
export const describePoint = (point: Point, locale: Locale): Parts =>
  onDay(describeCount(point, locale), {asOf: point.date}, locale);

/** A figure without its title above it: “At least 1,140 political prisoners on 5 March 2026”. */
export const describeStatement = (figure: Figure, context: Context): Parts =>
  onDay(phraseOf(figure, context), figure, context.locale);

/** “out of date” */
export const outOfDatePart = (locale: Locale): Part => {
  setActiveLocale(locale);
  return labelPart(
    msg('out of date', {id: 'counter.stale', desc: 'After a source and a date, or as a sentence'}),
    locale,
  );
};

/** Describes a figure on a day. */
export const describeFigure = (figure: Figure, context: Context): FigureDescription => {
  const {locale, today, expires} = context;
  setActiveLocale(locale);
  const {title, unit, asOf, source, definition, note} = figure;
  const staleness = freshness(figure, today, expires);
  const isStale = staleness === 'stale';
  const outOfDate = outOfDatePart(locale);
  const origin = [
    ownPart(locale.data.comma, locale),
    datePart(asOf, locale),
    ...(isStale ? [ownPart(locale.data.comma, locale), outOfDate] : []),
  ];
  return {
    title: textPart(title, context),
    phrase: phraseOf(figure, context),
    sentence: onDay(countParts(unit ? peopleMessage : countMessage, figure, locale), figure, locale),
    source: sourceParts(source, context),
    origin: [sourcePart(source, context), ...origin],
    staleness,
    status: isStale
      ? {...outOfDate, text: `${capitalize(outOfDate.text, locale.tag)}.`}
      : staleness && ownPart(msg('An update is due.', {id: 'counter.ageing'}), locale),
    note: note
      ? textPart(note, context)
      : isStale
        ? ownPart(msg('The number may have changed since then.', {id: 'counter.changed'}), locale)
        : undefined,
    definition: textPart(definition, context),
    definitionLabel: msg('Who is counted?', {id: 'counter.definition'}),
  };
};

/**
 * A text to copy, in plain words: its figure has its qualifier, source and date, and says if it is out of date, since
 * nothing else does where it is pasted. The figure is described in `locale`, that of the text: the feed may not have the
 * reader's.
 */
export const describeMessage = (
  quote: Quote,
  figures: readonly Figure[],
  context: Context,
  locale = context.locale,
): Part => {
  const figure = quotedFigure(quote, figures);
  const part = textPart(quote.text, context);
  if (!figure) return part;
  const {phrase, origin} = describeFigure(figure, {...context, locale});
  setActiveLocale(context.locale);
  // A name in the other direction would tear the date beside it.
  const isOther = ({text, role}: Part) =>
    role === 'source' && /[\u0590-\u08ff]/.test(text) !== (locale.data.dir === 'rtl');
  const source = (origin.some(isOther) ? isolatedText : plainText)(origin);
  return {...part, text: part.text.replaceAll(FIGURE, () => `${plainText(phrase)} (${source})`)};
};
