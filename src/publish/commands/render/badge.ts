import {Option, type Command} from 'commander';
import {figureTexts} from '../../../describe/figure.js';
import {badgeOf} from '../../render/badge.js';
import {escapeMarkdown, escapeMarkdownUrl, escapeMarkup} from '../../render/escape.js';
import {figureIn, figureWarnings} from './items.js';
import {todayOption} from './options.js';
import {addRenderer, type Renderer} from './renderer.js';

interface Options {
  readonly figure?: string;
  readonly address?: string;
  readonly markdown?: boolean;
  readonly html?: boolean;
}

/** The address of the picture: its file's name after an address that is a folder's. */
const addressOf = (name: string, address = '') => (!address || address.endsWith('/') ? address + name : address);

const renderer: Renderer<Options> = {
  name: 'badge',
  description:
    'Render a picture (SVG) of a number: with qualifier, unit, the day it was counted and its source.\n' +
    'For places without JavaScript: README files, e-mail signatures, partner pages.',
  example: 'feed.json --lang be --out badge-be.svg',
  options: [
    new Option('--figure <id>', 'which number, by its id in the feed (default: the first)'),
    new Option('--address <url>', 'where the picture will be, for the line to paste; a folder ends in /'),
    new Option('--markdown', 'print only the line to paste into Markdown').conflicts('html'),
    new Option('--html', 'print only the line to paste into HTML'),
    todayOption('the day on which the number may be out of date'),
  ],
  sections: () => ['figures'],
  file: (lang, {figure}) => `badge${figure ? `-${figure}` : ''}-${lang}.svg`,
  texts: (feed, {figure}) => figureTexts(figureIn(feed, figure), true),
  warnings: (feed, {figure}, today) => figureWarnings(figureIn(feed, figure), today),
  only: ({markdown, html}) => (markdown ? 'markdown' : html ? 'html' : undefined),
  render: (feed, target, {figure, address}) => {
    const {svg, alt, width, height} = badgeOf(figureIn(feed, figure), {...target, feed, links: 'none'});
    const url = addressOf(target.name, address);
    return {
      content: svg,
      embed: {
        html:
          `<img src="${escapeMarkup(url)}" alt="${escapeMarkup(alt)}" lang="${target.locale.tag}"` +
          ` width="${width}" height="${height}">`,
        markdown: `![${escapeMarkdown(alt)}](${escapeMarkdownUrl(url)})`,
      },
    };
  },
};

/** Adds `render badge`. */
export const addBadge = (render: Command) => addRenderer(render, renderer);
