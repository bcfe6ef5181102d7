import {page} from '../dom/page.js';
import {FeedError} from '../feed/feed-error.js';
import type {RawFeed} from '../feed/section.js';
import type {FeedStore, StoreOptions} from './feed-store.js';
import {readFeed} from './read-feed.js';
import {requestFeed, type FeedRequest} from './request-feed.js';
import {nextDelay, retryDelay} from './schedule.js';
import type {StartedRequest} from './start-request.js';

/** A feed that was accepted, the text that it was read from, and the keys that it was accepted with. */
interface News {
  readonly feed: RawFeed;
  readonly text: string;
  readonly keys: string | undefined;
}

/** The feed of one address: what the page demands of it, what is known of it, and when it is requested again. */
export class FeedSource {
  /** The public keys that the page pins for this feed, separated by spaces; undefined if it pins none. */
  pinned?: string;
  /** `#id` of the inline feed that is shown while this one is not there. */
  snapshot?: string;
  /** The newest feed that was accepted. */
  feed?: RawFeed;
  /** The lowest serial that the page accepts, and the highest that was seen: an older feed is refused. */
  #lowestSerial = 0;
  #serial = 0;
  /** The text that `feed` was read from, and the keys that it was accepted with. */
  #text?: string;
  #keys?: string;
  #request?: FeedRequest;
  #error?: FeedError;
  /** Requests that have failed since one succeeded. */
  #failures = 0;
  /** The shortest refresh that a subscriber wants, in seconds; Infinity for none. */
  #refresh = Infinity;
  /** When the next request is due; Infinity for never. */
  #dueAt = -Infinity;
  /** Whether the last request was made when many pages may have made one: a page was opened, or woken. */
  #isShared = true;
  #timer?: ReturnType<typeof setTimeout>;

  constructor(
    readonly url: string,
    readonly store: FeedStore,
  ) {}

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
      this.pinned = (this.pinned?.split(' ').filter((pinned) => keys.includes(pinned)) ?? keys).join(' ');
    }
    if (serial !== undefined)
      this.#lowestSerial = Math.max(this.#lowestSerial, /^\d{1,15}$/.test(String(serial)) ? Number(serial) : Infinity);
    if (snapshot !== undefined) this.snapshot = snapshot;
  }

  /** Called when the page has changed what it demands: what was accepted before may no longer be. */
  onConfigure() {
    if (this.feed && (this.#keys !== this.store.keysFor(this) || this.feed.head.serial < this.#lowestSerial)) {
      this.#forget();
      void this.store.notify(this);
    } else if (!this.#error) return;
    if (!this.#request && this.#hasSubscribers) void this.request();
  }

  /** Called when a subscriber has come. */
  onSubscribe(refresh: number) {
    if (this.feed) {
      if (refresh > 0 && refresh < this.#refresh) this.#schedule();
    } else if (!this.#request) this.#requestWhenDue();
  }

  /** Called when a subscriber has left. A request that nobody waits for is aborted. */
  onUnsubscribe(refresh: number) {
    if (this.feed && refresh === this.#refresh) this.#schedule();
    // Later, since an element that is only moved is back at once.
    setTimeout(() => {
      if (this.feed || this.#hasSubscribers) return;
      this.#request?.abort();
      this.#request = undefined;
    });
  }

  /** Called when the reader or the network is back. */
  onReturn(isOnline: boolean) {
    if (this.#request || this.#dueAt === Infinity || !this.#hasSubscribers) return;
    // After a random delay, since all readers of a region may be back at once. `Retry-After` is kept.
    if (isOnline && this.#failures && !this.#error?.retryAfter) this.#arm(Date.now() + Math.random() * 10_000);
    else this.#requestWhenDue(true);
  }

  /** Requests the feed, or takes over a request that was started before. */
  async request(isShared = !this.feed, started?: StartedRequest): Promise<void> {
    this.#isShared = isShared;
    clearTimeout(this.#timer);
    let request: FeedRequest | undefined;
    let news: News | undefined;
    let error: FeedError | undefined;
    try {
      this.#request = request = requestFeed(this.url, this.#error || this.feed ? 'no-cache' : undefined, started);
      news = await this.#read(await request.body);
    } catch (thrown) {
      error = thrown instanceof FeedError ? thrown : new FeedError('internal', String(thrown));
    }
    if (this.#request !== request) return;
    this.#request = undefined;
    if (news && news.keys !== this.store.keysFor(this)) {
      // The page has pinned keys while the answer was read.
      this.#forget();
      return this.request();
    }
    const before = this.feed;
    if (news) {
      ({feed: this.feed, text: this.#text, keys: this.#keys} = news);
      this.#serial = this.feed.head.serial;
    }
    this.#error = error;
    this.#failures = error ? this.#failures + 1 : 0;
    this.#schedule();
    if (!this.feed || this.feed !== before) return this.store.notify(this);
  }

  /** Rejects with a FeedError. */
  async #read(body: ArrayBuffer): Promise<News> {
    const {url, store} = this;
    const keys = store.keysFor(this);
    const {text, feed} = await readFeed(url, body, keys, store.revoked);
    const {serial, expires} = feed.head;
    const lowest = Math.max(this.#serial, this.#lowestSerial);
    if (serial < lowest) throw new FeedError('rollback', `${url} ${serial} < ${lowest}`);
    // The same feed again is no news: nothing is rendered again.
    const isSame = text === this.#text && keys === this.#keys && expires === this.feed?.head.expires;
    return {feed: isSame ? this.feed! : feed, text, keys};
  }

  /** Forgets a feed that would not be accepted now. Its serial may be a lie, too. */
  #forget() {
    this.feed = this.#error = this.#text = undefined;
    this.#serial = 0;
  }

  /** Sets when the feed is due: for a refresh, or for the next subscriber after a failure. */
  #schedule() {
    const now = Date.now();
    const retryAfter = this.#error?.retryAfter ?? null;
    const wanted = this.store.subscribersOf(this).map(({refresh}) => refresh);
    this.#refresh = Math.min(...wanted.filter((refresh) => refresh > 0));
    clearTimeout(this.#timer);
    if (this.#refresh < Infinity) {
      this.#dueAt = now + nextDelay(this.#refresh, this.#failures, retryAfter, now, this.#isShared);
      this.#arm(this.#dueAt);
    } else this.#dueAt = this.feed ? Infinity : now + retryDelay(this.#failures, retryAfter, now);
  }

  #requestWhenDue(isShared?: boolean) {
    if (this.#dueAt > Date.now()) this.#arm(this.#dueAt);
    else void this.request(isShared);
  }

  #arm(at: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // A hidden page waits for its reader's return.
      if (!page.hidden && !this.#request) void this.request(false);
    }, at - Date.now());
  }
}
