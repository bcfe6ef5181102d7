import {locale as beLocale} from '../../i18n/cldr/be.js';
import {locale as ruLocale} from '../../i18n/cldr/ru.js';
import {formatNumber, interpolateText, pluralForm} from '../../i18n/format.js';
import {matchLocale} from '../../i18n/language.js';
import type {Locale} from '../../i18n/locale-data.js';
import {english} from '../../i18n/localize.js';
import {be} from './be.js';
import {en, type Words} from './en.js';
import {ru} from './ru.js';

export type {Words} from './en.js';

/** The languages of the desk: its words, and how it writes numbers and dates. */
export const LANGUAGES: readonly {readonly words: Words; readonly locale: Locale}[] = [
  {words: en, locale: english},
  {words: be, locale: beLocale},
  {words: ru, locale: ruLocale},
];

/** The first of the wanted languages that the desk has; English where it has none. */
export const languageFor = (wanted: readonly string[]): (typeof LANGUAGES)[number] => {
  const tags = LANGUAGES.map(({locale}) => locale.tag);
  const tag = wanted.map((one) => matchLocale(one, tags)).find(Boolean);
  return LANGUAGES.find(({locale}) => locale.tag === tag) ?? LANGUAGES[0]!;
};

/** The words for what a feed has; undefined where we have none, also for names that every object knows. */
export const wordOf = (words: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(words, name) ? words[name] : undefined;

/** A sentence with its `{names}` replaced. */
export const fill = interpolateText;

/** A sentence with a number, in the form that the number takes. */
export const count = (forms: string, n: number, locale: Locale): string =>
  interpolateText(pluralForm(forms, n, locale), {n: formatNumber(n, locale.data)});
