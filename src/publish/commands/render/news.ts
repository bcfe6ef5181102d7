import {Option, type Command} from 'commander';
import type {LinkPolicy} from '../../../feed/links.js';
import {calendarOf} from '../../render/calendar.js';
import {jsonFeedOf} from '../../render/json-feed.js';
import {jsonLdOf} from '../../render/json-ld.js';
import {refuseUnknownZone} from './items.js';
import {linksOption, todayOption, webAddress} from './options.js';
import {addRenderer, type Renderer} from './renderer.js';

/* Days, events and corrections for programs: calendars, feed readers, search engines. */

interface LinkOptions {
  readonly links: LinkPolicy;
}

interface JsonFeedOptions extends LinkOptions {
  readonly feedUrl?: string;
}

const ics: Renderer<LinkOptions> = {
  name: 'ics',
  description:
    'Render a calendar (iCalendar) of the observances and events, to which people can subscribe.\n' +
    'Put the file on your site under an address that does not change, and render it again, to the same file, with each\n' +
    'new feed: entries that have not changed stay as they are.',
  example: 'feed.json --lang be --out calendar-be.ics',
  options: [linksOption('all')],
  sections: () => ['observances', 'events', 'organisations', 'towns'],
  file: (lang) => `calendar-${lang}.ics`,
  render: (feed, target, {links}) => {
    refuseUnknownZone(feed);
    return {content: calendarOf(feed, {...target, feed, links}, target.previous)};
  },
};

/** Adds `render ics`. */
export const addIcs = (render: Command) => addRenderer(render, ics);

const jsonFeed: Renderer<JsonFeedOptions> = {
  name: 'jsonfeed',
  description: 'Render a JSON Feed of the events and corrections, for feed readers; plain text without HTML.',
  example: 'feed.json --lang be --feed-url https://example.org/news-be.json --out news-be.json',
  options: [
    new Option('--feed-url <url>', 'the address at which you will publish it').argParser(webAddress),
    linksOption('all'),
  ],
  sections: () => ['events', 'corrections', 'organisations', 'towns'],
  file: (lang) => `jsonfeed-${lang}.json`,
  render: (feed, target, {links, feedUrl}) => {
    refuseUnknownZone(feed);
    // Each language has its own address.
    const own = feedUrl?.endsWith('/') ? feedUrl + target.name : feedUrl;
    const rendered = jsonFeedOf(feed, {...target, feed, links}, own);
    return {content: `${JSON.stringify(rendered, null, 2)}\n`};
  },
};

/** Adds `render jsonfeed`. */
export const addJsonFeed = (render: Command) => addRenderer(render, jsonFeed);

const jsonLd: Renderer<LinkOptions> = {
  name: 'jsonld',
  description:
    'Render the coming events for search engines (schema.org, JSON-LD), to paste into a page that shows them.\n' +
    'Render it again with each new feed: what is pasted does not change by itself.',
  example: 'feed.json --lang be --out events-be.html',
  options: [linksOption('all'), todayOption('events before this day are left out')],
  sections: () => ['events', 'organisations', 'towns'],
  file: (lang) => `events-${lang}.html`,
  render: (feed, target, {links}) => {
    refuseUnknownZone(feed);
    return {content: jsonLdOf(feed, {...target, feed, links})};
  },
};

/** Adds `render jsonld`. */
export const addJsonLd = (render: Command) => addRenderer(render, jsonLd);
