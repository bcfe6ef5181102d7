import {hasPassed} from '../dom/has-passed.js';
import {page} from '../dom/page.js';
import {safely} from '../dom/safely.js';
import {FeedError} from '../feed/feed-error.js';
import {isTrusted} from '../feed/revocations.js';
import type {FeedStore, StoreOptions, Subscriber} from './feed-store.js';
import {readFeed, type ReadFeed} from './read-feed.js';
import {requestFeed, type FeedRequest} from './request-feed.js';
import {nextDelay, retryDelay} from './schedule.js';
import type {StartedRequest} from './start-request.js';

/** Whether the reader went back to this page: then Firefox answers from its cache, even with a failure of that time. */
const isHistoryNavigation = () => {
  try {
    return (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).type === 'back_forward';
  } catch {
    // The page has replaced it.
    return;
  }
};

/** The feed of one address: what the page demands of it, what is known of it, and when it is requested again. */
export class FeedSource {
  /** The public keys that the page pins for this feed, in the order of trust; undefined if it pins none. */
  pinned?: readonly string[];
  /** `#id` of the inline feed that is shown while this one is not there. */
  snapshot?: string;
  #request?: FeedRequest;
  #error?: FeedError;
  /** The newest feed that was accepted. */
  #accepted?: ReadFeed;
  #timer?: ReturnType<typeof setTimeout>;
  /** The lowest serial that the page accepts. */
  #lowestSerial = 0;
  /** The highest serial that was accepted of each key, and of unsigned feeds. */
  readonly #serials = new Map<string | undefined, number>();
  /** Requests that have failed since one succeeded. */
  #failures = 0;
  /** The shortest refresh that a subscriber wants, in seconds; Infinity for none. */
  #refresh = Infinity;
  /** When the last request has ended, and when the next one is due; Infinity for never. */
  #endedAt = 0;
  #dueAt = -Infinity;
  /** Whether the last request was made when many pages may have made one: a page was opened, or woken. */
  #isShared = true;

  constructor(
    readonly url: string,
    readonly store: FeedStore,
  ) {}

  /** The newest feed that was accepted. */
  get feed() {
    return this.#accepted?.feed;
  }

  /** Why the last request failed. What failed before is no error while it is tried again. */
  get error() {
    return this.#request ? undefined : this.#error;
  }

