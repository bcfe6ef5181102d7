import {SECTIONS} from '../feed/parse-feed.js';
import type {ObjectSchema, Schema} from '../feed/schema.js';
import type {Section, SectionSchema} from '../feed/section.js';
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

/** What an error in a section costs, in words; undefined for the keys of the head. */
const describeErrors = (name: string) => {
  const section = (SECTIONS as Readonly<Record<string, Section<SectionSchema> | undefined>>)[name];
  if (!section) return {};
  const description = section.lenient
    ? 'An item with an error is left out; the others are shown. Of items with one id the first is shown.'
    : 'If one item has an error, none is shown.';
  return {description};
};

/**
 * The published JSON Schema of a whole feed, made from the schema that the parser uses. What JSON Schema cannot express
 * (ids that repeat, a count later than `issued`) is left to `parseFeed`.
 */
export const jsonSchema = (): Json => {
  const {required, properties} = objectSchema(FEED_SCHEMA);
  const withExamples = Object.entries(properties).map(([name, schema]) => {
    const example = (EXAMPLES as Json)[name];
    return [name, {...schema, ...describeErrors(name), ...(example ? {examples: [example]} : {})}];
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Solidarity Widgets feed, version 1',
    type: 'object',
    required,
    properties: Object.fromEntries(withExamples),
  };
};
