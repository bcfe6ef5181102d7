import type {FieldType} from './schema.js';

/* Makes the field types that are strings. */

/** A string of a pattern, at most `maxLength` characters; the JSON Schema reads both. */
export type PatternType = FieldType<string> & {readonly pattern: RegExp; readonly maxLength: number};

/** A string of at most `maxLength` characters that passes a test. */
export const string =
  (maxLength: number, test: (text: string) => boolean): FieldType<string> =>
  (value): value is string =>
    typeof value === 'string' && value.length <= maxLength && test(value);

/** Every pattern takes linear time: no two quantifiers that follow each other match the same character. */
export const pattern = (pattern: RegExp, maxLength = 64): PatternType =>
  Object.assign(
    string(maxLength, (text) => pattern.test(text)),
    {pattern, maxLength},
  );
