import type {Text} from './fields.js';

/** The feed's own language: that of texts that are plain strings. */
const DEFAULT_LANG = 'en';

/** A language with its script, where a tag names one: texts in `be-Latn` are no texts in `be`. */
const LANGUAGE = /^[a-z]+(-[A-Z][a-z]{3})?/;

/** The tag of a text's words in a language: its own, else a shorter one (`be-tarask` also takes `be`). */
const tagFor = (text: Text, lang: string, feedLang: string): string | undefined => {
  const tags = [lang, lang.split('-')[0]!];
  const own = [feedLang, LANGUAGE.exec(feedLang)?.[0]];
  return tags.find((tag) => (typeof text === 'string' ? own.includes(tag) : Object.hasOwn(text, tag)));
};

/** Whether a text has words in a language. In another script (`be-Latn`) only its own words count: not Cyrillic ones. */
export const hasLang = (text: Text, lang: string, feedLang = DEFAULT_LANG) => {
  const tag = tagFor(text, lang, feedLang);
  return !!tag && (tag === lang || !/-[A-Z][a-z]{3}$/.test(lang));
};

/**
 * The words of a text for a language, and the tag that they are in: the language's own, else a shorter tag's, else the
 * feed's, else English, else the first there is.
 */
export const pickText = (text: Text, lang: string, feedLang = DEFAULT_LANG): [words: string, lang: string] => {
  if (typeof text === 'string') return [text, feedLang];
  const tag = [lang, feedLang, DEFAULT_LANG].map((wanted) => tagFor(text, wanted, feedLang)).find(Boolean);
  const found = tag ?? Object.keys(text)[0]!;
  return [text[found]!, found];
};
