import {latestDateAt} from './dates.js';
import {parse, type Infer, type ObjectSchema} from './schema.js';
import {head, type Head} from './sections/head.js';

/** The schema of a section: a list of items, each with an id. */
export type SectionSchema = readonly [ObjectSchema];

/** Bytes of a feed, with its envelope, that pages read. */
export const MAX_FEED_BYTES = 512 * 1024;

/** One section of the feed: its key, its schema, and what the schema cannot say. */
export interface Section<S extends SectionSchema> {
  readonly name: string;
  readonly schema: S;
  /** An item with an issue is dropped, and the others are kept. Without it, a section is whole or nothing. */
  readonly lenient?: true;
  /** Throws for the first issue of a well-formed item, as `parse` does. `parseSection` compares the ids. */
  refine?(item: Infer<S[0]>, head: Head, path: string): void;
}

/** A feed whose head was checked, and whose sections were not yet. */
export interface RawFeed {
  readonly head: Head;
  readonly sections: Readonly<Record<string, unknown>>;
}

/** Checks a feed's head. Throws an Error, its place first, for what is no feed of this version. */
export const parseHead = (json: unknown): RawFeed => ({
  head: parse(head, json),
  sections: json as RawFeed['sections'],
});

/** Throws an issue of the item at a path, unless the condition holds. */
export const assert = (condition: unknown, path: string, issue: string) => {
  if (!condition) throw new Error(`${path} ${issue}`);
};

/** Throws for a date, or a date known in part, that is after the day on which the feed was issued. */
export const assertPast = (dates: readonly string[], {issued}: Head, path: string) =>
  assert(
    dates.every((date) => date <= latestDateAt(issued)),
    path,
    'has a date after issued',
  );

/** Adds an id to those before it. It must differ: a partner's `figure="held"` and links between sections depend on it. */
export const addId = (ids: Set<string>, id: string, path: string) =>
  assert(ids.size < ids.add(id).size, path, 'repeats an id');

/**
 * A section of a feed. It stands alone, whatever the others are; one that the feed lacks is empty. Throws an Error, its
 * place first, for the first issue. A lenient section throws only where it is no list: items with an issue are dropped,
 * `onDrop` is called with the Error of each, and of items with one id the first valid one is kept.
 */
export const parseSection = <S extends SectionSchema>(
  {head, sections}: RawFeed,
  {name, schema, lenient, refine}: Section<S>,
  onDrop?: (error: Error) => void,
): Infer<S> => {
  const values = Object.hasOwn(sections, name) ? sections[name] : [];
  assert(Array.isArray(values), `/${name}`, 'is wrong');
  const ids = new Set<string>();
  const items: unknown[] = [];
  // By index, since old libraries replace `Array.prototype.entries`.
  for (let i = 0; i < (values as unknown[]).length; i++) {
    const path = `/${name}/${i}`;
    try {
      const item = parse(schema[0] as S[0], (values as unknown[])[i], path);
      refine?.(item, head, path);
      addId(ids, (item as {id: string}).id, path);
      items.push(item);
    } catch (error) {
      if (!lenient) throw error;
      onDrop?.(error as Error);
    }
  }
  return Object.freeze(items) as Infer<S>;
};
