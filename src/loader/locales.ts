import type {LocaleLoader} from '../i18n/load-locale.js';
import type {Locale} from '../i18n/locale-data.js';

/** The tags of the locales that have a file, `be pl …`, and the hash in the names of all. Set by the build. */
declare const LOCALES: string;
declare const LOCALES_HASH: string;

/** The locales other than English. */
export const localeTags = LOCALES.split(' ');

/** Milliseconds for a locale: one that hangs is to fail, so that it is tried again. */
const TIMEOUT = 10_000;

/** Loads locales from beside the script, as data. `integrity`: the hash of each file, where the script is pinned. */
export const localeLoader =
  (base: string, integrity?: Readonly<Record<string, string>>): LocaleLoader =>
  async (tag) => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), TIMEOUT);
    const init = {
      __proto__: null,
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
      integrity: integrity?.[tag],
      signal: controller.signal,
    };
    try {
      const response = await fetch(`${base}chunks/${tag}-${LOCALES_HASH}.json`, init as RequestInit);
      const locale = (await response.json()) as Locale;
      if (locale.tag !== tag) throw new Error(tag);
      return locale;
    } finally {
      clearTimeout(timer);
    }
  };
