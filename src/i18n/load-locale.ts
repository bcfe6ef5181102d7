import {onReturn} from '../dom/on-return.js';
import {SOURCE_LOCALE} from './language.js';
import type {Locale} from './locale-data.js';
import {english} from './localize.js';

/** Loads a locale; rejects where it cannot. */
export type LocaleLoader = (tag: string) => Promise<Locale>;

/** Milliseconds after which English stands in for a locale that is still loading, and between two tries. */
const TIMEOUT = 4000;

interface Entry {
  locale?: Locale;
  /** English stands in: it failed to load, or takes too long. */
  overdue?: boolean;
  /** Resolves when it is loaded or overdue; absent while nothing is under way. */
  request?: Promise<void>;
  triedAt: number;
}

let load: LocaleLoader;
let tags: readonly string[] = [];
let stopRetry: (() => void) | undefined;
const entries = new Map<string, Entry>([[SOURCE_LOCALE, {locale: english, triedAt: 0}]]);
const listeners = new Set<() => void>();

/** Sets where the locales other than English come from: the script's files, or a bundler's. */
export const setLocaleLoader = (available: readonly string[], loader: LocaleLoader) => {
  tags = available;
  load = loader;
};

/** The tags of all locales. */
export const availableLocales = () => [SOURCE_LOCALE, ...tags];

/** Calls back when a locale has loaded, failed, or is overdue. */
export const onLocaleChange = (listener: () => void) => listeners.add(listener);

const request = (tag: string, entry: Entry) => {
  const change = (overdue: boolean) => {
    entry.overdue = overdue;
    listeners.forEach((listener) => listener());
  };
  entry.triedAt = Date.now();
  entry.request = new Promise((resolve) => {
    const timer = setTimeout(() => {
      change(true);
      resolve();
    }, TIMEOUT);
    load(tag)
      .then((locale) => {
        entry.locale = locale;
      })
      .catch(() => {
        entry.request = undefined;
        stopRetry ??= onReturn(retry);
      })
      .finally(() => {
        clearTimeout(timer);
        change(!entry.locale);
        resolve();
      });
  });
};

/** Tries again what has failed, when the reader or the network returns. */
const retry = () =>
  entries.forEach((entry, tag) => {
    if (!entry.locale && !entry.request && Date.now() - entry.triedAt > TIMEOUT) request(tag, entry);
  });

/** Starts to load a locale, unless it is there, under way, or has just failed. */
export const prefetchLocale = (tag: string): Entry => {
  let entry = entries.get(tag);
  if (!entry) {
    entries.set(tag, (entry = {triedAt: 0}));
    request(tag, entry);
  }
  return entry;
};

/** A locale; English where it is overdue. Undefined while it loads: `localeSettled` resolves then, in four seconds at most. */
export const getLocale = (tag: string): Locale | undefined => {
  const {locale, overdue} = prefetchLocale(tag);
  return locale ?? (overdue ? english : undefined);
};

/** Resolves when `getLocale` has an answer. */
export const localeSettled = (tag: string): Promise<void> | undefined => prefetchLocale(tag).request;
