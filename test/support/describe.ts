import {plainText, type Context, type Parts} from '../../src/describe/parts.js';
import {loaders} from '../../src/i18n/cldr/index.js';
import {loadWholeLocale as localeOf} from '../../src/i18n/whole-locale.js';

/** The languages of the tables: one with each kind of plural, both directions, and three that Chromium lacks. */
export const TAGS = ['en', 'be', 'be-tarask', 'pl', 'ka', 'ar'] as const;
export type Tag = (typeof TAGS)[number];

/** A locale by its tag. */
export {localeOf};

/** A context in a language, on a day soon after the figures of the tests. */
export const contextOf = async (tag: string, feedLang?: string): Promise<Context> => ({
  locale: await localeOf(tag),
  feedLang,
  today: '2026-03-20',
});

/** Parts as plain text, with ordinary spaces in place of no-break spaces. */
export const text = (parts: Parts = []) => plainText(parts).replace(/[\u00a0\u202f]/g, ' ');

/** A figure of political prisoners; `change` replaces its fields. */
export const figureOf = (change: object = {}) => ({
  id: 'held',
  title: 'Political prisoners',
  value: 1140,
  unit: 'political-prisoner' as const,
  asOf: '2026-03-05',
  source: {name: 'Pozirk', url: 'https://example.org/count'},
  definition: 'In custody.',
  ...change,
});

/** A text in every language. */
export const inEveryLanguage = (words: string) =>
  Object.fromEntries(['en', ...Object.keys(loaders)].map((tag) => [tag, words]));
