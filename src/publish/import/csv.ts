import {pipeline, Readable} from 'node:stream';
import {parse, type CsvError} from 'csv-parse';
import {UserError} from '../io.js';
import {decodeText, type Encoding} from './decode-text.js';
import {lineError} from './line-error.js';

/** A row of a table: its cells in the order of the columns, and the line of the file where it begins, from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table that is being read. */
export interface Table {
  /** The names of the columns. */
  readonly columns: readonly string[];
  /** The character between two cells. */
  readonly separator: string;
  /** Reads the rows one by one; the file is never in memory as a whole. */
  readonly rows: AsyncIterable<Row>;
}

/** Characters of a header or a record: a quote that is never closed would include the rest of the file. */
const MAX_RECORD = 1_000_000;

/** The chunks up to the end of the first line that is not blank. */
const readStart = async (chunks: AsyncGenerator<string>, name: string): Promise<string> => {
  let text = '';
  while (!/\S.*\n/.test(text) && text.length < MAX_RECORD) {
    const {value, done} = await chunks.next();
    if (done) break;
    text += value;
  }
  if (!text.trim()) throw new UserError(`${name} is empty.`, 'Give the list that was exported as CSV.');
  return text;
};

/** The separator that occurs most often in the header. */
const separatorIn = (text: string): string => {
  const [header] = text.trimStart().split('\n', 1) as [string];
  return [',', ';', '\t'].reduce((best, mark) => (header.split(mark).length > header.split(best).length ? mark : best));
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

/**
 * Reads comma-, semicolon- or tab-separated values from a stream of bytes. `name` is the file's, for errors: it throws a
 * UserError if the bytes are not a table, not text in the encoding, or have quotes that are not closed or rows of another
 * length than the header. No error quotes a cell: it may contain a person's name.
 */
export const readTable = async (
  bytes: AsyncIterable<Uint8Array>,
  {name, encoding = 'utf-8'}: {name: string; encoding?: Encoding},
): Promise<Table> => {
  const chunks = decodeText(bytes, name, encoding);
  const start = await readStart(chunks, name);
  const separator = separatorIn(start);

  async function* text() {
    yield start;
    yield* chunks;
  }

  async function* readRecords(): AsyncGenerator<Row> {
    let lastLine = 0;
    const parser = parse({
      delimiter: separator,
      record_delimiter: '\n',
      relax_column_count: true,
      max_record_size: MAX_RECORD,
      on_record: (cells: string[], {lines}) => {
        const line = lastLine + 1;
        lastLine = lines;
        return {line, cells} as unknown as string[];
      },
    });
    // An error in any stream of the pipeline ends the loop below.
    pipeline(Readable.from(text()), parser, () => {});
    try {
      for await (const row of parser as AsyncIterable<Row>) if (row.cells.length > 1 || row.cells[0]!.trim()) yield row;
    } catch (error) {
      const {code = ''} = error as CsvError;
      throw /QUOTE|MAX_RECORD/.test(code) ? quoteError(name, lastLine + 1, code) : error;
    }
  }

  const records = readRecords();
  const {cells: header} = (await records.next()).value as Row;

  async function* rows(): AsyncGenerator<Row> {
    for await (const row of records) {
      if (row.cells.length !== header.length)
        throw lineError(
          name,
          row.line,
          `the row has ${row.cells.length} cells, but the header has ${header.length}.`,
          'If it is the last line, the file was cut off: download it again. Otherwise quotes are missing around a text.',
        );
      yield row;
    }
  }

  return {columns: header.map((column) => column.trim()), separator, rows: rows()};
};
