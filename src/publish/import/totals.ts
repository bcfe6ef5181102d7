import {lineError} from './encoding.js';
import {GroupSums} from './group-sums.js';
import {allWords, TOTAL_WORDS} from './words.js';

/* Rows of totals: counted like the others they would double a number. They are found by what they are called, and by sums. */

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const ANY_WORD = [...allWords(TOTAL_WORDS)].map(escapeRegExp).join('|');
/** A word for a total, first or last in a cell. */
const FIRST_OR_LAST = new RegExp(`^(${ANY_WORD})(?!\\p{L})|(?<!\\p{L})(${ANY_WORD})$`, 'u');
/** A longer cell is prose. */
const MAX_LABEL = 60;

const NUMBER = /^\d{1,15}$|^\d{1,3}([ .,'’]\d{3})+$/;
const numberIn = (cell: string) => (NUMBER.test(cell) ? Number(cell.replace(/\D/g, '')) : undefined);

/** What the cells of a column add up to. */
class ColumnSum {
  sum = 0;
  /** Since the last row that looks like a total. */
  group = 0;
  addends = 0;
  groupAddends = 0;
  /** Whether the cells are 1, 2, 3: numbers of rows, and not amounts. */
  isNumbering = true;
  #last: number | undefined;

  isNext = (value: number) => this.isNumbering && this.#last !== undefined && value === this.#last + 1;
  isSum = (value: number) => value > 0 && this.addends > 1 && value === this.sum;
  isGroupSum = (value: number) => value > 0 && this.groupAddends > 1 && value === this.group;

  endGroup() {
    this.group = this.groupAddends = 0;
  }

  add(value: number) {
    this.isNumbering &&= this.#last === undefined || value === this.#last + 1;
    this.#last = value;
    this.sum += value;
    this.group += value;
    if (!value) return;
    this.addends++;
    this.groupAddends++;
  }
}

export interface TotalsOptions {
  readonly name: string;
  /** The index of the column of ids; -1 for none. */
  readonly id: number;
  /** The indexes of the columns that are added up, with their names. */
  readonly summed: ReadonlyMap<number, string>;
  /** Whether the mapping names the word in a column: it is data then. */
  readonly isKnown: (column: number, word: string) => boolean;
}

/** Looks for rows of totals in the rows of a table, which are added one by one. */
export class Totals {
  readonly #sums: (ColumnSum | undefined)[] = [];
  #rows = 0;
  #minFilled = Infinity;
  #first: {line: number; values: readonly (number | undefined)[]} | undefined;
  /** The last row, if a cell of it is the sum of those above. */
  #candidate: {line: number; column: number; value: number} | undefined;
  /** The lines of rows that have fewer cells than the others, and their sums. */
  readonly #sparse: number[] = [];
  readonly #groups: ReadonlyMap<number, GroupSums>;

  constructor(private readonly options: TotalsOptions) {
    this.#groups = new Map([...options.summed.keys()].map((column) => [column, new GroupSums()]));
  }

  #refuse(line: number, message: string, ifNot: string): never {
    throw lineError(this.options.name, line, message, `Remove it: it would be counted, too. ${ifNot}`);
  }

  /** Whether a cell is called a total. In a row with an id, the other cells may be names or prose. */
  #isLabel(cell: string, column: number, hasId: boolean): boolean {
    if ((hasId && column !== this.options.id) || cell.length > MAX_LABEL || /^[\d"'([]/.test(cell)) return false;
    const label = cell.toLowerCase().replace(/[\s\d:=.,'’–-]+$/, '');
    return FIRST_OR_LAST.test(label) && !this.options.isKnown(column, label);
  }

  /** Adds a row, by its cleaned cells and whether there is something in each. Throws a UserError if it is called a total. */
  add(line: number, cleaned: readonly string[], isFilled: readonly boolean[]) {
    const {id, summed} = this.options;
    const hasId = isFilled[id] ?? false;
    if (cleaned.some((cell, column) => this.#isLabel(cell, column, hasId)))
      this.#refuse(line, 'this looks like a row of totals.', 'If it is a row like the others, use another word in it.');
    const filled = isFilled.filter(Boolean).length;
    const values = cleaned.map((cell, column) => {
      const value = numberIn(cell);
      const isText = value === undefined && isFilled[column] && !summed.has(column);
      if (isText) this.#sums[column] = undefined;
      else if (!this.#rows) this.#sums[column] = new ColumnSum();
      return this.#sums[column] && value;
    });
    for (const [column, groups] of this.#groups) if (values[column] !== undefined) groups.add(values[column], line);
    this.#candidate = undefined;
    if (!hasId && this.#isSparseTotal(values, filled)) {
      this.#sparse.push(line);
      for (const sum of this.#sums) sum?.endGroup();
      return;
    }
    for (const [column] of summed) {
      const value = values[column];
      if (value !== undefined && this.#sums[column]!.isSum(value)) this.#candidate = {line, column, value};
    }
    values.forEach((value, column) => value !== undefined && this.#sums[column]!.add(value));
    this.#first ??= {line, values};
    this.#rows++;
    this.#minFilled = Math.min(this.#minFilled, filled);
  }

  /** Whether a row has fewer cells than each before it, and its numbers are sums of theirs, or how many they are. */
  #isSparseTotal(values: readonly (number | undefined)[], filled: number): boolean {
    if (this.#rows < 2 || filled >= this.#minFilled) return false;
    const numbers = values.flatMap((value, column) =>
      value === undefined ? [] : [[value, this.#sums[column]!] as const],
    );
    return (
      numbers.length > 0 &&
      numbers.every(
        ([value, sum]) => !sum.isNext(value) && (value === this.#rows || sum.isSum(value) || sum.isGroupSum(value)),
      )
    );
  }

  /** Throws a UserError if there are rows without an id that have sums alone, or the first or last row is the sum of the others. */
  finish() {
    const [sparse, ...more] = this.#sparse;
    if (sparse !== undefined)
      this.#refuse(
        sparse,
        `the row has fewer cells than the others, and their sum or number, as a row of totals has${more.length ? ` (also lines ${more.join(', ')})` : ''}.`,
        'If it is a row like the others, move it up.',
      );
    const first = [...this.options.summed.keys()].flatMap((column) => {
      const value = this.#first?.values[column];
      const {sum = 0, addends = 0} = this.#sums[column] ?? {};
      return value && addends > 2 && value * 2 === sum ? [{line: this.#first!.line, column, value}] : [];
    })[0];
    const found = this.#candidate ?? first;
    if (found)
      this.#refuse(
        found.line,
        `column ${this.options.summed.get(found.column)}: ${found.value} is the sum of the other rows, as in a row of totals.`,
        'If it is a row like the others, move it between them.',
      );
    for (const [column, {first: subtotal, areSubtotals}] of this.#groups)
      if (subtotal && areSubtotals)
        this.#refuse(
          subtotal.line,
          `column ${this.options.summed.get(column)}: ${subtotal.value} is the sum of the rows above it, as in a row of subtotals.`,
          'Remove the other subtotals, too. If they are rows like the others, change their order.',
        );
  }
}
