import {html, type TemplateResult} from 'lit';
import demo from '../demo/feed.json' with {type: 'json'};
import localize from '../src/i18n/lit-localize.json' with {type: 'json'};
import {hasLang} from '../src/feed/text.js';
import {feedStore} from '../src/store/feed-store.js';

/* Data and decorators for the stories. Nothing here makes a request. */

let count = 0;

/** Puts the demo's feed, with some sections changed, into the page, and returns the `src` that refers to it. */
export const feed = (change: object = {}): string => {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.id = `story-feed-${++count}`;
  script.textContent = JSON.stringify({...demo, ...change});
  document.head.append(script);
  return `#${script.id}`;
};

/** The demo's feed with a sample text in Arabic: none of its languages is written from right to left. */
export const arabicFeed = feed(
  JSON.parse(JSON.stringify(demo), (_, value: {en?: string} | null) =>
    value?.en ? {ar: 'نص تجريبي باللغة العربية', ...value} : value,
  ) as object,
);

/** A `src` that cannot be loaded. */
export const broken = '#no-such-feed';

/** A `src` that never answers. */
export const pending = 'https://feed.invalid/never.json';

// The loader script hands its early requests over like this. The store's timeout is taken away, so that the story does
// not fail after ten seconds; a subscriber that stays keeps the request from being aborted.
const {setTimeout} = window;
window.setTimeout = (() => 0) as unknown as typeof setTimeout;
feedStore.adopt(pending, {response: new Promise(() => {}), abort: () => {}});
window.setTimeout = setTimeout;
feedStore.subscribe({url: pending, refresh: 0, onChange: () => {}, onConfigure: () => {}});

/** The languages of the library, Belarusian first. */
export const languages = ['be', 'en', ...localize.targetLocales.filter((locale) => locale !== 'be')];

/** Those that the demo's feed has texts in. In the others an element that shows these texts is in English. */
export const feedLanguages = languages.filter((lang) => hasLang(demo.title, lang, demo.lang));

type Decorator = (story: () => unknown) => TemplateResult;

/** The story in some languages, one below another. */
export const inEach =
  (langs: readonly string[]) =>
  (story: (change?: {args: object}) => unknown, {args}: {args: object}): TemplateResult =>
    html`${langs.map((lang) => html`<div style="margin-block-end: 1rem">${story({args: {...args, lang}})}</div>`)}`;

/** At a fixed instant. A story's own instant overrides that of its file, since it is applied later. */
export const at =
  (instant: string): Decorator =>
  (story) => {
    const time = Date.parse(instant);
    Date.now = () => time;
    return html`${story()}`;
  };

/** On a dark page. */
export const dark: Decorator = (story) =>
  html`<div style="padding: 1rem; color-scheme: dark; background: Canvas; color: CanvasText">${story()}</div>`;

/** On a page that is written from right to left. */
export const rtl: Decorator = (story) => html`<div dir="rtl">${story()}</div>`;

/** In a column of 200 px. */
export const narrow: Decorator = (story) => html`<div style="inline-size: 200px">${story()}</div>`;
