import {instantOf, offsetAt, wallAt} from '../clock/zone.js';
import type {Text} from '../feed/fields.js';
import type {Event} from '../feed/sections/events.js';
import type {Organisation} from '../feed/sections/organisations.js';
import type {Town} from '../feed/sections/towns.js';
import type {Locale} from '../i18n/locale-data.js';
import {msg, setActiveLocale} from '../i18n/localize.js';
import {describeMoment, describeZone} from './countdown.js';
import {outOfDatePart} from './figure.js';
import {
  datePart,
  labelPart,
  listParts,
  ownPart,
  sourceParts,
  textPart,
  type Context,
  type Part,
  type Parts,
} from './parts.js';

/** What is said of an event. */
export interface EventDescription {
  readonly title: Part;
  /** The title, after “Cancelled: ”, “Moved: ” or “Postponed: ” where the event is. */
  readonly heading: Parts;
  /** “Cancelled”, “Moved” or “Postponed”, where it is. */
  readonly status?: Part;
  /** “9 August 2027, 18:30 – 20:00 (Berlin, UTC+2)” */
  readonly when: Parts;
  /** Place and town: “Main square, Testville”, and “Online”. Empty where nothing is known. */
  readonly place: Parts;
  /** The names of the organisations that call it. */
  readonly organisers: Parts;
  readonly text?: Part;
  /** “Source: Test Count” */
  readonly source: Parts;
}

/** The texts of the feed that an event shows: they decide its language. Names are left as they are. */
export const eventTexts = ({title, text}: Event): Text[] => [title, ...(text ? [text] : [])];

/**
 * When an event is, in its own zone; a zone of `local` is the reader's and is not named. Throws a RangeError for a zone
 * that the engine does not know.
 */
const describeWhen = ({from, until = '', zone}: Event, locale: Locale): Parts => {
  const range: Part[] = [describeMoment(from, locale)];
  const [lastDay, lastTime] = until.split('T') as [string, string?];
  const isSameDay = from.startsWith(lastDay);
  if (until && (lastTime || !isSameDay)) {
    const end = describeMoment(until, locale);
    range.push(ownPart(' – ', locale), isSameDay ? {...end, text: lastTime!} : end);
  }
  const isTimed = /T/.test(from + until);
  return isTimed && zone && zone !== 'local'
    ? [...range, ownPart(` (${describeZone(zone, instantOf(from, zone), locale)})`, locale)]
    : range;
};

/** The states of an event that a reader must know. */
const statusNames = (locale: Locale): Readonly<Record<Event['status'], string | undefined>> => {
  setActiveLocale(locale);
  return {
    planned: undefined,
    cancelled: msg('Cancelled', {id: 'event.cancelled', desc: 'An event'}),
    moved: msg('Moved', {id: 'events.moved', desc: 'An event that has another time or place than was announced'}),
    postponed: msg('Postponed', {id: 'events.postponed', desc: 'An event that has no new time yet'}),
  };
};

/** What stands before the events of a feed that is out of date: “12 March 2026, out of date”. */
export const describeExpiry = (issued: string, locale: Locale): Parts =>
  listParts([datePart(issued.slice(0, 10), locale), outOfDatePart(locale)], locale);

/** The title of a list of events. */
export const eventsTitle = (locale: Locale): string => {
  setActiveLocale(locale);
  return msg('Coming events', {id: 'events.title'});
};

/** That there are none. */
export const describeNoEvents = (locale: Locale): string => {
  setActiveLocale(locale);
  return msg('No events have been announced.', {id: 'events.none'});
};

/** Where an event is that is online. */
export const onlineName = (locale: Locale): string => {
  setActiveLocale(locale);
  return msg('Online', {id: 'events.online', desc: 'Where an event is'});
};

/**
 * When an event begins by the reader's clock: “9 August 2027, 12:30 (your time, UTC−4)”. Undefined where that is the
 * time that `when` names. Throws as `describeEvent` does.
 */
export const describeLocalStart = ({from, zone}: Event, locale: Locale): Parts | undefined => {
  if (!zone || zone === 'local' || !from.includes('T')) return undefined;
  const instant = instantOf(from, zone);
  if (offsetAt(instant, zone) === offsetAt(instant, 'local')) return undefined;
  const local = new Date(wallAt(instant, 'local')).toISOString().slice(0, 16);
  return [describeMoment(local, locale), ownPart(` (${describeZone('local', instant, locale)})`, locale)];
};

/** Describes an event; the towns and organisations of the feed have the names that it refers to. */
export const describeEvent = (
  event: Event,
  {towns, organisations}: {readonly towns: readonly Town[]; readonly organisations: readonly Organisation[]},
  context: Pick<Context, 'locale' | 'feedLang'>,
): EventDescription => {
  const {locale} = context;
  setActiveLocale(locale);
  const {text, place, town, source, online} = event;
  const list = (texts: readonly (Text | undefined)[]) =>
    listParts(
      texts.flatMap((name) => (name ? [textPart(name, context)] : [])),
      locale,
    );
  const title = textPart(event.title, context);
  const statusName = statusNames(locale)[event.status];
  const status = statusName === undefined ? undefined : labelPart(statusName, locale);
  const isOnline = online ? [ownPart(onlineName(locale), locale)] : [];
  const where = list([place, towns.find(({id}) => id === town)?.name]);
  return {
    title,
    heading: status ? [status, ownPart(': ', locale), title] : [title],
    status,
    when: describeWhen(event, locale),
    place: [...where, ...(where[0] && isOnline[0] ? [ownPart(locale.data.comma, locale)] : []), ...isOnline],
    organisers: list((event.organisations ?? []).map((id) => organisations.find((one) => one.id === id)?.name)),
    text: text ? textPart(text, context) : undefined,
    source: sourceParts(source, context),
  };
};
