import type {Text} from '../feed/fields.js';
import type {Annotation, Figure, Point} from '../feed/sections/figures.js';
import type {Locale} from '../i18n/locale-data.js';
import {msg, setActiveLocale} from '../i18n/localize.js';
import {describePoint, figureTexts} from './figure.js';
import {datePart, ownPart, sourcePart, textPart, type Context, type Parts} from './parts.js';

/** The texts of the feed that a chart shows: they decide its language. Names of sources are left as they are. */
export const trendTexts = (figures: readonly Figure[]): Text[] =>
  figures.flatMap((figure) => [
    ...figureTexts(figure),
    ...(figure.annotations ?? []).map(({text}) => text),
    ...(figure.history ?? []).flatMap(({note}) => (note ? [note] : [])),
  ]);

/** The words of a chart, its table and its files. */
export const trendWords = (locale: Locale) => {
  setActiveLocale(locale);
  return {
    date: msg('Date', {id: 'trend.date', desc: 'Column of a table'}),
    count: msg('Number', {id: 'trend.count', desc: 'Column of a table: how many'}),
    source: msg('Source', {id: 'trend.source', desc: 'Column of a table'}),
    others: msg('Other sources', {id: 'trend.others'}),
    gap: msg('No line: no count for more than half a year.', {
      id: 'trend.gap',
      desc: 'Why the line of a chart has a gap',
    }),
    single: msg('There is only one count.', {id: 'trend.single', desc: 'Why there is no chart'}),
    table: msg('Table', {id: 'trend.table', desc: 'Button that shows the numbers of a chart'}),
    download: msg('Download:', {id: 'trend.download', desc: 'Before the links CSV, SVG and PNG'}),
  };
};

export type TrendWords = ReturnType<typeof trendWords>;

/** A point, its source and its note: “1,500 on 28 April 2023 · Adnkronos”. With the title where there are two figures. */
export const describeTrendPoint = (point: Point, figure: Figure | undefined, context: Context): Parts => {
  const {locale} = context;
  return [
    ...(figure ? [textPart(figure.title, context), ownPart(': ', locale)] : []),
    ...describePoint(point, locale),
    ownPart(' · ', locale),
    sourcePart(point.source, context),
    ...(point.note ? [ownPart(' · ', locale), textPart(point.note, context)] : []),
  ];
};

/** “13 December 2025: 123 people were released · HRW” */
export const describeAnnotation = ({date, text, source}: Annotation, context: Context): Parts => {
  const {locale} = context;
  return [
    datePart(date, locale),
    ownPart(': ', locale),
    textPart(text, context),
    ownPart(' · ', locale),
    sourcePart(source, context),
  ];
};
