import {pipeline, Readable} from 'node:stream';
import {parse, type CsvError} from 'csv-parse';
import {Stop} from '../io.js';

/** A row of a table: its cells in the order of the columns, and the line of the file that it begins on, from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table that is being read. */
export interface Table {
  /** The names of the columns. */
  readonly columns: readonly string[];
  /** What stands between two cells. */
  readonly separator: string;
  /** Reads on, row by row; never the whole file at once. */
  readonly rows: AsyncIterable<Row>;
}

export type Encoding = 'utf-8' | 'windows-1251';

/** A fault at a line of a file. */
export const atLine = (name: string, line: number, what: string, mend: string) =>
  new Stop(`${name}, line ${line}: ${what}`, mend);

/** Characters that a header or one record may have: a quote that does not end would take in the rest of the file. */
const LONGEST = 1_000_000;

/** What a file is that is no table, by its first bytes. */
const NO_TABLES: readonly (readonly [start: RegExp, what: string, mend: string])[] = [
  [/^PK[^ -~]/, 'is a spreadsheet (or another packed file)', 'Open it, and save or export it as CSV in UTF-8.'],
  [/^(\xff\xfe|\xfe\xff)/, 'is text in the encoding UTF-16', 'Save it as CSV with the encoding UTF-8.'],
  [/^(\xef\xbb\xbf)?\s*</, 'is a web page', 'Open the address in a browser, and download the CSV itself.'],
];

const lines = (text: string) => text.split('\n').length - 1;

/** The text of bytes, in pieces; every end of a line is `\n`. */
async function* decoded(bytes: AsyncIterable<Uint8Array>, name: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, {fatal: true});
  let [line, carried, first] = [1, '', true];
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, {stream: true}) : decoder.decode();
    } catch {
      const before = new TextDecoder(encoding).decode(chunk).split('\ufffd')[0]!;
      throw atLine(
        name,
        line + lines(before),
        `this is not ${encoding.toUpperCase()} text.`,
        encoding === 'utf-8'
          ? 'If a Windows program saved it, add --encoding windows-1251. Else save it again with the encoding UTF-8.'
          : 'Leave --encoding away, or save the file again with the encoding UTF-8.',
      );
    }
  };
  for await (const chunk of bytes) {
    const start = Buffer.from(chunk.subarray(0, 64)).toString('latin1');
    const known = first && NO_TABLES.find(([pattern]) => pattern.test(start));
    first = false;
    if (known) throw new Stop(`${name} ${known[1]}, not CSV.`, known[2]);
    if (chunk.includes(0)) throw new Stop(`${name} is not text.`, 'Give the list that was exported as CSV.');
    const text = carried + decode(chunk);
    // The second half of `\r\n` may come with the next piece.
    carried = text.endsWith('\r') ? '\r' : '';
    const piece = text.slice(0, text.length - carried.length).replace(/\r\n?/g, '\n');
    line += lines(piece);
    yield piece;
  }
  yield (carried + decode()).replace(/\r/g, '\n');
}

/** Text in pieces up to the end of its first line that is not blank, or all of it. */
const beginning = async (pieces: AsyncGenerator<string>, name: string): Promise<string> => {
  let text = '';
  while (!/\S.*\n/.test(text) && text.length < LONGEST) {
    const {value, done} = await pieces.next();
    if (done) break;
    text += value;
  }
  if (!text.trim()) throw new Stop(`${name} is empty.`, 'Give the list that was exported as CSV.');
  return text;
};

/** What stands between the names of the columns most often. */
const separatorIn = (text: string): string => {
  const [header] = text.trimStart().split('\n', 1) as [string];
  return [',', ';', '\t'].reduce((best, mark) => (header.split(mark).length > header.split(best).length ? mark : best));
};

const brokenQuote = (name: string, line: number, code: string): Stop =>
  code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE'
    ? atLine(
        name,
        line,
        'a quote is opened in this row and never closed.',
        'Was the file cut off? Download it again. Else put the missing " at the end of the text.',
      )
    : atLine(name, line, 'a quote stands in the middle of a text.', 'Double it ("") inside a text that is in quotes.');

/**
 * Reads a table of comma-, semicolon- or tab-separated values from bytes, as a stream. `name` is the file’s, for the
 * stops: what is no table, no text in its encoding, has rows of another length than the header, or open quotes. No
 * stop tells what stands in a cell: it may be a person’s name.
 */
export const readTable = async (
  bytes: AsyncIterable<Uint8Array>,
  {name, encoding = 'utf-8'}: {name: string; encoding?: Encoding},
): Promise<Table> => {
  const pieces = decoded(bytes, name, encoding);
  const start = await beginning(pieces, name);
  const separator = separatorIn(start);

  async function* text() {
    yield start;
    yield* pieces;
  }

  async function* read(): AsyncGenerator<Row> {
    let ended = 0;
    const parser = parse({
      delimiter: separator,
      record_delimiter: '\n',
      relax_column_count: true,
      max_record_size: LONGEST,
      on_record: (cells: string[], {lines: end}) => {
        const line = ended + 1;
        ended = end;
        return {line, cells} as unknown as string[];
      },
    });
    // What fails in any of them ends the reading of the parser, below.
    pipeline(Readable.from(text()), parser, () => {});
    try {
      for await (const row of parser as AsyncIterable<Row>) if (row.cells.length > 1 || row.cells[0]!.trim()) yield row;
    } catch (error) {
      const {code = ''} = error as CsvError;
      throw /QUOTE|MAX_RECORD/.test(code) ? brokenQuote(name, ended + 1, code) : error;
    }
  }

  const all = read();
  const {cells: header} = (await all.next()).value as Row;

  async function* rows(): AsyncGenerator<Row> {
    for await (const row of all) {
      if (row.cells.length !== header.length)
        throw atLine(
          name,
          row.line,
          `the row has ${row.cells.length} cells, and the header ${header.length}.`,
          'If it is the last line, the file was cut off: download it again. Else quotes are missing around a text.',
        );
      yield row;
    }
  }

  const columns = header.map((column) => column.trim());
  return {columns, separator, rows: rows()};
};
