import {DATE} from '../../feed/fields.js';
import {atLine, type Row, type Table} from './csv.js';
import {Stop} from '../io.js';

/*
 * Reads the cells of Viasna's list. A stop names line and column, and never what stands in the cell, but for a status
 * or a date that can be nothing else: columns that have slipped put names anywhere.
 */

/** What a person's row says, of what is counted. */
const COLUMNS = ['id', 'status', 'gender', 'birthday', 'release_date', 'died'] as const;
export type Column = (typeof COLUMNS)[number];

const STATUS = ['active', 'former', 'np'] as const;
/** In custody; recognised and no longer in custody; not recognised as a political prisoner. */
export type Status = (typeof STATUS)[number];

const FEMALE = ['female', 'f', 'woman', 'w', 'ж', 'жен', 'женский', 'жанчына'];
const MALE = ['male', 'm', 'man', 'м', 'муж', 'мужской', 'мужчына'];
const EMPTY = ['', '0000-00-00'];

/** Digits and marks, or a day, a word and a year: what nobody is called. */
const DATE_LIKE = /^[\d\s.:/+TZ-]{1,32}$|^\d{1,2}\.?\s\p{L}{3,10},?\s\d{4}$|^\p{L}{3,10}\s\d{1,2},?\s\d{4}$/u;
const STATUS_LIKE = /^[a-z_-]{1,20}$/;

/** A date of any precision, made whole with the end of `-01-01` or `-12-31`. */
const padded = (date: string, tail: string) => date + tail.slice(date.length - 4);

/** `05.03.2026` and `2026-03-05T10:00:00Z` as `2026-03-05`; `2026` and `2026-03` as they are; nothing for no date. */
const isoOf = (text: string): string | undefined => {
  const [, d, m, y] = /^(\d\d?)\.(\d\d?)\.(\d{4})$/.exec(text) ?? [];
  const date = y ? `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}` : text.replace(/[T ]\d\d:\d\d\S*$/, '');
  return /^\d{4}(-\d\d){0,2}$/.test(date) && DATE(padded(date, '-01-01')) ? date : undefined;
};

/** Whether who was born on a day is under 18 on another; undefined where a birthday known by its year leaves it open. */
export const isMinor = (birthday: string, asOf: string): boolean | undefined => {
  const grown = (tail: string) => {
    const born = padded(birthday, tail);
    return `${Number(born.slice(0, 4)) + 18}${born.slice(4)}` <= asOf;
  };
  return grown('-12-31') ? false : grown('-01-01') ? undefined : true;
};

/** What cannot be done without a column, said with the columns that there are. */
const lacks = (name: string, column: string, columns: readonly string[]) => {
  // A file without a header has a person where the names of columns should be.
  const found = columns.filter((word) => /^([a-z][a-z0-9_]*|[A-Z][A-Z0-9_]*)$/.test(word));
  const others = columns.length - found.length;
  const listed = [...found, ...(others ? [`and ${others} that cannot be the name of a column`] : [])].join(', ');
  return new Stop(`${name} has no column “${column}”.`, `The columns found are: ${listed}.`);
};

/** The cells of a table by the names of their columns, as the list stood on `asOf`. Stops where `id` or `status` lack. */
export const cellsOf = ({columns}: Table, name: string, asOf: string) => {
  const names = columns.map((column) => column.toLowerCase());
  for (const column of COLUMNS)
    if (names.indexOf(column) !== names.lastIndexOf(column))
      throw new Stop(`${name} has two columns “${column}”.`, 'Remove the one that is wrong, or export the list again.');
  for (const column of ['id', 'status']) if (!names.includes(column)) throw lacks(name, column, columns);

  const text = ({cells}: Row, column: Column) => {
    const cell = cells[names.indexOf(column)]?.trim() ?? '';
    return EMPTY.includes(cell) ? '' : cell;
  };
  const fault = ({line}: Row, column: Column, what: string, mend: string) =>
    atLine(name, line, `column ${column}: ${what}`, mend);
  const said = (value: string, harmless: RegExp) => (harmless.test(value) ? `“${value}”` : 'what stands there');

  return {
    has: (column: Column) => names.includes(column),
    text,
    fault,
    status(row: Row): Status {
      const value = text(row, 'status');
      const status = STATUS.find((known) => known === value.toLowerCase());
      if (status) return status;
      throw fault(
        row,
        'status',
        `${said(value, STATUS_LIKE)} is not a status.`,
        `It must be one of ${STATUS.join(', ')}.`,
      );
    },
    /** A date of any precision, or nothing where the cell is empty. */
    date(row: Row, column: Column): string | undefined {
      const value = text(row, column);
      const date = isoOf(value);
      if (value && !date)
        throw fault(
          row,
          column,
          `${said(value, DATE_LIKE)} is not a date.`,
          'Dates must be written as 2026-03-05 or 05.03.2026.',
        );
      if (date && date > asOf)
        throw fault(row, column, `${date} is later than the day of the list, ${asOf}.`, 'Is --as-of right?');
      return date;
    },
    /** Whether a person is a woman, or nothing where the cell is empty. */
    isWoman(row: Row): boolean | undefined {
      const value = text(row, 'gender').toLowerCase();
      if (!value) return undefined;
      if (FEMALE.includes(value) || MALE.includes(value)) return FEMALE.includes(value);
      throw fault(row, 'gender', 'what stands there is not known.', 'It must be female, male, or empty.');
    },
  };
};
