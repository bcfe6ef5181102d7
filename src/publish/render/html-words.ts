import type {Text} from '../../feed/fields.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Campaign} from '../../feed/sections/campaigns.js';
import {freshness, type Figure} from '../../feed/sections/figures.js';
import type {Core} from '../../feed/sections/head.js';
import {mayLink, type Linked, type LinkPolicy} from '../../feed/links.js';
import {CATEGORIES} from '../../feed/sections/ways.js';
import {formatDate} from '../../i18n/format.js';
import type {Voice} from '../../i18n/localize.js';
import {escapeMarkup, href} from './escape.js';
import {
  aboutOf,
  asSentence,
  capital,
  directionOf,
  endOf,
  join,
  message,
  sentenceOf,
  textOf,
  type Part,
} from './words.js';

/* What the elements show, as HTML that needs neither them nor a script. */

/** What the words are said in, and for which place. */
export interface Manner {
  readonly voice: Voice;
  /** The language of the place. */
  readonly lang: string;
  /** What the feed says of itself: the language of its plain strings, and its own end. */
  readonly feed: Pick<Core, 'lang' | 'expires'>;
  readonly links: LinkPolicy;
  /** The day of the writing: a figure that is old then is so for ever. */
  readonly today: string;
}

/** An HTML attribute; none for a value that is not there. */
export const attribute = (name: string, value: string | undefined) =>
  value === undefined ? '' : ` ${name}="${escapeMarkup(value)}"`;

/** `lang`, and `dir` where it is not the usual one. */
export const langOf = (lang: string) =>
  attribute('lang', lang) + attribute('dir', directionOf(lang) === 'rtl' ? 'rtl' : undefined);

/** Words marked with their language where it is not that of the words around; spaces at their ends stay. */
const mark = ({text, lang}: Part, {voice}: Manner) => {
  const [, before, words, after] = /^(\s*)(.*?)(\s*)$/s.exec(text)!;
  const safe = escapeMarkup(words!);
  return `${before}${lang === voice.tag ? safe : `<bdi${langOf(lang)}>${safe}</bdi>`}${after}`;
};

/** A text of the feed. */
export const say = (text: Text, manner: Manner) => mark(textOf(text, manner.voice, manner.feed.lang), manner);

/** A link that tells the other side nothing of the reader, and lends it no weight: as the elements make it. */
const link = (url: string | undefined, words: string) => {
  const to = href(url);
  return to
    ? `<a${attribute('href', to)} rel="noopener noreferrer external nofollow" referrerpolicy="no-referrer">${words}</a>`
    : words;
};

/** A civil date for a reader, and for a machine. */
export const time = (date: string, {voice}: Manner) =>
  `<time datetime="${date}">${escapeMarkup(formatDate(date, voice.table))}</time>`;

/** A figure in sentences: qualifier, number and unit, as-of date and source, its age, and what one must know beside it. */
export const figureWords = (figure: Figure, manner: Manner) => {
  const {voice, feed, links, today} = manner;
  const sentence = capital(sentenceOf(figure, voice, feed.lang));
  const about = aboutOf(figure, voice, feed.lang);
  const html = (part: Part) => {
    const words = mark(part, manner);
    if (part.as === 'count') return `<data value="${figure.value}" translate="no">${words}</data>`;
    if (part.as === 'date') return time(figure.asOf, manner);
    // A source is named by whoever counts; whether its page is banned nobody has said.
    return part.as === 'source' && links !== 'none' ? link(figure.source.url, words) : words;
  };
  const told = [sentence, about].map((parts) => parts.map(html).join('') + endOf(join(parts)));
  if (freshness(figure, today, feed.expires) === 'stale') told.push(escapeMarkup(message('counter.stale', voice)));
  if (figure.note) {
    const note = textOf(figure.note, voice, feed.lang);
    told.push(mark({...note, text: asSentence(note.text)}, manner));
  }
  return told.join(' ');
};

/** `<p>` and its words. */
export const paragraph = (words: string) => `<p>${words}</p>`;

/** Slogan, call and action of a campaign outside its phases: the words stay when a phase is over. */
export const campaignWords = ({slogan, call, action}: Campaign, manner: Manner) => {
  const words = action && say(action.text, manner);
  return [
    paragraph(`<strong>${say(slogan, manner)}</strong>`),
    paragraph(say(call, manner)),
    // Whether the action's page is banned the feed does not say: unknown is not clear.
    ...(action && words ? [paragraph(manner.links === 'all' ? link(action.url, words) : words)] : []),
  ].join('\n');
};

/** Ways to help, as the element lists them: in its order, without military help, and without what is over. */
export const wayWords = ({ways, organisations}: Feed, manner: Manner): string => {
  let marked = false;
  const name = (to: Linked, words: string) => {
    if (!mayLink(to, manner.links)) return words;
    const countries = to.designatedIn?.join(' ');
    if (!countries) return link(to.url, words);
    marked = true;
    const meaning = countries.includes('BY') ? message('ways.mark', manner.voice) : countries;
    return link(to.url, `${words} <span role="img"${attribute('aria-label', meaning)}>⚠︎ ${countries}</span>`);
  };
  const items = CATEGORIES.slice(0, -1).flatMap((category) =>
    ways
      .filter((way) => way.category === category)
      .flatMap((way) => {
        const bodies = (way.organisations ?? []).flatMap((id) => organisations.find((body) => body.id === id) ?? []);
        const open = bodies.filter(({status}) => status !== 'closed');
        if (bodies.length && !open.length) return [];
        const names = open.map((body) => name(body, say(body.name, manner)));
        const title = name(way, say(way.title, manner));
        return [`<li>${title}${names.length ? ` (${names.join(', ')})` : ''}</li>`];
      }),
  );
  if (!items.length) return '';
  const notice = marked ? `${paragraph(escapeMarkup(message('ways.notice', manner.voice)))}\n` : '';
  return `${notice}<ul>\n${items.join('\n')}\n</ul>`;
};
