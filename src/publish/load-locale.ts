import {loaders} from '../i18n/cldr/index.js';
import {SOURCE_LOCALE} from '../i18n/language.js';
import type {Locale} from '../i18n/locale-data.js';
import {english} from '../i18n/localize.js';
import {localeOf} from './render/locales.js';

/** The locale for a language tag; English where the library lacks the language, as on a page. */
export const loadLocale = async (lang: string): Promise<Locale> => {
  const load = loaders[localeOf(lang) ?? SOURCE_LOCALE];
  return load ? load() : english;
};
