import {hasPassed} from './has-passed.js';
import {onReturn} from './on-return.js';
import {safely} from './safely.js';

/** Milliseconds to wait for a resource before going on without it. */
const TIMEOUT = 4000;

/**
 * Something that is loaded once for all who need it. Nobody waits for it longer than four seconds. What failed, or takes
 * too long, is loaded again when it is needed again or the reader returns, after another four seconds.
 */
export class Resource<T> {
  /** What was loaded. */
  value?: T;
  /** Whether it failed to load, or takes too long: go on without it. */
  overdue = false;
  /** Resolves when it is loaded or overdue. Never rejects. */
  readonly settled: Promise<void>;
  #triedAt = 0;
  #settle!: () => void;

  /** Starts at once. `changed` is called whenever `value` or `overdue` may have changed. */
  constructor(
    readonly load: () => Promise<T>,
    readonly changed: () => void,
  ) {
    this.settled = new Promise((resolve) => (this.#settle = resolve));
    void this.#try();
    onReturn(() => this.retry());
  }

  /** Loads again what is overdue, unless the last try is too recent. */
  retry() {
    if (this.overdue && hasPassed(2 * TIMEOUT, this.#triedAt)) void this.#try();
  }

  async #try() {
    this.#triedAt = Date.now();
    const change = () => {
      this.overdue = this.value === undefined;
      this.#settle();
      void safely(this.changed);
    };
    const timer = setTimeout(change, TIMEOUT);
    try {
      this.value = await this.load();
    } catch {
      // It is overdue.
    }
    clearTimeout(timer);
    change();
  }
}
