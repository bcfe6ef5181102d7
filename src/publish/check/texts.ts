import {LINK, TEXT} from '../../feed/fields.js';
import type {Feed} from '../../feed/parse-feed.js';
import {source} from '../../feed/sections/figures.js';
import {PICTURE} from '../../feed/sections/photos.js';
import {FEED_SCHEMA, valuesOf, walkSchema} from '../feed-schema.js';
import {localeOf} from '../render/locales.js';
import type {CheckContext} from './check.js';
import {enumerate, found, subjectOf, type Finding} from './findings.js';

/* Texts, addresses and sources, in all sections. */

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

/** Names of people are written as the sources of each language write them, and stay as they are in the others. */
const NAME_OF_PERSON = /^\/people\/\d+\/(name|aliases\/\d+)$/;

/** Whether widgets look for a language under this tag, if they do at all. */
const isOwnTag = (tag: string) => (localeOf(tag) ?? tag) === tag;

/** Texts that lack a language which at least half of the texts have; one warning for all that lack the same languages. */
const missingLanguages = (feed: Feed): Finding[] => {
  const texts = valuesOf(TEXT, feed).filter(
    ({pointer, value}) => typeof value === 'object' && !NAME_OF_PERSON.test(pointer),
  );
  const counts = new Map<string, number>();
  for (const {value} of texts) for (const lang of Object.keys(value)) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  // A slogan may be in many more languages than the rest of the feed.
  const common = [...counts.keys()].filter((lang) => isOwnTag(lang) && counts.get(lang)! * 2 >= texts.length);
  const groups = groupBy(texts, ({value}) => common.filter((lang) => !Object.hasOwn(value as object, lang)).join(', '));
  groups.delete('');
  return [...groups].map(([missing, items]) =>
    found(
      'missing-translation',
      items[0]!.pointer,
      `Not translated into ${missing}, unlike other texts: ${enumerate(items.map(({pointer}) => pointer))}.`,
      'Add the translations. Until then, readers see these texts in another language.',
      {languages: missing, number: items.length},
    ),
  );
};

/** Tags under which no widget looks for a language that we have (`ua`, `be-BY`); one warning for each. */
const unusedLanguages = (feed: Feed): Finding[] => {
  const tags = valuesOf(TEXT, feed).flatMap(({pointer, value}) =>
    typeof value === 'string'
      ? []
      : Object.keys(value).flatMap((tag) => {
          const known = localeOf(tag);
          return known && known !== tag && !Object.hasOwn(value, known) ? [{pointer, tag, known}] : [];
        }),
  );
  const {lang = 'en'} = feed;
  const own = localeOf(lang);
  // A region is no other language.
  const isOther = own && own.split('-')[0] !== lang.split('-')[0];
  const all = [...(isOther ? [{pointer: '/lang', tag: lang, known: own}] : []), ...tags];
  return [...groupBy(all, ({tag}) => tag)].map(([tag, items]) => {
    const {pointer, known} = items[0]!;
    return found(
      'unused-language',
      pointer,
      `Nobody sees what is in “${tag}”: widgets look for “${known}” (${enumerate(items.map((one) => one.pointer))}).`,
      `Write "${known}" in place of "${tag}".`,
      {language: tag, known, number: items.length},
    );
  });
};

/** The same for two spellings of one address. */
const normaliseUrl = (url: string) => (URL.canParse(url) ? new URL(url).href.replace(/\/$/, '') : url);

/** Items of one section that have the same address. */
const repeatedAddresses = (feed: Feed): Finding[] => {
  const firstPointers = new Map<string, string>();
  return [...valuesOf(LINK, feed), ...valuesOf(PICTURE, feed)].flatMap(({pointer, value}) => {
    const section = /^\/(organisations|ways|photos)\/\d+\/url$/.exec(pointer)?.[1];
    if (!section) return [];
    const key = `${section} ${normaliseUrl(value)}`;
    const first = firstPointers.get(key);
    firstPointers.set(key, first ?? pointer);
    if (!first) return [];
    const fix = 'If both are the same, keep one; otherwise correct one of the addresses.';
    return [found('repeated-address', pointer, `${value} is also the address of ${first}.`, fix, {url: value})];
  });
};

const httpInTexts = (feed: Feed): Finding[] =>
  valuesOf(TEXT, feed)
    .filter(({value}) => JSON.stringify(value).includes('http://'))
    .map(({pointer}) =>
      found(
        'http-in-text',
        pointer,
        'The text has an address with http://. Such a connection can be read and changed by others.',
        'Write the address with https://, or move it to url.',
      ),
    );

/** Sources without an address, one warning for each section. */
const sourcesWithoutAddress = (feed: Feed): Finding[] => {
  const pointers = [...walkSchema(FEED_SCHEMA, feed)].flatMap(({schema, value, pointer}) =>
    schema === source && !(value as {url?: string}).url ? [pointer] : [],
  );
  return [...groupBy(pointers, (pointer) => subjectOf({pointer})).values()].map((all) =>
    found(
      'source-without-address',
      all[0]!,
      `Readers cannot look it up: ${all.length === 1 ? 'a source' : `${all.length} sources`} without an address (${enumerate(all)}).`,
      'Add the "url" of the page with the count or the news, if readers may open it.',
      {number: all.length},
    ),
  );
};

/** Missing translations and languages by wrong tags, repeated addresses, addresses that are not https, sources without one. */
export const textFindings = ({feed}: CheckContext): Finding[] => [
  ...missingLanguages(feed),
  ...unusedLanguages(feed),
  ...repeatedAddresses(feed),
  ...httpInTexts(feed),
  ...sourcesWithoutAddress(feed),
];
