import type {Span} from '../clock/span.js';
import {MINSK, offsetAt, type Zone} from '../clock/zone.js';
import type {Text} from '../feed/fields.js';
import type {Next, Observance} from '../feed/sections/observances.js';
import {formatNumber, interpolateText, pluralForm} from '../i18n/format.js';
import {SOURCE_LOCALE} from '../i18n/language.js';
import type {Locale} from '../i18n/locale-data.js';
import {msg, setActiveLocale} from '../i18n/localize.js';
import {datePart, ownPart, textPart, type Context, type Part, type Parts} from './parts.js';

/** Whether a countdown counts to its moment, from it, or is at it. */
export type Phase = 'until' | 'today' | 'since';

/** `UTC+3`, `UTC−3:30` */
const offsetName = (minutes: number) => {
  const size = Math.abs(minutes);
  const rest = size % 60;
  return `UTC${minutes < 0 ? '−' : '+'}${(size - rest) / 60}${rest ? `:${rest}` : ''}`;
};

/** The forms of a unit by its number: `{n} day|{n} days`. */
export const unitForms = (unit: number, locale: Locale): string => {
  setActiveLocale(locale);
  return [
    msg('{n} year|{n} years', {id: 'countdown.years'}),
    msg('{n} month|{n} months', {id: 'countdown.months'}),
    msg('{n} day|{n} days', {id: 'countdown.days', desc: 'be: дзень, дні, дзён, дня; never суткі'}),
    msg('{n} hour|{n} hours', {id: 'countdown.hours'}),
    msg('{n} minute|{n} minutes', {id: 'countdown.minutes'}),
    msg('{n} second|{n} seconds', {id: 'countdown.seconds'}),
  ][unit]!;
};

/** The form that a unit takes with its number: `{n} days`. */
export const unitForm = ([unit, n]: Span[number], locale: Locale): string =>
  pluralForm(unitForms(unit, locale), n, locale);

/** “12 days 4 hours” */
export const describeSpan = (span: Span, locale: Locale): string =>
  span.map((unit) => interpolateText(unitForm(unit, locale), {n: formatNumber(unit[1], locale.data)})).join(' ');

/** A civil date, or a date and a time of day. */
export const describeMoment = (civil: string, {tag, data}: Locale): Part => {
  const [date, time] = civil.split('T') as [string, string?];
  const part = datePart(date, {tag, data});
  return time ? {...part, text: interpolateText(data.at, {date: part.text, time}), value: civil} : part;
};

/** What a countdown says over its numbers, or in their place on the day itself; nothing while it counts down. */
export const phaseLabel = (phase: Phase, locale: Locale): string => {
  setActiveLocale(locale);
  return phase === 'today'
    ? msg('Today', {id: 'countdown.today', desc: 'In place of the numbers, on the day itself'})
    : phase === 'since'
      ? msg('Time passed', {id: 'countdown.since', desc: 'Over “12 days”, for a date that is over'})
      : '';
};

/** What a zone is called; empty in languages other than English, except for Minsk: the feed has no name of the city. */
const zoneName = (zone: Zone, {tag, data}: Locale): string =>
  zone === 'local'
    ? msg('your time', {id: 'countdown.local'})
    : zone === MINSK
      ? data.minsk
      : tag === SOURCE_LOCALE
        ? zone.split('/').pop()!.replaceAll('_', ' ')
        : '';

/** The zone of a moment: “Minsk, UTC+3”, or “UTC+2”. */
export const describeZone = (zone: Zone, instant: number, locale: Locale): string => {
  setActiveLocale(locale);
  const name = zoneName(zone, locale);
  return (name && name + locale.data.comma) + offsetName(offsetAt(instant, zone));
};

/** The texts of the feed that an observance shows: they decide its language. */
export const observanceTexts = ({title, why}: Observance): Text[] => [title, ...(why ? [why] : [])];

/** An observance and a day of it: “Day of Solidarity: 9 August 2027”. */
export const describeObservance = ({observance, day}: Next, context: Pick<Context, 'locale' | 'feedLang'>): Parts => [
  textPart(observance.title, context),
  ownPart(': ', context.locale),
  describeMoment(day, context.locale),
];

/** The label of the button that pauses what moves, or lets it go on. */
export const pauseLabel = (isPaused: boolean, locale: Locale): string => {
  setActiveLocale(locale);
  return isPaused ? msg('Resume', {id: 'countdown.resume'}) : msg('Pause', {id: 'countdown.pause'});
};
