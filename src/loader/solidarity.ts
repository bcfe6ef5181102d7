import {onReturn} from '../dom/on-return.js';
import {attributeOf, page, resolveUrl} from '../dom/page.js';
import type {SolidarityElement} from '../elements/solidarity-element.js';
import type {Locale} from '../i18n/locale-data.js';
import {startRequest, type StartedRequest} from '../store/start-request.js';
import {fetchLocale, localeTags} from './locales.js';
import {run, type ScriptOptions} from './script.js';

/*
 * The script tag: `<script async src="…/solidarity.js"></script>`. It starts the feed, the code of the elements on the
 * page and their locale at once, so that the number is there after two round trips, and watches for elements that come
 * later. Whatever fails, the fallback content stays.
 */

/** The chunks of each element by its tag, its own first, separated by spaces. Set by the build. */
declare const ELEMENTS: Readonly<Record<string, string>>;
/** The hash in the names of all files in `chunks/`. Set by the build. */
declare const HASH: string;

type Core = typeof import('./core.js');
type Module = Readonly<Record<string, typeof SolidarityElement>>;

const chunksOf = ELEMENTS;
const CORE = 'core';
/** Links to embed pages, placeholders, and a script that names its element. */
const PLACES = 'a[href*="/embed/"][href*=".html"],[data-solidarity],script[data-widget]';
const ignore = () => {};

run(/\/solidarity(?!\.all)[^/]*$/, (base, options) => {
  const runs = [options];
  let core: Core | undefined;
  /** The feeds and locales that were requested before the core was there to take them over, by address and tag. */
  const requests = new Map<string, StartedRequest>();
  const locales = new Map<string, Promise<Locale>>();
  /** The tags to define, with the number of elements for which that has failed. */
  const waiting = new Map(Object.keys(chunksOf).map((tag) => [tag, 0]));
  /** Fragments for the modules that have failed: Firefox does not request the same address again. */
  const fragments = new Map<string, string>();
  /** The module that upgrades links and placeholders: 0 is not needed yet, 1 requested, 2 failed. */
  let upgrades = 0;
  let failures = 0;
  let retryAt = 0;

  const load = (chunk: string, fragment = ''): Promise<unknown> =>
    import(/* @vite-ignore */ `${base}chunks/${chunk}-${HASH}.js${fragment}`);

  const loadModule = async (name: string) => {
    try {
      return await load(name, fragments.get(name));
    } catch (error) {
      // Never for the core: other chunks import it by its address, and it must not be there twice.
      if (name !== CORE) fragments.set(name, `#${Date.now()}`);
      throw error;
    }
  };

  const loadLocale = (tag: string) => {
    const started = locales.get(tag);
    locales.delete(tag);
    return started ?? fetchLocale(base, tag);
  };

  /** Loads all elements by one classic script: Firefox does not load again what chunks import and has failed. */
  const loadAll = () => {
    const script = page.createElement('script');
    const merged = Object.assign({__proto__: null}, ...runs) as Record<string, string>;
    for (const option of Object.keys(merged)) script.setAttribute(`data-${option}`, merged[option]!);
    return new Promise((resolve, reject) => {
      script.onload = resolve;
      script.onerror = reject;
      script.src = `${base}solidarity.all.js`;
      page.documentElement.appendChild(script);
    }).finally(() => script.remove());
  };

  /** Starts what an element will need, before its code is there. */
  const prepare = (element: Element) => {
    const {feed, key} = runs.at(-1)!;
    const src = attributeOf(element, 'src') || feed;
    const url = resolveUrl(src);
    if (src[0] !== '#' && !requests.has(url)) requests.set(url, startRequest(url));
    if (key !== undefined) loadModule('envelope').catch(ignore);
    if (element.matches('[trend],[change]')) loadModule('history-chart').catch(ignore);
    // A guess, to save a round trip; the element itself looks properly.
    const place = element.closest('[lang]');
    const lang = (place && attributeOf(place, 'lang')) || navigator.language;
    const tag = [lang, lang.split('-')[0]!].find((wanted) => localeTags.includes(wanted));
    if (!tag || locales.has(tag)) return;
    const locale = fetchLocale(base, tag);
    locale.catch(ignore);
    locales.set(tag, locale);
  };

  const define = async (tag: string) => {
    const [own, ...shared] = chunksOf[tag]!.split(' ') as [string, ...string[]];
    // Now, and not when the element's own chunk imports them.
    shared.forEach((chunk) => load(chunk).catch(ignore));
    const [loaded, module] = (await Promise.all([load(CORE), loadModule(own)])) as [Core, Module];
    if (!core) loaded.takeOver(loadModule, localeTags, loadLocale, runs, requests);
    core = loaded;
    Object.values(module)
      .find((exported) => exported.tag === tag)!
      .define();
  };

  const attempt = async (tag: string, elements: readonly Element[], needed: number) => {
    try {
      if (!core) elements.forEach(prepare);
      await (failures ? define(tag).catch(loadAll) : define(tag));
    } catch {
      // No back-off after the first failure, then longer and longer ones.
      const backOff = failures++ && 2500 * 2 ** Math.min(failures, 10);
      retryAt = Date.now() + backOff;
      if (backOff) setTimeout(scan, backOff);
      waiting.set(tag, needed);
      for (const element of elements)
        element.dispatchEvent(Object.assign(new Event('error'), {reason: 'script', message: tag}));
    }
  };

  /** Defines the tags that are needed, unless that has just failed for the same elements. */
  const scan = () => {
    const place = !upgrades && page.querySelector(PLACES);
    if (place) {
      upgrades = 1;
      // Its parent, since a script has a `src` of another kind.
      prepare(place.parentElement!);
      (loadModule('upgrade') as Promise<typeof import('./upgrade.js')>).then(
        ({upgrade}) => upgrade(base),
        () => (upgrades = 2),
      );
    }
    const named = runs.flatMap(({define = ''}) => define.split(/\s+/));
    waiting.forEach((failed, tag) => {
      const elements = [...page.getElementsByTagName(tag)];
      const needed = elements.length + +named.includes(tag.slice(11));
      if (needed <= failed || Date.now() < retryAt) return;
      waiting.delete(tag);
      if (!customElements.get(tag)) void attempt(tag, elements, needed);
    });
  };

  if (location.search.includes('solidarity-debug'))
    (loadModule('debug') as Promise<typeof import('./debug.js')>).then((module) => module.startDebug(runs), ignore);
  // First: on a page where it throws, nothing is watched.
  scan();
  onReturn(() => {
    waiting.forEach((_, tag) => waiting.set(tag, 0));
    upgrades %= 2;
    scan();
  });
  new MutationObserver(scan).observe(document, {
    __proto__: null,
    childList: true,
    subtree: true,
  } as MutationObserverInit);

  return (later: ScriptOptions) => {
    runs.push(later);
    core?.configure(later);
    scan();
  };
});
