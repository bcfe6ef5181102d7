import {DATE} from '../../feed/fields.js';
import {UserError} from '../io.js';
import {formatCount} from '../report.js';
import {CellError, cleanCell, isUnder, readCount, readDate, readFilled, readId, readWord} from './cells.js';
import type {Row, Table} from './csv.js';
import {lineError} from './encoding.js';
import type {Condition, FigureMapping, Mapping, Where} from './mapping.js';

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

/** Nobody on a list has died or was released before; programs write 1900 or 1970 for “no date”. */
const FIRST_DATE = '1990-01-01';
/** Years that nobody is older than. */
const MAX_AGE = 115;
/** Rows from which a date that most of them have is a default of a program, and not a coincidence. */
const MIN_REPEATED = 3;
const MIN_BIRTHDAYS = 10;

const isWords = (condition: Condition): condition is readonly string[] => Array.isArray(condition);

/** How often each date of a column is there. */
class DateStatistics {
  readonly #counts = new Map<string, number>();
  #total = 0;

  add(date: string) {
    if (date.length < 10) return;
    this.#total++;
    this.#counts.set(date, (this.#counts.get(date) ?? 0) + 1);
  }

  /** A date that most of at least `min` rows have. */
  common(min: number): string | undefined {
    for (const [date, count] of this.#counts) if (count >= min && count * 2 > this.#total) return date;
    return undefined;
  }
}

/** What was counted for a figure. */
class Counter {
  value = 0;
  asOf = '';
  /** The line of the row of a `value`. */
  line = 0;
  /** Rows that meet all conditions up to a column whose cell is empty or not precise, by column; and those where it is filled. */
  readonly empty = new Map<string, number>();
  readonly filled = new Set<string>();
}

const isComplete = (date: string | undefined): date is string => DATE(date);

/** Throws a UserError if a column that is needed is missing, or one that is read is there twice. */
const requireColumns = (
  {name, columns}: Table,
  {needed, id, date}: Mapping,
  requested: readonly (readonly [string, FigureMapping])[],
  indexOf: (column: string) => number,
) => {
  const missing = needed.find((column) => indexOf(column) < 0);
  if (missing !== undefined) {
    // Without a header, the first row is a person: only what looks like a column's name is quoted.
    const known = columns.filter((word) => /^([a-z][a-z0-9_]*|[A-Z][A-Z0-9_]*)$/.test(word));
    const others = columns.length - known.length;
    const all = [...known, ...(others ? [`and ${others} others`] : [])].join(', ');
    throw new UserError(`${name} has no column “${missing}”.`, `The columns found are: ${all}.`);
  }
  const names = columns.map((column) => column.toLowerCase());
  const read = requested.flatMap(([, {where, sum, value}]) => [...Object.keys(where), sum, value]);
  for (const column of [id, date, ...read])
    if (column !== undefined && indexOf(column) !== names.lastIndexOf(cleanCell(column).toLowerCase()))
      throw new UserError(
        `${name} has two columns “${column}”.`,
        'Remove the one that is wrong, or export the list again.',
      );
};

/**
 * Counts a table. Throws a UserError at the first cell that cannot be read for sure, a repeated id, or a row that
 * contradicts itself; and if most rows have the same date. Columns that no requested figure needs are not read.
 */
export const tally = async (table: Table, mapping: Mapping, options: TallyOptions): Promise<Tally> => {
  const {name} = table;
  const {asOf, onProgress} = options;
  const names = table.columns.map((column) => column.toLowerCase());
  const indexes = new Map<string, number>();
  const indexOf = (column: string) => {
    let index = indexes.get(column);
    if (index === undefined) indexes.set(column, (index = names.indexOf(cleanCell(column).toLowerCase())));
    return index;
  };
  const requested = options.figures.map((id): [string, FigureMapping] => [id, mapping.figures[id]!]);
  const rules = mapping.rules ?? [];

  requireColumns(table, mapping, requested, indexOf);

  /** All words that a column may have. */
  const words = new Map<string, Set<string>>();
  const wordsOf = (column: string): Set<string> => {
    let known = words.get(column);
    if (known) return known;
    const inConditions = [...Object.values(mapping.figures), ...rules].flatMap(({where}) => {
      const condition = where[column];
      return condition && isWords(condition) ? condition : [];
    });
    known = new Set([...(mapping.values[column] ?? []), ...inConditions].map((word) => word.toLowerCase()));
    words.set(column, known);
    return known;
  };
  const wanted = new Map<readonly string[], Set<string>>();
  const wantedOf = (condition: readonly string[]): Set<string> => {
    let set = wanted.get(condition);
    if (!set) wanted.set(condition, (set = new Set(condition.map((word) => word.toLowerCase()))));
    return set;
  };

  const read = <T>({line, cells}: Row, column: string, reader: (cell: string) => T): T => {
    try {
      return reader(cleanCell(cells[indexOf(column)] ?? ''));
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      throw lineError(name, line, `column ${column}: ${error.message}`, error.fix);
    }
  };
  const statistics = new Map<string, DateStatistics>();
  /** The row whose dates were added to the statistics. */
  const lastLine = new Map<string, number>();
  const dateIn = (row: Row, column: string, isCounted: boolean, min = FIRST_DATE) => {
    const date = read(row, column, (cell) => readDate(cell, {min, max: asOf}));
    if (date && isCounted && lastLine.get(column) !== row.line) {
      lastLine.set(column, row.line);
      let dates = statistics.get(column);
      if (!dates) statistics.set(column, (dates = new DateStatistics()));
      dates.add(date);
    }
    return date;
  };
  const firstBirthday = `${Number(asOf.slice(0, 4)) - MAX_AGE}-01-01`;
  const birthdays = new Set<string>();

  /**
   * Whether a row meets a condition of a figure, or of a rule; undefined if the cell is empty, or a birthday is not
   * precise enough. Rows that are only searched for a value may have any word.
   */
  const meets = (row: Row, column: string, condition: Condition, figure?: FigureMapping): boolean | undefined => {
    if (isWords(condition)) {
      const known = figure?.value === undefined ? wordsOf(column) : undefined;
      const word = read(row, column, (cell) => (known ? readWord(cell, known) : cell.toLowerCase()));
      return wantedOf(condition).has(word) ? true : word ? false : undefined;
    }
    if ('filled' in condition) return read(row, column, readFilled) === condition.filled;
    if ('date' in condition) {
      const date = dateIn(row, column, figure !== undefined);
      return date ? condition.date : condition.date ? undefined : true;
    }
    birthdays.add(column);
    const birthday = dateIn(row, column, figure !== undefined, firstBirthday);
    return birthday === undefined ? undefined : isUnder(condition.under, birthday, asOf);
  };

  const meetsAll = (row: Row, where: Where) =>
    Object.entries(where).every(([column, condition]) => indexOf(column) >= 0 && meets(row, column, condition));

  /** Whether a row is counted for a figure. */
  const isCounted = (row: Row, figure: FigureMapping, counter: Counter): boolean => {
    for (const [column, condition] of Object.entries(figure.where)) {
      const met = meets(row, column, condition, figure);
      // For “no date” an empty cell is an answer, but only in a column that has dates.
      const isFilled = 'date' in condition && !isWords(condition) ? met === condition.date : met !== undefined;
      if (isFilled) counter.filled.add(column);
      else if (met === undefined) counter.empty.set(column, (counter.empty.get(column) ?? 0) + 1);
      if (!met) return false;
    }
    return true;
  };

  const counters = new Map(requested.map(([id]) => [id, new Counter()]));
  const available = requested.filter(([, {where, sum, value}]) =>
    [...Object.keys(where), sum, value].every((column) => column === undefined || indexOf(column) >= 0),
  );

  const takeValue = (row: Row, id: string, {value}: FigureMapping, counter: Counter) => {
    const count = read(row, value!, readCount);
    if (count === undefined) return;
    const date = mapping.date === undefined ? asOf : dateIn(row, mapping.date, false);
    if (!isComplete(date))
      throw lineError(name, row.line, `column ${mapping.date}: a whole date is missing.`, 'Write it as 2026-03-05.');
    if (date === counter.asOf)
      throw lineError(
        name,
        row.line,
        `line ${counter.line} has a count for ${id}, too.`,
        'Add a condition to "where", or remove one of the rows.',
      );
    if (date > counter.asOf) Object.assign(counter, {value: count, asOf: date, line: row.line});
  };

  const count = (row: Row, id: string, figure: FigureMapping, counter: Counter) => {
    if (figure.value !== undefined) return takeValue(row, id, figure, counter);
    counter.line = row.line;
    counter.asOf = asOf;
    if (figure.sum === undefined) counter.value++;
    else {
      const addend = read(row, figure.sum, readCount);
      if (addend === undefined) counter.empty.set(figure.sum, (counter.empty.get(figure.sum) ?? 0) + 1);
      else counter.filled.add(figure.sum);
      counter.value += addend ?? 0;
    }
  };

  const lines = new Map<string, number>();
  const refuseRepeatedId = (row: Row, column: string) => {
    const id = read(row, column, readId);
    if (!id)
      throw lineError(
        name,
        row.line,
        `column ${column}: it is empty.`,
        'Each row needs an id, so that nobody is counted twice.',
      );
    const line = lines.get(id);
    if (line !== undefined)
      throw lineError(
        name,
        row.line,
        `column ${column}: line ${line} has the same id.`,
        'Remove one, or export the list again.',
      );
    lines.set(id, row.line);
  };

  const noted = new Map<string, number>();
  let rows = 0;
  for await (const row of table.rows) {
    if (mapping.id !== undefined) refuseRepeatedId(row, mapping.id);
    for (const {where, refuse, note} of rules)
      if (meetsAll(row, where)) {
        if (refuse) throw lineError(name, row.line, refuse, 'Ask the source, and correct the list.');
        if (note) noted.set(note, (noted.get(note) ?? 0) + 1);
      }
    for (const [id, figure] of available)
      if (isCounted(row, figure, counters.get(id)!)) count(row, id, figure, counters.get(id)!);
    if (++rows % 1000 === 0) onProgress?.(rows);
  }
  if (!rows) throw new UserError(`${name} has a header but no rows.`, 'Download the list again.');

  for (const [column, dates] of statistics) {
    const common =
      column === mapping.date ? undefined : dates.common(birthdays.has(column) ? MIN_BIRTHDAYS : MIN_REPEATED);
    if (common)
      throw new UserError(
        `${name}, column ${column}: most rows with a date have ${common}, as if a program had filled it in.`,
        'Ask the source for a corrected list, or leave out the figures that need this column with --figures.',
      );
  }

  const counts: Record<string, DatedValue> = {};
  const unavailable: Record<string, string> = {};
  const gaps: string[] = [];
  for (const [id, figure] of requested) {
    const {value, asOf: date, empty, filled} = counters.get(id)!;
    const needed = [...Object.keys(figure.where), figure.sum, figure.value].filter((column) => column !== undefined);
    const missing = needed.find((column) => indexOf(column) < 0);
    const unknown = needed.find((column) => {
      const condition = figure.where[column];
      const isAsked = condition && !isWords(condition) && 'date' in condition && !condition.date;
      return (isAsked || empty.has(column)) && !filled.has(column);
    });
    if (missing !== undefined) unavailable[id] = `the list has no column ${missing}`;
    else if (unknown !== undefined) unavailable[id] = `the column ${unknown} is empty`;
    else if (figure.value !== undefined && !date) unavailable[id] = 'no row has a count for it';
    else if (figure.sum !== undefined && empty.has(figure.sum))
      unavailable[id] =
        `the column ${figure.sum} is empty in ${formatCount(empty.get(figure.sum)!)} rows, and a sum would lack them`;
    else {
      counts[id] = {value, asOf: date || asOf};
      for (const [column, number] of figure.value === undefined ? empty : []) {
        const condition = figure.where[column]!;
        if (isWords(condition)) gaps.push(`${id}: ${formatCount(number)} not counted, since ${column} is empty.`);
        else if ('under' in condition)
          gaps.push(`${id}: ${formatCount(number)} not counted, since ${column} is empty or not precise.`);
      }
    }
  }
  return {
    rows,
    counts,
    unavailable,
    notes: [...table.notes, ...[...noted].map(([note, number]) => `${formatCount(number)} ${note}`), ...gaps],
  };
};
