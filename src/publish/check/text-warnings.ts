import {LINK, TEXT} from '../../feed/fields.js';
import type {Feed} from '../../feed/parse-feed.js';
import {valuesOf} from '../feed-schema.js';
import type {Finding} from './findings.js';

/** Pointers that a warning names before it only counts them. */
const MAX_NAMED = 8;

const enumerate = (pointers: readonly string[]) =>
  pointers.slice(0, MAX_NAMED).join(', ') +
  (pointers.length > MAX_NAMED ? ` and ${pointers.length - MAX_NAMED} more` : '');

/** Texts that lack a language which at least half of the texts have; one warning for all that lack the same languages. */
const missingLanguages = (feed: Feed): Finding[] => {
  const texts = valuesOf(TEXT, feed).filter(({value}) => typeof value === 'object');
  const counts = new Map<string, number>();
  for (const {value} of texts) for (const lang of Object.keys(value)) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  // A slogan may be in many more languages than the rest of the feed.
  const common = [...counts.keys()].filter((lang) => counts.get(lang)! * 2 >= texts.length);
  const byLanguages = new Map<string, string[]>();
  for (const {pointer, value} of texts) {
    const missing = common.filter((lang) => !Object.hasOwn(value as object, lang)).join(', ');
    if (missing) byLanguages.set(missing, [...(byLanguages.get(missing) ?? []), pointer]);
  }
  return [...byLanguages].map(([missing, pointers]) => ({
    pointer: pointers[0]!,
    message: `Not translated into ${missing}, unlike other texts: ${enumerate(pointers)}.`,
    fix: 'Add the translations. Until then, readers see these texts in another language.',
  }));
};

/** The same for two spellings of one address. */
const normaliseUrl = (url: string) => (URL.canParse(url) ? new URL(url).href.replace(/\/$/, '') : url);

/** Items of one section that have the same address. */
const repeatedUrls = (feed: Feed): Finding[] => {
  const firstPointers = new Map<string, string>();
  return valuesOf(LINK, feed).flatMap(({pointer, value}) => {
    const section = /^\/(organisations|ways|photos)\/\d+\/url$/.exec(pointer)?.[1];
    if (!section) return [];
    const key = `${section} ${normaliseUrl(value)}`;
    const first = firstPointers.get(key);
    firstPointers.set(key, first ?? pointer);
    return first
      ? [
          {
            pointer,
            message: `${value} is also the address of ${first}.`,
            fix: 'If both are the same, keep one; otherwise correct one of the addresses.',
          },
        ]
      : [];
  });
};

const httpInTexts = (feed: Feed): Finding[] =>
  valuesOf(TEXT, feed)
    .filter(({value}) => JSON.stringify(value).includes('http://'))
    .map(({pointer}) => ({
      pointer,
      message: 'The text has an address with http://. Such a connection can be read and changed by others.',
      fix: 'Write the address with https://, or move it to url.',
    }));

/** Missing translations, repeated addresses, and addresses that are not https. */
export const textWarnings = (feed: Feed): Finding[] => [
  ...missingLanguages(feed),
  ...repeatedUrls(feed),
  ...httpInTexts(feed),
];
