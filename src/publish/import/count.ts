import {DATE} from '../../feed/fields.js';
import {UserError} from '../user-error.js';
import {formatCount} from '../report.js';
import {Columns, type Test} from './columns.js';
import type {Row, Table} from './csv.js';
import {lineError} from './encoding.js';
import {Totals} from './totals.js';
import type {Qualifier} from '../../feed/sections/figures.js';
import {columnsOf, isWords, type Condition, type FigureMapping, type Mapping, type Rule} from './mapping.js';

/* Counts a table by a mapping. Only numbers leave this file. */

/** A count, and the civil date of which it is. */
export interface DatedValue {
  readonly value: number;
  readonly asOf: string;
  /** How the mapping qualifies it; “at least” if there are rows of which nobody can say whether they count. */
  readonly qualifier?: Qualifier;
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

/** Looks for rows of totals where rows are counted or added up; not where the cell of one row is taken. */
const totalsReader = (columns: Columns, mapping: Mapping, figures: readonly FigureMapping[], name: string) => {
  if (figures.every(({value}) => value !== undefined)) return undefined;
  const summed = figures.flatMap(({sum}) => (sum === undefined ? [] : [[columns.indexOf(sum), sum] as const]));
  const words = [...new Set(figures.flatMap(({where}) => Object.keys(where)))].map(
    (column) => [columns.indexOf(column), columns.wordsOf(column)] as const,
  );
  return new Totals({
    name,
    id: mapping.id === undefined ? -1 : columns.indexOf(mapping.id),
    summed: new Map(summed.filter(([index]) => index >= 0)),
    isKnown: (index, word) => words.some(([column, known]) => column === index && known.has(word)),
  });
};

/** For each figure that needs a date: stops at a row in which it is before the birthday. */
const birthReaders = ({figures}: Mapping, ids: readonly string[], columns: Columns) => {
  const columnsWith = (kind: string, {where}: FigureMapping) =>
    Object.entries(where).flatMap(([column, condition]) =>
      !isWords(condition) && kind in condition && columns.indexOf(column) >= 0 ? [column] : [],
    );
  const birthdays = [...new Set(Object.values(figures).flatMap((figure) => columnsWith('under', figure)))];
  return ids.flatMap((id) => {
    const figure = figures[id]!;
    const tests = Object.entries(figure.where).map(([column, condition]) => columns.test(column, condition));
    return columnsWith('date', figure).flatMap((dates) =>
      birthdays.map((column) => {
        const refuse = columns.refuseBeforeBirth(column, dates);
        return {read: (row: Row) => void (tests.every((test) => test(row)) && refuse(row))};
      }),
    );
  });
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
  const totals = totalsReader(
    columns,
    mapping,
    counters.map(({figure}) => figure),
    name,
  );
  const readers = [
    ...rules,
    ...birthReaders(mapping, figures, columns),
    ...counters.filter(({figure}) => columnsOf(figure).every((column) => columns.indexOf(column) >= 0)),
  ];
  let rows = 0;
  for await (const row of table.rows) {
    totals?.add(row);
    readId?.(row);
    for (const reader of readers) reader.read(row);
    if (++rows % 1000 === 0) onProgress?.(rows);
  }
  if (!rows) throw new UserError(`${name} has a header but no rows.`, 'Download the list again.');
  totals?.finish();
  columns.refuseCommonDates();
  const known = counters.filter(({reason}) => reason === undefined);
  return {
    rows,
    counts: Object.fromEntries(known.map(({id, count}) => [id, count])),
    unavailable: Object.fromEntries(counters.flatMap(({id, reason}) => (reason === undefined ? [] : [[id, reason]]))),
    notes: [
      ...table.notes,
      ...rules.flatMap(({note, rows: number}) => (note && number ? [`${formatCount(number)} ${note}`] : [])),
      ...known.flatMap((counter) => counter.notes),
    ],
  };
};
