import type {Voice} from './localize.js';
import type {Table} from './table.js';

/** A non-negative number as the locale writes it: be `1370`, `13 700`, `1,5`; en `1,370`. */
export const formatNumber = (value: number, {group, least, decimal}: Table) => {
  const [digits, rest] = String(value).split('.') as [string, string?];
  const whole = digits.length < 3 + least ? digits : digits.replace(/\B(?=(\d{3})+$)/g, group);
  return rest ? whole + decimal + rest : whole;
};

/** A message cut at its `{names}`, each replaced by its value: text and templates in the order that the language wants. */
export const fill = <T>(message: string, values: Readonly<Record<string, T>>): (string | T)[] =>
  message.split(/\{(\w+)\}/).map((part, i) => (i % 2 ? values[part]! : part));

/** A message with text in its `{names}`. */
export const fillText = (message: string, values: Readonly<Record<string, string | number>>) =>
  fill(message, values).join('');

/** With a capital letter in front, where the language has such: Georgian has capitals for headlines alone. */
export const capital = (text: string, tag: string) => {
  const [letter = '', ...rest] = text;
  return /[\u10d0-\u10ff]/.test(letter) ? text : letter.toLocaleUpperCase(tag.split('-')[0]) + rest.join('');
};

/** A civil date in the locale's long form: `2024-08-09` is be `9 жніўня 2024 г.`, en `August 9, 2024`. */
export const formatDate = (date: string, table: Table) => {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number];
  return fillText(table.date, {y, month: table.months.split('|')[m - 1]!, d});
};

const rules = new Map<string, Intl.PluralRules>();

/** The form of `a|b|c` that a number takes; forms stand in CLDR's order of the locale's categories. */
export const pluralForm = (forms: string, value: number, {tag, table}: Voice) => {
  if (!rules.has(tag)) rules.set(tag, new Intl.PluralRules(tag));
  const all = forms.split('|');
  // An older engine may know another rule than our CLDR: then the form for all other numbers.
  return all[table.plurals.split(' ').indexOf(rules.get(tag)!.select(value))] ?? all.at(-1)!;
};
