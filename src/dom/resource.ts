import {onReturn} from './on-return.js';

/** Milliseconds to wait for a resource before going on without it, and between two tries. */
const TIMEOUT = 4000;

const failed = new Set<Resource<unknown>>();
let listening = false;

/**
 * Something that is loaded once for all who need it. Nobody waits for it longer than four seconds, and what failed is
 * tried again when the reader or the network returns.
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

  /** Starts at once. `changed` is called whenever `value` or `overdue` has changed. */
  constructor(
    readonly load: () => Promise<T>,
    readonly changed: () => void,
  ) {
    this.settled = new Promise((resolve) => (this.#settle = resolve));
    void this.#try();
  }

  /** Tries again what has failed, unless the last try is too recent. */
  retry() {
    if (failed.has(this) && Date.now() - this.#triedAt > TIMEOUT) void this.#try();
  }

  async #try() {
    this.#triedAt = Date.now();
    failed.delete(this);
    const timer = setTimeout(() => this.#change(true), TIMEOUT);
    try {
      this.value = await this.load();
    } catch {
      failed.add(this);
      if (!listening) onReturn(() => failed.forEach((resource) => resource.retry()));
      listening = true;
    }
    clearTimeout(timer);
    this.#change(this.value === undefined);
  }

  #change(overdue: boolean) {
    this.overdue = overdue;
    this.#settle();
    this.changed();
  }
}
