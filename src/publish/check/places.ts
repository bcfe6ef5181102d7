import {SECTIONS} from '../../feed/parse-feed.js';
import type {FieldType, Rule, ObjectSchema} from '../../feed/schema.js';
import {head} from '../../feed/sections/head.js';

/** The shape of a whole feed. */
export const WHOLE: ObjectSchema = {
  ...head,
  ...Object.fromEntries(Object.values(SECTIONS).map(({name, rule}) => [`${name}?`, rule as Rule])),
};

/** A place in a feed: its JSON pointer, what must stand there, and what does. */
export interface Place {
  readonly at: string;
  readonly rule: Rule;
  readonly value: unknown;
  /** The key that must be here and is not; then `rule` is the key's. */
  readonly lacks?: string;
}

export const isList = (rule: Rule): rule is readonly [Rule] => Array.isArray(rule) && typeof rule[0] !== 'string';
export const isChoice = (rule: Rule): rule is readonly string[] => Array.isArray(rule) && typeof rule[0] === 'string';
export const isLeaf = (rule: Rule): rule is FieldType<unknown> => typeof rule === 'function';
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is what the rule says, its inside left aside. */
export const fits = (rule: Rule, value: unknown): boolean => {
  if (isLeaf(rule)) return rule(value);
  if (isChoice(rule)) return rule.includes(value as string);
  return isList(rule) ? Array.isArray(value) : isObject(value);
};

/**
 * Every place of a value that a rule knows, and every key that it lacks, in the order of the rule. Where `check` throws
 * for the first fault, this goes on behind it.
 */
export function* places(rule: Rule, value: unknown, at = ''): Generator<Place> {
  yield {at, rule, value};
  if (isLeaf(rule) || isChoice(rule) || !fits(rule, value)) return;
  if (isList(rule)) {
    for (const [i, item] of (value as unknown[]).entries()) yield* places(rule[0], item, `${at}/${i}`);
    return;
  }
  for (const [name, inner] of Object.entries(rule as ObjectSchema)) {
    const key = name.replace('?', '');
    if (Object.hasOwn(value as object, key))
      yield* places(inner, (value as Readonly<Record<string, unknown>>)[key], `${at}/${key}`);
    else if (key === name) yield {at, rule: inner, value: undefined, lacks: key};
  }
}

/** The places of a whole feed, of one kind of leaf; only what is well-formed. */
export const placesOf = <T>(leaf: FieldType<T>, feed: unknown): {at: string; value: T}[] =>
  [...places(WHOLE, feed)].flatMap(({at, rule, value}) => (rule === leaf && leaf(value) ? [{at, value}] : []));