  get #hasSubscribers() {
    return this.store.subscribersOf(this).length > 0;
  }

  /** Sets what the page demands: keys only tighten, and the lowest serial only rises. */
  configure({key, serial, snapshot}: StoreOptions) {
    if (key !== undefined) {
      const keys = key.trim().split(/\s+/);
      this.pinned = this.pinned?.filter((pinned) => keys.includes(pinned)) ?? keys;
    }
    if (serial !== undefined)
      this.#lowestSerial = Math.max(this.#lowestSerial, /^\d{1,15}$/.test(String(serial)) ? Number(serial) : Infinity);
    if (snapshot !== undefined) this.snapshot = snapshot;
  }

  /**
   * Called when the page demands something else, or a key was revoked: what was accepted before may no longer be. Then it
   * is withdrawn and requested again, and so is what has failed, if `retry`.
   */
  recheck(retry?: boolean) {
    const accepted = this.#accepted;
    if (accepted && (accepted.feed.head.serial < this.#lowestSerial || !this.#accepts(accepted.key))) {
      this.store.withdrawn.add(accepted.feed);
      this.#accepted = this.#error = undefined;
      void this.store.notify(this);
    } else if (!retry || !this.#error) return;
    if (!this.#request && this.#hasSubscribers) void this.request();
  }

  /** Called when a subscriber has come. */
  onSubscribe({refresh}: Subscriber) {
    if (this.feed) {
      // Only a shorter one changes anything: a thousand subscribers do not ask each other.
      if (refresh > 0 && refresh < this.#refresh) this.#schedule();
    } else if (!this.#request) this.#requestWhenDue();
  }

  /** Called when a subscriber has left. A request that nobody waits for is aborted. */
  onUnsubscribe() {
    // Later, since an element that is only moved is back at once.
    setTimeout(() => {
      if (this.feed) this.#schedule(false);
      else if (!this.#hasSubscribers) {
        this.#request?.abort();
        this.#request = undefined;
      }
    });
  }

  /** Called when the reader or the network is back. */
  onReturn(isOnline: boolean) {
    if (this.#request || this.#dueAt === Infinity || !this.#hasSubscribers) return;
    // After a random delay, since all readers of a region may be back at once. `Retry-After` is kept.
    if (isOnline && this.#failures && !this.#error?.retryAfter) {
      const now = Date.now();
      const soon = now + Math.random() * 10_000;
      if (this.#dueAt <= now || this.#dueAt > soon) this.#dueAt = soon;
    }
    this.#requestWhenDue(true);
  }

  /** Requests the feed, or takes over a request that was started before. */
  request(isShared = !this.feed, started?: StartedRequest): Promise<void> {
    return safely(() => this.#load(isShared, started));
  }

  async #load(isShared: boolean, started?: StartedRequest): Promise<void> {
    const {url, store} = this;
    this.#isShared = isShared;
    clearTimeout(this.#timer);
    let request: FeedRequest | undefined;
    let read: ReadFeed | undefined;
    let error: FeedError | undefined;
    try {
      this.#request = request = requestFeed(url, this.#error || this.feed ? 'no-cache' : undefined, started);
      read = await readFeed(url, await request.body, store.keysFor(this), store.revoked);
    } catch (thrown) {
      error = thrown instanceof FeedError ? thrown : new FeedError('internal', String(thrown));
    }
    // What a key has signed that is now revoked is gone before its serial is compared.
    store.recheck();
    if (this.#request !== request) return;
    this.#request = undefined;
    const before = this.feed;
    if (read) {
      const {serial, expires} = read.feed.head;
      // The page has pinned keys while the answer was read.
      if (!this.#accepts(read.key)) return this.request();
      const serials = [...this.#serials].map(([key, seen]) => (this.#accepts(key) ? seen : 0));
      const lowest = Math.max(this.#lowestSerial, ...serials);
      if (serial < lowest) error = new FeedError('rollback', `${url} ${serial} < ${lowest}`);
      else {
        this.#serials.set(read.key, serial);
        // The same feed again is no news: nothing is rendered again.
        if (read.text !== this.#accepted?.text || expires !== before?.head.expires) this.#accepted = read;
      }
    }
    this.#error = error;
    this.#failures = error ? this.#failures + 1 : 0;
    this.#endedAt = Date.now();
    this.#schedule();
    if (error && !before && this.#failures < 2 && !error.retryAfter && isHistoryNavigation())
      return this.request(isShared);
    if (!this.feed || this.feed !== before) return store.notify(this);
  }

  /** Whether the page accepts what a key has signed, or what is unsigned. */
  #accepts(key: string | undefined) {
    const lists = this.store.keysFor(this);
    return !lists.length || lists.some((keys) => isTrusted(key, keys, this.store.revoked));
  }

  /** Sets when the feed is due: for a refresh, or for the next subscriber after a failure. */
  #schedule(always = true) {
    const wanted = this.store.subscribersOf(this).map(({refresh}) => refresh);
    const refresh = Math.min(...wanted.filter((seconds) => seconds > 0));
    if (!always && refresh === this.#refresh) return;
    this.#refresh = refresh;
    clearTimeout(this.#timer);
    // From the end of the last request: elements that come and go do not put it off. Not from a time to come: the clock was
    // set back.
    const from = Math.min(this.#endedAt, Date.now());
    const retryAfter = this.#error?.retryAfter ?? null;
    if (refresh < Infinity) {
      this.#dueAt = from + nextDelay(refresh, this.#failures, retryAfter, from, this.#isShared);
      this.#arm();
    } else this.#dueAt = this.feed ? Infinity : from + retryDelay(this.#failures, retryAfter, from);
  }

  #requestWhenDue(isShared?: boolean) {
    if (hasPassed(this.#dueAt - this.#endedAt, this.#endedAt)) void this.request(isShared);
    else this.#arm();
  }

  #arm() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // A hidden page waits for its reader's return.
      if (!page.hidden && !this.#request && this.#hasSubscribers) void this.request(false);
    }, this.#dueAt - Date.now());
  }
}
