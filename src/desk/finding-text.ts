import {PARTIAL_DATE} from '../feed/fields.js';
import {formatDate, formatNumber} from '../i18n/format.js';
import type {Locale} from '../i18n/locale-data.js';
import type {Finding} from '../publish/check/findings.js';
import type {FeedJson} from '../publish/feed-file.js';
import {itemsOf} from './edits.js';
import {placeOfFinding} from './field-place.js';
import {formFields, isSectionName} from './form-fields.js';
import {labelOf, languageName, titleOf} from './labels.js';
import {fill, wordOf, type Words} from './words/index.js';

/* What the desk says of a finding, in its own language. */

interface Language {
  readonly words: Words;
  readonly locale: Locale;
}

type Value = Finding['values'][string];

const valueText = ({words, locale}: Language, name: string, value: Value): string => {
  // Only a day of a check may be missing.
  if (value === undefined) return words.neverChecked;
  if (typeof value === 'number') return formatNumber(value, locale.data);
  if (name.startsWith('language')) return value.split(', ').map(languageName).join(', ');
  return PARTIAL_DATE(value) ? formatDate(value, locale.data) : value;
};

/** How to write the value that is wrong or missing; empty where the desk has no field for it. */
const hintOf = (words: Words, finding: Finding): string => {
  const place = placeOfFinding(finding);
  if (!place) return '';
  const {main, more} = formFields(place.form);
  const field = [...main, ...more].find(({path}) => `${place.path}/`.startsWith(`${path}/`));
  return field ? words.mistakes[field.kind] : '';
};

/** What a key is called that is missing: as its field is. */
const keyLabel = (words: Words, {pointer, values: {key}}: Finding): string => {
  const [, section = '', ...keys] = `${pointer}/${key}`.split('/');
  const path = keys.length ? keys.slice(1).join('/') : section;
  const label = labelOf(words, section, path);
  return label === path ? String(key) : label;
};

/** What is wrong and what to do; undefined where only the sentence of `check` says it. */
export const findingDetail = (language: Language, finding: Finding): string | undefined => {
  const {words} = language;
  const {id, values} = finding;
  if (id === 'invalid-item') return wordOf(words.issues, String(values.issue));
  const sentence = id === 'dead-link' ? undefined : words.details[id];
  const names = [...(sentence ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  if (!sentence || !names.every((name) => Object.hasOwn(values, name))) return undefined;
  const texts = Object.fromEntries(names.map((name) => [name, valueText(language, name, values[name])]));
  if (id === 'missing-key') texts.key = keyLabel(words, finding);
  const hint = id === 'invalid-value' || id === 'missing-key' ? hintOf(words, finding) : '';
  return `${fill(sentence, texts)} ${hint}`.trim();
};

/** The item and the field that a finding is about; empty for one about the whole feed or section. */
export const findingSubject = ({words}: Language, json: FeedJson, {pointer}: Finding): string => {
  const [, section = '', index, ...keys] = pointer.split('/');
  if (!isSectionName(section)) return wordOf(words.fields, section) ?? '';
  const item = index && itemsOf(json, section)[Number(index)];
  if (!item) return '';
  const path = keys.join('/');
  const label = labelOf(words, section, path);
  return [titleOf(item, words, json.lang ?? 'en'), ...(label === path ? [] : [label])].join(' · ');
};
