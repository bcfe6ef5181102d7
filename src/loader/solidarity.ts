import {hasPassed} from '../dom/has-passed.js';
import {onReturn} from '../dom/on-return.js';
import {attributeOf, page, resolveUrl} from '../dom/page.js';
import {safely} from '../dom/safely.js';
import type {SolidarityElement} from '../elements/solidarity-element.js';
import type {Locale} from '../i18n/locale-data.js';
import {startRequest, type StartedRequest} from '../store/start-request.js';
import {fetchLocale, localeTags} from './locales.js';
import {run} from './script.js';

/*
 * The script tag: `<script async src="…/solidarity.js"></script>`. It starts the feed, the code of the elements on the
 * page and their locale at once, so that the number is there after two round trips, and watches for elements that come
 * later. Whatever fails, the fallback content stays.
 */

/** The chunks of each element by its tag, beside its own; also those of `upgrade`. Set by the build. */
declare const ELEMENTS: Readonly<Record<string, readonly string[]>>;
/** The hash in the names of all files in `chunks/`. Set by the build. */
declare const HASH: string;

type Core = typeof import('./core.js');
type Module = Readonly<Record<string, typeof SolidarityElement>>;
type Upgrade = typeof import('./upgrade.js');

const CORE = 'core';
/** In place of a tag: the module for links to embed pages, placeholders, and scripts that name their element. */
const UPGRADE = 'upgrade';
const chunksOf = ELEMENTS;
/** Where there may be such links and placeholders. */
const PLACES = 'a[href*="/embed/"],[data-solidarity],script[data-widget]';
const ignore = () => {};

run(/^[^?#]*\/solidarity(?!\.all)[^/?#]*(?![^?#])/, (base, runs) => {
  let core: Core | undefined;
  /** The feeds and locales that were requested before the core was there to take them over, by address and tag. */
  const requests = new Map<string, StartedRequest>();
  const locales = new Map<string, Promise<Locale>>();
  /** The tags to define, with the number of elements for which that has failed. */
  const waiting = new Map(Object.keys(chunksOf).map((tag) => [tag, 0]));
  /** Makes another address of each module, once one has failed: Firefox does not request the same one again. */
  let fragment = '';
  let failures = 0;
  let failedAt = 0;
  let backOff = 0;

  const load = (chunk: string, suffix = ''): Promise<unknown> =>
    import(/* @vite-ignore */ `${base}chunks/${chunk}-${HASH}.js${suffix}`);

  const loadModule = (name: string) =>
    load(name, fragment).catch((error: unknown) => {
      fragment += '#0';
      throw error;
    });

  const loadLocale = (tag: string) => {
    const started = locales.get(tag);
    locales.delete(tag);
    return started ?? fetchLocale(base, tag);
  };

  /** Loads all elements by one classic script: Firefox does not load again what chunks import and has failed. */
  const loadAll = () => {
    const script = page.createElement('script');
    // It is handed the other options as any later run is. Without a feed its own would become the default.
    script.dataset.feed = runs.at(-1)!.feed;
    return new Promise((onload, onerror) => {
      const own = {referrerPolicy: 'no-referrer', onload, onerror, src: `${base}solidarity.all.js`};
      page.documentElement.appendChild(Object.assign(script, own)).remove();
    });
  };

  /** Starts what an element will need, before its code is there. */
  const prepare = (element: Element) => {
    const options = runs.at(-1)!;
    const url = resolveUrl(attributeOf(element, 'src')?.trim() || options.feed);
    if (url[0] !== '#' && !requests.has(url)) requests.set(url, startRequest(url));
    if ('key' in options) loadModule('envelope').catch(ignore);
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

  /** Whether a place is ours, as far as can be said here: `upgrade` looks properly. */
  const isOurs = (place: Partial<HTMLAnchorElement & HTMLScriptElement> & Element) =>
    `solidarity-${attributeOf(place, 'data-solidarity')?.trim().toLowerCase()}` in chunksOf ||
    // In SVG it is an object.
    /^(embed\/|solidarity)/.test(String(place.href ?? place.src).split(base)[1]!);

  const define = async (tag: string) => {
    const shared = chunksOf[tag]!;
    // Now, and not when the element's own chunk imports them.
    shared.forEach((chunk) => load(chunk).catch(ignore));
    // Never another address of the core: other chunks import it by this one, and it must not be there twice.
    const [loaded, module] = (await Promise.all([load(CORE), shared[0] === CORE ? load(CORE) : loadModule(tag)])) as [
      Core,
      Module & Upgrade,
    ];
    if (!core) loaded.takeOver(loadModule, localeTags, loadLocale, runs, requests);
    core = loaded;
    if (tag === UPGRADE) module.upgrade(base);
    else
      Object.values(module as Module)
        .find((exported) => exported.tag === tag)!
        .define();
  };

  const attempt = async (tag: string, elements: readonly Element[], needed: number) => {
    // What fails at the same time as others is not a second failure.
    const isFirst = !failures;
    try {
      if (!core) elements.forEach(prepare);
      await define(tag).catch((error: unknown) => {
        // An answer of today must not be shown tomorrow, when the code is there.
        requests.forEach(({abort}) => abort());
        requests.clear();
        locales.clear();
        if (isFirst) throw error;
        return loadAll();
      });
    } catch {
      // No back-off after the first failure, then longer and longer ones.
      backOff = failures++ && 2500 * 2 ** Math.min(failures, 10);
      failedAt = Date.now();
      if (backOff) setTimeout(scan, backOff);
      waiting.set(tag, needed);
      for (const element of [...page.getElementsByTagName(tag)])
        element.dispatchEvent(Object.assign(new Event('error'), {reason: 'script', message: tag}));
    }
  };

  /** Loads what is needed, unless that has just failed for the same elements. */
  const scan = () =>
    safely(() => {
      const named = runs.flatMap(({define = ''}) => define.split(/\s+/));
      waiting.forEach((failed, tag) => {
        // Not the places themselves, which may be anything: their elements will mostly be like the page.
        const elements =
          tag === UPGRADE
            ? [...page.querySelectorAll(PLACES)].some(isOurs)
              ? [page.documentElement]
              : []
            : [...page.getElementsByTagName(tag)];
        const needed = elements.length + +named.includes(tag.slice(11) || tag);
        if (needed <= failed || !hasPassed(backOff, failedAt)) return;
        waiting.delete(tag);
        if (!customElements.get(tag)) void safely(() => attempt(tag, elements, needed));
      });
    });

  if (location.search.includes('solidarity-debug'))
    void safely(async () => ((await loadModule('debug')) as typeof import('./debug.js')).startDebug(runs));
  void scan();
  onReturn(() => {
    waiting.forEach((_, tag) => waiting.set(tag, 0));
    return scan();
  });
  // Texts change often, and a page may be long.
  const onChange = (records: readonly MutationRecord[]) =>
    safely(() => records.some(({addedNodes}) => [...addedNodes].some(({nodeType}) => nodeType !== 3)) && scan());
  new MutationObserver(onChange).observe(document, {
    __proto__: null,
    childList: true,
    subtree: true,
  } as MutationObserverInit);

  return (later) => {
    if (core) later.forEach(core.configure);
    return scan();
  };
});
