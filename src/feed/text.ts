import type {Text} from './leaves.js';

/**
 * The words of a text for a locale, and the language that they are in: the locale's own, else a shorter tag's, else
 * the feed's, else English, else the first there is.
 */
export const pickText = (text: Text, locale: string, feedLang = 'en'): [words: string, lang: string] => {
  if (typeof text === 'string') return [text, feedLang];
  const lang = [locale, locale.split('-')[0]!, feedLang, 'en', Object.keys(text)[0]!].find((tag) =>
    Object.hasOwn(text, tag),
  )!;
  return [text[lang]!, lang];
};
