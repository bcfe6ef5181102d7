import type {Locale, LocaleData} from './locale-data.js';

/** A non-negative number as the locale writes it: be `1370`, `13 700`, `1,5`; en `1,370`. */
export const formatNumber = (value: number, {group, minimumGroupingDigits, decimal}: LocaleData) => {
  const [integer, fraction] = String(value).split('.') as [string, string?];
  const grouped = integer.length < 3 + minimumGroupingDigits ? integer : integer.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction ? grouped + decimal + fraction : grouped;
};

/** A message split at its `{names}`, each replaced by its value, in the order that the language wants. */
export const interpolate = <T>(message: string, values: Readonly<Record<string, T>>): (string | T)[] =>
  message.split(/\{(\w+)\}/).map((part, i) => (i % 2 ? values[part]! : part));

/** A message with text in place of its `{names}`. */
export const interpolateText = (message: string, values: Readonly<Record<string, string | number>>) =>
  interpolate(message, values).join('');

/** With a capital first letter, where the language has such: Georgian has capitals for headlines alone. */
export const capitalize = (text: string, tag: string) => {
  const [letter = '', ...rest] = text;
  return /[\u10d0-\u10ff]/.test(letter) ? text : letter.toLocaleUpperCase(tag.split('-')[0]) + rest.join('');
};

/**
 * A civil date in the locale's long form: `2024-08-09` is be `9 жніўня 2024 г.`, en `9 August 2024`. One of which only the
 * month or the year is known is `08/2024` or `2024`: the locales' names of months have the form that follows a day.
 */
export const formatDate = (date: string, data: LocaleData) => {
  if (date.length < 10) return date.split('-').reverse().join('/');
  const [y, m, d] = date.split('-').map(Number) as [number, number, number];
  return interpolateText(data.date, {y, month: data.months.split('|')[m - 1]!, d});
};

const rules = new Map<string, Intl.PluralRules>();

/** The form of `a|b|c` that a number takes; the forms are in CLDR's order of the locale's categories. */
export const pluralForm = (forms: string, value: number, {tag, data}: Locale) => {
  if (!rules.has(tag)) rules.set(tag, new Intl.PluralRules(tag));
  const all = forms.split('|');
  // An older engine may have other rules than our CLDR: then the last form, `other`.
  return all[data.plurals.split(' ').indexOf(rules.get(tag)!.select(value))] ?? all.at(-1)!;
};
