import {pointsOf} from '../feed/history.js';
import {SECTIONS} from '../feed/parse-feed.js';
import type {Section, SectionSchema} from '../feed/section.js';
import {isBound, type Figure} from '../feed/sections/figures.js';
import {formatDate} from '../i18n/format.js';
import type {Locale} from '../i18n/locale-data.js';
import type {FeedJson} from '../publish/feed-file.js';
import {applyForm, itemsOf, partsOf} from './edits.js';
import {fieldOfIssue, type FormPlace} from './field-place.js';
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

/** An item of whose list only the part at an index is left, which counts from the end if it is negative; undefined for none. */
const withPartAlone = (item: Item, part: PartSpec | undefined, at: number | undefined): Item =>
  part ? {...item, [part.list]: at === undefined ? [] : [partsOf(item, part.list).at(at)]} : item;

/** Whether a key is free for a list, or has one: anything else would be replaced. */
const isListIn = (object: Item, key: string) => !Object.hasOwn(object, key) || Array.isArray(object[key]);

/** What is wrong with an item of which each field can be read, and was not before; `now` is an instant in UTC. */
export const validateItem = (
  {words, locale}: {readonly words: Words; readonly locale: Locale},
  json: FeedJson,
  place: FormPlace,
  item: Item,
  now: string,
): FieldErrors => {
  const {form, index, part: at} = place;
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
  const next = itemsOf(applyForm(json, place, item, now.slice(0, 10)), section).at(index ?? -1)!;
  const issue = issueOf(section, head, withPartAlone(next, part, at ?? -1));
  const before = old ? issueOf(section, head, withPartAlone(old, part, at)) : '';
  const field = fieldOfIssue(issue, form);
  // Of several issues only the first is known: another one that the form has no field for was behind it.
  const message = issue === before || (before && field === undefined) ? undefined : wordOf(words.issues, issue);
  return message === undefined ? {} : {[field ?? '']: message};
};
