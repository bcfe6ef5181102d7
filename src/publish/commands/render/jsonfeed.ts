import {Option, type Command} from 'commander';
import type {LinkPolicy} from '../../../feed/links.js';
import {jsonFeedOf} from '../../render/json-feed.js';
import {webAddress} from './address.js';
import {linksOption} from './links.js';
import {addRenderer, type Renderer} from './renderer.js';
import {refuseUnknownZone} from './zones.js';

interface Options {
  readonly links: LinkPolicy;
  readonly feedUrl?: string;
}

const renderer: Renderer<Options> = {
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
export const addJsonFeed = (render: Command) => addRenderer(render, renderer);
