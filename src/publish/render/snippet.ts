import type {Feed} from '../../feed/parse-feed.js';
import type {Campaign} from '../../feed/sections/campaigns.js';
import type {Figure} from '../../feed/sections/figures.js';
import type {Next} from '../../feed/sections/observances.js';
import {
  attribute,
  campaignWords,
  figureWords,
  langOf,
  paragraph,
  say,
  time,
  wayWords,
  type Manner,
} from './html-words.js';
import {localeOf} from './words.js';

/*
 * HTML that a partner pastes. An element's own words in it are true without JavaScript, and for ever: each number and
 * each day stands with its date.
 */

/** What a snippet shows, as the feed has it. */
export type Shown =
  | {readonly widget: 'counter'; readonly figure: Figure}
  | {readonly widget: 'countdown'; readonly next: Next}
  | {readonly widget: 'banner'; readonly campaign: Campaign}
  | {readonly widget: 'ways'; readonly feed: Feed};

/** The widget's words, and whether they are paragraphs and lists or part of one. */
const wordsOf = (shown: Shown, manner: Manner): {words: string; block: boolean} => {
  switch (shown.widget) {
    case 'counter':
      return {words: figureWords(shown.figure, manner), block: false};
    case 'countdown': {
      const {observance, day} = shown.next;
      return {words: `${say(observance.title, manner)}: ${time(day, manner)}`, block: false};
    }
    case 'banner':
      return {words: campaignWords(shown.campaign, manner), block: true};
    case 'ways':
      return {words: wayWords(shown.feed, manner), block: true};
  }
};

/** The script tag; `serial` is the feed's: the library refuses one that is older than what the page knew. */
export const scriptTag = (script: string, {src, key, serial}: {src?: string; key?: string; serial: number}) =>
  `<script async${attribute('src', script)}${attribute('data-src', src)}${attribute('data-key', key)}` +
  `${attribute('data-serial', String(serial))}></script>`;

/** An element with its words inside; `attributes` choose what it shows. */
export const elementOf = (
  shown: Shown,
  manner: Manner,
  attributes: Readonly<Record<string, string | undefined>> = {},
): string => {
  const {words, block} = wordsOf(shown, manner);
  const tag = `solidarity-${shown.widget}`;
  const own = Object.entries(attributes)
    .map(([name, value]) => attribute(name, value))
    .join('');
  // Where the library lacks the place's language it speaks English, and so do the words.
  const inner = block ? 'div' : 'span';
  const marked = localeOf(manner.lang) ? words : `<${inner}${langOf(manner.voice.tag)}>${words}</${inner}>`;
  const line = block ? '\n' : '';
  return `<${tag}${langOf(manner.lang)}${own}>${line}${marked}${line}</${tag}>`;
};

/** The words alone, for places without JavaScript; a figure says what is counted, too. */
export const staticOf = (shown: Shown, manner: Manner): string => {
  const {words, block} = wordsOf(shown, manner);
  const lang = langOf(manner.voice.tag);
  if (shown.widget === 'ways') return words.replace(/<(?:p|ul)>/g, (tag) => `${tag.slice(0, -1)}${lang}>`);
  if (shown.widget === 'countdown') return `<p${lang}>${words}</p>`;
  const definition = shown.widget === 'counter' ? [paragraph(say(shown.figure.definition, manner))] : [];
  return [`<blockquote${lang}>`, block ? words : paragraph(words), ...definition, '</blockquote>'].join('\n');
};
