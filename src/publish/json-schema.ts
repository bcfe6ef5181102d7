import type {ObjectSchema, Schema} from '../feed/schema.js';
import {EXAMPLES} from './examples.js';
import {FEED_SCHEMA, isChoice, isFieldType, isList} from './feed-schema.js';
import {fieldTypeInfo, type Json} from './field-types.js';

const objectSchema = (schema: ObjectSchema) => {
  const entries = Object.entries(schema);
  return {
    type: 'object',
    required: entries.map(([name]) => name).filter((name) => !name.endsWith('?')),
    properties: Object.fromEntries(entries.map(([name, inner]) => [name.replace('?', ''), toJsonSchema(inner)])),
  };
};

const toJsonSchema = (schema: Schema): Json => {
  if (isFieldType(schema)) return fieldTypeInfo(schema).schema;
  if (isChoice(schema)) return {enum: schema};
  return isList(schema) ? {type: 'array', items: toJsonSchema(schema[0])} : objectSchema(schema as ObjectSchema);
};

/**
 * The published JSON Schema of a whole feed, made from the schema that the parser uses. What JSON Schema cannot express
 * (ids that repeat, a count later than `issued`) is left to `parseFeed`.
 */
export const jsonSchema = (): Json => {
  const {required, properties} = objectSchema(FEED_SCHEMA);
  const withExamples = Object.entries(properties).map(([name, schema]) => {
    const example = (EXAMPLES as Json)[name];
    return [name, example ? {...schema, examples: [example]} : schema];
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Solidarity Widgets feed, version 1',
    type: 'object',
    required,
    properties: Object.fromEntries(withExamples),
  };
};
