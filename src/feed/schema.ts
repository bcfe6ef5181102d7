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

/** A frozen object without a prototype. */
const freeze = (entries: object) => Object.freeze(Object.assign(Object.create(null) as object, entries));

/**
 * A checked copy of a value. It has own properties only, no prototype, and is frozen, so that what a page has put on
 * `Object.prototype` is never read as data. Throws an Error for the first issue; the message begins with its place, a
 * JSON pointer below `at`.
 *
 * Lists are read by index, since old libraries replace `Array.prototype.entries`.
 */
export const parse = <S extends Schema>(schema: S, value: unknown, at = ''): Infer<S> => {
  const path = [at];
  const fail = (issue: string): never => {
    throw new Error(`${path.join('/')} ${issue}`);
  };
  const parseAt = (key: string | number, inner: Schema, own: unknown) => {
    path.push(String(key));
    const copy = parseValue(inner, own);
    path.pop();
    return copy;
  };
  const parseValue = (schema: Schema, value: unknown): unknown => {
    const isObject = !!value && typeof value === 'object';
    if (typeof schema === 'function') return schema(value) ? (isObject ? freeze(value) : value) : fail('is wrong');
    if (!Array.isArray(schema)) {
      if (!isObject || Array.isArray(value)) fail('is wrong');
      const copy = Object.create(null) as Record<string, unknown>;
      for (const name of Object.keys(schema)) {
        const key = name.replace('?', '');
        if (Object.hasOwn(value as object, key))
          copy[key] = parseAt(key, (schema as ObjectSchema)[name]!, (value as ObjectSchema)[key]);
        else if (key === name) fail(`lacks ${key}`);
      }
      return Object.freeze(copy);
    }
    if (typeof schema[0] === 'string') return schema.includes(value as string) ? value : fail('is wrong');
    if (!Array.isArray(value)) return fail('is wrong');
    const copy: unknown[] = [];
    for (let i = 0; i < value.length; i++) copy.push(parseAt(i, schema[0] as Schema, value[i]));
    return Object.freeze(copy);
  };
  return parseValue(schema, value) as Infer<S>;
};
