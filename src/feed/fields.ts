import {timeOf} from './dates.js';
import type {FieldType} from './schema.js';
import {pattern, string} from './string-type.js';

/** A text in one language (the feed's), or in several by BCP 47 tag. */
export type Text = string | Readonly<Record<string, string>>;

/** Characters of a text in one language. */
export const MAX_TEXT = 10_000;
/** Languages of a text. */
export const MAX_LANGUAGES = 200;

const isText = /* @__PURE__ */ string(MAX_TEXT, (text) => text.trim() !== '');

/** A text: a string, or a map from BCP 47 tag to string; never markup. */
export const TEXT: FieldType<Text> = (value): value is Text => {
  if (!value || typeof value !== 'object' || Array.isArray(value)) return isText(value);
  const texts = Object.values(value);
  return texts.length > 0 && texts.length <= MAX_LANGUAGES && texts.every(isText);
};
/** A stable name inside the feed: lower case, digits, hyphens. */
export const ID = /* @__PURE__ */ pattern(/^[a-z0-9][a-z0-9-]{0,63}$/);
/** A civil date of the calendar, `2026-03-05`. 2026-02-30 is none, whatever an engine makes of it. */
export const DATE = /* @__PURE__ */ string(10, (text) => {
  const date = new Date(timeOf(text));
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    date.getUTCDate() === +text.slice(8) &&
    date.getUTCMonth() + 1 === +text.slice(5, 7)
  );
});
/** A date as precisely as it is known: `2023`, `2023-02` or `2023-02-08` (ISO 8601 reduced precision). */
export const PARTIAL_DATE = /* @__PURE__ */ string(10, (text) =>
  DATE(/^\d{4}(-\d\d)?$/.test(text) ? `${text}-01-01`.slice(0, 10) : text),
);
/** An instant in UTC, to the second: `2026-11-22T00:00:00Z`. */
export const INSTANT = /* @__PURE__ */ string(
  20,
  (text) => DATE(text.slice(0, 10)) && /^.{10}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(text),
);
/** An https address without a user name; nothing else is ever made a link. */
export const LINK = /* @__PURE__ */ pattern(/^https:\/\/[^\s/@\\?#.]+(\.[^\s/@\\?#.]+)+\.?([/?#]\S*)?$/, 2048);
/** A BCP 47 tag. */
export const LANG = /* @__PURE__ */ pattern(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/);
/** An ISO 3166 country code. */
export const COUNTRY = /* @__PURE__ */ pattern(/^[A-Z]{2}$/);
/** A number of persons: a safe integer of 0 or more. */
export const COUNT: FieldType<number> = (value): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && !Object.is(value, -0);
/** A number of days before (negative) or after a day. */
export const DAYS: FieldType<number> = (value): value is number =>
  Number.isSafeInteger(value) && Math.abs(value as number) < 4000;
/** A length of time in days, at least one. */
export const PERIOD: FieldType<number> = (value): value is number => DAYS(value) && value > 0;
/** True or false. */
export const BOOLEAN: FieldType<boolean> = (value): value is boolean => typeof value === 'boolean';
