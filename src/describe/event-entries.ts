import {today} from '../clock/today.js';
import {DAY} from '../clock/units.js';
import {dateIn, instantOf, knownZone} from '../clock/zone.js';
import {daysBetween, timeOf} from '../feed/dates.js';
import type {Event} from '../feed/sections/events.js';
import type {Town} from '../feed/sections/towns.js';

/* Which events are shown, where they are, and in which group each is at a time. */

/** An event with its town and its instants. */
export interface Entry {
  readonly event: Event;
  readonly town?: Town;
  /** Its own country, or its town's. */
  readonly country?: string;
  /** When it begins, and the instant after its end, in milliseconds since 1970. Without an end it takes all of its day. */
  readonly start: number;
  readonly end: number;
  /** Whether the engine knows its zone. */
  readonly isPlaced: boolean;
}

/** The groups, in the order of the page. */
export const GROUPS = ['today', 'soon', 'later', 'past'] as const;
export type Group = (typeof GROUPS)[number];

/** Days after today that are “soon”. */
const SOON = 7;

/** The zone in which an event's days begin and end: its own. A whole day without one is, as in calendars, the reader's. */
const zoneOf = ({zone}: Event) => (zone ? knownZone(zone) : 'local');

/** Events with their towns, the first to begin first. */
export const entriesOf = (events: readonly Event[], towns: readonly Town[]): Entry[] =>
  events
    .map((event) => {
      const {from, until = '', zone} = event;
      const own = zoneOf(event);
      const [lastDay, lastTime] = (until || from.slice(0, 10)).split('T') as [string, string?];
      const town = towns.find(({id}) => id === event.town);
      return {
        event,
        town,
        country: event.country ?? town?.country,
        start: instantOf(from, own),
        end: instantOf(lastTime ? until : today(timeOf(lastDay) + DAY), own),
        isPlaced: !zone || zone === own,
      };
    })
    .sort((a, b) => a.start - b.start);

/** An event as it can be described: where the engine does not know its zone, a time is that of the place. */
export const placed = ({event, isPlaced}: Entry): Event => (isPlaced ? event : {...event, zone: 'local'});

/** The group of an event at a time. What has begun and is not over is “today”, on whatever day it began. */
export const groupAt = ({event, start, end}: Entry, now: number): Group => {
  if (end <= now) return 'past';
  const days = start <= now ? 0 : daysBetween(dateIn(zoneOf(event), now), event.from.slice(0, 10));
  return days < 1 ? 'today' : days <= SOON ? 'soon' : 'later';
};

/** Whether an event is going on; only where both its beginning and its end are known. */
export const isOn = ({event: {from, until}, start, end}: Entry, now: number) =>
  from.includes('T') && !!until && start <= now && now < end;

/** What a reader can choose: a town by its id, a country by its code, or `online`. */
export const isAt = ({event, town, country}: Entry, place: string) =>
  place === 'online' ? !!event.online : town?.id === place || country === place;

/** Whether an event is in one of the countries and in one of the towns that a page names, where it names some. */
export const isIn = (entry: Entry, countries = '', towns = '') =>
  [countries.toUpperCase(), towns].every((list) => {
    const places = list.split(/\s+/).filter(Boolean);
    return !places[0] || places.some((place) => isAt(entry, place));
  });
