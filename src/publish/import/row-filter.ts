import {cleanCell} from './cells.js';
import {lineError} from './encoding.js';

/* Rows that are surely no data are skipped: those that programs draw, and the header of each part of a joined list. */

const DRAWN = /^[\s:+|=_–—-]*$/;
const LINE = /[=_–—-]{3}/;

/** Whether a program drew a line, such as `-----|-----`. */
const isLine = (cells: readonly string[]) =>
  cells.every((cell) => DRAWN.test(cell)) && cells.some((cell) => LINE.test(cell));

/** Skips rows of a table, which are given one by one, and counts what it skips. */
export class RowFilter {
  #header: readonly string[] = [];
  #names: ReadonlySet<string> = new Set();
  #empty = 0;
  #lines = 0;
  #repeated = 0;

  constructor(private readonly name: string) {}

  /** The cells of the header. */
  set header(cells: readonly string[]) {
    this.#header = cells.map((cell) => cleanCell(cell).toLowerCase());
    this.#names = new Set([...this.#header, '']);
  }

  /** Whether a row is to be skipped. Throws a UserError for a header of other columns. */
  skips(cells: readonly string[], line: number): boolean {
    if (!cells.some(cleanCell)) {
      if (cells.length > 1) this.#empty++;
      return true;
    }
    if (isLine(cells)) {
      this.#lines++;
      return true;
    }
    return this.#header.length > 0 && this.#isHeader(cells, line);
  }

  #isHeader(cells: readonly string[], line: number): boolean {
    if (!cells.every((cell) => this.#names.has(cleanCell(cell).toLowerCase()))) return false;
    const words = cells.map((cell) => cleanCell(cell).toLowerCase());
    if (this.#header.every((name, i) => name === (words[i] ?? ''))) {
      this.#repeated++;
      return true;
    }
    if (words.filter(Boolean).length < 2) return false;
    throw lineError(
      this.name,
      line,
      'the row has names of columns, but others than the header has in their places.',
      'Export the list again, or count the lists that were joined one by one.',
    );
  }

  get notes(): string[] {
    const note = (number: number, one: string, more: string) =>
      number ? [`${number} ${number === 1 ? one : more}: skipped.`] : [];
    return [
      ...note(this.#empty, 'row has only empty cells', 'rows have only empty cells'),
      ...note(this.#repeated, 'row repeats the header', 'rows repeat the header'),
      ...note(this.#lines, 'row of dashes', 'rows of dashes'),
    ];
  }
}
