import type {Command} from 'commander';
import type {LinkPolicy} from '../../../feed/links.js';
import {jsonLdOf} from '../../render/json-ld.js';
import {linksOption} from './links.js';
import {addRenderer, todayOption, type Renderer} from './renderer.js';
import {refuseUnknownZone} from './zones.js';

interface Options {
  readonly links: LinkPolicy;
}

const renderer: Renderer<Options> = {
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
export const addJsonLd = (render: Command) => addRenderer(render, renderer);
