import {onReturn} from '../dom/on-return.js';
import {resolveUrl} from '../dom/page.js';
import {safely} from '../dom/safely.js';
import type {FeedError} from '../feed/feed-error.js';
import type {PinnedLists, Revocations} from '../feed/revocations.js';
import type {RawFeed} from '../feed/section.js';
import {FeedSource} from './feed-source.js';
import type {StartedRequest} from './start-request.js';
import {yieldToMain} from './yield-to-main.js';

/** What a page asks of its feeds, all optional. The names are those of the script's options. */
export interface StoreOptions {
  /** Address of the feed of elements without `src`, resolved against the page; or `#id` of an inline feed. */
  readonly feed?: string;
  /** Public keys, base64url, separated by spaces, the offline one last: the feed must be signed by one of them. */
  readonly key?: string;
  /** Lowest serial that the feed may have; what is no number lets no feed in. */
  readonly serial?: string | number;
  /** `#id` of an inline feed that is shown until the feed is there, and where it cannot be loaded. */
  readonly snapshot?: string;
}

/** Whoever shows a feed. */
export interface Subscriber {
  /** The address of the feed; undefined if there is none. */
  readonly url?: string;
  /** Seconds after which the feed is to be loaded again; 0 for never. */
  readonly refresh: number;
  /** Called when the feed has changed, or has failed; resolves when it is shown. */
  onChange(): unknown;
  /** Called when the page asks something else of its feeds. */
  onConfigure(): void;
}

/** A feed as it is known now. */
export interface FeedState {
  /** The newest feed that was accepted. */
  readonly feed?: RawFeed;
  /** Why the last request failed. */
  readonly error?: FeedError;
  /** `#id` of the inline feed that is shown while this one is not there. */
  readonly snapshot?: string;
}

/** Milliseconds for which elements update before the page can paint and answer its reader: less than a frame. */
const SLICE = 12;

/**
 * The feeds of a page, by address: one request for any number of elements, its cache, refresh and retries; the keys and
 * serials that the page demands. A feed that fails never replaces one that was accepted.
 */
export class FeedStore {
  /** Address of the feed of elements without `src`. */
  defaultUrl = '';
  /** What was seen revoked: leaving the revocation out later does not help. */
  readonly revoked: Revocations = new Set();
  /** Feeds that were accepted, and would not be now: nobody shows them any more. */
  readonly withdrawn = new WeakSet<RawFeed>();
  readonly #subscribers = new Set<Subscriber>();
  readonly #sources = new Map<string, FeedSource>();

  /**
   * Sets what the page asks of a feed. May be called again: the last address is the default, keys only tighten, and the
   * lowest serial only rises. What was accepted before and would not be now is no longer shown.
   */
  configure(options: StoreOptions) {
    // A page may have put a `key` on `Object.prototype`.
    const own = {__proto__: null, ...options} as StoreOptions;
    const {feed} = own;
    if (feed !== undefined) this.defaultUrl = resolveUrl(feed);
    this.#source(this.defaultUrl).configure(own);
    this.recheck(true);
    this.#subscribers.forEach((subscriber) => subscriber.onConfigure());
  }

  /** Withdraws what would not be accepted now, and requests it again; with `retry` also what has failed. */
  recheck(retry?: boolean) {
    this.#sources.forEach((source) => source.recheck(retry));
  }

  /** Takes over a request that was started before the elements were defined. */
  adopt(url: string, request: StartedRequest) {
    void this.#source(url).request(true, request);
  }

  /** Loads the feed of a subscriber, if it names one, and keeps it up to date if the subscriber wants that. */
  subscribe(subscriber: Subscriber) {
    this.#subscribers.add(subscriber);
    if (subscriber.url) this.#source(subscriber.url).onSubscribe(subscriber);
  }

  /** Ends a subscription. */
  unsubscribe(subscriber: Subscriber) {
    this.#subscribers.delete(subscriber);
    if (subscriber.url) this.#source(subscriber.url).onUnsubscribe();
  }

  /** What is known of a feed now. An inline feed is its own snapshot. */
  stateOf(url: string): FeedState {
    return url[0] === '#' ? ({__proto__: null, snapshot: url} as FeedState) : this.#source(url);
  }

  /** The subscribers of a feed. */
  subscribersOf({url}: FeedSource): readonly Subscriber[] {
    return [...this.#subscribers].filter((subscriber) => subscriber.url === url);
  }

  /**
   * The lists of public keys for a feed, one of which must have signed it. A feed without pinned keys of its own needs one
   * of any other's, as soon as there is one: no feed of the page is then accepted unsigned.
   */
  keysFor({pinned}: FeedSource): PinnedLists {
    return pinned ? [pinned] : [...this.#sources.values()].flatMap((source) => (source.pinned ? [source.pinned] : []));
  }

  /** Tells the subscribers of a feed, in slices, so that many of them do not block the page. */
  async notify(source: FeedSource) {
    let begun = Date.now();
    for (const subscriber of this.subscribersOf(source)) {
      if (Date.now() - begun > SLICE) {
        await yieldToMain();
        begun = Date.now();
      }
      // One that fails does not stop the others.
      await safely(() => this.#subscribers.has(subscriber) && subscriber.onChange());
    }
  }

  #source(url: string): FeedSource {
    const known = this.#sources.get(url);
    if (known) return known;
    if (!this.#sources.size)
      onReturn(({type}) => this.#sources.forEach((source) => source.onReturn(type === 'online')));
    const source = new FeedSource(url, this);
    this.#sources.set(url, source);
    return source;
  }
}

/** The feeds of this page. */
export const feedStore = new FeedStore();

/** Sets what the page asks of its feeds; see `StoreOptions`. */
export const configure = (options: StoreOptions) => feedStore.configure(options);
