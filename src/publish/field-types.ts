import {
  BOOLEAN,
  COUNT,
  COUNTRY,
  DATE,
  DAYS,
  ID,
  INSTANT,
  LANG,
  LINK,
  MAX_LANGUAGES,
  MAX_TEXT,
  PARTIAL_DATE,
  PERIOD,
  TEXT,
} from '../feed/fields.js';
import type {FieldType, Schema} from '../feed/schema.js';
import {HASHTAG} from '../feed/sections/amplify.js';
import {DATE_OR_TIME} from '../feed/sections/events.js';
import {VERSION} from '../feed/sections/head.js';
import {MONTH_DAY, YEAR, ZONE} from '../feed/sections/observances.js';
import {PICTURE} from '../feed/sections/photos.js';
import {COORDINATE} from '../feed/sections/towns.js';
import type {PatternType} from '../feed/string-type.js';
import {isChoice, isFieldType, isList} from './feed-schema.js';

export type Json = Readonly<Record<string, unknown>>;

/** What the tool says of a field type. */
interface FieldTypeInfo {
  /** What a value is called, with its article. */
  readonly name: string;
  /** How to write one. */
  readonly fix: string;
  /** JSON Schema. */
  readonly schema: Json;
}

const integer = (minimum: number, maximum: number) => ({type: 'integer', minimum, maximum});
const patternOf = ({pattern, maxLength}: PatternType) => ({type: 'string', pattern: pattern.source, maxLength});

const text = {type: 'string', pattern: '\\S', maxLength: MAX_TEXT};
const TIME_OF_DAY = '([01]\\d|2[0-3]):[0-5]\\d';
/** JSON Schema has no format for dates with a time but no zone: the parser alone refuses 30 February here. */
const CIVIL_DATE = '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
/** By default, many validators do not check formats: the pattern is for them. */
const date = {format: 'date', pattern: `^${CIVIL_DATE}$`};

/** Each field type: what a value is called, how to write one, and its JSON Schema. */
const FIELD_TYPES = new Map<FieldType<unknown>, FieldTypeInfo>();
export const addFieldType = (type: FieldType<unknown>, name: string, fix: string, schema: Json) =>
  FIELD_TYPES.set(type, {name, fix, schema});

addFieldType(VERSION, 'the version of the feed format', 'Write 1, without quotes.', {const: 1});
addFieldType(
  TEXT,
  'a text',
  'Write words in quotes, or words for each language: {"en": "…", "be": "…"}. ' +
    `A text must not be empty or longer than ${MAX_TEXT} characters.`,
  {
    description: 'A text in the feed’s language, or in several by BCP 47 tag. Never markup.',
    anyOf: [text, {type: 'object', minProperties: 1, maxProperties: MAX_LANGUAGES, additionalProperties: text}],
  },
);
addFieldType(
  ID,
  'an id',
  'Write lower-case Latin letters, digits and hyphens, at most 64 characters, such as day-of-solidarity.',
  {...patternOf(ID), description: 'A stable name inside the feed.'},
);
addFieldType(DATE, 'a date', 'Write the date as 2026-03-05; the calendar must have the day.', {
  type: 'string',
  ...date,
  description: 'A civil date, 2026-03-05.',
});
addFieldType(PARTIAL_DATE, 'a date', 'Write the date as precisely as it is known: 2023, 2023-02 or 2023-02-08.', {
  type: 'string',
  description: 'A date as precisely as it is known: 2023, 2023-02 or 2023-02-08.',
  anyOf: [{pattern: '^\\d{4}(-(0[1-9]|1[0-2]))?$'}, date],
});
addFieldType(
  DATE_OR_TIME,
  'a date or a date with a time',
  'Write 2027-08-09, or 2027-08-09T18:30 for the time of day at the place.',
  {
    type: 'string',
    description: 'A civil date, or with the time of day at the place: 2027-08-09T18:30.',
    anyOf: [date, {pattern: `^${CIVIL_DATE}T${TIME_OF_DAY}$`}],
  },
);
addFieldType(INSTANT, 'a date and time in UTC', 'Write the date and time in UTC as 2026-11-22T00:00:00Z.', {
  type: 'string',
  description: 'An instant in UTC, 2026-11-22T00:00:00Z.',
  pattern: `^${CIVIL_DATE}T${TIME_OF_DAY}:[0-5]\\dZ$`,
  format: 'date-time',
});
addFieldType(MONTH_DAY, 'a day of the year', 'Write month and day as 08-09.', {
  ...patternOf(MONTH_DAY),
  description: 'A day of every year, 08-09.',
});
addFieldType(ZONE, 'a time zone', 'Write the IANA name of the zone, such as Europe/Minsk.', {
  ...patternOf(ZONE),
  description: 'An IANA time zone, Europe/Minsk.',
});
addFieldType(LINK, 'a link', 'Write the whole address, beginning with https://, without a user name.', {
  ...patternOf(LINK),
  description: 'An https address without a user name.',
});
addFieldType(
  PICTURE,
  'the address of a picture',
  'Write the whole address, beginning with https://, or a path on the feed’s own host, such as photos/rally.jpg.',
  {...patternOf(PICTURE), description: 'An https address without a user name, or a path on the feed’s own host.'},
);
addFieldType(LANG, 'a language', 'Write the language’s tag, such as be, en or be-tarask.', {
  ...patternOf(LANG),
  description: 'A BCP 47 tag.',
});
addFieldType(COUNTRY, 'a country', 'Write the country’s two capital letters, such as BY.', {
  ...patternOf(COUNTRY),
  description: 'An ISO 3166 country code.',
});
addFieldType(HASHTAG, 'a hashtag', 'Write the sign # and one word, such as #StandWithBelarus.', {
  ...patternOf(HASHTAG),
  description: 'A hashtag with its sign.',
});
addFieldType(
  COORDINATE,
  'a latitude or longitude',
  'Write a number of degrees from -180 to 180, without quotes, such as 53.9.',
  {type: 'number', minimum: -180, maximum: 180, description: 'Degrees of arc, north or east positive.'},
);
addFieldType(COUNT, 'a count', 'Write a whole number of 0 or more, without quotes, commas or spaces, such as 1140.', {
  ...integer(0, Number.MAX_SAFE_INTEGER),
  description: 'How many.',
});
addFieldType(
  DAYS,
  'a number of days',
  'Write a whole number of days, without quotes, such as 7 or -14.',
  integer(-3999, 3999),
);
addFieldType(
  PERIOD,
  'a number of days',
  'Write a whole number of days, at least 1, without quotes, such as 45.',
  integer(1, 3999),
);
addFieldType(YEAR, 'a year', 'Write the year with four digits, without quotes, such as 2020.', integer(1900, 9999));
addFieldType(BOOLEAN, 'true or false', 'Write true or false, without quotes.', {type: 'boolean'});

/** What a schema describes, and how to write it. Throws for a field type that is not in the table. */
export const schemaInfo = (schema: Schema): Pick<FieldTypeInfo, 'name' | 'fix'> => {
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

/** What the tool says of a field type. Throws for a type that is not in the table. */
export const fieldTypeInfo = (type: FieldType<unknown>): FieldTypeInfo => {
  const info = FIELD_TYPES.get(type);
  if (!info) throw new Error('a field type is missing in publish/field-types.ts');
  return info;
};
