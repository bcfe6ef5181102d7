import {today} from '../clock/today.js';
import {DAY, MINUTE} from '../clock/units.js';
import {create} from '../dom/create.js';
import {timeOf} from '../feed/dates.js';

/* An event as a file for the reader's calendar (iCalendar, RFC 5545): a module of its own, since few readers want one. */

/** What the file says of an event. Texts are plain; an empty one is left out. */
export interface CalendarEvent {
  /** The same in the calendar that the feed tool renders, so that a calendar with both has the event once. */
  readonly uid: string;
  /** The instant at which the feed was issued, `2026-11-22T00:00:00Z`. */
  readonly stamp: string;
  /** The first day, or an instant in milliseconds since 1970. */
  readonly start: string | number;
  /** The last day, or the instant of the end; 0 where it is not known. */
  readonly end: string | number;
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly url: string;
  readonly status: 'planned' | 'moved' | 'postponed' | 'cancelled';
}

/** Octets of a line without its end. */
const MAX_LINE = 75;

/** A value of type TEXT: one line, without control characters. */
const escapeText = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- they are not allowed in a calendar
    .replace(/[\0-\t\v-\x1f\x7f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

/** A line in as many as it needs. A character is never divided: calendars read each line as UTF-8. */
const fold = (line: string) => {
  let folded = '';
  let octets = 0;
  for (const char of line) {
    const size = new TextEncoder().encode(char).length;
    if (octets + size > MAX_LINE) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += char;
    octets += size;
  }
  return folded;
};

/** `20270809T153000Z` */
const formatInstant = (time: number) => `${new Date(time).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const formatDay = (date: string) => date.replace(/-/g, '');

/**
 * The calendar with an event. A time of day is an instant in UTC, which needs no rules of a zone and which every calendar
 * shows in the reader's own; a whole day has no zone.
 */
export const calendarOf = ({uid, stamp, start, end, title, text, place, url, status}: CalendarEvent): string => {
  const isDay = typeof start === 'string';
  const ends = isDay
    ? `DTEND;VALUE=DATE:${formatDay(today(timeOf(String(end)) + DAY))}`
    : `DTEND:${formatInstant(+end)}`;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//solidarity-widgets//events//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${stamp.replace(/[-:]/g, '')}`,
    isDay ? `DTSTART;VALUE=DATE:${formatDay(start)}` : `DTSTART:${formatInstant(start)}`,
    // An end that is not after the beginning is refused.
    isDay || +end > start ? ends : '',
    `SUMMARY:${escapeText(title)}`,
    text && `DESCRIPTION:${escapeText(text)}`,
    place && `LOCATION:${escapeText(place)}`,
    url && `URL:${url}`,
    `STATUS:${status === 'cancelled' ? 'CANCELLED' : status === 'postponed' ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .filter(Boolean)
    .map((line) => `${fold(line)}\r\n`)
    .join('');
};

/** Saves a calendar with an event as a file. It is made in the browser: nothing is requested. */
export const saveEvent = (event: CalendarEvent, name: string) => {
  // By its other name: pages replace `URL`.
  const href = webkitURL.createObjectURL(new Blob([calendarOf(event)], {type: 'text/calendar;charset=utf-8'}));
  create('a', {href, download: `${name}.ics`}).click();
  // The browser has its own copy once the download has begun.
  setTimeout(() => webkitURL.revokeObjectURL(href), MINUTE);
};
