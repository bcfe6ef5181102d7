import {SECTIONS} from '../feed/parse-feed.js';
import {parse, type FieldType, type ObjectSchema, type Schema} from '../feed/schema.js';
import {fullHead} from '../feed/sections/head.js';

/** The schema of a whole feed. */
export const FEED_SCHEMA: ObjectSchema = {
  ...fullHead,
  ...Object.fromEntries(Object.values(SECTIONS).map(({name, schema}) => [`${name}?`, schema as Schema])),
};

export const isFieldType = (schema: Schema): schema is FieldType<unknown> => typeof schema === 'function';
export const isChoice = (schema: Schema): schema is readonly string[] =>
  Array.isArray(schema) && typeof schema[0] === 'string';
export const isList = (schema: Schema): schema is readonly [Schema] => Array.isArray(schema) && !isChoice(schema);

export const isObjectSchema = (schema: Schema): schema is ObjectSchema =>
  !isFieldType(schema) && !Array.isArray(schema);

/** A value of a feed with its JSON pointer, and the schema for it. */
export interface SchemaLocation {
  readonly pointer: string;
  readonly schema: Schema;
  readonly value: unknown;
  /** A required key that the value lacks; then `schema` is the key's. */
  readonly missingKey?: string;
}

const ANYTHING: FieldType<unknown> = (_value): _value is unknown => true;

/** Whether the parser accepts a value, whatever the items of a list or the keys of an object are. */
const isAccepted = (schema: Schema, value: unknown): boolean => {
  try {
    parse(isList(schema) ? [ANYTHING] : isFieldType(schema) || isChoice(schema) ? schema : {}, value);
    return true;
  } catch {
    return false;
  }
};

/** Whether the parser refuses the value here. */
export const isInvalid = ({schema, value, missingKey}: SchemaLocation) =>
  missingKey !== undefined || !isAccepted(schema, value);

/**
 * Every value that a schema describes, and every required key that is missing, in the order of the schema. The parser
 * stops at the first issue; this goes on, but not into values that the parser refuses.
 */
export function* walkSchema(schema: Schema, value: unknown, pointer = ''): Generator<SchemaLocation> {
  const location = {pointer, schema, value};
  yield location;
  if (isFieldType(schema) || isChoice(schema) || isInvalid(location)) return;
  if (isList(schema)) {
    const items = value as readonly unknown[];
    for (let i = 0; i < items.length; i++) yield* walkSchema(schema[0], items[i], `${pointer}/${i}`);
    return;
  }
  for (const [name, inner] of Object.entries(schema as ObjectSchema)) {
    const key = name.replace('?', '');
    if (Object.hasOwn(value as object, key))
      yield* walkSchema(inner, (value as Readonly<Record<string, unknown>>)[key], `${pointer}/${key}`);
    else if (key === name) yield {pointer, schema: inner, value: undefined, missingKey: key};
  }
}

/** All valid values of a feed that have a field type, with their JSON pointers. */
export const valuesOf = <T>(type: FieldType<T>, feed: unknown): {pointer: string; value: T}[] =>
  [...walkSchema(FEED_SCHEMA, feed)].flatMap(({pointer, schema, value}) =>
    schema === type && type(value) ? [{pointer, value}] : [],
  );
