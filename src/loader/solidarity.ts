import type {SolidarityElement} from '../elements/solidarity-element.js';
import {requestFeed, type FeedRequest} from '../feed/request.js';
import {matchLocale} from '../i18n/language.js';
import {localeLoaders} from './locales.js';
import {sourceOf} from './source.js';

/*
 * The one tag: `<script async src="…/solidarity.js"></script>`. It starts the feed, the code of the elements on the
 * page and their language at once, so that the true number stands after two round trips, and watches for elements
 * that come later. Whatever fails, the page's own words stay.
 */

/** Files in `chunks/`: by tag, its own first; and the core, in which the counter rides. By vite.config.ts. */
declare const ELEMENTS: Readonly<Record<string, readonly [string, ...string[]]>>;
declare const CORE: string;
/** What a counter with more than a number needs. */
declare const EXTRAS: string;
/** What a page that pins a key needs. */
declare const ENVELOPE: string;

const script = document.currentScript as HTMLScriptElement;
const {src} = script;
const [feed, terms] = sourceOf(script);

/** By a whole address: a script of another origin has no base that a relative import could start from. */
const load = (file: string) => import(/* @vite-ignore */ new URL(`chunks/${file}`, src).href);
const loaders = localeLoaders(load);

const waiting = new Set(Object.keys(ELEMENTS));
const requests = new Map<string, FeedRequest>();
const ignore = () => {};

/** Starts what an element will ask for, before its code is there to ask. */
const prepare = (element: Element) => {
  const own = element.getAttribute('src');
  const url = own ? new URL(own, document.baseURI).href : feed;
  if (own?.[0] !== '#' && !requests.has(url)) {
    const request = requestFeed(url);
    request.response.catch(ignore);
    requests.set(url, request);
    if (terms.keys) load(ENVELOPE).catch(ignore);
  }
  if (element.matches('[trend],[change],[count-up]')) load(EXTRAS).catch(ignore);
  // A guess: the element itself looks properly, and this only spares it a round trip.
  const lang = element.closest<HTMLElement>('[lang]')?.lang || navigator.language;
  loaders[matchLocale(lang, Object.keys(loaders)) ?? '']?.().catch(ignore);
};

const start = async (tag: string, elements: Iterable<Element>) => {
  for (const element of elements) prepare(element);
  const [core, module] = (await Promise.all([CORE, ...ELEMENTS[tag]!].map(load))) as [
    typeof import('./core.js'),
    Readonly<Record<string, typeof SolidarityElement>>,
  ];
  core.setDefaultSource(feed, terms);
  core.setLocales(loaders);
  requests.forEach((request, url) => core.adoptRequest(url, request));
  Object.values(module)
    .find((Class) => Class.tag === tag)!
    .define();
};

const scan = () => {
  for (const tag of waiting) {
    const elements = document.getElementsByTagName(tag);
    if (!elements.length) continue;
    waiting.delete(tag);
    if (!customElements.get(tag)) start(tag, elements).catch(ignore);
  }
  if (!waiting.size) observer.disconnect();
};

const observer = new MutationObserver(scan);

// Pasted twice, the first one does the work.
if ([...document.scripts].find((other) => other.src === src) === script) {
  observer.observe(document, {childList: true, subtree: true});
  scan();
}
