import {textPart, type Part, type Parts} from '../../describe/parts.js';
import {describeLink} from '../../describe/ways.js';
import type {Text} from '../../feed/fields.js';
import {mayLink, type Linked} from '../../feed/links.js';
import {directionOf, runsAgainst} from './direction.js';
import {escapeMarkup, href} from './escape.js';
import {contextOf, type RenderOptions} from './options.js';
import {fullStopAfter, plainLine} from './plain-parts.js';

/*
 * Descriptions as HTML, in elements that every sanitizer keeps: `a`, `span` and `strong`. Numbers and dates are plain
 * text, since a sanitizer that removes an element with its content must not leave “At least  political prisoners”.
 */

/** An HTML attribute; its name alone for an empty value, and nothing for an undefined one. */
export const attribute = (name: string, value: string | undefined) =>
  value === undefined ? '' : value === '' ? ` ${name}` : ` ${name}="${escapeMarkup(value)}"`;

/** `lang`, and `dir` where the language, or the one around it, is written from right to left. */
export const langAttributes = (lang: string, around = lang) =>
  attribute('lang', lang) +
  ([lang, around].some((tag) => directionOf(tag) === 'rtl') ? ` dir="${directionOf(lang)}"` : '');

/** A part; `dir` isolates a text of another language, and one that has letters of the other direction. */
export const partHtml = ({text, lang, role}: Part, {locale: {tag}}: RenderOptions): string => {
  // Our own words begin or end with spaces, where another part is next to them.
  const [, before = '', words = '', after = ''] = role ? [] : (/^(\s*)(.*?)(\s*)$/s.exec(text) as string[]);
  const safe = escapeMarkup(role ? text : words);
  if (lang !== tag) return `${before}<span${attribute('lang', lang)} dir="${directionOf(lang)}">${safe}</span>${after}`;
  return `${before}${runsAgainst(safe, tag) ? `<span dir="auto">${safe}</span>` : safe}${after}`;
};

/** A text of the feed. */
export const textHtml = (text: Text, options: RenderOptions) => partHtml(textPart(text, contextOf(options)), options);

/** A link that sends no referrer, as the elements make it. */
export const linkHtml = (url: string | undefined, html: string) => {
  const to = href(url);
  return to
    ? `<a${attribute('href', to)} rel="noopener noreferrer external nofollow" referrerpolicy="no-referrer">${html}</a>`
    : html;
};

/** A part of a sentence. The name of a source is a link where the policy allows it: nobody verified its page. */
export const partsHtml = (parts: Parts, options: RenderOptions): string =>
  parts
    .map((part) => {
      const words = partHtml(part, options);
      return part.role === 'source' && mayLink(part, options.links) ? linkHtml(part.url, words) : words;
    })
    .join('');

/** A sentence, with its full stop. */
export const sentenceHtml = (parts: Parts, options: RenderOptions): string =>
  partsHtml(parts, options) + fullStopAfter(plainLine(parts));

/** Sentences of those that there are. */
export const sentencesHtml = (all: readonly (Parts | undefined)[], options: RenderOptions): string =>
  all
    .filter((parts) => parts?.length)
    .map((parts) => sentenceHtml(parts!, options))
    .join(' ');

/** Words, linked where the policy allows it, with a warning where opening the link can be dangerous. */
export const linkedHtml = (to: Linked, words: string, options: RenderOptions): {html: string; hasWarning: boolean} => {
  const link = describeLink(to, options.links, options.locale);
  if (!link?.warning) return {html: linkHtml(link?.url, words), hasWarning: false};
  const {countries, meaning} = link.warning;
  const mark = `<span role="img"${attribute('aria-label', meaning)}>⚠︎ ${countries}</span>`;
  return {html: linkHtml(link.url, `${words} ${mark}`), hasWarning: true};
};
