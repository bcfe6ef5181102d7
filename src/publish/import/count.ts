import {DATE} from '../../feed/fields.js';
import {UserError} from '../user-error.js';
import {formatCount} from '../report.js';
import {Columns, type Test} from './columns.js';
import type {Row, Table} from './csv.js';
import {lineError} from './encoding.js';
import {columnsOf, isWords, type Condition, type FigureMapping, type Mapping, type Rule} from './mapping.js';

/* Counts a table by a mapping. Only numbers leave this file. */

/** A count, and the civil date of which it is. */
export interface DatedValue {
  readonly value: number;
  readonly asOf: string;
}

/** The counts of a table, by figure. */
export interface Tally {
  readonly rows: number;
  readonly counts: Readonly<Record<string, DatedValue>>;
  /** Why the table cannot give a figure that was requested. */
  readonly unavailable: Readonly<Record<string, string>>;
  /** Gaps and contradictions in the table, for the publisher. */
  readonly notes: readonly string[];
}

export interface TallyOptions {
  /** The civil date of the list. */
  readonly asOf: string;
  /** The ids of the figures to count. */
  readonly figures: readonly string[];
  /** Called every 1,000 rows with the number of rows. */
  readonly onProgress?: (rows: number) => void;
}

/** Whether an empty cell is an answer: only in a column that has dates. */
const asksForNoDate = (condition: Condition | undefined) =>
  !!condition && !isWords(condition) && 'date' in condition && !condition.date;

/** Counts the rows of a figure. */
class Counter {
  value = 0;
  asOf = '';
  /** Rows that would be counted if the cell of a column were not empty, or more precise. */
  readonly empty = new Map<string, number>();
  readonly #filled = new Set<string>();
  readonly #tests: readonly (readonly [column: string, test: Test, noDate: boolean])[];
  readonly #add: (row: Row) => void;
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
    const {sum, value} = figure;
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
    const {where, sum, value} = this.figure;
    const needed = columnsOf(this.figure);
    const missing = needed.find((column) => this.columns.indexOf(column) < 0);
    if (missing !== undefined) return `the list has no column ${missing}`;
    const unknown = needed.find(
      (column) => (this.empty.has(column) || asksForNoDate(where[column])) && !this.#filled.has(column),
    );
    if (unknown !== undefined) return `the column ${unknown} is empty`;
    if (value !== undefined && !this.asOf) return 'no row has a count for it';
    const gaps = sum === undefined ? 0 : (this.empty.get(sum) ?? 0);
    return gaps ? `the column ${sum} is empty in ${formatCount(gaps)} rows, and a sum would lack them` : undefined;
  }

  /** How many rows were not counted for want of data. */
  get gaps(): string[] {
    return [...this.empty].flatMap(([column, number]) => {
      const condition = this.figure.where[column] ?? [];
      if (this.figure.value !== undefined || (!isWords(condition) && !('under' in condition))) return [];
      const why = isWords(condition) ? 'empty' : 'empty or not precise';
      return [`${this.id}: ${formatCount(number)} not counted, since ${column} is ${why}.`];
    });
  }
}

/** Stops at a row that contradicts itself, or counts rows for a note. */
const ruleReader = ({where, refuse, note}: Rule, columns: Columns, name: string) => {
  const conditions = Object.entries(where);
  const tests = conditions.map(([column, condition]) => columns.test(column, condition));
  const canBe = conditions.every(([column]) => columns.indexOf(column) >= 0);
  const reader = {
    note,
    rows: 0,
    read(row: Row) {
      if (!canBe || !tests.every((test) => test(row))) return;
      if (refuse) throw lineError(name, row.line, refuse, 'Ask the source, and correct the list.');
      reader.rows++;
    },
  };
  return reader;
};

/** Stops at a row whose id an earlier row has. */
const idReader = (column: string, columns: Columns) => {
  const lines = new Map<string, number>();
  const read = columns.ids(column);
  return (row: Row) => {
    const id = read(row);
    if (!id) throw columns.error(row, column, 'it is empty.', 'Each row needs an id, so that nobody is counted twice.');
    const line = lines.get(id);
    if (line !== undefined)
      throw columns.error(row, column, `line ${line} has the same id.`, 'Remove one, or export the list again.');
    lines.set(id, row.line);
  };
};

/**
 * Counts a table. Throws a UserError at the first cell that cannot be read for sure, a repeated id, or a row that
 * contradicts itself; and if most rows have the same date. Columns that no requested figure needs are not read.
 */
export const tally = async (table: Table, mapping: Mapping, options: TallyOptions): Promise<Tally> => {
  const {name} = table;
  const {asOf, figures, onProgress} = options;
  const columns = new Columns(table, mapping, asOf);
  columns.require([mapping.id, mapping.date, ...figures.flatMap((id) => columnsOf(mapping.figures[id]!))]);
  const readId = mapping.id === undefined ? undefined : idReader(mapping.id, columns);
  const rules = (mapping.rules ?? []).map((rule) => ruleReader(rule, columns, name));
  const counters = figures.map((id) => new Counter(id, mapping.figures[id]!, columns, mapping, asOf));
  const readers = [
    ...rules,
    ...counters.filter(({figure}) => columnsOf(figure).every((column) => columns.indexOf(column) >= 0)),
  ];
  let rows = 0;
  for await (const row of table.rows) {
    readId?.(row);
    for (const reader of readers) reader.read(row);
    if (++rows % 1000 === 0) onProgress?.(rows);
  }
  if (!rows) throw new UserError(`${name} has a header but no rows.`, 'Download the list again.');
  columns.refuseCommonDates();
  const known = counters.filter(({reason}) => reason === undefined);
  return {
    rows,
    counts: Object.fromEntries(known.map(({id, value, asOf: date}) => [id, {value, asOf: date || asOf}])),
    unavailable: Object.fromEntries(counters.flatMap(({id, reason}) => (reason === undefined ? [] : [[id, reason]]))),
    notes: [
      ...table.notes,
      ...rules.flatMap(({note, rows: number}) => (note && number ? [`${formatCount(number)} ${note}`] : [])),
      ...known.flatMap(({gaps}) => gaps),
    ],
  };
};
