import {attributeOf, hostOf} from '../dom/page.js';

/** The language of the messages in the code, and the last resort. */
export const SOURCE_LOCALE = 'en';

/**
 * Language tags as they occur on real pages, where they are no BCP 47 tag of the language that is meant: country codes,
 * old codes, and the older tag of Belarusian in the classical orthography. Norwegian is written in two ways, of which
 * we have one.
 */
const LANGUAGE_ALIASES = {
  __proto__: null,
  'be-x-old': 'be-tarask',
  'be-latin': 'be-latn',
  by: 'be',
  bel: 'be',
  ua: 'uk',
  ukr: 'uk',
  cz: 'cs',
  gr: 'el',
  dk: 'da',
  ge: 'ka',
  nn: 'nb',
  no: 'nb',
  iw: 'he',
  mo: 'ro',
} as unknown as Readonly<Record<string, string>>;

/**
 * Which of `known` a language tag asks for, by cutting it shorter: `be-tarask-BY` is `be-tarask`, or else `be`. Never
 * another language: nobody who asks for Belarusian is answered in Russian.
 */
export const matchLocale = (tag: string, known: readonly string[]): string | undefined => {
  // `be_BY.UTF-8@latin`, as POSIX has it, is `be-latin`: the region is not needed.
  const parts = tag
    .trim()
    .toLowerCase()
    .replace(/\.[^@]*/, '')
    .split(/[-_@]/)
    .filter((part, i) => !i || !/^[a-z]{2}$/.test(part));
  for (; parts.length; parts.pop()) {
    const cut = parts.join('-');
    const names = [cut, LANGUAGE_ALIASES[cut]];
    const found = known.find((locale) => names.includes(locale.toLowerCase()));
    if (found) return found;
  }
  return undefined;
};

/** The nearest `lang` attribute, through shadow roots; empty where there is none. */
export const nearestLang = (element: Element): string => {
  const found = element.closest('[lang]');
  const host = found ? undefined : hostOf(element);
  return found ? attributeOf(found, 'lang')! : host ? nearestLang(host) : '';
};

/**
 * The locales that an element may speak, the best first: that of its nearest `lang`, or else of what browsers take in its
 * place (`xml:lang`, `Content-Language`); the reader's own languages; English. Who asks for Belarusian never gets Russian,
 * also where that is the reader's next language.
 */
export const localesFor = (element: Element, known: readonly string[]): string[] => {
  // The last one is the most precise: `be`, `be-tarask`.
  const lang = nearestLang(element) || known.findLast((tag) => element.matches(`:lang(${tag})`));
  const wanted = [lang, ...((navigator.languages as readonly string[] | undefined) ?? []), SOURCE_LOCALE];
  // After an orthography or a script its language: `be-Latn`, then `be`.
  const tags = wanted
    .flatMap((tag) => (tag ? [matchLocale(tag, known), matchLocale(tag.split(/[-_]/)[0]!, known)] : []))
    .filter((tag) => tag !== undefined);
  return [...new Set(tags)].filter((tag) => tag !== 'ru' || !tags[0]!.startsWith('be'));
};
