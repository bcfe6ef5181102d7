import {describeMoment} from '../describe/countdown.js';
import {today} from '../clock/today.js';
import {dateIn, knownZone} from '../clock/zone.js';
import type {LinkPolicy} from '../feed/links.js';
import type {Feed} from '../feed/parse-feed.js';
import {DATE_OR_TIME} from '../feed/sections/events.js';
import {nextObservance} from '../feed/sections/observances.js';
import type {Locale} from '../i18n/locale-data.js';
import {embedWords} from '../publish/render/embed-page.js';
import {escapeMarkup} from '../publish/render/escape.js';
import {openWays, textHtml} from '../publish/render/html.js';
import {localeFor} from '../publish/render/locales.js';
import type {RenderOptions} from '../publish/render/options.js';
import {fallbackLines, shownTexts, staticHtml, wrapInElement, type Shown} from '../publish/render/snippet.js';
import {nameOf, type State} from './state.js';

/* The content of a snippet, from the feed: the same functions write it as in the feed tool and on the elements. */

/** A feed, and the locale of the chosen language. */
export interface Source {
  readonly feed: Feed;
  readonly locale: Locale;
}

/** The item that an attribute names, or the section's first. */
const itemOf = <T extends {id: string}>(items: readonly T[], id: string | undefined) =>
  id === undefined ? items[0] : items.find((item) => item.id === id);

const nextOf = ({observances}: Feed, {attributes: {observance: id, to = '', zone}, title}: State) => {
  const items = observances.filter((item) => !id || item.id === id);
  if (DATE_OR_TIME(to)) return {observance: (id && items[0]) || {id: 'own', title}, day: to};
  return nextObservance(items, (own) => dateIn(knownZone(zone, own), Date.now()));
};

/** What the chosen element shows; undefined where the feed has nothing for it, or the feed tool has no words for it. */
export const shownOf = (feed: Feed, state: State): Shown | undefined => {
  const {element, attributes} = state;
  switch (nameOf(element.tag)) {
    case 'counter': {
      const figure = itemOf(feed.figures, attributes.figure);
      return figure && {widget: 'counter', figure};
    }
    case 'countdown': {
      const next = nextOf(feed, state);
      return next && {widget: 'countdown', next};
    }
    case 'banner': {
      const campaign = itemOf(feed.campaigns, attributes.campaign);
      return campaign && {widget: 'banner', campaign};
    }
    case 'ways':
      return openWays(feed).length ? {widget: 'ways', feed} : undefined;
    default:
      return undefined;
  }
};

/** Whether the feed has nothing for an element whose content the feed tool can write. */
export const hasNothing = (feed: Feed, state: State): boolean =>
  ['counter', 'countdown', 'banner', 'ways'].includes(nameOf(state.element.tag)) && !shownOf(feed, state);

/** A title of one's own is in the snippet's language already; only the feed's texts decide. */
const textsOf = (shown: Shown) =>
  shown.widget === 'countdown' && shown.next.observance.id === 'own' ? [] : shownTexts(shown);

const optionsOf = ({feed, locale}: Source, shown: Shown | undefined, {lang, attributes}: State): RenderOptions => {
  const links = (attributes.links ?? 'all') as LinkPolicy;
  const isSource = shown?.widget === 'counter';
  return {
    lang,
    locale: localeFor(shown ? textsOf(shown) : [feed.title], locale, feed.lang),
    feed: {...feed, ...(shown && !textsOf(shown).length && {lang})},
    // A counter with `unlisted` shows no link, since a source has no entry in a list.
    links: isSource && links === 'unlisted' ? 'none' : links,
    today: today(),
  };
};

/** The language that the content is in: English where the feed lacks the chosen one. */
export const languageOf = (source: Source, state: State): string =>
  optionsOf(source, shownOf(source.feed, state), state).locale.tag;

/** Whether a countdown has a date of its own and no observance to give it a title. */
export const needsTitle = ({element, attributes: {to = '', observance}}: State) =>
  nameOf(element.tag) === 'countdown' && DATE_OR_TIME(to) && !observance;

/** The element as HTML, with its fallback content; `src` is the address of the feed. */
export const elementMarkup = (source: Source, state: State, src?: string): string => {
  const shown = shownOf(source.feed, state);
  const options = optionsOf(source, shown, state);
  const content =
    needsTitle(state) && !state.title
      ? escapeMarkup(describeMoment(state.attributes.to!, options.locale).text)
      : shown
        ? fallbackLines(shown, options).join('<br>')
        : textHtml(source.feed.title, options);
  const title = needsTitle(state) && state.title ? `<span slot="title">${escapeMarkup(state.title)}</span>` : '';
  return wrapInElement(state.element.tag, title + content, options, {...state.attributes, src});
};

/** The title of what is shown, as plain text: of a link, or of a frame. */
export const titleOf = (source: Source, state: State): string => {
  const shown = shownOf(source.feed, state);
  return embedWords(source.feed, shown, optionsOf(source, shown, state)).title;
};

/** The content alone, for places without JavaScript; undefined where there are no words for it. */
export const staticMarkup = (source: Source, state: State): string | undefined => {
  const shown = shownOf(source.feed, state);
  return shown && staticHtml(shown, optionsOf(source, shown, state));
};
