import {Option, type Command} from 'commander';
import type {LinkPolicy} from '../../../feed/links.js';
import {jsonFeedOf} from '../../render/json-feed.js';
import {webAddress} from './address.js';
import {addKind, type Kind} from './kind.js';
import {linksOption} from './links.js';
import {refuseUnknownZone} from './zones.js';

interface Options {
  readonly links: LinkPolicy;
  readonly feedUrl?: string;
}

const kind: Kind<Options> = {
  name: 'jsonfeed',
  description: 'Makes a JSON Feed of the events and corrections, for feed readers; plain text without HTML.',
  example: 'feed.json --lang be --feed-url https://example.org/news-be.json --out news-be.json',
  options: [
    new Option('--feed-url <url>', 'the address under which you will publish it').argParser(webAddress),
    linksOption('all'),
  ],
  sections: () => ['events', 'corrections', 'organisations', 'towns'],
  file: (lang) => `jsonfeed-${lang}.json`,
  make: (feed, {lang, voice, name}, {links, feedUrl}) => {
    refuseUnknownZone(feed);
    // Of several languages each has its own address.
    const own = feedUrl?.endsWith('/') ? feedUrl + name : feedUrl;
    return {content: `${JSON.stringify(jsonFeedOf(feed, {lang, voice, links, feedUrl: own}), null, 2)}\n`};
  },
};

/** Adds `render jsonfeed`. */
export const addJsonFeed = (render: Command) => addKind(render, kind);
