/** Looks for subtotals among the amounts of a column: each is the sum of the rows since the one before. */
export class GroupSums {
  /** The first row that is such a sum. */
  first: {readonly line: number; readonly value: number} | undefined;
  #groups = 0;
  /** Since the last row that is such a sum. */
  #sum = 0;
  #addends = 0;
  /** The last amount, and the sum of all before it. */
  #last = 0;
  #before = 0;

  add(value: number, line: number) {
    this.#before += this.#last;
    this.#last = value;
    if (value > 0 && this.#addends > 1 && value === this.#sum) {
      this.first ??= {line, value};
      this.#groups++;
      this.#sum = this.#addends = 0;
      return;
    }
    this.#sum += value;
    if (value) this.#addends++;
  }

  /**
   * Whether that is no coincidence: the groups are the whole table, or the last row is the total of rows that are there
   * twice, as amounts and in subtotals.
   */
  get areSubtotals(): boolean {
    return (this.#groups > 1 && !this.#addends) || (this.#groups > 0 && this.#last * 2 === this.#before);
  }
}
