import {check, type Infer, type Rule} from './rules.js';
import type {Core} from './sections/head.js';

/** One section of the feed: its key, its shape, and what the shape cannot say. */
export interface Section<R extends Rule> {
  readonly name: string;
  readonly rule: R;
  /** Throws for the first thing wrong with well-formed items, as `check` does. */
  audit?(items: Infer<R>, core: Core, path: string): void;
}

/**
 * A section of a feed whose core was checked. It stands alone, and it is whole or nothing: throws, with the place as
 * a JSON pointer, for the first thing wrong. A section that the feed lacks is empty.
 */
export const readSection = <R extends Rule>(feed: Core, {name, rule, audit}: Section<R>): Infer<R> => {
  const items = Object.hasOwn(feed, name) ? feed[name as keyof Core] : [];
  check(rule, items, `/${name}`);
  audit?.(items as Infer<R>, feed, `/${name}`);
  return items as Infer<R>;
};

/** Throws at the first item that is not as it must be. */
export const every = <T>(items: readonly T[], path: string, fault: string, good: (item: T) => unknown) =>
  items.forEach((item, i) => {
    if (!good(item)) throw new Error(`${path}/${i} ${fault}`);
  });

/** Ids must differ: a partner's `figure="held"` and the links between sections depend on them. */
export const distinct = (items: readonly {id: string}[], path: string) => {
  const ids = new Set<string>();
  every(items, path, 'repeats an id', ({id}) => ids.size < ids.add(id).size);
};
