import {UserError} from '../io.js';
import {formatCount} from '../numbers.js';
import type {Row, Table} from './csv.js';
import {cellReader, isMinor, type CellReader, type Column} from './viasna-columns.js';
import {FIGURE_IDS, FIGURES, type FigureId, type FigureTemplate} from './viasna-figures.js';

/* Counts Viasna's export of its list, one person a row. Only numbers leave this file. */

type PerFigure<T> = Readonly<Partial<Record<FigureId, T>>>;

/** The counts of a list. */
export interface Tally {
  readonly rows: number;
  readonly counts: PerFigure<number>;
  /** Why the list cannot give a figure that was requested. */
  readonly unavailable: PerFigure<string>;
  /** Gaps and contradictions in the list, for the publisher. */
  readonly notes: readonly string[];
}

export interface TallyOptions {
  /** The name of the file, for errors. */
  readonly name: string;
  /** The civil date of the list. */
  readonly asOf: string;
  readonly figures: ReadonlySet<FigureId>;
  /** Called every 1,000 rows with the number of rows. */
  readonly onProgress?: (rows: number) => void;
}

/** Counters of rows, and of gaps in them. */
const zeroCounters = () => ({
  rows: 0,
  active: 0,
  former: 0,
  np: 0,
  women: 0,
  minors: 0,
  died: 0,
  diedFormer: 0,
  noGender: 0,
  noBirthday: 0,
  impreciseBirthday: 0,
  activeReleased: 0,
  activeDied: 0,
});
type Counters = ReturnType<typeof zeroCounters>;

/** Counts a person in custody. */
const countActive = (n: Counters, row: Row, cells: CellReader, {figures, asOf}: TallyOptions) => {
  // A date of release in the future may be the end of the sentence: it is only noted, and the status decides.
  if (cells.text(row, 'release_date')) n.activeReleased++;
  if (figures.has('women')) {
    const isWoman = cells.isWoman(row);
    if (isWoman) n.women++;
    else if (isWoman === undefined) n.noGender++;
  }
  if (figures.has('minors')) {
    const birthday = cells.date(row, 'birthday');
    const minor = birthday && isMinor(birthday, asOf);
    if (!birthday) n.noBirthday++;
    else if (minor === undefined) n.impreciseBirthday++;
    else if (minor) n.minors++;
  }
};

/** The figures for which the list has data: if a column is empty for all, nothing is known, and the count is not 0. */
const selectFigures = (
  n: Counters,
  cells: CellReader,
  {figures}: TallyOptions,
): Pick<Tally, 'counts' | 'unavailable'> => {
  const filled: Partial<Record<Column, number>> = {
    gender: n.active - n.noGender,
    birthday: n.active - n.noBirthday,
    died: n.died,
  };
  const all: Record<FigureId, number> = {
    held: n.active,
    women: n.women,
    minors: n.minors,
    recognised: n.active + n.former,
    released: n.former - n.diedFormer,
    died: n.died,
  };
  const counts: Partial<Record<FigureId, number>> = {};
  const unavailable: Partial<Record<FigureId, string>> = {};
  for (const id of FIGURE_IDS.filter((figure) => figures.has(figure))) {
    const {needs}: FigureTemplate = FIGURES[id];
    if (!needs || filled[needs]) counts[id] = all[id];
    else unavailable[id] = cells.has(needs) ? `the column ${needs} is empty` : `the list has no column ${needs}`;
  }
  return {counts, unavailable};
};

const notesOf = (n: Counters): string[] => {
  const note = (count: number, words: string) => (count ? [`${formatCount(count)} ${words}`] : []);
  // A column that is empty for all is reported with its figure.
  const unlessAll = (count: number) => (count < n.active ? count : 0);
  return [
    ...note(n.np, 'in the list are not recognised as political prisoners (np) and are not counted.'),
    ...note(unlessAll(n.noGender), 'held have no gender in the list, and are not counted as women.'),
    ...note(unlessAll(n.noBirthday), 'held have no birthday in the list, and are not counted as minors.'),
    ...note(n.impreciseBirthday, 'held may be under 18, but their birthday is not precise: not counted as minors.'),
    ...note(n.activeReleased, 'counted as held have a date of release: ask the source whether they are free.'),
    ...note(n.activeDied, 'counted as held have a date of death: ask the source.'),
  ];
};

/**
 * Counts a list. Throws a UserError at the first row with an invalid status, gender or date, a repeated id, or a date
 * after `asOf`. Columns that only some figures need are read only for these.
 */
export const tally = async (table: Table, options: TallyOptions): Promise<Tally> => {
  const {name, asOf, onProgress} = options;
  const cells = cellReader(table, name, asOf);
  const lines = new Map<string, number>();
  const n = zeroCounters();
  for await (const row of table.rows) {
    const status = cells.status(row);
    const id = cells.text(row, 'id');
    if (!id)
      throw cells.cellError(row, 'id', 'it is empty.', 'Each person needs an id, so that nobody is counted twice.');
    if (lines.has(id))
      throw cells.cellError(
        row,
        'id',
        `line ${lines.get(id)} has the same id.`,
        'Remove one, or export the list again.',
      );
    lines.set(id, row.line);
    n[status]++;
    if (++n.rows % 1000 === 0) onProgress?.(n.rows);
    if (status === 'np') continue;
    const died = cells.date(row, 'died');
    if (died) n.died++;
    if (died && status === 'former') n.diedFormer++;
    if (died && status === 'active') n.activeDied++;
    if (status === 'active') countActive(n, row, cells, options);
    else cells.date(row, 'release_date');
  }
  if (!n.rows) throw new UserError(`${name} has a header but no rows.`, 'Download the list again.');
  return {rows: n.rows, ...selectFigures(n, cells, options), notes: notesOf(n)};
};
