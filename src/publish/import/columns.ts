import {FIRST_DATE} from '../calendar-values.js';
import {UserError} from '../user-error.js';
import {
  CellError,
  cleanCell,
  isBefore,
  isUnder,
  readCount,
  readDate,
  readFilled,
  readId,
  readWord,
  toIsoDate,
} from './cells.js';
import type {Row, Table} from './csv.js';
import {lineError} from './encoding.js';
import {isWords, type Condition, type FigureMapping, type Mapping} from './mapping.js';

/** Whether a row meets a condition; undefined if its cell is empty, or a birthday is not precise enough. */
export type Test = (row: Row) => boolean | undefined;

/** Years that nobody is older than. */
const MAX_AGE = 115;
/** Rows from which a date that most of them have is a default of a program, and not a coincidence. */
const MIN_REPEATED = 3;

/** Cells of a column that are remembered. */
const MAX_REMEMBERED = 1000;

/** How often each date of a column is there. */
class DateStatistics {
  readonly #counts = new Map<string, number>();
  #total = 0;
  /** The last row that was added: several figures read the same cell. */
  #line = 0;

  add(date: string, line: number) {
    if (date.length < 10 || line === this.#line) return;
    this.#line = line;
    this.#total++;
    this.#counts.set(date, (this.#counts.get(date) ?? 0) + 1);
  }

  /** A date that most rows have. */
  get common(): string | undefined {
    return [...this.#counts].find(([, count]) => count >= MIN_REPEATED && count * 2 > this.#total)?.[0];
  }
}

const lower = (words: readonly string[]) => words.map((word) => word.toLowerCase());

/** The columns of a table, as a mapping reads them for a list of the date `asOf`. Cells that cannot be read stop with a UserError. */
export class Columns {
  readonly #names: readonly string[];
  readonly #statistics = new Map<string, DateStatistics>();

  constructor(
    private readonly table: Table,
    private readonly mapping: Mapping,
    private readonly asOf: string,
    private readonly latest = asOf,
  ) {
    this.#names = lower(table.columns);
  }

  /** The index of a column; -1 for none. */
  indexOf(column: string): number {
    return this.#names.indexOf(cleanCell(column).toLowerCase());
  }

  /** Throws a UserError if a column without which nothing can be counted is missing, or one that is read is there twice. */
  require(read: readonly (string | undefined)[]) {
    const {name, columns} = this.table;
    const missing = this.mapping.needed.find((column) => this.indexOf(column) < 0);
    if (missing !== undefined) {
      // Without a header, the first row is a person: only what looks like a column's name is quoted.
      const known = columns.filter((word) => /^([a-z][a-z0-9_]*|[A-Z][A-Z0-9_]*)$/.test(word));
      const others = columns.length - known.length;
      const all = [...known, ...(others ? [`and ${others} others`] : [])].join(', ');
      throw new UserError(`${name} has no column “${missing}”.`, `The columns found are: ${all}.`);
    }
    const repeated = read.find(
      (column) => column && this.indexOf(column) !== this.#names.lastIndexOf(cleanCell(column).toLowerCase()),
    );
    if (repeated !== undefined)
      throw new UserError(
        `${name} has two columns “${repeated}”.`,
        'Remove the one that is wrong, or export the list again.',
      );
  }

  /** An error in the cell of a row. */
  error({line}: Row, column: string, message: string, fix: string) {
    return lineError(this.table.name, line, `column ${column}: ${message}`, fix);
  }

  #reader<T>(column: string, read: (cell: string) => T): (row: Row) => T {
    const index = this.indexOf(column);
    return (row) => {
      try {
        return read(cleanCell(row.cells[index] ?? ''));
      } catch (error) {
        throw error instanceof CellError ? this.error(row, column, error.message, error.fix) : error;
      }
    };
  }

  /** The same reader; it reads a cell once that many rows have. */
  #remember<T>(column: string, read: (row: Row) => T): (row: Row) => T {
    const index = this.indexOf(column);
    const answers = new Map<string, T>();
    return (row) => {
      const cell = row.cells[index] ?? '';
      const known = answers.get(cell);
      if (known !== undefined || answers.has(cell)) return known as T;
      const answer = read(row);
      if (answers.size < MAX_REMEMBERED) answers.set(cell, answer);
      return answer;
    };
  }

