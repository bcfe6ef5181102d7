import {Resource} from '../dom/resource.js';
import {SOURCE_LOCALE} from './language.js';
import type {Locale} from './locale-data.js';
import {english} from './localize.js';

/** Loads a locale; rejects where it cannot. */
export type LocaleLoader = (tag: string) => Promise<Locale>;

let load: LocaleLoader;
let tags: readonly string[] = [];
const resources = new Map<string, Resource<Locale>>();
const listeners = new Set<() => void>();

/** Sets where the locales other than English come from: the script's files, or a bundler's. */
export const setLocaleLoader = (available: readonly string[], loader: LocaleLoader) => {
  tags = available;
  load = loader;
};

/** The tags of all locales. */
export const availableLocales = () => [SOURCE_LOCALE, ...tags];

/** Calls back when a locale is there, or English is to be used in its place. */
export const onLocaleChange = (listener: () => void) => listeners.add(listener);

const resourceOf = (tag: string) => {
  let resource = resources.get(tag);
  if (!resource) {
    const changed = () => listeners.forEach((listener) => listener());
    resources.set(tag, (resource = new Resource(() => load(tag), changed)));
  }
  return resource;
};

/** A locale; English where it failed to load or takes too long. Undefined while it loads. */
export const getLocale = (tag: string): Locale | undefined => {
  if (tag === SOURCE_LOCALE) return english;
  const {value, overdue} = resourceOf(tag);
  return value ?? (overdue ? english : undefined);
};

/** Loads a locale, again if it has failed. Resolves when `getLocale` has an answer, in four seconds at most. */
export const localeSettled = (tag: string): Promise<void> | undefined => {
  if (tag === SOURCE_LOCALE) return undefined;
  const resource = resourceOf(tag);
  resource.retry();
  return resource.settled;
};
