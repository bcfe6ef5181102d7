import type {Row, Table} from './csv.js';
import {Stop} from '../io.js';
import {cellsOf, isMinor, type Column} from './viasna-cells.js';

/* Viasna's export of its list, a person a row, as numbers: nothing else leaves this file. */

/** A figure that the list can give, as it is written into a feed that lacks it. */
export interface Definition {
  readonly title: string;
  /** What is counted, for readers. */
  readonly definition: string;
  /** The column that the list must have for it, filled for somebody. */
  readonly needs?: Column;
}

const RECOGNISED = 'recognised as political prisoners by Belarusian human rights groups';

/** The figures that the list can give. */
export const FIGURES = {
  held: {
    title: 'Political prisoners',
    definition: `In custody on this date and ${RECOGNISED}. Not all are known.`,
  },
  women: {
    title: 'Women political prisoners',
    definition: `Women in custody on this date and ${RECOGNISED}. Not all are known.`,
    needs: 'gender',
  },
  minors: {
    title: 'Political prisoners under 18',
    definition: `In custody and under 18 on this date, and ${RECOGNISED}. Whose birthday is not known is not counted.`,
    needs: 'birthday',
  },
  recognised: {
    title: 'Recognised as political prisoners so far',
    definition: `All who have been ${RECOGNISED} up to this date: those in custody, those released, those who died.`,
  },
  released: {
    title: 'Political prisoners no longer in custody',
    definition:
      `People ${RECOGNISED} who are no longer in custody on this date, whatever the reason. ` +
      'Those who died are not counted. Released does not mean cleared, or free to stay in the country.',
    needs: 'died',
  },
  died: {
    title: 'Political prisoners who died',
    definition: `People ${RECOGNISED} who have died, in custody or after it, as far as the list records it.`,
    needs: 'died',
  },
} as const satisfies Readonly<Record<string, Definition>>;

export type FigureId = keyof typeof FIGURES;
export const FIGURE_IDS = Object.keys(FIGURES) as readonly FigureId[];

type PerFigure<T> = Readonly<Partial<Record<FigureId, T>>>;

/** What a list says, in numbers. */
export interface Tally {
  readonly rows: number;
  readonly counts: PerFigure<number>;
  /** Why the list cannot give a wanted figure. */
  readonly cannot: PerFigure<string>;
  /** What a person should know of the list's gaps. */
  readonly notes: readonly string[];
}

/** Counters of rows, and of the gaps in them. */
const nothing = () => ({
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
  vagueBirthday: 0,
  activeReleased: 0,
  activeDied: 0,
});
type Counters = ReturnType<typeof nothing>;

/** Counts a row of a recognised person in custody. */
const countActive = (n: Counters, row: Row, cells: ReturnType<typeof cellsOf>, wanted: Wanted, asOf: string) => {
  // A day of release that lies ahead may be the end of the term: it is told, and the status decides.
  if (cells.text(row, 'release_date')) n.activeReleased++;
  if (wanted.has('women')) {
    const woman = cells.isWoman(row);
    if (woman) n.women++;
    else if (woman === undefined) n.noGender++;
  }
  if (wanted.has('minors')) {
    const birthday = cells.date(row, 'birthday');
    const minor = birthday && isMinor(birthday, asOf);
    if (!birthday) n.noBirthday++;
    else if (minor === undefined) n.vagueBirthday++;
    else if (minor) n.minors++;
  }
};

type Wanted = ReadonlySet<FigureId>;

/**
 * Counts a list as it stood on `asOf`, a civil date. Stops at the first row with a status, gender or date that is none,
 * an id that repeats, or a date after `asOf`; of the columns that only some figures need, where they are in `wanted`.
 * `progress` is called now and then with how many rows are read.
 */
export const tally = async (
  table: Table,
  {name, asOf, wanted, progress}: {name: string; asOf: string; wanted: Wanted; progress?: (rows: number) => void},
): Promise<Tally> => {
  const cells = cellsOf(table, name, asOf);
  const seen = new Map<string, number>();
  const n = nothing();
  for await (const row of table.rows) {
    const status = cells.status(row);
    const id = cells.text(row, 'id');
    if (!id) throw cells.fault(row, 'id', 'it is empty.', 'Each person needs an id, so that nobody is counted twice.');
    if (seen.has(id))
      throw cells.fault(row, 'id', `line ${seen.get(id)} has the same id.`, 'Remove one, or export the list again.');
    seen.set(id, row.line);
    n[status]++;
    if (++n.rows % 1000 === 0) progress?.(n.rows);
    if (status === 'np') continue;
    const died = cells.date(row, 'died');
    if (died) n.died++;
    if (died && status === 'former') n.diedFormer++;
    if (died && status === 'active') n.activeDied++;
    if (status === 'active') countActive(n, row, cells, wanted, asOf);
    else cells.date(row, 'release_date');
  }
  if (!n.rows) throw new Stop(`${name} has a header and no rows.`, 'Download the list again.');
  return {rows: n.rows, ...judged(n, cells.has, wanted), notes: notesOf(n)};
};

/** The figures that the list gives honestly: a column that is empty for all tells nothing, not even 0. */
const judged = (n: Counters, has: (column: Column) => boolean, wanted: Wanted): Pick<Tally, 'counts' | 'cannot'> => {
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
  const cannot: Partial<Record<FigureId, string>> = {};
  for (const id of FIGURE_IDS.filter((figure) => wanted.has(figure))) {
    const {needs}: Definition = FIGURES[id];
    if (!needs || filled[needs]) counts[id] = all[id];
    else cannot[id] = has(needs) ? `the column ${needs} is empty` : `the list has no column ${needs}`;
  }
  return {counts, cannot};
};

const notesOf = (n: Counters): string[] => {
  const note = (count: number, words: string) => (count ? [`${count.toLocaleString('en')} ${words}`] : []);
  // A column that is empty for all is told where the figure is.
  const some = (count: number) => (count < n.active ? count : 0);
  return [
    ...note(n.np, 'in the list are not recognised as political prisoners (np) and counted nowhere.'),
    ...note(some(n.noGender), 'held have no gender in the list: not among the women.'),
    ...note(some(n.noBirthday), 'held have no birthday in the list: not among the minors.'),
    ...note(n.vagueBirthday, 'held may be under 18, their birthday is not exact: not among the minors.'),
    ...note(n.activeReleased, 'counted as held have a date of release: ask the source whether they are free.'),
    ...note(n.activeDied, 'counted as held have a date of death: ask the source.'),
  ];
};
