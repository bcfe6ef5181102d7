import {DATE, INSTANT, TEXT} from '../../feed/fields.js';
import {SECTIONS} from '../../feed/parse-feed.js';
import type {Rule} from '../../feed/schema.js';
import type {Section} from '../../feed/section.js';
import type {Core} from '../../feed/sections/head.js';
import {adviceFor, mendOf, type Finding} from './advice.js';
import {fits, places, placesOf, WHOLE} from './places.js';
import {danglingIn} from './references.js';

type Items = readonly {readonly id: string}[];

/** What stands in a section of JSON whose head is whole. */
const itemsOf = (json: unknown, name: string) => ((json as Record<string, unknown>)[name] ?? []) as Items;

/** Every item that has the id of an earlier one. */
const repeated = (items: Items, path: string): string[] =>
  items.flatMap(({id}, i) => (items.findIndex((item) => item.id === id) < i ? [`${path}/${i} repeats an id`] : []));

/**
 * What a section's `audit` says of its items: it throws for the first, so that each item is shown to it alone, and then
 * all of them.
 */
const audited = (json: Core, {name, audit}: Section<Rule>): string[] => {
  const path = `/${name}`;
  const items = itemsOf(json, name);
  const said = (some: Items): string[] => {
    try {
      audit?.(some as never, json, path);
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  };
  const each = items.flatMap((item, i) => said([item]).map((fault) => fault.replace(`${path}/0`, `${path}/${i}`)));
  const found = [...repeated(items, path), ...each];
  return found.length ? found : said(items);
};

/** A date that must not lie ahead: a count, a look, a publication. */
const PAST = /\/(asOf|checkedAt|issued)$|^\/figures\/\d+\/history\/\d+\/date$/;

/** Dates later than tomorrow: it may be tomorrow already where the feed is written, and no later anywhere. */
const ahead = (json: unknown, today: string): Finding[] => {
  const limit = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
  return [...placesOf(DATE, json), ...placesOf(INSTANT, json)]
    .filter(({at, value}) => PAST.test(at) && value.slice(0, 10) > limit)
    .map(({at, value}) => ({
      at,
      what: `${value} is in the future; today is ${today}.`,
      mend: 'Correct the date. No reason makes a date in the future acceptable.',
    }));
};

/** Texts that have no words in the feed’s own language, which a page falls back to. */
const untold = (json: unknown): Finding[] => {
  const {lang = 'en'} = json as Core;
  return placesOf(TEXT, json)
    .filter(({value}) => typeof value === 'object' && !Object.hasOwn(value, lang))
    .map(({at}) => ({
      at,
      what: `The text has no words in the feed’s language, ${lang}.`,
      mend: `Add "${lang}": "…". A page in another language falls back to it. The feed’s language is its "lang".`,
    }));
};

/**
 * All that must be mended before a feed can be published: all that `parseFeed` would drop a section for, in all
 * sections at once, dates later than the day after `today` (a civil date in UTC), references that point nowhere, texts
 * without the feed’s language. Never throws.
 */
export const problemsOf = (json: unknown, today: string): Finding[] => {
  const shape = [...places(WHOLE, json)]
    .filter(({rule, value, lacks}) => lacks !== undefined || !fits(rule, value))
    .map(adviceFor);
  const broken = (name: string) => shape.some(({at}) => `${at}/`.startsWith(`/${name}/`));
  // What a broken head says of issued and the language cannot be used to judge the sections.
  const sections = Object.values(SECTIONS) as Section<Rule>[];
  if (shape.some(({at}) => sections.every(({name}) => !`${at}/`.startsWith(`/${name}/`)))) return shape;
  const whole = sections.filter(({name}) => !broken(name));
  const faults = whole
    .flatMap((section) => audited(json as Core, section))
    .map((fault): Finding => {
      const [at, ...words] = fault.split(' ');
      return {at: at!, what: `It ${words.join(' ')}.`, mend: mendOf(words.join(' '))};
    });
  const names = new Set(whole.map(({name}) => name));
  return [...shape, ...faults, ...ahead(json, today), ...danglingIn(json, names), ...untold(json)];
};
