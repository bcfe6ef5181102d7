import {pickText} from '../feed/text.js';
import {TEXT} from '../feed/fields.js';
import {build} from './build-data.js';
import type {FormField} from './form-fields.js';
import type {Item} from './form-entries.js';
import type {Words} from './words/index.js';

/* What fields, items and languages are called. */

/** The name of a language, in the language itself; its tag where we have no name. */
export const languageName = (tag: string): string => build.locales.find((locale) => locale.tag === tag)?.name ?? tag;

const lastKey = (path: string) => path.split('/').at(-1)!;

/** The words for a field: those for its form and path, or for the end of the path, as `source/name`. */
export const labelOf = (words: Words, form: string, path: string): string => {
  const keys = [form, ...path.split('/')];
  const known = keys.map((_, i) => keys.slice(i).join('/')).find((end) => Object.hasOwn(words.fields, end));
  return known === undefined ? path : words.fields[known]!;
};

/** Texts of a sentence and more; the others are names and titles. */
export const isTextLong = ({path}: FormField) =>
  ['definition', 'note', 'text', 'alt', 'address'].includes(lastKey(path));

/** What items are called; those of one name have their ids beside it. */
export const titlesOf = (items: readonly Item[], words: Words, feedLang: string): string[] => {
  const titles = items.map((item) => titleOf(item, words, feedLang));
  return items.map(({id}, i) => {
    const title = titles[i]!;
    const isAlone = titles.indexOf(title) === titles.lastIndexOf(title);
    return isAlone || typeof id !== 'string' || id === title ? title : `${title} (${id})`;
  });
};

/** Characters of a name: a message to post is called by its beginning. */
const MAX_TITLE = 100;

const shorten = (text: string) =>
  text.length > MAX_TITLE ? `${text.slice(0, MAX_TITLE).replace(/\s+\S*$/, '')} …` : text;

/** What an item is called in the language of the desk; its id where it has no title. */
export const titleOf = (item: Item, words: Words, feedLang: string): string => {
  const text = [item.title, item.name, item.slogan, item.caption, item.alt, item.text].find((one) => TEXT(one));
  return TEXT(text) ? shorten(pickText(text, words.tag, feedLang)[0]) : typeof item.id === 'string' ? item.id : '–';
};
