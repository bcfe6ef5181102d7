import type {Figure} from '../feed/sections/figures.js';
import type {FeedJson} from '../publish/feed-file.js';
import {replaceCount, type FullCount} from '../publish/import/figures.js';
import {isEqual} from '../publish/is-equal.js';
import {partOf, type EditedSection, type FormName, type SectionName} from './form-fields.js';
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

/** An id that none of some items has: from a text, else from a word. */
export const newId = (items: readonly Item[], text: string, word: string): string => {
  const ids = new Set(items.map(({id}) => id));
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

/** What an item is called: for its id. */
const nameOf = ({title, name, slogan, caption, alt}: Item) => latinText(title ?? name ?? slogan ?? caption ?? alt);

/** A new item of a section, with an id. */
const newItem = (json: FeedJson, section: EditedSection, item: Item): Item => ({
  id: newId(itemsOf(json, section), nameOf(item), section.replace(/s$/, '')),
  ...item,
});

/** An item with one more in a list of it, which has an id if it is of a town. */
const withPart = (item: Item, list: string, part: Item): Item => {
  const old = Array.isArray(item[list]) ? (item[list] as unknown[]) : [];
  const id = list === 'acts' && {id: newId(old.filter(isItem), nameOf(part), 'act')};
  return {...item, [list]: [...old, {...id, ...part}]};
};

/** A person, who was checked when something that happened was added. */
const checked = (item: Item, section: EditedSection, today: string): Item =>
  section === 'people' ? {...item, checkedAt: today} : item;

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
  const part = partOf(form);
  if (part) {
    const {section, list, first} = part;
    const {[first ?? '']: added, ...rest} = item;
    const next = first
      ? withPart(newItem(json, section, rest), list, added as Item)
      : withPart(itemsOf(json, section)[index!]!, list, item);
    return withItem(json, section, index, checked(next, section, today));
  }
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
    case 'corrections': {
      const text = `${typeof item.of === 'string' ? item.of : 'correction'}-${String(item.date)}`;
      return withItem(json, form, index, {
        id: newId(itemsOf(json, form), text, form),
        ...item,
        ...(item.of ? {section: 'figures'} : {}),
      });
    }
    default: {
      const section = form as EditedSection;
      return withItem(json, section, index, newItem(json, section, item));
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
