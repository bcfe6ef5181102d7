import type {Figure} from '../feed/sections/figures.js';
import type {FeedJson} from '../publish/feed-file.js';
import {replaceCount, type FullCount} from '../publish/import/figures.js';
import {isEqual} from '../publish/is-equal.js';
import {isItem, type Item} from './form-entries.js';
import type {FormPlace} from './field-place.js';
import {partOf, type PartSpec, type SectionName} from './form-fields.js';
import {newId} from './item-id.js';

/* Changes of a feed, each a new feed. They change the JSON, with the keys that the parser does not know. */

/** The objects in a list of the file; what else is there has no fields. */
export const objectsIn = (list: unknown): readonly Item[] => (Array.isArray(list) ? list.filter(isItem) : []);

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

/** The ids of a section's items, or of a list in them, in some feeds. */
const idsIn = (feeds: readonly FeedJson[], section: SectionName, list?: string): ReadonlySet<unknown> =>
  new Set(
    feeds
      .flatMap((json) => itemsOf(json, section))
      .flatMap((item) => (list ? objectsIn(item[list]) : [item]))
      .map(({id}) => id),
  );

/** What an item of a list is called, for an id without a title. */
const nounOf = (list: string) =>
  list === 'people' ? 'person' : list === 'amplify' ? 'message' : list.replace(/s$/, '');

/** The figure that a list of political prisoners is counted into, by its id. */
const HELD = 'held';

/** A new item of a section, with an id that none of some feeds has. */
const newItem = (seen: readonly FeedJson[], section: SectionName, item: Item): Item => {
  const taken = idsIn(seen, section);
  const isHeld = section === 'figures' && item.unit === 'political-prisoner' && !taken.has(HELD);
  return {id: isHeld ? HELD : newId(taken, item, nounOf(section)), ...item};
};

/** What is in a list of an item. */
export const partsOf = (item: Item, list: string): readonly unknown[] =>
  Array.isArray(item[list]) ? (item[list] as unknown[]) : [];

/** An item with another part at an index of a list of it, or with one more, which has an id if it is of a town. */
const withPart = (seen: readonly FeedJson[], {section, list}: PartSpec, item: Item, part: Item, at?: number): Item => {
  const old = partsOf(item, list);
  if (at !== undefined) return {...item, [list]: old.with(at, part)};
  const id = list === 'acts' && {id: newId(idsIn(seen, section, list), part, nounOf(list))};
  return {...item, [list]: [...old, {...id, ...part}]};
};

/** The feed without a part of an item. */
export const withoutPart = (json: FeedJson, {form, index, part}: FormPlace): FeedJson => {
  const {section, list} = partOf(form)!;
  const item = itemsOf(json, section)[index!]!;
  return withItem(json, section, index, {...item, [list]: partsOf(item, list).filter((_, i) => i !== part)});
};

/** A person, who was checked when something that happened was added. */
const checked = (item: Item, section: SectionName, today: string): Item =>
  section === 'people' ? {...item, checkedAt: today} : item;

/**
 * The feed after a form was filled in: `item` is what the form read. A new count moves the old one to the history of its
 * figure; something that happened to a person is added to what happened before, and the person was checked `today`. A new
 * item gets an id that none of the feeds has that were `seen`.
 */
export const applyForm = (
  json: FeedJson,
  {form, index, part: at}: FormPlace,
  item: Item,
  today: string,
  seen: readonly FeedJson[] = [json],
): FeedJson => {
  const part = partOf(form);
  if (part) {
    const {section, first} = part;
    const {[first ?? '']: added, ...rest} = item;
    const next = first
      ? withPart(seen, part, newItem(seen, section, rest), added as Item)
      : withPart(seen, part, itemsOf(json, section)[index!]!, item, at);
    return withItem(json, section, index, at === undefined ? checked(next, section, today) : next);
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
      const old = index === undefined ? undefined : itemsOf(json, form)[index];
      const title = `${typeof item.of === 'string' ? item.of : nounOf(form)}-${String(item.date)}`;
      return withItem(json, form, index, {
        id: newId(idsIn(seen, form), {title}, nounOf(form)),
        ...item,
        // Of another section it may have been written by hand.
        ...(item.of && item.of !== old?.of ? {section: 'figures'} : {}),
      });
    }
    default: {
      const section = form as SectionName;
      return withItem(json, section, index, newItem(seen, section, item));
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
