import {fetchData} from '../dom/fetch-data.js';
import type {Locale} from '../i18n/locale-data.js';

/** The tags of the locales that have a file, `be pl …`. Set by the build. */
declare const LOCALES: string;
/** The hash in the names of all files in `chunks/`. Set by the build. */
declare const HASH: string;

/** The tags of the locales other than English. */
export const localeTags = LOCALES.split(' ');

/** Milliseconds for a locale. One that hangs must be ended: in Chromium, later requests of its address wait for it. */
const TIMEOUT = 10_000;

/**
 * Loads a locale, a group of its messages (`be.map`), or other data (`map-europe`). `integrity` is the hash of its file, if the script is
 * pinned.
 */
export const fetchLocale = async (base: string, name: string, integrity?: string): Promise<Locale> => {
  const response = await fetchData(`${base}chunks/${name}-${HASH}.json`, {
    integrity,
    signal: AbortSignal.timeout(TIMEOUT),
  });
  const locale = (await response.json()) as Locale;
  if (!integrity && locale.tag !== name) throw new Error(name);
  return locale;
};
