import {formatCount} from '../report.js';
import {UserError} from '../user-error.js';
import {Columns} from './columns.js';
import type {Table} from './csv.js';
import {FigureCounter, type DatedValue} from './figure-counter.js';
import {columnsOf, type Mapping} from './mapping.js';
import {birthReaders, dataReader, idReader, ruleReader} from './row-checks.js';

/* Counts a table by a mapping. Only numbers leave this file. */

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
  /** The last date in a column of days. Without it, the date of the list. */
  readonly latest?: string;
  /** The ids of the figures to count. */
  readonly figures: readonly string[];
  /** Called every 1,000 rows with the number of rows. */
  readonly onProgress?: (rows: number) => void;
}

/**
 * Counts a table. Throws a UserError at the first cell that cannot be read for sure, a repeated id, or a row that
 * contradicts itself; and if most rows have the same date. Columns that no requested figure needs are not read.
 */
export const tally = async (table: Table, mapping: Mapping, options: TallyOptions): Promise<Tally> => {
  const {name} = table;
  const {asOf, latest, figures, onProgress} = options;
  const columns = new Columns(table, mapping, asOf, latest);
  columns.require([mapping.id, mapping.date, ...figures.flatMap((id) => columnsOf(mapping.figures[id]!))]);
  const readId = mapping.id === undefined ? undefined : idReader(mapping.id, columns);
  const rules = (mapping.rules ?? []).map((rule) => ruleReader(rule, columns, name));
  const counters = figures.map((id) => new FigureCounter(id, mapping.figures[id]!, columns, mapping, asOf));
  const data = dataReader(
    table,
    columns,
    mapping,
    counters.map(({figure}) => figure),
  );
  const readers = [
    ...rules,
    ...birthReaders(mapping, figures, columns),
    ...counters.filter(({figure}) => columnsOf(figure).every((column) => columns.indexOf(column) >= 0)),
  ];
  let rows = 0;
  for await (const row of table.rows) {
    data?.read(row);
    readId?.(row);
    for (const reader of readers) reader.read(row);
    if (++rows % 1000 === 0) onProgress?.(rows);
  }
  if (!rows) throw new UserError(`${name} has a header but no rows.`, 'Download the list again.');
  data?.finish();
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
