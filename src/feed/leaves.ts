import type {Leaf} from './rules.js';

/** A text in one language (the feed's), or in several by BCP 47 tag. */
export type Text = string | Readonly<Record<string, string>>;

/** A string of a form; the JSON Schema reads `pattern`. */
const form = (pattern: RegExp): Leaf<string> & {readonly pattern: RegExp} =>
  Object.assign((value: unknown): value is string => typeof value === 'string' && pattern.test(value), {pattern});

/** The calendar has the day: an engine may read 2026-02-30 as 2 March. */
const isDay = (date: string) => {
  const time = Date.parse(date);
  return time === time && new Date(time).toISOString().startsWith(date);
};

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** A text: a string, or a map from BCP 47 tag to string; never markup. */
export const TEXT: Leaf<Text> = (value): value is Text => {
  const texts = value && typeof value === 'object' && !Array.isArray(value) ? Object.values(value) : [value];
  return texts.length > 0 && texts.every(isText);
};
/** A stable name inside the feed: lower case, digits, hyphens. */
export const ID = /* @__PURE__ */ form(/^[a-z0-9][a-z0-9-]{0,63}$/);
/** A civil date of the calendar, `2026-03-05`: 2026-02-30 is none. */
export const DATE: Leaf<string> = (value): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && isDay(value);
/** A date as precisely as it is known: `2023`, `2023-02` or `2023-02-08` (ISO 8601 reduced precision). */
export const PARTIAL_DATE: Leaf<string> = (value): value is string =>
  DATE(typeof value === 'string' && /^\d{4}(-\d\d)?$/.test(value) ? `${value}-01-01`.slice(0, 10) : value);
/** A civil date, or a date and a time of day where the thing happens: `2027-08-09T18:30`. */
export const WHEN: Leaf<string> = (value): value is string =>
  typeof value === 'string' && DATE(value.slice(0, 10)) && /^.{10}(T([01]\d|2[0-3]):[0-5]\d)?$/.test(value);
/** An instant in UTC, to the second. */
export const INSTANT = /* @__PURE__ */ form(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
/** A day of every year, `08-09`. */
export const YEARLY = /* @__PURE__ */ form(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
/** An IANA time zone, or `local` for the reader's own. */
export const ZONE = /* @__PURE__ */ form(/^[A-Za-z]+([/_+-][A-Za-z0-9]+)*$/);
/** An https address without a user name; nothing else is ever made a link. */
export const LINK = /* @__PURE__ */ form(/^https:\/\/[^\s/@\\?#]+\.[^\s/@\\?#]+([/?#]\S*)?$/);
/** A BCP 47 tag. */
export const LANG = /* @__PURE__ */ form(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
/** An ISO 3166 country code. */
export const COUNTRY = /* @__PURE__ */ form(/^[A-Z]{2}$/);
/** A hashtag with its sign. */
export const HASHTAG = /* @__PURE__ */ form(/^#[\p{L}\p{N}_]+$/u);
/** Degrees of arc, north or east positive; a latitude is no more than 90 either way. */
export const DEGREES: Leaf<number> = (value): value is number => Math.abs(value as number) <= 180 && value === +value!;
/** How many persons: a safe integer of 0 or more. */
export const COUNT: Leaf<number> = (value): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && !Object.is(value, -0);
/** A span in days, either way from a day. */
export const DAYS: Leaf<number> = (value): value is number =>
  Number.isSafeInteger(value) && Math.abs(value as number) < 4000;
/** Yes or no. */
export const FLAG: Leaf<boolean> = (value): value is boolean => typeof value === 'boolean';
