import {DATE} from '../../feed/fields.js';
import {UserError} from '../io.js';
import type {Row, Table} from './csv.js';
import {lineError} from './line-error.js';

/*
 * Reads the cells of Viasna's list. An error names line and column. It quotes the cell only if that is a status or a date
 * and cannot be a name: if columns are shifted, a name may be anywhere.
 */

/** The columns that are counted. */
const COLUMNS = ['id', 'status', 'gender', 'birthday', 'release_date', 'died'] as const;
export type Column = (typeof COLUMNS)[number];

const STATUS = ['active', 'former', 'np'] as const;
/** In custody; recognised, but no longer in custody; not recognised as a political prisoner. */
export type Status = (typeof STATUS)[number];

const FEMALE = ['female', 'f', 'woman', 'w', 'ж', 'жен', 'женский', 'жанчына'];
const MALE = ['male', 'm', 'man', 'м', 'муж', 'мужской', 'мужчына'];
const EMPTY = ['', '0000-00-00'];

/** Digits and marks, or a day, a word and a year: never a person's name. */
const DATE_LIKE = /^[\d\s.:/+TZ-]{1,32}$|^\d{1,2}\.?\s\p{L}{3,10},?\s\d{4}$|^\p{L}{3,10}\s\d{1,2},?\s\d{4}$/u;
const STATUS_LIKE = /^[a-z_-]{1,20}$/;

/** A partial date completed by the end of `-01-01` or `-12-31`. */
const completeDate = (date: string, end: string) => date + end.slice(date.length - 4);

/** The ISO date of `05.03.2026` or `2026-03-05T10:00:00Z`; `2026` and `2026-03` as they are; undefined for no date. */
const toIsoDate = (text: string): string | undefined => {
  const [, d, m, y] = /^(\d\d?)\.(\d\d?)\.(\d{4})$/.exec(text) ?? [];
  const date = y ? `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}` : text.replace(/[T ]\d\d:\d\d\S*$/, '');
  return /^\d{4}(-\d\d){0,2}$/.test(date) && DATE(completeDate(date, '-01-01')) ? date : undefined;
};

/** Whether a person is under 18 on a date; undefined if the birthday is not precise enough. */
export const isMinor = (birthday: string, asOf: string): boolean | undefined => {
  const isAdult = (end: string) => {
    const born = completeDate(birthday, end);
    return `${Number(born.slice(0, 4)) + 18}${born.slice(4)}` <= asOf;
  };
  return isAdult('-12-31') ? false : isAdult('-01-01') ? undefined : true;
};

const missingColumn = (name: string, column: string, columns: readonly string[]) => {
  // Without a header, the first row is a person: only what looks like a column's name is quoted.
  const found = columns.filter((word) => /^([a-z][a-z0-9_]*|[A-Z][A-Z0-9_]*)$/.test(word));
  const others = columns.length - found.length;
  const all = [...found, ...(others ? [`and ${others} that cannot be the name of a column`] : [])].join(', ');
  return new UserError(`${name} has no column “${column}”.`, `The columns found are: ${all}.`);
};

/**
 * Reads cells by the names of their columns, for a list of the date `asOf`. Throws a UserError if `id` or `status` is
 * missing, or a column occurs twice.
 */
export const cellReader = ({columns}: Table, name: string, asOf: string) => {
  const names = columns.map((column) => column.toLowerCase());
  for (const column of COLUMNS)
    if (names.indexOf(column) !== names.lastIndexOf(column))
      throw new UserError(
        `${name} has two columns “${column}”.`,
        'Remove the one that is wrong, or export the list again.',
      );
  for (const column of ['id', 'status']) if (!names.includes(column)) throw missingColumn(name, column, columns);

  const text = ({cells}: Row, column: Column) => {
    const cell = cells[names.indexOf(column)]?.trim() ?? '';
    return EMPTY.includes(cell) ? '' : cell;
  };
  const cellError = ({line}: Row, column: Column, message: string, fix: string) =>
    lineError(name, line, `column ${column}: ${message}`, fix);
  const quoteIf = (isHarmless: RegExp, value: string) => (isHarmless.test(value) ? `“${value}”` : 'this');

  return {
    has: (column: Column) => names.includes(column),
    text,
    cellError,
    status(row: Row): Status {
      const value = text(row, 'status');
      const status = STATUS.find((known) => known === value.toLowerCase());
      if (status) return status;
      throw cellError(
        row,
        'status',
        `${quoteIf(STATUS_LIKE, value)} is not a status.`,
        `It must be one of ${STATUS.join(', ')}.`,
      );
    },
    /** A partial or complete date; undefined if the cell is empty. */
    date(row: Row, column: Column): string | undefined {
      const value = text(row, column);
      const date = toIsoDate(value);
      if (value && !date)
        throw cellError(
          row,
          column,
          `${quoteIf(DATE_LIKE, value)} is not a date.`,
          'Dates must be written as 2026-03-05 or 05.03.2026.',
        );
      if (date && date > asOf)
        throw cellError(row, column, `${date} is later than the day of the list, ${asOf}.`, 'Is --as-of right?');
      return date;
    },
    /** Whether a person is a woman; undefined if the cell is empty. */
    isWoman(row: Row): boolean | undefined {
      const value = text(row, 'gender').toLowerCase();
      if (!value) return undefined;
      if (FEMALE.includes(value) || MALE.includes(value)) return FEMALE.includes(value);
      throw cellError(row, 'gender', 'this is not a known gender.', 'It must be female, male, or empty.');
    },
  };
};

export type CellReader = ReturnType<typeof cellReader>;
