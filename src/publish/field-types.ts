import {
  BOOLEAN,
  COORDINATE,
  COUNT,
  COUNTRY,
  DATE,
  DATE_OR_TIME,
  DAYS,
  HASHTAG,
  ID,
  INSTANT,
  LANG,
  LINK,
  MAX_LANGUAGES,
  MAX_TEXT,
  MONTH_DAY,
  PARTIAL_DATE,
  TEXT,
  ZONE,
  type PatternType,
} from '../feed/fields.js';
import type {FieldType} from '../feed/schema.js';
import {VERSION} from '../feed/sections/head.js';
import {YEAR} from '../feed/sections/observances.js';

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

const FIELD_TYPES = new Map<FieldType<unknown>, FieldTypeInfo>([
  [VERSION, {name: 'the version of the feed format', fix: 'Write 1, without quotes.', schema: {const: 1}}],
  [
    TEXT,
    {
      name: 'a text',
      fix:
        'Write words in quotes, or words for each language: {"en": "…", "be": "…"}. ' +
        `A text must not be empty or longer than ${MAX_TEXT} characters.`,
      schema: {
        description: 'A text in the feed’s language, or in several by BCP 47 tag. Never markup.',
        anyOf: [text, {type: 'object', minProperties: 1, maxProperties: MAX_LANGUAGES, additionalProperties: text}],
      },
    },
  ],
  [
    ID,
    {
      name: 'an id',
      fix: 'Write lower-case Latin letters, digits and hyphens, at most 64 characters, such as day-of-solidarity.',
      schema: {...patternOf(ID), description: 'A stable name inside the feed.'},
    },
  ],
  [
    DATE,
    {
      name: 'a date',
      fix: 'Write the date as 2026-03-05; the calendar must have the day.',
      schema: {type: 'string', format: 'date', description: 'A civil date, 2026-03-05.'},
    },
  ],
  [
    PARTIAL_DATE,
    {
      name: 'a date',
      fix: 'Write the date as precisely as it is known: 2023, 2023-02 or 2023-02-08.',
      schema: {
        type: 'string',
        description: 'A date as precisely as it is known: 2023, 2023-02 or 2023-02-08.',
        anyOf: [{pattern: '^\\d{4}(-(0[1-9]|1[0-2]))?$'}, {format: 'date'}],
      },
    },
  ],
  [
    DATE_OR_TIME,
    {
      name: 'a date or a date with a time',
      fix: 'Write 2027-08-09, or 2027-08-09T18:30 for the time of day at the place.',
      schema: {
        type: 'string',
        description: 'A civil date, or with the time of day at the place: 2027-08-09T18:30.',
        anyOf: [{format: 'date'}, {pattern: `^${CIVIL_DATE}T${TIME_OF_DAY}$`}],
      },
    },
  ],
  [
    INSTANT,
    {
      name: 'a date and time in UTC',
      fix: 'Write the date and time in UTC as 2026-11-22T00:00:00Z.',
      schema: {
        type: 'string',
        description: 'An instant in UTC, 2026-11-22T00:00:00Z.',
        pattern: `^${CIVIL_DATE}T${TIME_OF_DAY}:[0-5]\\dZ$`,
        format: 'date-time',
      },
    },
  ],
  [
    MONTH_DAY,
    {
      name: 'a day of the year',
      fix: 'Write month and day as 08-09.',
      schema: {...patternOf(MONTH_DAY), description: 'A day of every year, 08-09.'},
    },
  ],
  [
    ZONE,
    {
      name: 'a time zone',
      fix: 'Write the IANA name of the zone, such as Europe/Minsk.',
      schema: {...patternOf(ZONE), description: 'An IANA time zone, Europe/Minsk.'},
    },
  ],
  [
    LINK,
    {
      name: 'a link',
      fix: 'Write the whole address, beginning with https://, without a user name.',
      schema: {...patternOf(LINK), description: 'An https address without a user name.'},
    },
  ],
  [
    LANG,
    {
      name: 'a language',
      fix: 'Write the language’s tag, such as be, en or be-tarask.',
      schema: {...patternOf(LANG), description: 'A BCP 47 tag.'},
    },
  ],
  [
    COUNTRY,
    {
      name: 'a country',
      fix: 'Write the country’s two capital letters, such as BY.',
      schema: {...patternOf(COUNTRY), description: 'An ISO 3166 country code.'},
    },
  ],
  [
    HASHTAG,
    {
      name: 'a hashtag',
      fix: 'Write the sign # and one word, such as #StandWithBelarus.',
      schema: {...patternOf(HASHTAG), description: 'A hashtag with its sign.'},
    },
  ],
  [
    COORDINATE,
    {
      name: 'a latitude or longitude',
      fix: 'Write a number of degrees from -180 to 180, without quotes, such as 53.9.',
      schema: {type: 'number', minimum: -180, maximum: 180, description: 'Degrees of arc, north or east positive.'},
    },
  ],
  [
    COUNT,
    {
      name: 'a count',
      fix: 'Write a whole number of 0 or more, without quotes, commas or spaces, such as 1140.',
      schema: {...integer(0, Number.MAX_SAFE_INTEGER), description: 'How many.'},
    },
  ],
  [
    DAYS,
    {
      name: 'a number of days',
      fix: 'Write a whole number of days, without quotes, such as 45 or -14.',
      schema: integer(-3999, 3999),
    },
  ],
  [
    YEAR,
    {
      name: 'a year',
      fix: 'Write the year with four digits, without quotes, such as 2020.',
      schema: integer(1900, 9999),
    },
  ],
  [BOOLEAN, {name: 'true or false', fix: 'Write true or false, without quotes.', schema: {type: 'boolean'}}],
]);

/** What the tool says of a field type. Throws for a type that is not in the table. */
export const fieldTypeInfo = (type: FieldType<unknown>): FieldTypeInfo => {
  const info = FIELD_TYPES.get(type);
  if (!info) throw new Error('a field type is missing in publish/field-types.ts');
  return info;
};
