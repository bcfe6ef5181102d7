import {lineError} from './encoding.js';

/*
 * Rows with too little in them to be data: a title, a heading, a remark below the table, a row that is only numbered. They
 * would be counted like the others, and are refused, since a person of whom little is known may be among them.
 */

/** What spreadsheets write for a box, ticked or not. */
const BOX =
  /^(true|false|истина|ложь|істина|хибність|ісціна|wahr|falsch|vrai|faux|prawda|fałsz|waar|onwaar|vero|falso|verdadero|verdadeiro|sand|falsk|sann|usann|sant|falskt|pravda|nepravda|tosi|epätosi|igaz|hamis|tiesa|netiesa|doğru|yanlış|adevărat|fals)$/i;
const LONGEST_BOX = 10;
const LETTER = /\p{L}/u;
/** A remark by what it says: `Source: …`, `* …`, `# exported …`, `(2 rows)`. */
const REMARK = /^(\p{L}[\p{L} ]*:\s|[*†©#]|\/\/|https?:|\(\d+ \p{L}+( \p{L}+)?\)$)/u;

export interface BareRowsOptions {
  readonly name: string;
  readonly columns: readonly string[];
  /** Whether an empty cell is an answer in a column, since the mapping asks for it. */
  readonly isAnswer: (column: number) => boolean;
  /** Whether a column is added up: an amount alone is data. */
  readonly isSummed: (column: number) => boolean;
  /** Whether the header was found by its names. */
  readonly isHeaderKnown: boolean;
}

/** Looks for such rows in the rows of a table, which are added one by one. */
export class BareRows {
  /** The columns whose cells show that a row is data. */
  readonly #telling: readonly boolean[];
  readonly #unnamed: readonly number[];
  #rows = 0;
  /** Rows with several cells, and with a text; cells that are answers left aside. */
  #several = 0;
  #texts = 0;
  /** Whether all rows with nothing but a number are below those with more. */
  #isTail = true;
  #numbering: number | undefined;
  readonly #numbers: number[] = [];
  readonly #single: number[] = [];
  readonly #remarks: number[] = [];

  constructor(private readonly options: BareRowsOptions) {
    const {columns, isAnswer, isHeaderKnown} = options;
    this.#telling = columns.map((_, column) => !isAnswer(column));
    // A first column without a name is the index that programs add.
    this.#unnamed = isHeaderKnown ? [] : columns.flatMap((name, column) => (name || !column ? [] : [column]));
  }

  /** Adds a row, by its cleaned cells and whether there is something in each. Throws a UserError if the header is a title. */
  add(line: number, cells: readonly string[], isFilled: readonly boolean[]) {
    this.#refuseTitle(line, isFilled);
    let [numbers, words, telling, tellingWords, last] = [0, 0, 0, 0, -1];
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!;
      if (!isFilled[i] || (cell.length <= LONGEST_BOX && BOX.test(cell))) continue;
      last = i;
      const isWord = LETTER.test(cell);
      if (isWord) words++;
      else numbers++;
      if (!this.#telling[i]) continue;
      telling++;
      if (isWord) tellingWords++;
    }
    if (!this.#rows && cells.length > 2 && cells.every((cell, i) => cell === `${i + 1}`)) this.#numbering = line;
    this.#rows++;
    if (telling > 1) this.#several++;
    if (tellingWords) this.#texts++;
    if (!words && numbers < 2 && !this.options.isSummed(last)) this.#numbers.push(line);
    else if (this.#numbers.length && words + numbers > 1) this.#isTail = false;
    if (words !== 1 || numbers) return;
    if (REMARK.test(cells[last]!)) this.#remarks.push(line);
    else if (cells.length > 2) this.#single.push(line);
  }

  #refuseTitle(line: number, isFilled: readonly boolean[]) {
    const filled = this.#unnamed.filter((column) => isFilled[column]).length;
    if (filled && filled >= this.options.columns.filter(Boolean).length)
      throw lineError(
        this.options.name,
        line,
        'the row has more cells than the header has names: what was read as the header may be a title.',
        'Remove what is above the header, and give each column a name.',
      );
  }

  /** Throws a UserError if there are such rows among others. */
  finish() {
    const {name} = this.options;
    const areMost = (rows: number) => rows * 2 > this.#rows;
    if (this.#numbering !== undefined && areMost(this.#texts))
      throw lineError(name, this.#numbering, 'the row numbers the columns.', 'Remove it: it would be counted, too.');
    const bare = [
      ...(this.#texts && (this.#isTail || areMost(this.#texts)) ? this.#numbers : []),
      ...(areMost(this.#several) ? this.#single : []),
      ...(areMost(this.#rows - this.#remarks.length) ? this.#remarks : []),
    ].sort((a, b) => a - b);
    const [line, ...more] = bare;
    if (line === undefined) return;
    const shown = more.slice(0, 5).join(', ') + (more.length > 5 ? ', …' : '');
    const also = more.length ? ` (also ${more.length > 1 ? 'lines' : 'line'} ${shown})` : '';
    throw lineError(
      name,
      line,
      `only one cell of the row says something, or none, as in a title, a remark, or a row that is only numbered${also}.`,
      'Remove it: it would be counted, too. If it is a row like the others, fill in another of its cells.',
    );
  }
}
