import type {Command} from 'commander';
import type {LinkPolicy} from '../../../feed/links.js';
import {calendarOf} from '../../render/calendar.js';
import {addKind, type Kind} from './kind.js';
import {linksOption} from './links.js';
import {refuseUnknownZone} from './zones.js';

interface Options {
  readonly links: LinkPolicy;
}

const kind: Kind<Options> = {
  name: 'ics',
  description:
    'Makes a calendar (iCalendar) of the observances and events, to which people subscribe.\n' +
    'Put the file on your site under an address that stays, and make it again with each new feed.',
  example: 'feed.json --lang be --out calendar-be.ics',
  options: [linksOption('all')],
  sections: () => ['observances', 'events', 'organisations', 'towns'],
  file: (lang) => `calendar-${lang}.ics`,
  make: (feed, {lang, voice}, {links}) => {
    refuseUnknownZone(feed);
    return {content: calendarOf(feed, {lang, voice, links})};
  },
};

/** Adds `render ics`. */
export const addIcs = (render: Command) => addKind(render, kind);
