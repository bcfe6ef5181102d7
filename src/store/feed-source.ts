import {page} from '../dom/page.js';
import {FeedError} from '../feed/feed-error.js';
import type {FeedStore, StoreOptions} from './feed-store.js';
import {readFeed, type ReadFeed} from './read-feed.js';
import {requestFeed, type FeedRequest} from './request-feed.js';
import {nextDelay, retryDelay} from './schedule.js';
import type {StartedRequest} from './start-request.js';

/** The feed of one address: what the page demands of it, what is known of it, and when it is requested again. */
export class FeedSource {
  /** The public keys that the page pins for this feed, in the order of trust; undefined if it pins none. */
  pinned?: readonly string[];
  /** `#id` of the inline feed that is shown while this one is not there. */
  snapshot?: string;
  /** The newest feed that was accepted. */
  #accepted?: ReadFeed;
  /** The lowest serial that the page accepts. */
  #lowestSerial = 0;
  /** The highest serial that was accepted of each key, and of unsigned feeds. */
  readonly #serials = new Map<string | undefined, number>();
  #request?: FeedRequest;
  #error?: FeedError;
  /** Requests that have failed since one succeeded. */
  #failures = 0;
  /** The shortest refresh that a subscriber wants, in seconds; Infinity for none. */
  #refresh = Infinity;
  /** When the last request has ended, and when the next one is due; Infinity for never. */
  #endedAt = 0;
  #dueAt = -Infinity;
  /** Whether the last request was made when many pages may have made one: a page was opened, or woken. */
  #isShared = true;
  #timer?: ReturnType<typeof setTimeout>;

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
  recheck(retry: boolean) {
    const {feed} = this;
    const {key} = this.#accepted ?? {};
    const isWithdrawn = feed && (feed.head.serial < this.#lowestSerial || !this.store.accepts(this, key));
    if (isWithdrawn) {
      this.store.withdrawn.add(feed);
      this.#accepted = this.#error = undefined;
      void this.store.notify(this);
    }
    if ((isWithdrawn || (retry && this.#error)) && !this.#request && this.#hasSubscribers) void this.request();
  }

  /** Called when a subscriber has come. */
  onSubscribe() {
    if (this.feed) this.#updateRefresh();
    else if (!this.#request) this.#requestWhenDue();
  }

  /** Called when a subscriber has left. A request that nobody waits for is aborted. */
  onUnsubscribe() {
    // Later, since an element that is only moved is back at once.
    setTimeout(() => {
      if (this.feed) this.#updateRefresh();
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
      if (this.#dueAt < now || this.#dueAt > soon) this.#dueAt = soon;
    }
    this.#requestWhenDue(true);
  }

  /** Requests the feed, or takes over a request that was started before. */
  async request(isShared = !this.feed, started?: StartedRequest): Promise<void> {
    const {url, store} = this;
    this.#isShared = isShared;
    clearTimeout(this.#timer);
    const known = store.revocations.size;
    let request: FeedRequest | undefined;
    let read: ReadFeed | undefined;
    let error: FeedError | undefined;
    try {
      this.#request = request = requestFeed(url, this.#error || this.feed ? 'no-cache' : undefined, started);
      read = await readFeed(url, await request.body, store.keysFor(this), store.revocations);
    } catch (thrown) {
      error = thrown instanceof FeedError ? thrown : new FeedError('internal', String(thrown));
    }
    // What a revoked key has signed is gone before its serial is compared.
    if (store.revocations.size > known) store.recheck(false);
    if (this.#request !== request) return;
    this.#request = undefined;
    // The page has pinned keys while the answer was read.
    if (read && !store.accepts(this, read.key)) return this.request();
    const before = this.feed;
    try {
      if (read) this.#accept(read);
    } catch (thrown) {
      error = thrown as FeedError;
    }
    this.#error = error;
    this.#failures = error ? this.#failures + 1 : 0;
    this.#endedAt = Date.now();
    this.#schedule();
    if (!this.feed || this.feed !== before) return store.notify(this);
  }

  /** Takes over a feed, unless it is older than another one that is accepted still; then it throws a FeedError. */
  #accept(read: ReadFeed) {
    const {serial, expires} = read.feed.head;
    let lowest = this.#lowestSerial;
    this.#serials.forEach((seen, key) => {
      if (seen > lowest && this.store.accepts(this, key)) lowest = seen;
    });
    if (serial < lowest) throw new FeedError('rollback', `${this.url} ${serial} < ${lowest}`);
    this.#serials.set(read.key, serial);
    // The same feed again is no news: nothing is rendered again.
    const {feed, text} = this.#accepted ?? {};
    this.#accepted = feed && text === read.text && feed.head.expires === expires ? {...read, feed} : read;
  }

  /** Schedules the next request anew if subscribers want another refresh than before. */
  #updateRefresh() {
    if (this.#wantedRefresh() !== this.#refresh) this.#schedule();
  }

  #wantedRefresh() {
    return Math.min(...this.store.subscribersOf(this).map(({refresh}) => (refresh > 0 ? refresh : Infinity)));
  }

  /** Sets when the feed is due: for a refresh, or for the next subscriber after a failure. */
  #schedule() {
    const retryAfter = this.#error?.retryAfter ?? null;
    this.#refresh = this.#wantedRefresh();
    clearTimeout(this.#timer);
    // From the end of the last request: elements that come and go do not put it off.
    const wait =
      this.#refresh < Infinity
        ? nextDelay(this.#refresh, this.#failures, retryAfter, this.#endedAt, this.#isShared)
        : this.feed
          ? Infinity
          : retryDelay(this.#failures, retryAfter, this.#endedAt);
    this.#dueAt = this.#endedAt + wait;
    if (this.#refresh < Infinity) this.#arm();
  }

  #requestWhenDue(isShared?: boolean) {
    if (this.#dueAt > Date.now()) this.#arm();
    else void this.request(isShared);
  }

  #arm() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // A hidden page waits for its reader's return.
      if (!page.hidden && !this.#request && this.#hasSubscribers) void this.request(false);
    }, this.#dueAt - Date.now());
  }
}
