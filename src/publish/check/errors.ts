import {DAY} from '../../clock/units.js';
import {DATE, INSTANT, TEXT} from '../../feed/fields.js';
import {SECTIONS, type Feed} from '../../feed/parse-feed.js';
import type {Schema} from '../../feed/schema.js';
import {parseHead, parseSection, type Section} from '../../feed/section.js';
import type {Figure} from '../../feed/sections/figures.js';
import {hasLang} from '../../feed/text.js';
import {valuesOf} from '../feed-schema.js';
import {isInSection, type Finding} from './findings.js';
import {invalidValues} from './invalid-values.js';
import {danglingReferences} from './references.js';
import {refineIssues} from './refine-issues.js';

/** Dates that must not be in the future: of a count, a check, a publication. */
const PAST_DATE = /\/(asOf|checkedAt|issued)$|^\/figures\/\d+\/history\/\d+\/date$/;

/** Dates later than tomorrow: where the publisher is, it may be tomorrow already. */
const futureDates = (json: unknown, today: string): Finding[] => {
  const limit = new Date(Date.parse(today) + DAY).toISOString().slice(0, 10);
  return [...valuesOf(DATE, json), ...valuesOf(INSTANT, json)]
    .filter(({pointer, value}) => PAST_DATE.test(pointer) && value.slice(0, 10) > limit)
    .map(({pointer, value}) => ({
      pointer,
      message: `${value} is in the future; today is ${today}.`,
      fix: 'Correct the date. A date in the future cannot be accepted with a reason.',
    }));
};

/** Texts that lack the feed's own language, to which pages in other languages fall back. */
const missingTranslations = (json: unknown, lang = 'en'): Finding[] =>
  valuesOf(TEXT, json)
    .filter(({value}) => !hasLang(value, lang, lang))
    .map(({pointer}) => ({
      pointer,
      message: `The text is missing in the feed’s language, ${lang}.`,
      fix: `Add "${lang}": "…". Pages in other languages fall back to it. The feed’s language is its "lang".`,
    }));

/** Counts in a figure's history with the date of an earlier one: nobody can tell which is right. */
const repeatedCounts = (figures: readonly Figure[] = []): Finding[] =>
  figures.flatMap(({id, history = []}, i) => {
    const counts = new Map<string, number>();
    return history.flatMap(({date, value}, j) => {
      const other = counts.get(date);
      counts.set(date, other ?? value);
      return other === undefined
        ? []
        : [
            {
              pointer: `/figures/${i}/history/${j}`,
              message: `${id} has two counts of ${date}: ${other} and ${value}.`,
              fix: 'Keep the one that is right.',
            },
          ];
    });
  });

/**
 * All errors of a feed: everything for which `parseFeed` would drop a section, in all sections at once; two counts of
 * one date; dates later than the day after `today` (a civil date in UTC); references to items that do not exist; texts
 * without the feed's language. Never throws.
 */
export const findErrors = (json: unknown, today: string): Finding[] => {
  const invalid = invalidValues(json);
  const sections = Object.values(SECTIONS) as readonly Section<Schema>[];
  // The sections cannot be judged by the dates and the language of an invalid head.
  if (invalid.some((finding) => !sections.some(({name}) => isInSection(finding, name)))) return invalid;
  const raw = parseHead(json);
  const wellFormed = sections.filter(({name}) => !invalid.some((finding) => isInSection(finding, name)));
  const parsed = wellFormed.map((section) => ({
    section,
    items: parseSection(raw, {...section, refine: undefined}) as readonly unknown[],
  }));
  const feed = Object.fromEntries(parsed.map(({section, items}) => [section.name, items])) as Partial<Feed>;
  return [
    ...invalid,
    ...parsed.flatMap(({section, items}) => refineIssues(section, items, raw.head)),
    ...repeatedCounts(feed.figures),
    ...futureDates(json, today),
    ...danglingReferences(feed),
    ...missingTranslations(json, raw.head.lang),
  ];
};
