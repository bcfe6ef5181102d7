import {changeSince, peakOf, pointsOf} from '../feed/history.js';
import {DATE} from '../feed/fields.js';
import type {Figure, Point} from '../feed/sections/figures.js';
import type {Locale} from '../i18n/locale-data.js';
import {msg, setActiveLocale} from '../i18n/localize.js';
import {describeCount} from './figure.js';
import {capitalizeParts, datePart, messageParts, numberPart, ownPart, type Parts} from './parts.js';

/** “From 1,234 on 28 February 2025 to at least 1,140 on 5 March 2026” */
const describeSpan = (from: Point, to: Point, locale: Locale): Parts =>
  messageParts(
    msg('From {a} on {from} to {b} on {to}', {id: 'counter.trend', desc: 'Two counts of a figure, with their dates'}),
    {
      a: describeCount(from, locale),
      from: datePart(from.date, locale),
      b: describeCount(to, locale),
      to: datePart(to.date, locale),
    },
    locale,
  );

/**
 * The change of a figure since a civil date, or since a year before the count: “94 fewer than on 28 February 2025”.
 * Where a count is a bound both are told instead, since bounds cannot be subtracted. Undefined where there is no count
 * to compare with.
 */
export const describeChange = (figure: Figure, since: string | undefined, locale: Locale): Parts | undefined => {
  setActiveLocale(locale);
  const {asOf} = figure;
  const change = changeSince(figure, DATE(since) ? since : `${+asOf.slice(0, 4) - 1}${asOf.slice(4)}`);
  if (!change) return undefined;
  const {from, to, by} = change;
  if (by === undefined) return describeSpan(from, to, locale);
  const message =
    by < 0
      ? msg('{n} fewer than on {date}', {id: 'counter.fewer'})
      : by
        ? msg('{n} more than on {date}', {id: 'counter.more'})
        : msg('The same number as on {date}', {id: 'counter.same'});
  return capitalizeParts(
    messageParts(message, {n: numberPart(Math.abs(by), locale), date: datePart(from.date, locale)}, locale),
  );
};

/** A figure's history in words: its first, its newest and its highest count. */
export const describeHistory = (figure: Figure, locale: Locale): Parts => {
  const points = pointsOf(figure);
  const [first, last, peak] = [points[0]!, points.at(-1)!, peakOf(points)];
  setActiveLocale(locale);
  return [
    ...describeSpan(first, last, locale),
    ...(peak === first || peak === last
      ? []
      : [
          ownPart('. ', locale),
          ...messageParts(
            msg('Peak: {n} ({date})', {id: 'counter.peak', desc: 'The highest count, and its date'}),
            {n: describeCount(peak, locale), date: datePart(peak.date, locale)},
            locale,
          ),
        ]),
  ];
};
