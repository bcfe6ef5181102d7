import {BareRows} from './bare-rows.js';
import {cleanCell, isEmpty} from './cells.js';
import type {Columns} from './columns.js';
import type {Row, Table} from './csv.js';
import {lineError} from './encoding.js';
import {idKey, looksLike} from './ids.js';
import {isWords, type FigureMapping, type Mapping, type Rule} from './mapping.js';
import {Totals} from './totals.js';

/* What stops at a row that cannot be true. Each reader is given all rows, in their order. */

/** Stops at a row that contradicts itself, or counts rows for a note. */
export const ruleReader = ({where, refuse, note}: Rule, columns: Columns, name: string) => {
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

/** Looks for rows that are no data where rows are counted or added up; not where the cell of one row is taken. */
export const dataReader = (table: Table, columns: Columns, mapping: Mapping, figures: readonly FigureMapping[]) => {
  if (figures.every(({value}) => value !== undefined)) return undefined;
  const {name} = table;
  const summed = figures.flatMap(({sum}) => (sum === undefined ? [] : [[columns.indexOf(sum), sum] as const]));
  const words = [...new Set(figures.flatMap(({where}) => Object.keys(where)))].map(
    (column) => [columns.indexOf(column), columns.wordsOf(column)] as const,
  );
  const totals = new Totals({
    name,
    id: mapping.id === undefined ? -1 : columns.indexOf(mapping.id),
    summed: new Map(summed.filter(([index]) => index >= 0)),
    isKnown: (index, word) => words.some(([column, known]) => column === index && known.has(word)),
  });
  const bare = new BareRows({
    name,
    columns: table.columns,
    isAnswer: (index) => words.some(([column]) => column === index),
    isSummed: (index) => summed.some(([column]) => column === index),
    isHeaderKnown: mapping.needed.length > 0,
  });
  return {
    read({line, cells}: Row) {
      const cleaned = cells.map(cleanCell);
      const isFilled = cleaned.map((cell) => !isEmpty(cell));
      totals.add(line, cleaned, isFilled);
      bare.add(line, cleaned, isFilled);
    },
    finish() {
      totals.finish();
      bare.finish();
    },
  };
};

/** For each figure that needs a date: stops at a row in which it is before the birthday. */
export const birthReaders = ({figures}: Mapping, ids: readonly string[], columns: Columns) => {
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

/** Stops at a row whose id an earlier row has, in any way of writing it. */
export const idReader = (column: string, columns: Columns) => {
  const lines = new Map<string, number>();
  /** Of the ids that have letters of another alphabet: their lines by what they look like. */
  const looks = new Map<string, number>();
  const read = columns.ids(column);
  return (row: Row) => {
    const id = idKey(read(row));
    if (!id) throw columns.error(row, column, 'it is empty.', 'Each row needs an id, so that nobody is counted twice.');
    const line = lines.get(id);
    if (line !== undefined)
      throw columns.error(row, column, `line ${line} has the same id.`, 'Remove one, or export the list again.');
    const look = looksLike(id);
    const alike = looks.get(look) ?? (look === id ? undefined : lines.get(look));
    if (alike !== undefined)
      throw columns.error(
        row,
        column,
        `line ${alike} has an id that looks the same, with letters of another alphabet.`,
        'If both are the same person, remove one. Otherwise give one of them another id.',
      );
    lines.set(id, row.line);
    if (look !== id) looks.set(look, row.line);
  };
};
