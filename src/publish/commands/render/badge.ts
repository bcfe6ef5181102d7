import {Option, type Command} from 'commander';
import {badgeOf} from '../../render/badge.js';
import {escapeMarkdown, escapeMarkdownUrl, escapeMarkup} from '../../render/escape.js';
import {figureCautions, figureIn} from './figure.js';
import {addKind, type Kind} from './kind.js';

interface Options {
  readonly figure?: string;
  readonly address?: string;
  readonly markdown?: boolean;
  readonly html?: boolean;
}

/** Where the picture will be: its own name, put after an address that is a folder's. */
const addressOf = (name: string, address = '') => (!address || address.endsWith('/') ? address + name : address);

const kind: Kind<Options> = {
  name: 'badge',
  description:
    'Makes a picture (SVG) of a number: with qualifier, unit, the day it was counted and its source.\n' +
    'For places without JavaScript: README files, e-mail signatures, partner pages.',
  example: 'feed.json --lang be --out badge-be.svg',
  options: [
    new Option('--figure <id>', 'which number, by its id in the feed (default: the first)'),
    new Option('--address <url>', 'where the picture will be, for the line to paste; a folder ends in /'),
    new Option('--markdown', 'print only the line to paste into Markdown').conflicts('html'),
    new Option('--html', 'print only the line to paste into HTML'),
  ],
  sections: () => ['figures'],
  file: (lang, {figure}) => `badge${figure ? `-${figure}` : ''}-${lang}.svg`,
  cautions: (feed, {figure}) => figureCautions(figureIn(feed, figure)),
  only: ({markdown, html}) => (markdown ? 'markdown' : html ? 'html' : undefined),
  make: (feed, {lang, voice, name}, {figure, address}) => {
    const {svg, alt, width, height} = badgeOf(figureIn(feed, figure), voice, lang, feed.lang);
    const url = addressOf(name, address);
    return {
      content: svg,
      embed: {
        html:
          `<img src="${escapeMarkup(url)}" alt="${escapeMarkup(alt)}" lang="${voice.tag}"` +
          ` width="${width}" height="${height}">`,
        markdown: `![${escapeMarkdown(alt)}](${escapeMarkdownUrl(url)})`,
      },
    };
  },
};

/** Adds `render badge`. */
export const addBadge = (render: Command) => addKind(render, kind);
