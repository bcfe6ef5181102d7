import {describeMoment} from '../describe/countdown.js';
import {today} from '../clock/today.js';
import {dateIn, knownZone} from '../clock/zone.js';
import type {LinkPolicy} from '../feed/links.js';
import type {Feed} from '../feed/parse-feed.js';
import {DATE_OR_TIME} from '../feed/sections/events.js';
import {nextObservance} from '../feed/sections/observances.js';
import type {Locale} from '../i18n/locale-data.js';
import {embedWords} from '../publish/render/embed-words.js';
import {escapeMarkup} from '../publish/render/escape.js';
import {textHtml} from '../publish/render/html.js';
import {localeFor} from '../publish/render/locales.js';
import type {RenderOptions} from '../publish/render/options.js';
import {shownBy, shownTexts, type Shown} from '../publish/render/shown.js';
import {fallbackLines, staticHtml, wrapInElement} from '../publish/render/snippet.js';
import {nameOf, needsTitle, type State} from './state.js';

/* The content of a snippet, from the feed: the same functions write it as in the feed tool and on the elements. */

/** A feed, and the locale of the chosen language. */
export interface Source {
  readonly feed: Feed;
  readonly locale: Locale;
}

/** What the chosen element shows; undefined where the feed has nothing for it. */
export const shownOf = (feed: Feed, state: State): Shown | undefined => {
  const {element, attributes, title} = state;
  const name = nameOf(element.tag);
  const {observance: id, to = '', zone} = attributes;
  if (name !== 'countdown' || (!DATE_OR_TIME(to) && !zone)) return shownBy(feed, name, attributes);
  const items = feed.observances.filter((item) => !id || item.id === id);
  const next = DATE_OR_TIME(to)
    ? {observance: (id && items[0]) || {id: 'own', title}, day: to}
    : nextObservance(items, (own) => dateIn(knownZone(zone, own), Date.now()));
  return next && {widget: 'countdown', next};
};

/** A title of one's own is in the snippet's language already; only the feed's texts decide. */
const textsOf = (shown: Shown) =>
  shown.widget === 'countdown' && shown.next.observance.id === 'own' ? [] : shownTexts(shown);

const optionsOf = ({feed, locale}: Source, shown: Shown | undefined, {lang, attributes}: State): RenderOptions => {
  return {
    lang,
    locale: localeFor(shown ? textsOf(shown) : [feed.title], locale, feed.lang),
    feed: {...feed, ...(shown && !textsOf(shown).length && {lang})},
    links: (attributes.links ?? 'all') as LinkPolicy,
    today: today(),
  };
};

/** The language that the content is in: English where the feed lacks the chosen one. */
export const languageOf = (source: Source, state: State): string =>
  optionsOf(source, shownOf(source.feed, state), state).locale.tag;

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
