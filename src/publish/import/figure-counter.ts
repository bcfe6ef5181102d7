import {DATE} from '../../feed/fields.js';
import type {Qualifier} from '../../feed/sections/figures.js';
import {formatCount} from '../report.js';
import type {Columns, Test} from './columns.js';
import type {Row} from './csv.js';
import {columnsOf, isWords, type Condition, type FigureMapping, type Mapping} from './mapping.js';

/** A count, and the civil date of which it is. */
export interface DatedValue {
  readonly value: number;
  readonly asOf: string;
  /** How the mapping qualifies it; “at least” if there are rows of which nobody can say whether they count. */
  readonly qualifier?: Qualifier;
}

/** Whether an empty cell is an answer: only in a column that has dates. */
const asksForNoDate = (condition: Condition | undefined) =>
  !!condition && !isWords(condition) && 'date' in condition && !condition.date;

/** Counts the rows of a figure. */
export class FigureCounter {
  value = 0;
  asOf = '';
  /** Rows that would be counted if the cell of a column were not empty, or more precise. */
  readonly empty = new Map<string, number>();
  readonly #filled = new Set<string>();
  readonly #tests: readonly (readonly [column: string, test: Test, noDate: boolean])[];
  readonly #add: (row: Row) => void;
  /** The words that must be present, and are in no row yet. */
  #absent: readonly (readonly [word: string, test: Test])[];
  /** The line of the row of a `value`. */
  #line = 0;

  constructor(
    readonly id: string,
    readonly figure: FigureMapping,
    private readonly columns: Columns,
    mapping: Mapping,
    private readonly listDate: string,
  ) {
    this.#tests = Object.entries(figure.where).map(
      ([column, condition]) => [column, columns.test(column, condition, figure), asksForNoDate(condition)] as const,
    );
    const {sum, value, present} = figure;
    this.#absent = (present?.words ?? []).map((word) => [word, columns.test(present!.column, [word], figure)]);
    this.#add =
      value !== undefined ? this.#find(value, mapping.date) : sum !== undefined ? this.#sum(sum) : this.#count;
  }

  #count = () => void this.value++;

  #sum(column: string) {
    const read = this.columns.counts(column);
    return (row: Row) => {
      const addend = read(row);
      this.#note(column, addend !== undefined);
      this.value += addend ?? 0;
    };
  }

  #find(column: string, dateColumn: string | undefined) {
    const read = this.columns.counts(column);
    const dateOf = dateColumn === undefined ? () => this.listDate : this.columns.dates(dateColumn);
    return (row: Row) => {
      const value = read(row);
      if (value === undefined) return;
      const date = dateOf(row);
      if (!DATE(date))
        throw this.columns.error(row, dateColumn!, 'a whole date is missing.', 'Write it as 2026-03-05.');
      if (date === this.asOf)
        throw this.columns.error(
          row,
          column,
          `line ${this.#line} has a count for ${this.id}, too.`,
          'Add a condition to "where", or remove one of the rows.',
        );
      if (date > this.asOf) [this.value, this.asOf, this.#line] = [value, date, row.line];
    };
  }

  #note(column: string, isFilled: boolean) {
    if (isFilled) this.#filled.add(column);
    else this.empty.set(column, (this.empty.get(column) ?? 0) + 1);
  }

  read(row: Row) {
    if (this.#absent.length) this.#absent = this.#absent.filter(([, test]) => !test(row));
    for (const [column, test, noDate] of this.#tests) {
      const isMet = test(row);
      if (isMet === undefined) this.#note(column, false);
      else if (!noDate || !isMet) this.#filled.add(column);
      if (!isMet) return;
    }
    this.#add(row);
  }

  /** Why there is no count; undefined if there is one. */
  get reason(): string | undefined {
    const {where, sum, value, present} = this.figure;
    const needed = columnsOf(this.figure);
    const missing = needed.find((column) => this.columns.indexOf(column) < 0);
    if (missing !== undefined) return `the list has no column ${missing}`;
    const [absent] = this.#absent;
    if (absent) return `no row has the ${present!.column} ${absent[0]}, as if the list had been filtered`;
    const unknown = needed.find(
      (column) => (this.empty.has(column) || asksForNoDate(where[column])) && !this.#filled.has(column),
    );
    if (unknown !== undefined) return `the column ${unknown} is empty`;
    if (value !== undefined && !this.asOf) return 'no row has a count for it';
    const gaps = sum === undefined ? 0 : (this.empty.get(sum) ?? 0);
    if (gaps) return `the column ${sum} is empty in ${formatCount(gaps)} rows, and a sum would lack them`;
    const [gap] = this.#gaps;
    // “At least 0” says nothing, and 0 would say that there is nobody.
    return gap && !this.value ? `none was found, but ${gap.number} rows were not counted, since ${gap.why}` : undefined;
  }

  /** How many rows were not counted for want of data. */
  get #gaps() {
    return [...this.empty].flatMap(([column, number]) => {
      const condition = Object.hasOwn(this.figure.where, column) ? this.figure.where[column]! : undefined;
      if (this.figure.value !== undefined || !condition) return [];
      if (!isWords(condition) && !('under' in condition)) return [];
      const why = isWords(condition) ? 'empty' : 'empty or not precise';
      return [{number: formatCount(number), why: `${column} is ${why}`}];
    });
  }

  get notes(): string[] {
    return this.#gaps.map(({number, why}) => `${this.id}: ${number} not counted, since ${why}.`);
  }

  get count(): DatedValue {
    const qualifier = this.#gaps.length ? 'at-least' : this.figure.qualifier;
    return {value: this.value, asOf: this.asOf || this.listDate, ...(qualifier && this.value && {qualifier})};
  }
}
