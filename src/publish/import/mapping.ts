import {ID, TEXT, type Text} from '../../feed/fields.js';
import type {FieldType} from '../../feed/schema.js';
import {figures, source, type Figure} from '../../feed/sections/figures.js';
import {unknownKeys} from '../check/keys.js';
import {invalidValues} from '../check/values.js';
import {addFieldType} from '../field-types.js';
import {UserError} from '../user-error.js';
import {parseJson, placeOf} from '../json.js';

/*
 * A mapping says which columns of a table become which figures. It is JSON, and strict: an unknown key would be ignored,
 * and a wrong number published.
 */

/** The words that a cell must be one of; an age; whether there is a date; whether there is anything. */
export type Condition =
  readonly string[] | {readonly under: number} | {readonly date: boolean} | {readonly filled: boolean};

/** Conditions by column; a row must meet all. */
export type Where = Readonly<Record<string, Condition>>;

/** How a figure is counted: the rows that meet the conditions, the sum of a column in them, or the cell of one row. */
export interface FigureMapping {
  readonly where: Where;
  readonly sum?: string;
  readonly value?: string;
  /** Words of a column that a whole list has, each in some row: without one the list was filtered, and the count is unknown. */
  readonly present?: {readonly column: string; readonly words: readonly string[]};
  /** What a feed that lacks the figure needs. */
  readonly title?: Text;
  readonly definition?: Text;
  readonly unit?: Figure['unit'];
  readonly qualifier?: Figure['qualifier'];
}

/** What the rows of some conditions mean: they stop the import, are reported, or are only validated. */
export interface Rule {
  readonly where: Where;
  /** What is wrong with such a row. */
  readonly refuse?: string;
  /** What follows the number of such rows. */
  readonly note?: string;
}

export interface Mapping {
  readonly source?: Figure['source'];
  /** The columns without which nothing can be counted. */
  readonly needed: readonly string[];
  /** The column of ids; each may be there once. */
  readonly id?: string;
  /** The column of dates, if each row is a count of a day: the newest is taken. */
  readonly date?: string;
  /** All words of a column; without it, those in the conditions. An empty word allows an empty cell, which is not counted. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly figures: Readonly<Record<string, FigureMapping>>;
  readonly rules?: readonly Rule[];
  /** The first date that a column can have, with the reason. */
  readonly firstDates?: Readonly<Record<string, {readonly date: string; readonly why: string}>>;
  /** Nobody on the list is younger, in years. */
  readonly minimumAge?: number;
}

export const isWords = (condition: Condition): condition is readonly string[] => Array.isArray(condition);

/** The columns that a figure needs. */
export const columnsOf = ({where, sum, value}: FigureMapping): string[] =>
  [...Object.keys(where), sum, value].filter((column) => column !== undefined);

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isWordList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string');
const isCondition = (value: unknown): boolean => {
  if (typeof value === 'string' || isWordList(value)) return true;
  const [[kind, of] = [], ...more] = isObject(value) ? Object.entries(value) : [];
  if (more.length) return false;
  return kind === 'under'
    ? Number.isInteger(of) && (of as number) > 0
    : /^(date|filled)$/.test(kind ?? '') && typeof of === 'boolean';
};

const COLUMN: FieldType<string> = (value): value is string => typeof value === 'string' && value.trim() !== '';
const VALUES: FieldType<Json> = (value): value is Json => isObject(value) && Object.values(value).every(isWordList);
const WHERE: FieldType<Json> = (value): value is Json => isObject(value) && Object.values(value).every(isCondition);
const FIGURES: FieldType<Json> = (value): value is Json =>
  isObject(value) && Object.keys(value).length > 0 && Object.keys(value).every((id) => ID(id));

addFieldType(COLUMN, 'the name of a column', 'Write it in quotes, as it is in the header.', {});
addFieldType(VALUES, 'words by column', 'Write {"Status": ["held", "released"]}.', {});
addFieldType(
  WHERE,
  'conditions by column',
  'Write {"Status": "held"}, {"Status": ["held", "on remand"]}, {"Born": {"under": 18}}, {"Died": {"date": true}} or ' +
    '{"Lawyer": {"filled": true}}.',
  {},
);
addFieldType(FIGURES, 'figures by id', 'Write {"held": {"where": {"Status": "held"}}}.', {});

const [feedFigure] = figures.schema;
const FIGURE = {
  'where?': WHERE,
  'sum?': COLUMN,
  'value?': COLUMN,
  'title?': TEXT,
  'definition?': TEXT,
  'unit?': feedFigure['unit?'],
  'qualifier?': feedFigure['qualifier?'],
} as const;
const MAPPING = {'source?': source, 'id?': COLUMN, 'date?': COLUMN, 'values?': VALUES, figures: FIGURES} as const;

const findIssues = (json: unknown) => {
  const issues = invalidValues(json, MAPPING);
  if (issues.length) return issues;
  const {figures: all} = json as {figures: Json};
  const inFigures = Object.entries(all).flatMap(([id, figure]) => {
    const pointer = `/figures/${id}`;
    const found = invalidValues(figure, FIGURE).map((issue) => ({...issue, pointer: pointer + issue.pointer}));
    if (found.length) return found;
    const both = (figure as FigureMapping).sum && (figure as FigureMapping).value;
    return [
      ...unknownKeys(figure, FIGURE).map((issue) => ({...issue, pointer: pointer + issue.pointer})),
      ...(both ? [{pointer, message: 'A figure has sum or value, not both.', fix: 'Remove one.'}] : []),
    ];
  });
  return [...unknownKeys(json, MAPPING), ...inFigures];
};

/** An object without a prototype: a column may be named `constructor`. */
const record = <T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> =>
  Object.assign(Object.create(null), Object.fromEntries(entries)) as Readonly<Record<string, T>>;

const toCondition = (value: unknown): Condition => (typeof value === 'string' ? [value] : (value as Condition));

/** The mapping in the text of a file. Throws a UserError with the place of the first mistake. */
export const parseMapping = (path: string, text: string): Mapping => {
  const file = parseJson(path, text);
  const [issue] = findIssues(file.json);
  if (issue) {
    const {line, column} = placeOf(file, issue.pointer);
    throw new UserError(`${path}, line ${line}, column ${column}: ${issue.message}`, issue.fix);
  }
  const {values = {}, figures: all, ...rest} = file.json as Omit<Mapping, 'values' | 'needed'> & Partial<Mapping>;
  const mapped = Object.entries(all).map(([id, {where = {}, ...figure}]: [string, Partial<FigureMapping>]) => {
    const conditions = Object.entries(where).map(([column, value]) => [column, toCondition(value)] as const);
    return [id, {...figure, where: record(conditions)}] as const;
  });
  const needed = [rest.id, rest.date, ...mapped.flatMap(([, figure]) => columnsOf(figure))];
  return {
    ...rest,
    values: record(Object.entries(values)),
    needed: [...new Set(needed)].filter((column) => column !== undefined),
    figures: record(mapped),
  };
};
