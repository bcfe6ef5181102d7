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

/** What is first wrong with a value, behind its place as a JSON pointer; nothing where all is right. */
const faultOf = (rule: Rule, value: unknown): string | undefined => {
  const wrong = ' is wrong';
  if (typeof rule === 'function') return rule(value) ? undefined : wrong;
  if (!Array.isArray(rule)) {
    if (!value || typeof value !== 'object' || Array.isArray(value)) return wrong;
    for (const [name, inner] of Object.entries(rule)) {
      const key = name.replace('?', '');
      // Own properties only: what a page has put on Object.prototype says nothing.
      const own = Object.hasOwn(value, key);
      const fault = own ? faultOf(inner, (value as Shape)[key]) : key === name && ` lacks ${key}`;
      // A place is put together only where something is wrong: a feed has thousands of values, and hardly ever a fault.
      if (fault) return own ? `/${key}${fault}` : fault;
    }
    return undefined;
  }
  if (typeof rule[0] === 'string') return rule.includes(value) ? undefined : wrong;
  if (!Array.isArray(value)) return wrong;
  for (const [i, item] of value.entries()) {
    const fault = faultOf(rule[0], item);
    if (fault) return `/${i}${fault}`;
  }
  return undefined;
};

/** Throws for the first thing wrong: an Error that begins with its place as a JSON pointer. */
export const check = (rule: Rule, value: unknown, path = ''): void => {
  const fault = faultOf(rule, value);
  if (fault) throw new Error(path + fault);
};
