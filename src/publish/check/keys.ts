import {distance} from 'fastest-levenshtein';
import type {ObjectSchema, Schema} from '../../feed/schema.js';
import {FEED_SCHEMA, isObjectSchema, walkSchema} from '../feed-schema.js';
import {found, type Finding} from './findings.js';

/* Keys that the schema does not know. Pages ignore them, since a newer feed may have more; here they may be mistakes. */

/** A publisher’s own key, and `$schema`, by which editors find the JSON Schema of a file. */
const OWN_KEY = /^[_$]/;

const sorted = (key: string) => [...key].sort().join('');

/** How many letters differ; for the same letters in another order, one. */
const difference = (key: string, known: string) => {
  const [a, b] = [key.toLowerCase(), known.toLowerCase()];
  return sorted(a) === sorted(b) && a !== b ? 1 : distance(a, b);
};

/** The known key of which another one is a misspelling: in one letter, or two of a longer key. */
const nearestKey = (key: string, known: readonly string[]): string | undefined =>
  known
    .map((other) => ({other, by: difference(key, other)}))
    .filter(({other, by}) => by <= (other.length < 5 ? 1 : 2))
    .sort((a, b) => a.by - b.by)[0]?.other;

const unknownKey = (key: string, schema: ObjectSchema, pointer: string): Finding => {
  const known = Object.keys(schema).map((name) => name.replace('?', ''));
  const nearest = nearestKey(key, known);
  const message = `“${key}” is not known.`;
  const fix = `The keys that are known here: ${known.join(', ')}. Your own must begin with _.`;
  return nearest === undefined
    ? found('unknown-key', pointer, message, fix, {key})
    : found('misspelt-key', pointer, message, `Did you mean "${nearest}"? ${fix}`, {key, nearest});
};

/** All keys that a schema does not know. */
export const unknownKeys = (json: unknown, root: Schema = FEED_SCHEMA): Finding[] =>
  [...walkSchema(root, json)].flatMap(({schema, value, pointer, missingKey}) =>
    missingKey === undefined && isObjectSchema(schema) && typeof value === 'object' && value && !Array.isArray(value)
      ? Object.keys(value)
          .filter((key) => !Object.hasOwn(schema, key) && !Object.hasOwn(schema, `${key}?`) && !OWN_KEY.test(key))
          .map((key) => unknownKey(key, schema, `${pointer}/${key}`))
      : [],
  );
