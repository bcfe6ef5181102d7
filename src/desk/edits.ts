import type {Figure} from '../feed/sections/figures.js';
import type {FeedJson} from '../publish/feed-file.js';
import {replaceCount, type FullCount} from '../publish/import/figures.js';
import {isEqual} from '../publish/is-equal.js';
import type {FormName, SectionName} from './form-fields.js';
import type {Item} from './form-values.js';

/* Changes of a feed, each a new feed. They change the JSON, with the keys that the parser does not know. */

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (json: FeedJson, section: SectionName): readonly unknown[] => {
  const items = Object.hasOwn(json, section) ? json[section] : undefined;
  return Array.isArray(items) ? items : [];
};

/** The items of a section, empty where one is no object: at that place the file keeps what it has. */
export const itemsOf = (json: FeedJson, section: SectionName): readonly Item[] =>
  listOf(json, section).map((item) => (isItem(item) ? item : {}));

/** The feed with another item at an index, or one more at the end. */
export const withItem = (json: FeedJson, section: SectionName, index: number | undefined, item: Item): FeedJson => {
  const items = [...listOf(json, section)];
  if (index === undefined) items.push(item);
  else items[index] = item;
  return {...json, [section]: items};
};

export const withoutItem = (json: FeedJson, section: SectionName, index: number): FeedJson => ({
  ...json,
  [section]: listOf(json, section).filter((_, i) => i !== index),
});

/** A latin text as an id, at most 48 characters; empty for one without latin letters. */
export const slug = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '');

/** An id that no item of a section has: from a text, else from a word. */
export const newId = (json: FeedJson, section: SectionName, text: string, word: string): string => {
  const ids = new Set(itemsOf(json, section).map(({id}) => id));
  const id = slug(text) || word;
  for (let n = 1; ; n++) {
    const numbered = n > 1 ? `${id}-${n}` : id;
    if (!ids.has(numbered)) return numbered;
  }
};

/** A text in Latin letters, if an item has one: for its id. */
const latinText = (text: unknown): string => {
  const texts = typeof text === 'string' ? [text] : isItem(text) ? [text.en, ...Object.values(text)] : [];
  return texts.filter((one) => typeof one === 'string').find((one) => slug(one)) ?? '';
};

/**
 * The feed after a form was filled in: `item` is what the form read. A new count moves the old one to the history of its
 * figure; something that happened to a person is added to what happened before, and the person was checked `today`.
 */
export const applyForm = (
  json: FeedJson,
  form: FormName,
  index: number | undefined,
  item: Item,
  today: string,
): FeedJson => {
  switch (form) {
    case 'head':
      return item as FeedJson;
    case 'count': {
      const old = itemsOf(json, 'figures')[index!] as unknown as Figure;
      // A note that stays as it was is about the old number.
      const isNew = item.asOf !== old.asOf || item.value !== old.value;
      const count = isNew && isEqual(item.note, old.note) ? {...item, note: undefined} : item;
      return withItem(
        json,
        'figures',
        index,
        replaceCount(old, count as unknown as FullCount, today) as unknown as Item,
      );
    }
    case 'people': {
      const old = itemsOf(json, 'people')[index!]!;
      const incidents = Array.isArray(old.incidents) ? (old.incidents as unknown[]) : [];
      return withItem(json, 'people', index, {...old, incidents: [...incidents, item], checkedAt: today});
    }
    case 'corrections':
      return withItem(json, form, index, {
        id: newId(json, form, `${typeof item.of === 'string' ? item.of : 'correction'}-${String(item.date)}`, form),
        ...item,
        ...(item.of ? {section: 'figures'} : {}),
      });
    default: {
      const id = newId(json, form, latinText(item.title ?? item.name ?? item.slogan), form.replace(/s$/, ''));
      return withItem(json, form, index, {id, ...item});
    }
  }
};

/** The feed with a day of a check. */
export const withCheck = (json: FeedJson, section: SectionName, index: number, date: string): FeedJson =>
  withItem(json, section, index, {...itemsOf(json, section)[index], checkedAt: date});

/** The languages of the feed: those that at least half of its texts have, its own first. */
export const feedLanguages = (json: FeedJson): string[] => {
  const counts = new Map<string, number>();
  let texts = 0;
  const visit = (value: unknown, depth: number) => {
    if (typeof value !== 'object' || value === null || depth > 8) return;
    if (!Array.isArray(value) && Object.hasOwn(value, json.lang ?? 'en')) {
      texts++;
      for (const lang of Object.keys(value)) counts.set(lang, (counts.get(lang) ?? 0) + 1);
    } else for (const inner of Object.values(value)) visit(inner, depth + 1);
  };
  visit(json, 0);
  const common = [...counts.keys()].filter((lang) => counts.get(lang)! * 2 >= texts);
  return [...new Set([json.lang ?? 'en', ...common])];
};
