/**
 * The feed's little schema language. A section's shape is written once, as data; the TypeScript type (`Infer`), the
 * run-time check (`check`) and the published JSON Schema (`json-schema.ts`) are read from it. A schema library would
 * take 2 KB of the 9.5 KB that a page with one counter may weigh.
 */

/** A leaf: whether a value is a T. */
export type Leaf<T> = (value: unknown) => value is T;

/** An object; a key that ends in `?` may be absent, and keys that are not named are let through. */
export interface Shape {
  readonly [key: string]: Rule;
}

/** `['a', 'b']` is one of these words; `[rule]` is a list. */
export type Rule = Leaf<unknown> | readonly string[] | readonly [Rule] | Shape;

type Needed<S> = {[K in keyof S as K extends `${string}?` ? never : K]: Infer<S[K]>};
type Optional<S> = {[K in keyof S as K extends `${infer Name}?` ? Name : never]?: Infer<S[K]>};
type Flat<T> = {[K in keyof T]: T[K]};

/** The TypeScript type of what a rule lets through. */
export type Infer<R> = R extends (value: unknown) => value is infer T
  ? T
  : R extends readonly string[]
    ? R[number]
    : R extends readonly [infer Item]
      ? Infer<Item>[]
      : Flat<Needed<R> & Optional<R>>;

/** Throws for the first thing wrong: an Error that begins with its place as a JSON pointer. */
export const check = (rule: Rule, value: unknown, path = ''): void => {
  const must = (ok: unknown, fault = 'is wrong') => {
    if (!ok) throw new Error(`${path} ${fault}`);
  };
  if (typeof rule === 'function') must(rule(value));
  else if (!Array.isArray(rule)) {
    must(value && typeof value === 'object' && !Array.isArray(value));
    for (const [name, inner] of Object.entries(rule)) {
      const key = name.replace('?', '');
      // Own properties only: what a page has put on Object.prototype says nothing.
      if (Object.hasOwn(value as object, key)) check(inner, (value as Shape)[key], `${path}/${key}`);
      else must(key !== name, `lacks ${key}`);
    }
  } else if (typeof rule[0] === 'string') must(rule.includes(value));
  else {
    must(Array.isArray(value));
    (value as unknown[]).forEach((item, i) => check(rule[0], item, `${path}/${i}`));
  }
};
