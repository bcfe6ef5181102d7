import {TEXT, type Text} from '../feed/fields.js';
import {parse} from '../feed/schema.js';
import {pickText} from '../feed/text.js';
import {cleanCell, readCount} from '../publish/import/cells.js';
import {isItem, isShown, isTime, valueAt, type Entries, type FormContext, type Item} from './form-entries.js';
import type {FormField, Kind} from './form-fields.js';

/* What is typed as values of the feed. What cannot be read for sure is a mistake, and changes nothing. */

/** What is wrong with a field: nothing was entered, or no value of its kind. */
export type Mistake = 'missing' | 'language' | Kind;

/** Thrown for a field that cannot be read, and caught by `readForm`. */
class FieldError extends Error {
  constructor(
    readonly path: string,
    readonly mistake: Mistake,
  ) {
    super(mistake);
  }
}

/** The text of a field. A language that has no text in the file keeps what it has, until one is typed. */
const readText = (field: FormField, entries: Entries, old: unknown, {feedLang}: FormContext): unknown => {
  const {path, isRequired} = field;
  const prefix = `${path}/`;
  const texts = Object.entries(entries).flatMap(([key, entry]) =>
    key.startsWith(prefix) && String(entry).trim() ? [[key.slice(prefix.length), String(entry).trim()] as const] : [],
  );
  const own = prefix + feedLang;
  const typed: Text = Object.fromEntries(texts);
  const was = isItem(old) ? old : {};
  for (const [lang, text] of texts) if (!TEXT(text) && text !== was[lang]) throw new FieldError(prefix + lang, 'text');
  if (!texts.length && isRequired) throw new FieldError(own, 'missing');
  // Pages in other languages fall back to the feed's.
  if (texts.length && !pickable(typed, feedLang)) throw new FieldError(own, 'language');
  if (!isItem(old) && texts.length === 1 && Object.hasOwn(typed, feedLang)) return typed[feedLang];
  const all = Object.entries({...was, ...typed});
  const kept = all.filter(([lang, text]) => Object.hasOwn(typed, lang) || typeof text !== 'string');
  return kept.length ? Object.fromEntries(kept) : undefined;
};

const pickable = (text: Text, feedLang: string) => {
  const [, tag] = pickText(text, feedLang, feedLang);
  return tag === feedLang || tag === feedLang.split('-')[0];
};

const readNumber = (text: string): number | undefined => {
  try {
    return /^-\d+$/.test(text) ? Number(text) : readCount(cleanCell(text));
  } catch {
    return NaN;
  }
};

/** Degrees with a point or a comma, such as 53.9; NaN for anything else. */
const readDegrees = (text: string) =>
  /^[-−]?\d{1,3}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.').replace('−', '-')) : NaN;

const readCountries = (path: string, entries: Entries): string[] | undefined => {
  const state = entries[path];
  if (!state) return undefined;
  const codes = String(entries[`${path}/list`] ?? '')
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
  if (state === 'clear') return [];
  if (!codes.length) throw new FieldError(`${path}/list`, 'missing');
  return codes;
};

const readEntry = (field: FormField, entries: Entries, old: unknown, context: FormContext): unknown => {
  const {path, kind} = field;
  if (kind === 'text') return readText(field, entries, old, context);
  if (kind === 'references' || kind === 'choices') {
    const ids = entries[path] as readonly string[] | undefined;
    return ids?.length ? ids : undefined;
  }
  if (kind === 'countries') return readCountries(path, entries);
  const text = String(entries[path] ?? '').trim();
  if (kind === 'flag') return text ? true : undefined;
  if (kind === 'hashtags') return text ? text.split(/[\s,;]+/).filter(Boolean) : undefined;
  if (!text) return undefined;
  if (kind === 'count' || kind === 'days') return readNumber(text);
  if (kind === 'coordinate') return readDegrees(text);
  const time = kind === 'moment' ? String(entries[`${path}/time`] ?? '') : '';
  if (time && !isTime(time)) throw new FieldError(`${path}/time`, kind);
  return time ? `${text}T${time}` : text;
};

/** The value of a field; undefined for none. Throws a FieldError. */
const readField = (field: FormField, entries: Entries, old: unknown, context: FormContext): unknown => {
  const {path, kind, schema, isRequired} = field;
  const value = readEntry(field, entries, old, context);
  if (value === undefined) {
    if (isRequired) throw new FieldError(path, 'missing');
    // What the controls cannot show was not taken away by the editor.
    return isShown(field, old) ? undefined : old;
  }
  // Each of its languages was looked at.
  if (kind === 'text') return value;
  try {
    parse(schema, value);
    return value;
  } catch {
    throw new FieldError(kind === 'countries' ? `${path}/list` : path, kind);
  }
};

/** Sets a value in nested objects; undefined removes it, and an object that becomes empty. Other keys stay. */
const withValue = (item: Item, [key, ...rest]: readonly string[], value: unknown): Item => {
  const inner = item[key!];
  const next = rest.length ? withValue(isItem(inner) ? inner : {}, rest, value) : value;
  const isEmpty = next === undefined || (rest.length > 0 && !Object.keys(next as Item).length);
  if (!isEmpty) return {...item, [key!]: next};
  const {[key!]: _, ...others} = item;
  return others;
};

/** What was read of a form: the item with the new values, or what is wrong, by path. */
export type Reading =
  | {readonly item: Item; readonly mistakes?: undefined}
  | {readonly item?: undefined; readonly mistakes: Readonly<Record<string, Mistake>>};

/**
 * Reads all fields of a form into an item; keys without a field stay as they are. With one mistake there is no item: a
 * number without its date or source is not half a number.
 */
export const readForm = (
  fields: readonly FormField[],
  entries: Entries,
  old: Item,
  context: FormContext,
  incomplete: ReadonlySet<string> = new Set(),
): Reading => {
  let item = old;
  const mistakes: Record<string, Mistake> = {};
  for (const field of fields) {
    const {path, kind} = field;
    // A date of which a part is typed has no value.
    if (incomplete.has(path) || incomplete.has(`${path}/time`)) {
      mistakes[path] = kind;
      continue;
    }
    try {
      item = withValue(item, path.split('/'), readField(field, entries, valueAt(old, path), context));
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      mistakes[error.path] = error.mistake;
    }
  }
  for (const {path, kind, isRequiredInObject} of fields) {
    const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    if (parent && isRequiredInObject && isItem(valueAt(item, parent)) && valueAt(item, path) === undefined)
      mistakes[kind === 'text' ? `${path}/${context.feedLang}` : path] ??= 'missing';
  }
  return Object.keys(mistakes).length ? {mistakes} : {item};
};
