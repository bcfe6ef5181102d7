import {dateIn, instantOf, MINSK, offsetAt} from '../../clock/zone.js';
import {describeEvent, eventTexts} from '../../describe/event.js';
import {textPart} from '../../describe/parts.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Event} from '../../feed/sections/events.js';
import {plain, plainLines} from './escape.js';
import {pageOf} from './event-links.js';
import {localeFor} from './locales.js';
import type {RenderOptions} from './options.js';
import {plainLine} from './plain-parts.js';

/*
 * Events for search engines: https://schema.org/Event as JSON-LD, which a publisher pastes into a page. The element does not
 * write it: search engines do not look into shadow roots, and the page outside is not the element's to change.
 */

const STATUS: Readonly<Record<Event['status'], string>> = {
  planned: 'EventScheduled',
  moved: 'EventRescheduled',
  postponed: 'EventPostponed',
  cancelled: 'EventCancelled',
};

const twoDigits = (n: number) => String(n).padStart(2, '0');

/** A day, or a time with its distance from UTC: `2027-08-09T18:30:00+02:00`. A time in the reader's zone has none. */
const dateTime = (civil: string, zone = 'local'): string => {
  if (!civil.includes('T')) return civil;
  if (zone === 'local') return `${civil}:00`;
  const minutes = offsetAt(instantOf(civil, zone), zone);
  const size = Math.abs(minutes);
  return `${civil}:00${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
};

/** Where an event is: a place in a town, an address online, or both. Without any, schema.org's event is incomplete. */
const locationOf = (feed: Feed, {place, town: id, country, online}: Event, text: (of: Event['title']) => string) => {
  const town = feed.towns.find((one) => one.id === id);
  const isPlace = place !== undefined || town || country;
  return [
    ...(isPlace
      ? [
          {
            '@type': 'Place',
            ...(place === undefined ? {} : {name: text(place)}),
            address: {
              '@type': 'PostalAddress',
              ...(town ? {addressLocality: text(town.name)} : {}),
              ...(country || town ? {addressCountry: country ?? town!.country} : {}),
            },
          },
        ]
      : []),
    ...(online ? [{'@type': 'VirtualLocation', url: online}] : []),
  ];
};

const eventLd = (feed: Feed, event: Event, options: RenderOptions) => {
  const locale = localeFor(eventTexts(event), options.locale, feed.lang);
  const context = {locale, feedLang: feed.lang};
  const {title, text, organisers} = describeEvent(event, feed, context);
  const url = pageOf(event, options.links);
  const online = pageOf({...event, url: event.online}, options.links);
  const location = locationOf(feed, {...event, online}, (of) => plain(textPart(of, context).text));
  const isPlace = location.some((one) => one['@type'] === 'Place');
  const mode = online ? (isPlace ? 'Mixed' : 'Online') : 'Offline';
  return {
    '@type': 'Event',
    name: plain(title.text),
    startDate: dateTime(event.from, event.zone),
    ...(event.until ? {endDate: dateTime(event.until, event.zone)} : {}),
    eventStatus: `https://schema.org/${STATUS[event.status]}`,
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    ...(location.length ? {location} : {}),
    ...(text ? {description: plainLines(text.text)} : {}),
    ...(organisers.length ? {organizer: {'@type': 'Organization', name: plainLine(organisers)}} : {}),
    ...(url ? {url} : {}),
    inLanguage: title.lang,
  };
};

/**
 * The events of a feed that are not over before a day, as a script to paste; `<` is escaped, so that no text ends it.
 * Throws a RangeError for a zone that Node does not know.
 */
export const jsonLdOf = (feed: Feed, options: RenderOptions): string => {
  // Where it is, it may still be the day before.
  const begin = instantOf(options.today, MINSK);
  const graph = feed.events
    .filter(({from, until = from, zone = MINSK}) => until.slice(0, 10) >= dateIn(zone, begin))
    .map((event) => eventLd(feed, event, options));
  const json = JSON.stringify({'@context': 'https://schema.org', '@graph': graph}, null, 2);
  return `<script type="application/ld+json">\n${json.replaceAll('<', '\\u003c')}\n</script>\n`;
};
