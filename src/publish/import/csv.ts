import type {CsvError, Options} from 'csv-parse';
import {UserError} from '../user-error.js';
import {cleanCell} from './cells.js';
import {decodeText, detectEncoding, lineError, type Encoding, type Open} from './encoding.js';
import {RowFilter} from './row-filter.js';

/** A row of a table: its cells in the order of the columns, and the line of the file where it begins, from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table that is being read. */
export interface Table {
  readonly name: string;
  /** The names of the columns. */
  readonly columns: readonly string[];
  /** What was not as expected, for the publisher; complete when all rows have been read. */
  readonly notes: readonly string[];
  /** Reads the rows one by one; the file is never in memory as a whole. */
  readonly rows: AsyncIterable<Row>;
}

/** Splits a text into records: csv-parse, as it is for Node or for browsers. Throws a CsvError. */
export type SplitRecords = (text: AsyncIterable<string>, options: Options) => AsyncIterable<unknown>;

export interface TableOptions {
  /** The name of the file, for errors. */
  readonly name: string;
  /** The columns by which the header is found, below a title. */
  readonly needed?: readonly string[];
  /** The encoding, if it is not to be detected. */
  readonly encoding?: Encoding;
}

/** Characters of a header or a record: a quote that is never closed would include the rest of the file. */
const MAX_RECORD = 1_000_000;
/** A remark that a program writes above a list. */
const REMARK = /^\s*"?#\s*\p{L}/u;
/** Lines in which the header is looked for. */
const MAX_TITLE = 20;

const SEPARATORS: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
};

/** The chunks that contain the lines in which the header may be. */
const readStart = async (chunks: AsyncGenerator<string>, name: string): Promise<string> => {
  let text = '';
  while (text.trimStart().split('\n').length <= MAX_TITLE && text.length < MAX_RECORD) {
    const {value, done} = await chunks.next();
    if (done) break;
    text += value;
  }
  if (!text.trim()) throw new UserError(`${name} is empty.`, 'Give the list that was exported as CSV.');
  return text;
};

/**
 * The cells of a line that may be the header, without empty ones. Not by the parser: a call for one line beforehand makes
 * it a tenth slower for all rows.
 */
const cellsOf = (line: string, separator: string): string[] =>
  (line.match(new RegExp(`"(?:[^"]|"")*"|[^\\${separator}]+`, 'g')) ?? []).map((cell) =>
    cleanCell(cell.replace(/^"(.*)"$/, '$1').replaceAll('""', '"')),
  );

interface Header {
  /** From 0. */
  readonly line: number;
  readonly separator: string;
}

/**
 * The header: the first line that has the columns that are needed, with any separator, or with the one that a line
 * `sep=;` names. Without one, the first line, with the separator that is most frequent in it.
 */
const findHeader = (lines: readonly string[], needed: readonly string[]): Header => {
  const first = lines.findIndex((line) => line.trim());
  const named = /^"?sep=(.)"?\s*$/i.exec(lines[first]!)?.[1];
  const separators = named ? [named] : Object.keys(SEPARATORS);
  const start = named ? lines.findIndex((line, i) => i > first && line.trim()) : first;
  const names = needed.map((column) => column.toLowerCase());
  for (let line = start; names.length && line >= 0 && line < Math.min(lines.length, MAX_TITLE); line++)
    for (const separator of separators) {
      const cells = cellsOf(lines[line]!, separator).map((cell) => cell.toLowerCase());
      if (names.every((name) => cells.includes(name))) return {line, separator};
    }
  const line = Math.max(start, 0);
  const frequency = (separator: string) => lines[line]!.split(separator).length;
  return {line, separator: separators.reduce((best, one) => (frequency(one) > frequency(best) ? one : best))};
};

const quoteError = (name: string, line: number, code: string): UserError =>
  code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE'
    ? lineError(
        name,
        line,
        'a quote is opened in this row and never closed.',
        'If the file was cut off, download it again. Otherwise add the missing " at the end of the text.',
      )
    : lineError(name, line, 'there is a quote in the middle of a text.', 'Double it ("") inside a text in quotes.');

/** A row with as many cells as the header. Spreadsheets add empty cells at the end. */
const fitRow = (name: string, row: Row, width: number): Row => {
  const {line, cells} = row;
  if (cells.length === width) return row;
  if (cells.length > width && cells.slice(width).every((cell) => !cleanCell(cell)))
    return {line, cells: cells.slice(0, width)};
  throw lineError(
    name,
    line,
    `the row has ${cells.length} cells, but the header has ${width}.`,
    'If it is a remark below the table, remove it. If it is the last line, the file may be cut off: download it again. ' +
      'Otherwise quotes are missing around a text.',
  );
};

/**
 * Reads values separated by commas, semicolons, tabs or vertical bars. Throws a UserError if the bytes are not a table,
 * not text in the encoding, or have quotes that are not closed, or rows of another length than the header. No error
 * quotes a cell: it may contain a person's name.
 */
export const readTable = async (
  open: Open,
  splitRecords: SplitRecords,
  {name, needed = [], encoding: given}: TableOptions,
): Promise<Table> => {
  const encoding = given ?? (await detectEncoding(name, open));
  const chunks = decodeText(name, open, encoding);
  const start = await readStart(chunks, name);
  const lines = start.split('\n');
  const header = findHeader(lines, needed);
  // Of one column: what is above the names of several has fewer cells.
  if (REMARK.test(lines[header.line]!) && cellsOf(lines[header.line]!, header.separator).length === 1)
    throw lineError(
      name,
      header.line + 1,
      'the header begins with #, as a remark does.',
      'If it is a remark, remove it: the line below it would be counted. If it is the header, remove the #.',
    );
  const titles = lines.slice(0, header.line).filter((line) => line.trim() && !/^"?sep=.?"?\s*$/i.test(line)).length;
  const notes = [
    ...(encoding === 'utf-8' ? [] : [`The list was read as ${encoding.toUpperCase()}.`]),
    ...(header.separator === ','
      ? []
      : [`The cells are separated by ${SEPARATORS[header.separator] ?? `“${header.separator}”`}.`]),
    ...(titles ? [`The header is in line ${header.line + 1}; what is above it was not read.`] : []),
  ];

  async function* text() {
    yield lines.slice(header.line).join('\n');
    yield* chunks;
  }

  /** The header, and then the rows. One generator: each row costs a step in each that it passes through. */
  async function* readRows(): AsyncGenerator<Row> {
    let [lastLine, width] = [header.line, 0];
    const filter = new RowFilter(name);
    const records = splitRecords(text(), {
      delimiter: header.separator,
      record_delimiter: '\n',
      relax_column_count: true,
      max_record_size: MAX_RECORD,
      on_record: (cells: string[], {lines: read}) => {
        const line = lastLine + 1;
        lastLine = header.line + read;
        return {line, cells} as unknown as string[];
      },
    });
    try {
      for await (const record of records as AsyncIterable<Row>) {
        const {cells, line} = record;
        if (filter.skips(cells, line)) continue;
        if (!width) {
          width = cells.length;
          filter.header = cells;
        }
        yield fitRow(name, record, width);
      }
    } catch (error) {
      const {code = ''} = error as CsvError;
      throw /QUOTE|MAX_RECORD/.test(code) ? quoteError(name, lastLine + 1, code) : error;
    }
    notes.push(...filter.notes);
  }

  const rows = readRows();
  const {cells: columns = []} = ((await rows.next()).value ?? {}) as Partial<Row>;
  return {name, columns: columns.map(cleanCell), notes, rows};
};
