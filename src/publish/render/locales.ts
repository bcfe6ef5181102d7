import type {Text} from '../../feed/fields.js';
import {hasLang} from '../../feed/text.js';
import {tags} from '../../i18n/cldr/tags.js';
import {matchLocale, SOURCE_LOCALE} from '../../i18n/language.js';
import type {Locale} from '../../i18n/locale-data.js';
import {english} from '../../i18n/localize.js';

/** The languages of the library. */
export const LOCALES: readonly string[] = [SOURCE_LOCALE, ...tags];

/** The library's locale for a language tag, such as `be-BY` or `be_BY`; undefined where it has none. */
export const localeOf = (lang: string) => matchLocale(lang, LOCALES);

/** The locale where the feed has all of the texts in its language, else English: as the elements choose. */
export const localeFor = (texts: readonly Text[], locale: Locale, feedLang?: string): Locale =>
  texts.every((text) => hasLang(text, locale.tag, feedLang)) ? locale : english;
