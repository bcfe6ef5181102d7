import {html, type TemplateResult} from 'lit';
import demo from '../demo/feed.json' with {type: 'json'};
import localize from '../src/i18n/lit-localize.json' with {type: 'json'};
import {adoptRequest, useFeed} from '../src/feed/fetch-feed.js';

/* Data and surroundings for the stories: nothing here asks the network. */

let count = 0;

/** Puts the demo's feed into the page, with some sections changed, and gives the `src` that points to it. */
export const feed = (change: object = {}): string => {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.id = `story-feed-${++count}`;
  script.textContent = JSON.stringify({...demo, ...change});
  document.head.append(script);
  return `#${script.id}`;
};

/** A `src` that cannot be had. */
export const broken = '#no-such-feed';

/** A `src` that never answers. */
export const pending = 'https://feed.invalid/never.json';

// Handed over as the script tag does with a request of its own, and kept in use: what nobody waits for is asked anew.
adoptRequest(pending, {response: new Promise(() => {}), controller: new AbortController()});
void useFeed(pending, () => {});

/** The languages of the library, Belarusian first. */
export const languages = ['be', 'en', ...localize.targetLocales.filter((locale) => locale !== 'be')];

type Decorator = (story: () => unknown) => TemplateResult;

/** The story in every language, one below the other. */
export const everyLanguage = (story: (change?: {args: object}) => unknown, {args}: {args: object}): TemplateResult =>
  html`${languages.map((lang) => html`<div style="margin-block-end: 1rem">${story({args: {...args, lang}})}</div>`)}`;

/** As on a certain day: the clock stands. A story's own instant wins over its file's, since it comes after it. */
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

/** On a page from right to left. */
export const rtl: Decorator = (story) => html`<div dir="rtl">${story()}</div>`;

/** In a column of 200 px. */
export const narrow: Decorator = (story) => html`<div style="inline-size: 200px">${story()}</div>`;
