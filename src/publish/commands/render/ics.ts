import type {Command} from 'commander';
import type {LinkPolicy} from '../../../feed/links.js';
import {calendarOf} from '../../render/calendar.js';
import {linksOption} from './links.js';
import {addRenderer, type Renderer} from './renderer.js';
import {refuseUnknownZone} from './zones.js';

interface Options {
  readonly links: LinkPolicy;
}

const renderer: Renderer<Options> = {
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
export const addIcs = (render: Command) => addRenderer(render, renderer);
