import {InvalidArgumentError} from 'commander';
import {LANG} from '../../../feed/fields.js';
import {localeOf, LOCALES} from '../../render/locales.js';

/** A BCP 47 tag; the locale's where the argument is another way to write it, such as `be_BY` or `ua`. */
export const langTag = (value: string) => {
  const known = localeOf(value);
  const language = (tag: string) => tag.toLowerCase().split('-')[0];
  if (LANG(value) && (!known || language(known) === language(value))) return value;
  if (known) return known;
  throw new InvalidArgumentError('A language is written as be, de or pt-BR.');
};

/** Warnings about languages in which the library, or the feed, has no texts. */
export const languageWarnings = (unknown: readonly string[], incomplete: readonly string[]) => [
  ...unknown.map((lang) => `${lang} is none of our languages (${LOCALES.join(', ')}): the text is in English.`),
  ...(incomplete.length
    ? [`The feed lacks texts in ${incomplete.join(', ')}: the text is in English, as on a page in that language.`]
    : []),
];
