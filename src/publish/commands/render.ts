import type {Command} from 'commander';
import {addBadge} from './render/badge.js';
import {addIcs} from './render/ics.js';
import {addJsonFeed} from './render/jsonfeed.js';
import {addSnippet} from './render/snippet.js';

/** Adds `solidarity-feed render badge|snippet|ics|jsonfeed`. */
export const render = (program: Command) => {
  const command = program
    .command('render')
    .summary('Makes a picture, HTML, a calendar or news for feed readers from a feed')
    .description(
      'Makes a picture, HTML, a calendar or news for feed readers from a feed\n' +
        'Example: solidarity-feed render badge feed.json --lang be --out badge-be.svg',
    );
  [addBadge, addSnippet, addIcs, addJsonFeed].forEach((add) => add(command));
};
