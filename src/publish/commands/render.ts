import type {Command} from 'commander';
import {addBadge} from './render/badge.js';
import {addEmbed} from './render/embed.js';
import {addIcs, addJsonFeed, addJsonLd} from './render/news.js';
import {addSnippet} from './render/snippet.js';

/** Adds `solidarity-feed render badge|snippet|embed|ics|jsonfeed|jsonld`. */
export const render = (program: Command) => {
  const command = program
    .command('render')
    .summary('Render a feed as a picture, HTML, pages, a calendar, or news for feed readers')
    .description(
      'Render a feed as a picture, HTML, pages, a calendar, or news for feed readers\n' +
        'Example: solidarity-feed render badge feed.json --lang be --out badge-be.svg',
    );
  [addBadge, addSnippet, addEmbed, addIcs, addJsonFeed, addJsonLd].forEach((add) => add(command));
};
