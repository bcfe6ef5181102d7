import {LINK} from '../../feed/fields.js';
import type {Schema} from '../../feed/schema.js';
import {
  FEED_SCHEMA,
  isChoice,
  isFieldType,
  isInvalid,
  isList,
  walkSchema,
  type SchemaLocation,
} from '../feed-schema.js';
import {fieldTypeInfo} from '../field-types.js';
import type {Finding} from './findings.js';

/** What a schema describes, and how to write it. */
const schemaInfo = (schema: Schema): {name: string; fix: string} => {
  if (isFieldType(schema)) return fieldTypeInfo(schema);
  if (isChoice(schema))
    return {
      name: `one of ${schema.join(', ')}`,
      fix: `Write one of ${schema.map((word) => `"${word}"`).join(', ')}.`,
    };
  return isList(schema)
    ? {name: 'a list', fix: 'Write a list in square brackets: [ … ].'}
    : {name: 'an object', fix: 'Write keys and values in braces: { … }.'};
};

/** A value as it is in the file, shortened. */
const excerpt = (value: unknown): string => {
  const json = JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 59)}…` : json;
};

/** The finding for a location where the parser refuses the value. */
export const invalidValue = ({pointer, schema, value, missingKey}: SchemaLocation): Finding => {
  const {name, fix} = schemaInfo(schema);
  if (missingKey) return {pointer, message: `“${missingKey}” is missing.`, fix: `Add "${missingKey}". ${fix}`};
  const isHttp = schema === LINK && typeof value === 'string' && value.startsWith('http://');
  return {
    pointer,
    message: `${excerpt(value)} is not ${name}.`,
    fix: isHttp ? 'Use the site’s address with https://. If it has none, leave out the url.' : fix,
  };
};

/** All values of a feed that the parser refuses, and all keys that it misses. */
export const invalidValues = (json: unknown): Finding[] =>
  [...walkSchema(FEED_SCHEMA, json)].filter(isInvalid).map(invalidValue);
