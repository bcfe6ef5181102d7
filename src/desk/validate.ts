import {pointsOf} from '../feed/history.js';
import {SECTIONS} from '../feed/parse-feed.js';
import type {Section, SectionSchema} from '../feed/section.js';
import {isBound, type Figure} from '../feed/sections/figures.js';
import {formatDate} from '../i18n/format.js';
import type {Locale} from '../i18n/locale-data.js';
import {refineIssues} from '../publish/check/values.js';
import type {FeedJson} from '../publish/feed-file.js';
import {applyForm, itemsOf} from './edits.js';
import {partOf, sectionOf, type FormName} from './form-fields.js';
import type {Item} from './form-values.js';
import {fill, type Words} from './words/index.js';

/** Messages for fields, by path. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The field that an issue of an item is about; a date has another name in each form. */
const fieldOf = (issue: string, form: FormName): string => {
  const prefix = partOf(form)?.first;
  const date = form === 'count' || form === 'figures' ? 'asOf' : form === 'people' ? 'checkedAt' : 'date';
  const field = {
    'has a date after issued': date,
    'has a time of day without a zone': 'zone',
    'has {figure} without a figure': 'figure',
    'has an until that is no end': 'until',
    'ends before it begins': 'until',
    'has no size': 'width',
    'is placed more precisely than a town': 'latitude',
    'lies beyond a pole': 'latitude',
  }[issue];
  return field === 'date' && prefix ? `${prefix}/date` : (field ?? '');
};

/** What is wrong with an item of which each field can be read; `now` is an instant in UTC. */
export const validateItem = (
  {words, locale}: {readonly words: Words; readonly locale: Locale},
  json: FeedJson,
  {form, index}: {readonly form: FormName; readonly index?: number},
  item: Item,
  now: string,
): FieldErrors => {
  if (form === 'head') return {};
  if (item.value === 0 && isBound(item as unknown as Figure)) return {qualifier: words.issues['is a bound of 0']!};
  if (form === 'count') {
    const {date} = pointsOf(itemsOf(json, 'figures')[index!] as unknown as Figure).at(-1)!;
    if (String(item.asOf) < date) return {asOf: fill(words.olderCount, {date: formatDate(date, locale.data)})};
  }
  const name = sectionOf(form);
  const items = itemsOf(applyForm(json, form, index, item, now.slice(0, 10)), name);
  const raw = {head: {...json, issued: now}, sections: {[name]: [items.at(index ?? -1)]}};
  return Object.fromEntries(
    refineIssues(raw, SECTIONS[name] as unknown as Section<SectionSchema>).map(({message}) => {
      const issue = message.slice('It '.length, -1);
      return [fieldOf(issue, form), words.issues[issue] ?? message];
    }),
  );
};
