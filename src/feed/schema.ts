/**
 * The feed's schema language. A section's shape is written once, as data; the TypeScript type (`Infer`), the run-time
 * check (`parse`) and the published JSON Schema (`publish/json-schema.ts`) are read from it. A schema library would
 * add 2 KB to every page.
 */

/** A field type: whether a value is a T. */
export type FieldType<T> = (value: unknown) => value is T;

/** An object. A key that ends in `?` is optional; unknown keys are allowed, and dropped. */
export interface ObjectSchema {
  readonly [key: string]: Schema;
}

/** A field type, a choice of words (`['a', 'b']`), a list (`[schema]`) or an object. */
export type Schema = FieldType<unknown> | readonly string[] | readonly [Schema] | ObjectSchema;

type RequiredKeys<S> = {readonly [K in keyof S as K extends `${string}?` ? never : K]: Infer<S[K]>};
type OptionalKeys<S> = {readonly [K in keyof S as K extends `${infer Name}?` ? Name : never]?: Infer<S[K]>};
type Flat<T> = {[K in keyof T]: T[K]};

/** The TypeScript type of what a schema accepts. */
export type Infer<S> = S extends (value: unknown) => value is infer T
  ? T
  : S extends readonly string[]
    ? S[number]
    : S extends readonly [infer Item]
      ? readonly Infer<Item>[]
      : Flat<RequiredKeys<S> & OptionalKeys<S>>;

/** An object without a prototype. */
const emptyObject = () => Object.create(null) as Record<string, unknown>;

const parseAt = (schema: Schema, value: unknown, at: string): unknown => {
  const fail = (issue = 'is wrong'): never => {
    throw new Error(`${at} ${issue}`);
  };
  const object = !!value && typeof value === 'object' && (value as Record<string, unknown>);
  if (typeof schema === 'function') {
    if (!schema(value)) fail();
    return object ? Object.freeze(Object.assign(emptyObject(), object)) : value;
  }
  if (Array.isArray(schema)) {
    const [item] = schema as [string | Schema];
    if (typeof item === 'string') return schema.includes(value) ? value : fail();
    if (!Array.isArray(value)) return fail();
    const list: unknown[] = [];
    // By index, since old libraries replace `Array.prototype.entries`.
    for (let i = 0; i < value.length; i++) list.push(parseAt(item, value[i], `${at}/${i}`));
    return Object.freeze(list);
  }
  if (!object || Array.isArray(value)) return fail();
  const copy = emptyObject();
  for (const name of Object.keys(schema)) {
    const key = name.replace('?', '');
    if (Object.hasOwn(object, key)) copy[key] = parseAt((schema as ObjectSchema)[name]!, object[key], `${at}/${key}`);
    else if (key === name) fail(`lacks ${key}`);
  }
  return Object.freeze(copy);
};

/**
 * A checked copy of a value. It has own properties only, no prototype, and is frozen, so that what a page has put on
 * `Object.prototype` is never read as data. Throws an Error for the first issue; the message begins with its place, a
 * JSON pointer below `at`.
 */
export const parse = <S extends Schema>(schema: S, value: unknown, at = ''): Infer<S> =>
  parseAt(schema, value, at) as Infer<S>;
