import {onReturn} from '../dom/on-return.js';
import {page, resolveUrl} from '../dom/page.js';
import type {SolidarityElement} from '../elements/solidarity-element.js';
import {matchLocale} from '../i18n/language.js';
import type {LocaleLoader} from '../i18n/load-locale.js';
import type {Locale} from '../i18n/locale-data.js';
import {requestFeed, type FeedRequest} from '../store/request-feed.js';
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
/** The file with all elements. */
const ALL = 'solidarity.all.js';

/** Loads the elements of a page. */
class Loader {
  readonly #base: string;
  /** The options of all runs of the script. */
  readonly #runs: ScriptOptions[];
  readonly #fetchLocale: LocaleLoader;
  #core?: Core;
  /** Feeds that were requested before the core was there to take them over. */
  readonly #requests = new Map<string, FeedRequest>();
  readonly #requested = new Set<string>();
  readonly #locales = new Map<string, Promise<Locale>>();
  /** The tags to define, with the number of their elements when that last failed. */
  readonly #waiting = new Map<string, number>();
  /** How often each file has failed. */
  readonly #attempts = new Map<string, number>();
  #failures = 0;
  #retryAt = 0;
  readonly #observer = new MutationObserver(() => this.#scan());

  constructor({base, options}: RunningScript) {
    this.#base = base;
    this.#runs = [options];
    this.#fetchLocale = localeLoader(base);
    for (const name of Object.keys(FILES)) if (name.startsWith('solidarity-')) this.#waiting.set(name, 0);
    onReturn(() => {
      this.#waiting.forEach((_, tag) => this.#waiting.set(tag, 0));
      this.#scan();
    });
    this.#observe();
    this.#scan();
  }

  /** Takes the options of a later run. */
  add(options: ScriptOptions) {
    this.#runs.push(options);
    this.#core?.feedStore.configure(options);
    this.#scan();
  }

  #observe() {
    this.#observer.observe(document, {childList: true, subtree: true});
  }

  /** Starts the tags that are needed, unless they have just failed for the same elements. */
  #scan() {
    const named = this.#runs.flatMap(({define = ''}) => define.split(/\s+/));
    this.#waiting.forEach((failed, tag) => {
      const elements = [...page.getElementsByTagName(tag)];
      const needed = elements.length + +named.includes(tag.replace('solidarity-', ''));
      if (needed <= failed || Date.now() < this.#retryAt) return;
      this.#waiting.delete(tag);
      if (!customElements.get(tag)) void this.#start(tag, elements, needed);
    });
    if (!this.#waiting.size) this.#observer.disconnect();
  }

  async #start(tag: string, elements: readonly Element[], needed: number) {
    try {
      elements.forEach((element) => this.#prepare(element));
      await this.#define(tag);
    } catch {
      // None after the first failure, then longer and longer.
      const backOff = this.#failures++ ? 2500 * 2 ** Math.min(this.#failures, 10) : 0;
      this.#retryAt = Date.now() + backOff;
      this.#waiting.set(tag, needed);
      this.#observe();
      if (backOff) setTimeout(() => this.#scan(), backOff);
      const error = {reason: 'script', message: tag};
      for (const element of elements) element.dispatchEvent(Object.assign(new Event('error'), error));
    }
  }

  /** Starts what an element will need, before its code is there. */
  #prepare(element: Element) {
    const {feed, keys} = this.#runs.at(-1)!;
    const src = element.getAttribute('src');
    const url = resolveUrl(src || feed);
    if (src?.[0] !== '#' && !this.#requested.has(url)) {
      this.#requested.add(url);
      this.#requests.set(url, requestFeed(url));
      if (keys !== undefined) this.#loadModule('envelope').catch(ignore);
    }
    if (element.matches('[trend],[change]')) this.#loadModule('history-chart').catch(ignore);
    // A guess: the element itself looks properly, and this only spares it a round trip.
    const locale = matchLocale(element.closest<HTMLElement>('[lang]')?.lang || navigator.language, localeTags);
    if (locale) this.#loadLocale(locale).catch(ignore);
  }

  async #define(tag: string) {
    const loaded = Promise.all([this.#load(CORE), this.#loadModule(tag)]).catch((error: unknown) => {
      // Firefox remembers that a module failed, for as long as the page lives. The all-in-one file is no module.
      if (!this.#failures) throw error;
      return this.#loadAll();
    });
    const [core, module] = (await loaded) as [Core, Module] | [];
    if (!core) return;
    if (!this.#core) {
      this.#core = core;
      core.setModuleLoader((name) => this.#loadModule(name));
      core.setLocaleLoader(localeTags, (tag) => this.#loadLocale(tag));
      this.#runs.forEach((run) => core.feedStore.configure(run));
    }
    this.#requests.forEach((request, url) => core.feedStore.adopt(url, request));
    this.#requests.clear();
    Object.values(module!)
      .find((element) => element.tag === tag)!
      .define();
  }

  #load(file: string): Promise<unknown> {
    return import(/* @vite-ignore */ `${this.#base}chunks/${file}`);
  }

  /** A module that few pages need, or an element's. After a failure by another address: Firefox remembers the first. */
  async #loadModule(name: string): Promise<unknown> {
    const [own, ...shared] = FILES[name]!;
    const attempt = this.#attempts.get(name);
    try {
      shared.forEach((file) => this.#load(file).catch(ignore));
      return await this.#load(attempt && own !== CORE ? `${own}#${attempt}` : own);
    } catch (error) {
      this.#attempts.set(name, (attempt ?? 0) + 1);
      throw error;
    }
  }

  #loadLocale(tag: string): Promise<Locale> {
    const locale = this.#locales.get(tag) ?? this.#fetchLocale(tag);
    this.#locales.set(tag, locale);
    locale.catch(() => this.#locales.delete(tag));
    return locale;
  }

  async #loadAll(): Promise<[]> {
    const script = page.createElement('script');
    await new Promise((resolve, reject) => {
      for (const {keys: key, ...run} of this.#runs)
        for (const [name, value] of Object.entries({...run, key}))
          if (value !== undefined) script.dataset[name] = value as string;
      script.onload = resolve;
      script.onerror = reject;
      script.src = this.#base + ALL;
      page.documentElement.append(script);
    }).finally(() => script.remove());
    return [];
  }
}

const script = findScript(/\/solidarity(?!\.all)[^/]*$/);
let loader: Loader | undefined;
if (script && isFirstRun(script, (options) => loader?.add(options))) loader = new Loader(script);
