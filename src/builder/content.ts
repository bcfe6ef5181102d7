import {describeMoment} from '../describe/countdown.js';
import {today} from '../clock/today.js';
import type {LinkPolicy} from '../feed/links.js';
import type {Feed} from '../feed/parse-feed.js';
import {DATE_OR_TIME} from '../feed/sections/events.js';
import type {Locale} from '../i18n/locale-data.js';
import {embedWords} from '../publish/render/embed-words.js';
import {escapeMarkup} from '../publish/render/escape.js';
import {langAttributes, textHtml} from '../publish/render/html.js';
import {localeFor} from '../publish/render/locales.js';
import type {RenderOptions} from '../publish/render/options.js';
import {SECTIONS, shownBy, shownTexts, type Shown, type Widget} from '../publish/render/shown.js';
import {fallbackLines, staticHtml, wrapInElement} from '../publish/render/snippet.js';
import {nameOf, type State} from './state.js';

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
  const {observance: id, to = ''} = attributes;
  if (name !== 'countdown' || !DATE_OR_TIME(to)) return shownBy(feed, name, attributes);
  const named = id ? feed.observances.find((item) => item.id === id) : undefined;
  return {widget: 'countdown', next: {observance: named ?? {id: 'own', title}, day: to}};
};

/** Which of a feed's problems may be why the chosen element shows nothing: those of the sections that it reads. */
export const problemsOf = (problems: readonly string[], {element}: State): string[] => {
  const sections = SECTIONS[nameOf(element.tag) as Widget];
  return problems.filter((problem) => sections.some((section) => problem.startsWith(`/${section}`)));
};

/** Whether a date of one's own is shown, which is no observance of the feed. */
const isOwn = (shown: Shown | undefined) => shown?.widget === 'countdown' && shown.next.observance.id === 'own';

/** A title of one's own is in the snippet's language already; only the feed's texts decide. */
const textsOf = (shown: Shown) => (isOwn(shown) ? [] : shownTexts(shown));

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

const dateOf = ({attributes: {to}}: State, {locale}: RenderOptions) => describeMoment(to!, locale).text;

/** A date of one's own that has no title, in words. */
const bareDate = (shown: Shown | undefined, state: State, options: RenderOptions): string | undefined =>
  isOwn(shown) && !state.title ? dateOf(state, options) : undefined;

/** A date of one's own with its title, which goes into the element's slot: without the script both are one line. */
const titledDate = (state: State, options: RenderOptions): string =>
  `<span slot="title">${escapeMarkup(state.title)}</span>: ${escapeMarkup(dateOf(state, options))}`;

/** The element as HTML, with its fallback content; `src` is the address of the feed. */
export const elementMarkup = (source: Source, state: State, src?: string): string => {
  const shown = shownOf(source.feed, state);
  const options = optionsOf(source, shown, state);
  const date = bareDate(shown, state, options);
  const content =
    date !== undefined
      ? escapeMarkup(date)
      : isOwn(shown)
        ? titledDate(state, options)
        : shown
          ? fallbackLines(shown, options).join('<br>')
          : textHtml(source.feed.title, options);
  return wrapInElement(state.element.tag, content, options, {...state.attributes, src});
};

/** The title of what is shown, as plain text: of a link, or of a frame. */
export const titleOf = (source: Source, state: State): string => {
  const shown = shownOf(source.feed, state);
  const options = optionsOf(source, shown, state);
  return bareDate(shown, state, options) ?? embedWords(source.feed, shown, options).title;
};

/** The content alone, for places without JavaScript; undefined where there are no words for it. */
export const staticMarkup = (source: Source, state: State): string | undefined => {
  const shown = shownOf(source.feed, state);
  const options = optionsOf(source, shown, state);
  const date = bareDate(shown, state, options);
  if (date !== undefined) return `<p${langAttributes(options.locale.tag, options.lang)}>${escapeMarkup(date)}</p>`;
  return shown && staticHtml(shown, options);
};