  ids = (column: string) => this.#reader(column, readId);
  counts = (column: string) => this.#reader(column, readCount);

  /** Birthdays of people who can be on the list. */
  #readBirthday = (cell: string) => {
    const {asOf} = this;
    const {minimumAge = 0} = this.mapping;
    const date = readDate(cell, {min: `${Number(asOf.slice(0, 4)) - MAX_AGE}-01-01`, max: asOf});
    const fix = 'If the birthday is not known, leave the cell empty. Ask the source for a corrected list.';
    if (date === asOf) throw new CellError('this is the day of the list: a program may have filled it in.', fix);
    if (date && minimumAge && isUnder(minimumAge, date, asOf))
      throw new CellError(`the person would be younger than ${minimumAge} years.`, fix);
    return date;
  };

  /** Reads dates, and remembers how often each is there if they decide a number. */
  dates(column: string, isCounted = false, areBirthdays = false) {
    const {date: min = FIRST_DATE, why} = this.mapping.firstDates?.[column] ?? {};
    const range = {min, max: column === this.mapping.date ? this.latest : this.asOf, why};
    const readCell = areBirthdays ? this.#readBirthday : (cell: string) => readDate(cell, range);
    const read = this.#remember(column, this.#reader(column, readCell));
    if (!isCounted) return read;
    const statistics = this.#statistics.get(column) ?? new DateStatistics();
    this.#statistics.set(column, statistics);
    return (row: Row) => {
      const date = read(row);
      if (date) statistics.add(date, row.line);
      return date;
    };
  }

  /** Stops at a row in which a date is before the birthday; a birthday that cannot be read is not compared. */
  refuseBeforeBirth(birthdays: string, dates: string) {
    const [born, index] = [this.indexOf(birthdays), this.indexOf(dates)];
    const dateIn = (row: Row, column: number) => toIsoDate(cleanCell(row.cells[column] ?? ''));
    return (row: Row) => {
      const [birthday, date] = [dateIn(row, born), dateIn(row, index)];
      if (birthday && date && isBefore(date, birthday))
        throw this.error(
          row,
          dates,
          `the date is before the one in ${birthdays}.`,
          'Ask the source, and correct the list.',
        );
    };
  }

  /** All words that a column may have. */
  wordsOf(column: string): Set<string> {
    const {values, figures, rules = []} = this.mapping;
    const conditions = [...Object.values(figures), ...rules].map(({where}) => where[column] ?? []);
    return new Set(lower([...(values[column] ?? []), ...conditions.filter(isWords).flat()]));
  }

  /** The test of a condition of a figure, or of a rule. Rows that are only searched for a value may have any word. */
  test(column: string, condition: Condition, figure?: FigureMapping): Test {
    if (isWords(condition)) {
      const known = this.wordsOf(column);
      const wanted = new Set(lower(condition));
      const read = this.#reader(column, (cell) =>
        figure?.value === undefined ? readWord(cell, known) : cell.toLowerCase(),
      );
      return this.#remember(column, (row) => {
        const word = read(row);
        return wanted.has(word) ? true : word ? false : undefined;
      });
    }
    if ('filled' in condition) {
      const read = this.#reader(column, readFilled);
      return (row) => read(row) === condition.filled;
    }
    if ('date' in condition) {
      const read = this.dates(column, figure !== undefined);
      return (row) => (read(row) ? condition.date : condition.date ? undefined : true);
    }
    const read = this.dates(column, figure !== undefined, true);
    return (row) => {
      const birthday = read(row);
      return birthday === undefined ? undefined : isUnder(condition.under, birthday, this.asOf);
    };
  }

  /** Throws a UserError if most rows have the same date: a program may have filled it in. */
  refuseCommonDates() {
    for (const [column, {common}] of this.#statistics)
      if (common)
        throw new UserError(
          `${this.table.name}, column ${column}: most rows with a date have ${common}, as if a program had filled it in.`,
          'Ask the source for a corrected list, or leave out the figures that need this column with --figures.',
        );
  }
}
