import {onReturn} from '../dom/on-return.js';
import {attributeOf, page, resolveUrl} from '../dom/page.js';
import type {SolidarityElement} from '../elements/solidarity-element.js';
import type {Locale} from '../i18n/locale-data.js';
import {startRequest, type StartedRequest} from '../store/start-request.js';
import {localeLoader, localeTags} from './locales.js';
import {findScript, isFirstRun, type RunningScript, type ScriptOptions} from './script.js';

/*
 * The one tag: `<script async src="…/solidarity.js"></script>`. It starts the feed, the code of the elements on the page
 * and their locale at once, so that the number is there after two round trips, and watches for elements that come later.
 * Whatever fails, the fallback content stays.
 */

/** The files in `chunks/` of each element and module, its own first. The counter's is the core. Set by the build. */
declare const FILES: Readonly<Record<string, readonly [string, ...string[]]>>;

type Core = typeof import('./core.js');
type Module = Readonly<Record<string, typeof SolidarityElement>>;

const [CORE] = FILES['solidarity-counter']!;
const ignore = () => {};

/** Loads the elements of a page; gives what takes the options of later runs of the script. */
const start = ({base, options}: RunningScript) => {
  const runs = [options];
  let core: Core | undefined;
  /** The feeds that were requested before the core was there to take them over. */
  const requests = new Map<string, StartedRequest | undefined>();
  const locales = new Map<string, Promise<Locale>>();
  /** The tags to define, with the number of their elements when that last failed. */
  const waiting = new Map<string, number>();
  const attempts = new Map<string, number>();
  let failures = 0;
  let retryAt = 0;

  const load = (file: string): Promise<unknown> => import(/* @vite-ignore */ `${base}chunks/${file}`);

  /** A module, or an element's. After a failure by another address, since Firefox remembers that the first has failed. */
  const loadModule = async (name: string) => {
    const [own, ...shared] = FILES[name]!;
    const attempt = attempts.get(name) ?? 0;
    shared.forEach((file) => load(file).catch(ignore));
    attempts.set(name, attempt + 1);
    const module = await load(attempt && own !== CORE ? `${own}#${attempt}` : own);
    attempts.delete(name);
    return module;
  };

  const fetchLocale = localeLoader(base);
  const loadLocale = (tag: string) => {
    const locale = locales.get(tag) ?? fetchLocale(tag);
    locales.set(tag, locale);
    locale.catch(() => locales.delete(tag));
    return locale;
  };

  /** Loads all elements by one classic script: what has failed as a module cannot be loaded again in Firefox. */
  const loadAll = async () => {
    const script = page.createElement('script');
    for (const {keys: key, ...run} of runs)
      for (const [name, value] of [
        ...Object.keys(run).map((name) => [name, run[name as keyof typeof run]]),
        ['key', key],
      ])
        if (value !== undefined) script.setAttribute(`data-${name}`, String(value));
    await new Promise((resolve, reject) => {
      script.onload = resolve;
      script.onerror = reject;
      script.src = `${base}solidarity.all.js`;
      page.documentElement.appendChild(script);
    }).finally(() => script.remove());
  };

  /** Starts what an element will need, before its code is there. */
  const prepare = (element: Element) => {
    const {feed, keys} = runs[runs.length - 1]!;
    const src = element.getAttribute('src') || feed;
    const url = resolveUrl(src);
    if (src[0] !== '#' && !requests.has(url)) {
      requests.set(url, startRequest(url));
      if (keys !== undefined) loadModule('envelope').catch(ignore);
    }
    if (element.matches('[trend],[change]')) loadModule('history-chart').catch(ignore);
    // A guess, to spare a round trip; the element itself looks properly.
    const place = element.closest('[lang]');
    const lang = (place && attributeOf(place, 'lang')) || navigator.language;
    const locale = localeTags.find((tag) => tag === lang) ?? localeTags.find((tag) => tag === lang.split('-')[0]);
    if (locale) loadLocale(locale).catch(ignore);
  };

  const define = async (tag: string) => {
    const [loaded, module] = (await Promise.all([load(CORE), loadModule(tag)])) as [Core, Module];
    if (!core) {
      core = loaded;
      core.setModuleLoader(loadModule);
      core.setLocaleLoader(localeTags, loadLocale);
      runs.forEach((run) => core!.feedStore.configure(run));
    }
    requests.forEach((request, url) => {
      if (request) core!.feedStore.adopt(url, request);
      requests.set(url, undefined);
    });
    const name = Object.keys(module).find((name) => module[name]!.tag === tag)!;
    module[name]!.define();
  };

  const attempt = async (tag: string, elements: readonly Element[], needed: number) => {
    try {
      elements.forEach(prepare);
      await (failures ? define(tag).catch(loadAll) : define(tag));
    } catch {
      // No back-off after the first failure, then longer and longer ones.
      const backOff = failures++ ? 2500 * 2 ** Math.min(failures, 10) : 0;
      retryAt = Date.now() + backOff;
      if (backOff) setTimeout(scan, backOff);
      waiting.set(tag, needed);
      observe();
      for (const element of elements)
        element.dispatchEvent(Object.assign(new Event('error'), {reason: 'script', message: tag}));
    }
  };

  /** Defines the tags that are needed, unless that has just failed for the same elements. */
  const scan = () => {
    const named = runs.flatMap(({define = ''}) => define.split(/\s+/));
    waiting.forEach((failed, tag) => {
      const elements = [...page.getElementsByTagName(tag)];
      const needed = elements.length + +named.includes(tag.slice(11));
      if (needed <= failed || Date.now() < retryAt) return;
      waiting.delete(tag);
      if (!customElements.get(tag)) void attempt(tag, elements, needed);
    });
    if (!waiting.size) observer.disconnect();
  };

  const observer = new MutationObserver(scan);
  const observe = () =>
    observer.observe(document, {__proto__: null, childList: true, subtree: true} as MutationObserverInit);
  const reset = () => {
    for (const name of waiting.keys()) waiting.set(name, 0);
    scan();
  };

  for (const name of Object.keys(FILES)) if (name.startsWith('solidarity-')) waiting.set(name, 0);
  onReturn(reset);
  observe();
  scan();

  return (later: ScriptOptions) => {
    runs.push(later);
    core?.feedStore.configure(later);
    scan();
  };
};

const script = findScript(/\/solidarity(?!\.all)[^/]*$/);
let add: ((options: ScriptOptions) => void) | undefined;
if (script && isFirstRun(script, (options) => add?.(options))) add = start(script);
