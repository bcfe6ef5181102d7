import ical, {
  foldLines,
  ICalCalendarMethod,
  ICalEventRepeatingFreq,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type {ICalEventData} from 'ical-generator';
import {DAY} from '../../clock/units.js';
import {instantOf} from '../../clock/zone.js';
import {describeEvent, eventTexts} from '../../describe/event.js';
import {textPart} from '../../describe/parts.js';
import type {Text} from '../../feed/fields.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Event} from '../../feed/sections/events.js';
import {nextDay, type Observance} from '../../feed/sections/observances.js';
import {firstDaysOf, reviseCalendar} from './calendar-revision.js';
import {escapeCalendar, plain, plainLines} from './escape.js';
import {homeOf, pageOf} from './event-links.js';
import {localeFor} from './locales.js';
import {contextOf, type RenderOptions} from './options.js';
import {plainLine} from './plain-parts.js';

/*
 * Observances and events as a calendar, RFC 5545. The same feed always renders the same bytes: every time in it is the
 * feed's.
 *
 * A time of day is written as an instant in UTC, never with TZID. No event repeats, so that no rule of a zone is needed
 * (TZID demands a VTIMEZONE, and clients interpret it differently); every client shows an instant in the reader's zone.
 * Days are all-day dates, which have no zone.
 */

const dayAt = (date: string) => new Date(date);
const dayAfter = (date: string) => new Date(Date.parse(date) + DAY);
const lines = (...parts: (string | undefined)[]) => parts.filter(Boolean).join('\n') || null;

/** A day of every year; a rule must name 29 February, or clients move it. */
const yearly = (start: string) => ({
  freq: ICalEventRepeatingFreq.YEARLY,
  ...(start.endsWith('-02-29') ? {byMonth: [2], byMonthDay: [29]} : {}),
});

/** Unique to a feed, and unchanged when a title or a day changes. */
const uidOf = (section: string, id: string, feed: Feed) => `${section}.${id}@${feed.id}`;

/** The first days of yearly observances in the previous issue of the calendar, by UID. */
type FirstDays = ReturnType<typeof firstDaysOf>;

/**
 * The first day of a yearly observance: in the year of `since`, else the one that the calendar has already, so that the
 * entry does not change each year, else the next after the feed was issued.
 */
const firstDay = (observance: Observance, feed: Feed, previous: FirstDays) => {
  const {id, since} = observance;
  const next = nextDay({...observance, dates: []}, since ? `${since}-01-01` : feed.issued.slice(0, 10));
  const known = since ? undefined : previous.get(uidOf('observance', id, feed));
  return next && known && known < next && known.slice(5) === next.slice(5) ? known : next;
};

type Entry = Pick<
  ICalEventData,
  'id' | 'start' | 'end' | 'allDay' | 'floating' | 'repeating' | 'status' | 'location'
> & {
  readonly summary: string;
  readonly description: string | null;
  readonly url?: string;
};

/** The days of an observance: its rule, and each of its dates. */
const observanceEntries = (
  feed: Feed,
  observance: Observance,
  options: RenderOptions,
  previous: FirstDays,
): Entry[] => {
  const {id, title, why, since = 0, dates = []} = observance;
  const text = (text: Text) => textPart(text, contextOf(options)).text;
  const start = firstDay(observance, feed, previous);
  const rest = {summary: plain(text(title)), description: why ? plainLines(text(why)) : null, allDay: true};
  const named = [...new Set(dates)]
    .filter((date) => +date.slice(0, 4) >= since)
    .filter((date) => !(start && date >= start && date.slice(5) === observance.yearly))
    .sort();
  return [
    ...(start ? [{...rest, id, start: dayAt(start), end: dayAfter(start), repeating: yearly(start)}] : []),
    ...named.map((date) => ({...rest, id: `${id}.${date}`, start: dayAt(date), end: dayAfter(date)})),
  ];
};

/** When an event is: whole days, or instants; an end that is only a day includes all of it. */
const timesOf = ({from, until, zone}: Event): Pick<Entry, 'start' | 'end' | 'allDay' | 'floating'> => {
  if (!/T/.test(from + (until ?? ''))) return {allDay: true, start: dayAt(from), end: dayAfter(until ?? from)};
  // RFC 5545 calls a time in the reader's own zone floating.
  const floating = zone === 'local';
  const at = (civil: string) => new Date(instantOf(civil, floating ? 'UTC' : zone!));
  const start = at(from);
  const end = until && at(until.includes('T') ? until : dayAfter(until).toISOString().slice(0, 10));
  return {start, end: end && end > start ? end : null, floating};
};

const eventEntry = (feed: Feed, event: Event, options: RenderOptions): Entry => {
  const locale = localeFor(eventTexts(event), options.locale, feed.lang);
  const {heading, text, place, organisers, source} = describeEvent(event, feed, {locale, feedLang: feed.lang});
  const location = plainLine(place);
  return {
    ...timesOf(event),
    id: event.id,
    summary: plainLine(heading),
    description: lines(text && plainLines(text.text), plainLine(organisers), plainLine(source)),
    status:
      event.status === 'cancelled'
        ? ICalEventStatus.CANCELLED
        : event.status === 'postponed'
          ? ICalEventStatus.TENTATIVE
          : ICalEventStatus.CONFIRMED,
    location: location ? {title: location} : null,
    url: pageOf(event, options.links) ?? pageOf({...event, url: event.online}, options.links),
  };
};

/** ical-generator escapes addresses, which are no texts: one with a comma would lead nowhere. */
const withAddresses = (calendar: string) =>
  foldLines(calendar.replaceAll('\r\n ', '').replace(/^URL[;:].*$/gm, (line) => line.replace(/\\([\\;,])/g, '$1')));

/**
 * The calendar of a feed, with the line ends of RFC 5545. Entries that have not changed are as in the `previous` issue of
 * the calendar. Throws a RangeError for a zone that Node does not know.
 */
export const calendarOf = (feed: Feed, options: RenderOptions, previous = ''): string => {
  const firstDays = firstDaysOf(previous);
  const sections: readonly (readonly [name: string, entries: readonly Entry[]])[] = [
    ['observance', feed.observances.flatMap((observance) => observanceEntries(feed, observance, options, firstDays))],
    ['event', feed.events.map((event) => eventEntry(feed, event, options))],
  ];
  const calendar = ical({
    prodId: {company: 'solidarity-widgets', product: 'solidarity-feed', language: options.lang.toUpperCase()},
    method: ICalCalendarMethod.PUBLISH,
    // ical-generator does not escape the calendar's name.
    name: escapeCalendar(textPart(feed.title, contextOf(options)).text),
    url: homeOf(feed, options.links) ?? null,
    ttl: DAY / 1000,
  });
  for (const [section, entries] of sections)
    for (const {id, url, ...entry} of entries)
      calendar.createEvent({
        ...entry,
        id: uidOf(section, id as string, feed),
        url: url ?? null,
        stamp: new Date(feed.issued),
        // An event does not block the reader's time.
        transparency: ICalEventTransparency.TRANSPARENT,
      });
  return reviseCalendar(withAddresses(`${calendar.toString()}\r\n`), previous);
};
