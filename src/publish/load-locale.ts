import {SOURCE_LOCALE} from '../i18n/language.js';
import type {Locale} from '../i18n/locale-data.js';
import {loadWholeLocale} from '../i18n/whole-locale.js';
import {localeOf} from './render/locales.js';

/** The locale for a language tag; English where the library lacks the language, as on a page. */
export const loadLocale = (lang: string): Promise<Locale> => loadWholeLocale(localeOf(lang) ?? SOURCE_LOCALE);
