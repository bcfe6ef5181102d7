import {LANG} from '../feed/fields.js';
import type {FormField} from './form-fields.js';

/* Values of the feed as what is typed. */

/** What is in the controls of a form, by path. A text has a path for each language, `title/be`. */
export type Entries = Readonly<Record<string, string | readonly string[]>>;

export type Item = Readonly<Record<string, unknown>>;

/** What a form must know of the feed. */
export interface FormContext {
  /** The feed's own language. */
  readonly feedLang: string;
  /** The languages in which its texts are written. */
  readonly languages: readonly string[];
}

/** Whether a value of the file is an object. */
export const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path, if there is one. */
export const valueAt = (item: Item, path: string): unknown =>
  path
    .split('/')
    .reduce<unknown>((value, key) => (isItem(value) && Object.hasOwn(value, key) ? value[key] : undefined), item);

/** The languages in which a text has a field: its own, and those of the feed. */
export const languagesOf = (item: Item, {path}: FormField, {languages, feedLang}: FormContext): string[] => {
  const text = valueAt(item, path);
  const own = isItem(text) ? Object.keys(text) : [];
  return [...new Set([feedLang, ...languages, ...own])].filter((tag) => LANG(tag));
};

const entriesOfText = (text: unknown, path: string, {feedLang}: FormContext): [string, string][] =>
  Object.entries(isItem(text) ? text : {[feedLang]: text}).flatMap(([lang, words]) =>
    typeof words === 'string' ? [[`${path}/${lang}`, words]] : [],
  );

const asText = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const stringsIn = (list: unknown): string[] =>
  Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : [];

/** Whether the controls of a field show a value of the file; null is none. */
export const isShown = ({kind}: FormField, value: unknown): boolean => {
  if (value === undefined || value === null) return true;
  if (kind === 'text') return typeof value === 'string' || isItem(value);
  if (kind === 'flag') return typeof value === 'boolean';
  if (kind === 'references' || kind === 'choices' || kind === 'countries' || kind === 'hashtags')
    return Array.isArray(value);
  return typeof value === 'string' || typeof value === 'number';
};

/** Whether it is a time of day as the feed has it: a field for times shows no other. */
export const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

const entriesOfField = ({path, kind}: FormField, item: Item, context: FormContext): [string, string | string[]][] => {
  const value = valueAt(item, path);
  switch (kind) {
    case 'text':
      return entriesOfText(value, path, context);
    case 'flag':
      return [[path, value === true ? 'yes' : '']];
    case 'moment': {
      const [date = '', time = ''] = asText(value).split('T');
      return [
        [path, date],
        [`${path}/time`, time],
      ];
    }
    case 'references':
    case 'choices':
      return [[path, stringsIn(value)]];
    case 'hashtags':
      return [[path, stringsIn(value).join(' ')]];
    case 'countries':
      return Array.isArray(value)
        ? [
            [path, value.length ? 'listed' : 'clear'],
            [`${path}/list`, stringsIn(value).join(' ')],
          ]
        : [[path, '']];
    default:
      return [[path, asText(value)]];
  }
};

/** What the controls of a form show for an item. */
export const entriesOf = (fields: readonly FormField[], item: Item, context: FormContext): Entries =>
  Object.fromEntries(fields.flatMap((field) => entriesOfField(field, item, context)));
