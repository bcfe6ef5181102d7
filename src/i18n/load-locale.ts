import {Resource} from '../dom/resource.js';
import {SOURCE_LOCALE} from './language.js';
import type {Locale} from './locale-data.js';
import {english} from './localize.js';

/** Loads a locale; rejects where it cannot. */
export type LocaleLoader = (tag: string) => Promise<Locale>;

let load: LocaleLoader;
let tags: readonly string[] = [];
const resources = new Map<string, Resource<Locale>>();

/** Sets where the locales other than English come from: the script's files, or a bundler's. */
export const setLocaleLoader = (available: readonly string[], loader: LocaleLoader) => {
  tags = available;
  load = loader;
};

/** The tags of all locales. */
export const availableLocales = () => [SOURCE_LOCALE, ...tags];

/** A locale; English if it failed to load or takes too long; undefined while it loads. */
interface LoadingLocale {
  readonly locale: Locale | undefined;
  /** Resolves when there is a locale, in four seconds at most. */
  readonly settled: Promise<void> | undefined;
}

/**
 * A locale, which is loaded if it is not there, again if that has failed. `onChange` is called when it is there, or
 * English is to be used in its place.
 */
export const loadLocale = (tag: string, onChange: () => void): LoadingLocale => {
  if (tag === SOURCE_LOCALE) return {locale: english, settled: undefined};
  const resource = resources.get(tag) ?? new Resource(() => load(tag), onChange);
  resources.set(tag, resource);
  resource.retry();
  const {value, overdue, settled} = resource;
  return {locale: value ?? (overdue ? english : undefined), settled};
};
