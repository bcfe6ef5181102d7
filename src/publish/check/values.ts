import {DAY} from '../../clock/units.js';
import {DATE, INSTANT, LINK, TEXT} from '../../feed/fields.js';
import type {Schema} from '../../feed/schema.js';
import {parseSection, type RawFeed, type Section, type SectionSchema} from '../../feed/section.js';
import {MONTH_DAY, ZONE} from '../../feed/sections/observances.js';
import {hasLang} from '../../feed/text.js';
import {FIRST_DATE, isDayOfYear, isKnownZone} from '../calendar-values.js';
import {FEED_SCHEMA, isInvalid, valuesOf, walkSchema, type SchemaLocation} from '../feed-schema.js';
import {schemaInfo} from '../field-types.js';
import {found, type Finding} from './findings.js';

/* Errors in values: those that the schema refuses, those that a section refuses, and zones and dates that cannot be meant. */

/** A value as it is in the file, shortened. JSON writes -0 as 0, and numbers that are too large as null. */
const excerpt = (value: unknown): string => {
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) return 'A number that is so large';
  const json = JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 59)}…` : json;
};

/** The finding for a location where the parser refuses the value. */
export const invalidValue = ({pointer, schema, value, missingKey}: SchemaLocation): Finding => {
  const {name, fix} = schemaInfo(schema);
  if (missingKey)
    return found('missing-key', pointer, `“${missingKey}” is missing.`, `Add "${missingKey}". ${fix}`, {
      key: missingKey,
    });
  const isHttp = schema === LINK && typeof value === 'string' && value.startsWith('http://');
  return found(
    'invalid-value',
    pointer,
    `${excerpt(value)} is not ${name}.`,
    isHttp ? 'Use the site’s address with https://. If it has none, leave out the url.' : fix,
    {value: excerpt(value)},
  );
};

/** All values that a schema refuses, and all keys that are missing. */
export const invalidValues = (json: unknown, schema: Schema = FEED_SCHEMA): Finding[] =>
  [...walkSchema(schema, json)].filter(isInvalid).map(invalidValue);

/** How to fix each issue that a section's `refine` finds. */
const FIXES: Readonly<Record<string, string>> = {
  'repeats an id': 'Give each item of the list its own id; pages and other sections refer to it.',
  'has a date after issued': 'Correct the date. If it is right, set issued, at the top of the feed, to now.',
  'is a bound of 0':
    '“At least 0” says nothing: correct the value. If 0 was counted, remove the qualifier; if nobody counted, remove the number.',
  'lacks yearly or dates': 'Add "yearly": "08-09", or "dates": ["2027-08-09"].',
  'has a time of day without a zone': 'Add "zone": "Europe/Minsk", or the zone of the place.',
  'ends before it begins': 'Correct from or until.',
  'has {figure} without a figure': 'Add "figure" with the id of a figure, or remove {figure} from the text.',
  'has an until that is no end':
    'Write until only for what has ended (detained, exiled, no-contact, other), and not before date.',
  'has no incident': 'Add what happened to the person, with date and source, or remove the person.',
  'has no size': 'Add the width and height of the picture in pixels, so that its space can be reserved.',
  'is placed more precisely than a town':
    'Round latitude and longitude to two decimals, about a kilometre: a map of persons is a danger to them.',
  'lies beyond a pole': 'Correct the latitude: -90 to 90. Are latitude and longitude swapped?',
};

/** How to fix an issue that a section's `refine` found. */
export const fixFor = (issue: string): string => FIXES[issue] ?? 'See the section in the README.';

/** The issues that `parseSection` finds in the items of a section, one for each item. */
export const refineIssues = (raw: RawFeed, section: Section<SectionSchema>): Finding[] => {
  const findings: Finding[] = [];
  parseSection(raw, {...section, lenient: true}, ({message}) => {
    const [, pointer, issue] = /^(\S*) (.*)$/s.exec(message)!;
    findings.push(found('invalid-item', pointer!, `It ${issue}.`, fixFor(issue!), {issue: issue!}));
  });
  return findings;
};

/** Dates that must not be in the future: of a count, a check, a publication. */
const PAST_DATE = /\/(asOf|checkedAt|issued)$|^\/figures\/\d+\/(history|annotations)\/\d+\/date$/;

/** Dates later than tomorrow: where the publisher is, it may be tomorrow already. */
export const futureDates = (json: unknown, today: string): Finding[] => {
  const limit = new Date(Date.parse(today) + DAY).toISOString().slice(0, 10);
  return [...valuesOf(DATE, json), ...valuesOf(INSTANT, json)]
    .filter(({pointer, value}) => PAST_DATE.test(pointer) && value.slice(0, 10) > limit)
    .map(({pointer, value}) =>
      found(
        'future-date',
        pointer,
        `${value} is in the future; today is ${today}.`,
        'Correct the date. A date in the future cannot be accepted with a reason.',
        {date: value.slice(0, 10)},
      ),
    );
};

/** Dates of counts, checks and publications that programs write for “no date”. */
export const implausibleDates = (json: unknown): Finding[] =>
  [...valuesOf(DATE, json), ...valuesOf(INSTANT, json)]
    .filter(({pointer, value}) => PAST_DATE.test(pointer) && !pointer.includes('/annotations/') && value < FIRST_DATE)
    .map(({pointer, value}) =>
      found(
        'implausible-date',
        pointer,
        `${value} is not plausible: programs write such dates for “no date”.`,
        'Write the day on which it was counted, checked or published.',
        {date: value.slice(0, 10)},
      ),
    );

/** Zones that no engine knows, and days that no year has: nothing would happen on them. */
export const impossibleTimes = (json: unknown): Finding[] => [
  ...valuesOf(ZONE, json)
    .filter(({value}) => !isKnownZone(value))
    .map(({pointer, value}) =>
      found(
        'unknown-zone',
        pointer,
        `There is no time zone “${value}”.`,
        'Write the name of a city’s zone, such as Europe/Minsk or America/New_York.',
        {zone: value},
      ),
    ),
  ...valuesOf(MONTH_DAY, json)
    .filter(({value}) => !isDayOfYear(value))
    .map(({pointer, value}) =>
      found('impossible-day', pointer, `No year has the day ${value}.`, 'Write month and day, such as 08-09.', {
        day: value,
      }),
    ),
];

/** Texts that lack the feed's own language, to which pages in other languages fall back. */
export const missingTexts = (json: unknown, lang = 'en'): Finding[] =>
  valuesOf(TEXT, json)
    .filter(({value}) => !hasLang(value, lang, lang))
    .map(({pointer}) =>
      found(
        'missing-text',
        pointer,
        `The text is missing in the feed’s language, ${lang}.`,
        `Add "${lang}": "…". Pages in other languages fall back to it. The feed’s language is its "lang".`,
        {language: lang},
      ),
    );
