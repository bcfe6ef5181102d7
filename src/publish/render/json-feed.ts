import {instantOf} from '../../clock/zone.js';
import type {Text} from '../../feed/fields.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Correction} from '../../feed/sections/corrections.js';
import type {Event} from '../../feed/sections/events.js';
import type {LinkPolicy} from '../../feed/links.js';
import {pickText} from '../../feed/text.js';
import {formatDate, formatNumber} from '../../i18n/format.js';
import {SOURCE} from '../../i18n/language.js';
import type {Voice} from '../../i18n/localize.js';
import {plain, plainLines} from './escape.js';
import {callersOf, homeOf, pageOf, placeOf} from './event-words.js';
import {join, OWN, sourceOf, tagOf, type OwnWord} from './words.js';

/* Events and corrections as a JSON Feed, version 1.1, for feed readers; https://www.jsonfeed.org/version/1.1/ */

/** How a feed is told. */
export interface JsonFeedManner {
  readonly voice: Voice;
  /** BCP 47 tag that texts are wanted in. */
  readonly lang: string;
  readonly links: LinkPolicy;
  /** Where it will be published. */
  readonly feedUrl?: string;
}

/** An item of a JSON Feed. */
export interface Item {
  readonly id: string;
  readonly url?: string;
  readonly title: string;
  readonly content_text: string;
  readonly date_published: string;
  readonly language: string;
}

const own = (word: OwnWord, {tag}: Voice) => (OWN[tag] ?? OWN[SOURCE]!)[word];
const iso = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;

/** `9 August 2027, 18:30 – 20:00 (Europe/Warsaw)` */
const whenOf = ({from, until, zone}: Event, {table}: Voice) => {
  const [day, time] = from.split('T') as [string, string?];
  const [lastDay, lastTime] = (until ?? '').split('T') as [string, string?];
  const first = [formatDate(day, table), time].filter(Boolean).join(', ');
  const last = [lastDay && lastDay !== day && formatDate(lastDay, table), lastTime].filter(Boolean).join(', ');
  const place = (time ?? lastTime) && zone !== 'local' ? ` (${zone})` : '';
  return first + (last && ` – ${last}`) + place;
};

/** When an event begins, in milliseconds; a day without a time begins in UTC. */
const startOf = ({from, zone}: Event) => instantOf(from, from.includes('T') && zone !== 'local' ? zone! : 'UTC');

/**
 * The feed does not say when an event was announced. It was by the issue that has it, and not after it began: so an
 * event to come is news of this issue, and a past one keeps its day.
 */
const eventItem = (feed: Feed, event: Event, {voice, lang, links}: JsonFeedManner): Item & {start: number} => {
  const tell = (text: Text) => pickText(text, lang, feed.lang);
  const [title, language] = tell(event.title);
  const place = placeOf(feed, event, (text) => tell(text)[0]);
  const cancelled = event.status === 'cancelled' && own('cancelled', voice);
  const url = pageOf(event, links);
  const start = startOf(event);
  return {
    id: `${feed.id}/events/${event.id}`,
    ...(url ? {url} : {}),
    title: cancelled ? `${cancelled}: ${plain(title)}` : plain(title),
    content_text: [
      cancelled && `${cancelled}.`,
      whenOf(event, voice),
      place,
      callersOf(feed, event, (text) => tell(text)[0]),
      event.text && plainLines(tell(event.text)[0]),
      join(sourceOf(event.source.name, voice, feed.lang)),
    ]
      .filter(Boolean)
      .join('\n'),
    date_published: iso(Math.min(start, Date.parse(feed.issued))),
    language: tagOf(language),
    start,
  };
};

const correctionItem = (feed: Feed, correction: Correction, {voice, lang}: JsonFeedManner): Item & {start: number} => {
  const {id, date, text, was, is, retracted} = correction;
  const [words, language] = pickText(text, lang, feed.lang);
  const numbers = [was, is].map((value) => (value === undefined ? '–' : formatNumber(value, voice.table)));
  const changed = was === undefined && is === undefined ? '' : numbers.join(' → ');
  return {
    id: `${feed.id}/corrections/${id}`,
    title: `${own(retracted ? 'withdrawn' : 'correction', voice)}: ${formatDate(date, voice.table)}`,
    content_text: [plainLines(words), changed].filter(Boolean).join('\n'),
    date_published: iso(Date.parse(date)),
    language: tagOf(language),
    start: Date.parse(date),
  };
};

/** Newest first; of what one issue announces, what is soonest. */
const byDate = (a: Item & {start: number}, b: Item & {start: number}) =>
  Date.parse(b.date_published) - Date.parse(a.date_published) || a.start - b.start || (a.id < b.id ? -1 : 1);

/** The JSON Feed of a feed's events and corrections. Every zone must be one that Node knows. */
export const jsonFeedOf = (feed: Feed, manner: JsonFeedManner) => {
  const [title, language] = pickText(feed.title, manner.lang, feed.lang);
  const home = homeOf(feed, manner.links);
  const items = [
    ...feed.events.map((event) => eventItem(feed, event, manner)),
    ...feed.corrections.map((correction) => correctionItem(feed, correction, manner)),
  ];
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: plain(title),
    ...(home ? {home_page_url: home} : {}),
    ...(manner.feedUrl ? {feed_url: manner.feedUrl} : {}),
    language: tagOf(language),
    items: items.sort(byDate).map(({start: _, ...item}): Item => item),
  };
};
