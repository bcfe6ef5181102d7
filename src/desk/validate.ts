import {pointsOf} from '../feed/history.js';
import {SECTIONS} from '../feed/parse-feed.js';
import type {Section, SectionSchema} from '../feed/section.js';
import {isBound, type Figure} from '../feed/sections/figures.js';
import {formatDate} from '../i18n/format.js';
import type {Locale} from '../i18n/locale-data.js';
import type {FeedJson} from '../publish/feed-file.js';
import {applyForm, itemsOf} from './edits.js';
import {fieldOfIssue, type FieldPlace} from './field-place.js';
import type {Item} from './form-entries.js';
import {partOf, sectionOf, type PartSpec, type SectionName} from './form-fields.js';
import {fill, wordOf, type Words} from './words/index.js';

/** Messages for fields, by path; that of the form as a whole has an empty path. */
export type FieldErrors = Readonly<Record<string, string>>;

/** What contradicts itself in an item; empty for nothing. The schema may refuse the item: that is seen field by field. */
const issueOf = (section: SectionName, head: FeedJson, item: Item): string => {
  try {
    (SECTIONS[section] as unknown as Section<SectionSchema>).refine?.(item as never, head as never, '');
  } catch (error) {
    return (error as Error).message.replace(/^\S* /, '');
  }
  return '';
};

/** An item with what a form adds to a list of it alone; or without it. */
const withLast = (item: Item, part: PartSpec | undefined, n: 0 | 1): Item =>
  part ? {...item, [part.list]: n ? (item[part.list] as unknown[]).slice(-1) : []} : item;

/** Whether a key is free for a list, or has one: anything else would be replaced. */
const isListIn = (object: Item, key: string) => !Object.hasOwn(object, key) || Array.isArray(object[key]);

/** What is wrong with an item of which each field can be read, and was not before; `now` is an instant in UTC. */
export const validateItem = (
  {words, locale}: {readonly words: Words; readonly locale: Locale},
  json: FeedJson,
  {form, index}: FieldPlace,
  item: Item,
  now: string,
): FieldErrors => {
  if (form === 'head') return {};
  const section = sectionOf(form);
  const part = partOf(form);
  const old = index === undefined ? undefined : itemsOf(json, section)[index]!;
  if (!isListIn(json, section) || (part && old && !isListIn(old, part.list))) return {'': words.noList};
  if (form === 'count') {
    const {date} = pointsOf(old as unknown as Figure).at(-1)!;
    if (String(item.asOf) < date) return {asOf: fill(words.olderCount, {date: formatDate(date, locale.data)})};
  }
  if (item.value === 0 && isBound(item as unknown as Figure)) return {qualifier: words.issues['is a bound of 0']!};
  const head = {...json, issued: now};
  const next = itemsOf(applyForm(json, form, index, item, now.slice(0, 10)), section).at(index ?? -1)!;
  const issue = issueOf(section, head, withLast(next, part, 1));
  const before = old ? issueOf(section, head, withLast(old, part, 0)) : '';
  const field = fieldOfIssue(issue, form);
  // Of several issues only the first is known: another one that the form has no field for was behind it.
  const message = issue === before || (before && field === undefined) ? undefined : wordOf(words.issues, issue);
  return message === undefined ? {} : {[field ?? '']: message};
};
