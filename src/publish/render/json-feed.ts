import {instantOf} from '../../clock/zone.js';
import {describeCorrectedCount, describeCorrectionTitle} from '../../describe/correction.js';
import {describeEvent, eventTexts} from '../../describe/event.js';
import {describeFigure, describeStatement, figureTexts} from '../../describe/figure.js';
import {textPart} from '../../describe/parts.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Correction} from '../../feed/sections/corrections.js';
import type {Event} from '../../feed/sections/events.js';
import {correctedFigure} from './corrected-figure.js';
import {plain, plainLines} from './escape.js';
import {homeOf, pageOf} from './event-links.js';
import {localeFor} from './locales.js';
import {contextOf, type RenderOptions} from './options.js';
import {plainLine, plainSentence} from './plain-parts.js';

/* Events and corrections as a JSON Feed, version 1.1, for feed readers; https://www.jsonfeed.org/version/1.1/ */

/** An item of a JSON Feed. */
export interface Item {
  readonly id: string;
  readonly url?: string;
  readonly title: string;
  readonly content_text: string;
  readonly date_published?: string;
  readonly language: string;
}

/** An item, and the instants by which it is sorted. */
type DatedItem = Item & {readonly published: number; readonly start: number};

const textLines = (...lines: (string | undefined)[]) => lines.filter(Boolean).join('\n');

/** When an event begins, in milliseconds; a day without a time begins in UTC. */
const startOf = ({from, zone}: Event) => instantOf(from, from.includes('T') && zone !== 'local' ? zone! : 'UTC');

/**
 * The feed does not say when an event was announced, so its item has no date, and feed readers take the day on which
 * they saw it first. The date of this issue would announce it again with each issue.
 */
const eventItem = (feed: Feed, event: Event, options: RenderOptions): DatedItem => {
  const locale = localeFor(eventTexts(event), options.locale, feed.lang);
  const {title, heading, status, when, place, organisers, text, source} = describeEvent(event, feed, {
    locale,
    feedLang: feed.lang,
  });
  const url = pageOf(event, options.links);
  const start = startOf(event);
  return {
    id: `${feed.id}/events/${event.id}`,
    ...(url ? {url} : {}),
    title: plainLine(heading),
    content_text: textLines(
      status && `${status.text}.`,
      plainLine(when),
      plainLine(place),
      plainLine(organisers),
      text && plainLines(text.text),
      plainLine(source),
    ),
    language: title.lang,
    published: Math.min(start, Date.parse(feed.issued)),
    start,
  };
};

const correctionItem = (feed: Feed, correction: Correction, options: RenderOptions): DatedItem => {
  const figure = correctedFigure(feed, correction);
  const texts = [correction.text, ...(figure ? figureTexts(figure) : [])];
  const locale = localeFor(texts, options.locale, feed.lang);
  const context = {...contextOf(options), locale};
  const text = textPart(correction.text, context);
  const count = describeCorrectedCount(correction, locale);
  const published = Date.parse(correction.date);
  return {
    id: `${feed.id}/corrections/${correction.id}`,
    title: plainLine(describeCorrectionTitle(correction, context)),
    content_text: textLines(
      count.length ? plainSentence(count) : undefined,
      // What the number is: two numbers alone may be about anything.
      figure &&
        `${plainSentence(describeStatement(figure, context))} ${plainSentence(describeFigure(figure, context).source)}`,
      plainLines(text.text),
    ),
    date_published: `${new Date(published).toISOString().slice(0, 19)}Z`,
    language: text.lang,
    published,
    start: published,
  };
};

/** Newest first; the events to come, the soonest first. */
const byDate = (a: DatedItem, b: DatedItem) =>
  b.published - a.published || a.start - b.start || (a.id < b.id ? -1 : +(a.id > b.id));

/**
 * The JSON Feed of a feed's events and corrections; `feedUrl` is the address at which it will be published. Throws a
 * RangeError for a zone that Node does not know.
 */
export const jsonFeedOf = (feed: Feed, options: RenderOptions, feedUrl?: string) => {
  const title = textPart(feed.title, contextOf(options));
  const home = homeOf(feed, options.links);
  const items = [
    ...feed.events.map((event) => eventItem(feed, event, options)),
    ...feed.corrections.map((correction) => correctionItem(feed, correction, options)),
  ];
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: plain(title.text),
    ...(home ? {home_page_url: home} : {}),
    ...(feedUrl ? {feed_url: feedUrl} : {}),
    language: title.lang,
    items: items.sort(byDate).map(({published: _, start: __, ...item}): Item => item),
  };
};
