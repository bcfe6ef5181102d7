import {
  COUNT,
  COUNTRY,
  DATE,
  DAYS,
  COORDINATE,
  BOOLEAN,
  HASHTAG,
  ID,
  INSTANT,
  LANG,
  LINK,
  PARTIAL_DATE,
  TEXT,
  WHEN,
  MONTH_DAY,
  ZONE,
} from '../feed/fields.js';
import type {FieldType, Rule, ObjectSchema} from '../feed/schema.js';
import {VERSION} from '../feed/sections/head.js';
import {YEAR} from '../feed/sections/observances.js';
import {EXAMPLES} from './examples.js';
import {WHOLE} from './check/places.js';

type Json = Readonly<Record<string, unknown>>;

const text = {type: 'string', pattern: '\\S'};
const integer = (minimum: number, maximum: number) => ({type: 'integer', minimum, maximum});

/** What the leaves that are not a pattern say, in JSON Schema's words, with a sentence for the one who writes a feed. */
const leaves = new Map<FieldType<unknown>, Json>([
  [VERSION, {const: 1}],
  [
    TEXT,
    {
      description: 'A text in the feed’s language, or in several by BCP 47 tag. Never markup.',
      anyOf: [text, {type: 'object', minProperties: 1, additionalProperties: text}],
    },
  ],
  [DATE, {type: 'string', format: 'date', description: 'A civil date, 2026-03-05.'}],
  [
    PARTIAL_DATE,
    {
      type: 'string',
      description: 'A date as precisely as it is known: 2023, 2023-02 or 2023-02-08.',
      anyOf: [{pattern: '^\\d{4}(-(0[1-9]|1[0-2]))?$'}, {format: 'date'}],
    },
  ],
  [
    WHEN,
    {
      type: 'string',
      description: 'A civil date, or with the time of day at the place: 2027-08-09T18:30.',
      anyOf: [
        {format: 'date'},
        // Seconds and a zone are added by none, so that the day is judged by its calendar only in the parser.
        {pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d$'},
      ],
    },
  ],
  [COORDINATE, {type: 'number', minimum: -180, maximum: 180, description: 'Degrees of arc, north or east positive.'}],
  [COUNT, {...integer(0, Number.MAX_SAFE_INTEGER), description: 'How many.'}],
  [DAYS, integer(-3999, 3999)],
  [YEAR, integer(1900, 9999)],
  [BOOLEAN, {type: 'boolean'}],
]);

const descriptions = new Map<FieldType<unknown>, string>([
  [ID, 'A stable name inside the feed.'],
  [INSTANT, 'An instant in UTC, 2026-11-22T00:00:00Z.'],
  [HASHTAG, 'A hashtag with its sign.'],
  [LANG, 'A BCP 47 tag.'],
  [LINK, 'An https address without a user name.'],
  [MONTH_DAY, 'A day of every year, 08-09.'],
  [ZONE, 'An IANA time zone, Europe/Minsk.'],
  [COUNTRY, 'An ISO 3166 country code.'],
]);

const leafSchema = (leaf: FieldType<unknown>): Json => {
  const {pattern} = leaf as {pattern?: RegExp};
  const schema = pattern ? {type: 'string', pattern: pattern.source} : leaves.get(leaf);
  if (!schema) throw new Error('a leaf has no JSON Schema: add it to json-schema.ts');
  return descriptions.has(leaf) ? {...schema, description: descriptions.get(leaf)} : schema;
};

const schemaOf = (rule: Rule): Json => {
  if (typeof rule === 'function') return leafSchema(rule);
  if (Array.isArray(rule))
    return typeof rule[0] === 'string' ? {enum: rule} : {type: 'array', items: schemaOf(rule[0] as Rule)};
  const entries = Object.entries(rule as ObjectSchema);
  return {
    type: 'object',
    required: entries.map(([name]) => name).filter((name) => !name.endsWith('?')),
    properties: Object.fromEntries(entries.map(([name, inner]) => [name.replace('?', ''), schemaOf(inner)])),
  };
};

/**
 * The published JSON Schema of a whole feed, read from the same rules as the type and the run-time check. What it
 * cannot say (ids that repeat, a count later than `issued`) only `parseFeed` knows.
 */
export const jsonSchema = (): Json => {
  const whole = schemaOf(WHOLE);
  const properties = Object.entries(whole.properties as Readonly<Record<string, Json>>).map(([name, schema]) => {
    const example = (EXAMPLES as Json)[name];
    return [name, example ? {...schema, examples: [example]} : schema];
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Solidarity Widgets feed, version 1',
    ...whole,
    properties: Object.fromEntries(properties),
  };
};
