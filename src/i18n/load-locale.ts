import {Resource} from '../dom/resource.js';
import {matchLocale, SOURCE_LOCALE} from './language.js';
import type {Locale, MessageGroup} from './locale-data.js';
import {english} from './localize.js';

/**
 * Loads a file: a locale (`be`), the messages of one element (`be.map`), or another file of data with its name in `tag`
 * (`map-europe`). Rejects where it cannot.
 */
export type LocaleLoader = (name: string) => Promise<Locale | MessageGroup>;

/** Loads a file, anew for each call. */
export let loadFile: LocaleLoader;
let tags: readonly string[] = [];
const resources = new Map<string, Resource<Locale>>();

/** Sets where the locales other than English come from: the script's files, or a bundler's. */
export const setLocaleLoader = (available: readonly string[], loader: LocaleLoader) => {
  tags = available;
  loadFile = loader;
};

/** The tags of all locales. */
export const availableLocales = () => [SOURCE_LOCALE, ...tags];

/** A locale; English if it failed to load or takes too long; undefined while it loads. */
export interface LoadingLocale {
  readonly locale: Locale | undefined;
  /** Resolves when there is a locale, in four seconds at most. */
  readonly settled: Promise<void> | undefined;
}

/**
 * A locale by a name. It is loaded if it is not there, again if that has failed. `onChange` is called when it is there,
 * or English is to be used in its place.
 */
export const loadOnce = (name: string, load: () => Promise<unknown>, onChange: () => void): LoadingLocale => {
  const resource = resources.get(name) ?? new Resource(load as () => Promise<Locale>, onChange);
  resources.set(name, resource);
  resource.retry();
  const {value, overdue, settled} = resource;
  return {locale: value ?? (overdue ? english : undefined), settled};
};

/** A locale, as `loadOnce` does. */
export const loadLocale = (tag: string, onChange: () => void): LoadingLocale =>
  tag === SOURCE_LOCALE ? {locale: english, settled: undefined} : loadOnce(tag, () => loadFile(tag), onChange);

/** The locale of a language; English for one that has none. */
export const loadLocaleOf = (lang: string, onChange: () => void) =>
  loadLocale(matchLocale(lang, availableLocales()) ?? SOURCE_LOCALE, onChange);
