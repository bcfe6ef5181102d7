import ical, {ICalCalendarMethod, ICalEventRepeatingFreq, ICalEventStatus, ICalEventTransparency} from 'ical-generator';
import type {ICalEventData} from 'ical-generator';
import {DAY} from '../../clock/units.js';
import {instantOf} from '../../clock/zone.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Event} from '../../feed/sections/events.js';
import {nextDay, type Observance} from '../../feed/sections/observances.js';
import type {LinkPolicy} from '../../feed/links.js';
import {pickText} from '../../feed/text.js';
import type {Text} from '../../feed/fields.js';
import type {Voice} from '../../i18n/localize.js';
import {escapeCalendar, plain, plainLines} from './escape.js';
import {callersOf, homeOf, pageOf, placeOf, type Tell} from './event-words.js';
import {join, sourceOf} from './words.js';

/*
 * Observances and events as a calendar, RFC 5545. From the same feed come the same bytes: every time in it is the
 * feed's own.
 *
 * A time of day is written as an instant in UTC, never with TZID. Each event is held once, so that no rule of a zone
 * has to be carried along (TZID demands a VTIMEZONE, and clients differ in what they make of one); all clients show an
 * instant in the reader's own zone. Days are all-day dates, which belong to no zone.
 */

/** How a calendar is told. */
export interface CalendarManner {
  readonly voice: Voice;
  /** BCP 47 tag that texts are wanted in. */
  readonly lang: string;
  readonly links: LinkPolicy;
}

/** The largest INTEGER of RFC 5545. */
const MOST = 2 ** 31 - 1;

const dayAt = (date: string) => new Date(date);
const after = (date: string) => new Date(Date.parse(date) + DAY);
const lines = (...parts: (string | undefined)[]) => parts.filter(Boolean).join('\n') || null;

/** A day that the calendar of every year has, or 29 February, which a rule must name lest clients move it. */
const yearly = (start: string) => ({
  freq: ICalEventRepeatingFreq.MONTH_DAY,
  ...(start.endsWith('-02-29') ? {byMonth: [2], byMonthDay: [29]} : {}),
});

/** The first day of a yearly observance: in the year of `since`, else the next after the feed was issued. */
const firstDay = (observance: Observance, issued: string) =>
  nextDay({...observance, dates: []}, observance.since ? `${observance.since}-01-01` : issued.slice(0, 10));

type Entry = Pick<
  ICalEventData,
  'id' | 'start' | 'end' | 'allDay' | 'floating' | 'repeating' | 'status' | 'location'
> & {
  readonly title: Text;
  readonly description: string | null;
  readonly url?: string;
};

/** The days of an observance: its rule, and each day named beside it. */
const observanceEntries = (feed: Feed, observance: Observance, tell: Tell): Entry[] => {
  const {id, title, why, since = 0, dates = []} = observance;
  const start = firstDay(observance, feed.issued);
  const rest = {title, description: why ? tell(why) : null, allDay: true};
  const named = [...new Set(dates)]
    .filter((date) => +date.slice(0, 4) >= since)
    .filter((date) => !(start && date >= start && date.slice(5) === observance.yearly))
    .sort();
  return [
    ...(start ? [{...rest, id, start: dayAt(start), end: after(start), repeating: yearly(start)}] : []),
    ...named.map((date) => ({...rest, id: `${id}.${date}`, start: dayAt(date), end: after(date)})),
  ];
};

/** When an event is: whole days, or instants; a bound that is only a day stands for all of it. */
const timesOf = ({from, until, zone}: Event): Pick<Entry, 'start' | 'end' | 'allDay' | 'floating'> => {
  if (!/T/.test(from + (until ?? ''))) return {allDay: true, start: dayAt(from), end: after(until ?? from)};
  // `local` is whatever zone the reader is in: RFC 5545 calls such a time floating.
  const floating = zone === 'local';
  const at = (civil: string) => new Date(instantOf(civil, floating ? 'UTC' : zone!));
  const start = at(from);
  const end = until && at(until.includes('T') ? until : after(until).toISOString().slice(0, 10));
  return {start, end: end && end > start ? end : null, floating};
};

const eventEntry = (feed: Feed, event: Event, tell: Tell, {voice, links}: CalendarManner): Entry => {
  const place = placeOf(feed, event, tell);
  return {
    ...timesOf(event),
    id: event.id,
    title: event.title,
    description: lines(
      event.text && tell(event.text),
      callersOf(feed, event, tell),
      join(sourceOf(event.source.name, voice, feed.lang)),
    ),
    status: event.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    location: place ? {title: place} : null,
    url: pageOf(event, links),
  };
};

/** The calendar of a feed, as text with the line ends of RFC 5545. Every zone must be one that Node knows. */
export const calendarOf = (feed: Feed, manner: CalendarManner): string => {
  const tell: Tell = (text) => plainLines(pickText(text, manner.lang, feed.lang)[0]);
  const stamp = new Date(feed.issued);
  const sections: readonly (readonly [name: string, entries: readonly Entry[]])[] = [
    ['observance', feed.observances.flatMap((observance) => observanceEntries(feed, observance, tell))],
    ['event', feed.events.map((event) => eventEntry(feed, event, tell, manner))],
  ];
  const calendar = ical({
    prodId: {company: 'solidarity-widgets', product: 'solidarity-feed', language: manner.lang.toUpperCase()},
    method: ICalCalendarMethod.PUBLISH,
    // The library writes the calendar's name as it is.
    name: escapeCalendar(tell(feed.title)),
    url: homeOf(feed, manner.links) ?? null,
    ttl: DAY / 1000,
  });
  for (const [section, entries] of sections)
    for (const {id, title, url, ...entry} of entries)
      calendar.createEvent({
        ...entry,
        // Neither changes when a title or a day does, and no other feed has the same.
        id: `${section}.${id}@${feed.id}`,
        summary: plain(tell(title)),
        url: url ?? null,
        // All of one issue alike, so that a cancellation is newer than what it cancels, and its withdrawal newer still.
        sequence: Math.min(feed.serial, MOST),
        stamp,
        lastModified: stamp,
        // Nobody's time is taken by what may be attended.
        transparency: ICalEventTransparency.TRANSPARENT,
      });
  return `${calendar.toString()}\r\n`;
};
