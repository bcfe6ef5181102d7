import {parse, type Infer, type Schema} from './schema.js';
import {head, type Head} from './sections/head.js';

/** One section of the feed: its key, its schema, and what the schema cannot say. */
export interface Section<S extends Schema> {
  readonly name: string;
  readonly schema: S;
  /** Throws for the first issue of well-formed items, as `parse` does. */
  refine?(items: Infer<S>, head: Head, path: string): void;
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

/**
 * A section of a feed. It stands alone, and is whole or nothing: throws an Error, its place first, for the first
 * issue. A section that the feed lacks is empty.
 */
export const parseSection = <S extends Schema>(
  {head, sections}: RawFeed,
  {name, schema, refine}: Section<S>,
): Infer<S> => {
  const items = parse(schema, Object.hasOwn(sections, name) ? sections[name] : [], `/${name}`);
  refine?.(items, head, `/${name}`);
  return items;
};

/** Throws for the first item that fails the test. */
export const assertEach = <T>(items: readonly T[], path: string, issue: string, test: (item: T) => unknown) => {
  items.forEach((item, i) => {
    if (!test(item)) throw new Error(`${path}/${i} ${issue}`);
  });
};

/** Ids must differ: a partner's `figure="held"` and the links between sections depend on them. */
export const assertUniqueIds = (items: readonly {id: string}[], path: string) => {
  const ids = new Set<string>();
  assertEach(items, path, 'repeats an id', ({id}) => ids.size < ids.add(id).size);
};
