import {onReturn} from '../dom/on-return.js';
import {page, resolveUrl} from '../dom/page.js';
import {FeedError} from '../feed/feed-error.js';
import type {RawFeed} from '../feed/section.js';
import {acceptHead} from './inline-feed.js';
import {PinnedKeys} from './keys.js';
import {loadModule} from './lazy-modules.js';
import {requestFeed, type FeedRequest, type FeedResponse} from './request-feed.js';
import {nextDelay, retryDelay} from './schedule.js';
import type {StartedRequest} from './start-request.js';
import {yieldToMain} from './yield-to-main.js';

/** What a page asks of the feeds, all optional. */
export interface StoreOptions {
  /** Address of the feed of elements without `src`, resolved against the page; or `#id` of an inline feed. */
  readonly feed?: string;
  /** Public keys, base64url, separated by spaces, the offline one last: the feed must be signed by one of them. */
  readonly keys?: string;
  /** Lowest serial that the feed may have; what is no number lets no feed in. */
  readonly serial?: string | number;
  /** `#id` of an inline feed that is shown until the feed is there, and where it cannot be loaded. */
  readonly snapshot?: string;
}

/** Somebody who shows a feed. */
export interface Subscriber {
  /** The address of the feed; undefined while there is none. */
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
}

interface Entry extends FeedState {
  readonly url: string;
  feed?: RawFeed;
  error?: FeedError;
  request?: FeedRequest;
  /** The text that `feed` was read from, and the keys that it was accepted with. */
  text?: string;
  keys?: string;
  /** The highest serial that was seen: an older feed is refused. */
  serial: number;
  /** Requests that have failed since one succeeded. */
  failures: number;
  /** The shortest refresh that a subscriber wants, in seconds; Infinity for none. */
  seconds: number;
  /** When the next request is due; Infinity when none is. */
  dueAt: number;
  /** Whether the last request was made when many pages may have made one: a page was opened, or woken. */
  shared: boolean;
  timer?: ReturnType<typeof setTimeout>;
}

/** Milliseconds for which elements update in one task: on a slow phone four times as long. */
const SLICE = 4;

/**
 * The feeds of a page, by address: one request for any number of elements, its cache, refresh and retries; the keys and
 * serials that the page demands. A feed that fails never replaces one that was accepted.
 */
export class FeedStore {
  /** Address of the feed of elements without `src`. */
  defaultUrl = '';
  readonly #subscribers = new Set<Subscriber>();
  readonly #entries = new Map<string, Entry>();
  readonly #keys = new PinnedKeys();
  /** The lowest serials that the page demands, by address. */
  readonly #serials = new Map<string, number>();
  readonly #snapshots = new Map<string, string>();
  /** Keys that were seen revoked: leaving the revocation out later does not help. */
  readonly #revoked = new Set<string>();

  /**
   * Sets what the page asks of a feed. May be called again: the last address is the default, keys only tighten, and the
   * lowest serial only rises. What was accepted before and would not be now is no longer shown.
   */
  configure({feed, keys, serial, snapshot}: StoreOptions) {
    const url = feed === undefined ? this.defaultUrl : feed[0] === '#' ? feed : resolveUrl(feed);
    this.defaultUrl = url;
    if (keys !== undefined) this.#keys.pin(url, keys);
    if (serial !== undefined) {
      const lowest = /^\d{1,15}$/.test(String(serial)) ? Number(serial) : Infinity;
      this.#serials.set(url, Math.max(lowest, this.#lowestSerial(url)));
    }
    if (snapshot !== undefined) this.#snapshots.set(url, snapshot);
    this.#entries.forEach((entry) => {
      const {feed, error, request, url} = entry;
      if (feed && (entry.keys !== this.#keysFor(url) || feed.head.serial < this.#lowestSerial(url))) {
        this.#forget(entry);
        void this.#notify(entry);
      } else if (!error) return;
      if (!request && this.#subscribersOf(entry).length) this.#request(entry);
    });
    this.#subscribers.forEach((subscriber) => subscriber.onConfigure());
  }

  /** `#id` of the inline feed that stands in for a feed that is not there. */
  snapshotOf(url: string) {
    return this.#snapshots.get(url);
  }

  /** Takes over a request that was started before the elements were defined. */
  adopt(url: string, started: StartedRequest) {
    const entry = this.#entry(url);
    if (entry.feed || entry.request) started.controller.abort();
    else this.#request(entry, requestFeed(url, undefined, started));
  }

  /** Loads the feed of a subscriber, if it names one, and keeps it up to date if the subscriber wants that. */
  subscribe(subscriber: Subscriber) {
    this.#subscribers.add(subscriber);
    const {url, refresh} = subscriber;
    if (!url) return;
    const entry = this.#entry(url);
    if (!entry.feed && !entry.request) this.#retry(entry);
    else if (entry.feed && refresh > 0 && refresh < entry.seconds) this.#schedule(entry);
  }

  /** What is known of a feed now. What failed before is no error while it is tried again. */
  stateOf(url: string): FeedState {
    const {feed, error, request} = this.#entry(url);
    return {feed, error: request ? undefined : error};
  }

  /** Ends a subscription. A request that nobody waits for any more is aborted. */
  unsubscribe(subscriber: Subscriber) {
    this.#subscribers.delete(subscriber);
    const entry = subscriber.url && this.#entry(subscriber.url);
    if (!entry) return;
    if (entry.feed && subscriber.refresh === entry.seconds) this.#schedule(entry);
    // Later, since an element that is only moved is back at once.
    setTimeout(() => {
      if (entry.feed || this.#subscribersOf(entry).length) return;
      entry.request?.abort();
      entry.request = undefined;
    });
  }

  #entry(url: string): Entry {
    let entry = this.#entries.get(url);
    if (!entry) {
      if (!this.#entries.size) onReturn((event) => this.#onReturn(event));
      this.#entries.set(
        url,
        // All its own: `Object.prototype` may have a `feed`.
        (entry = {
          url,
          feed: undefined,
          error: undefined,
          request: undefined,
          text: undefined,
          keys: undefined,
          timer: undefined,
          serial: 0,
          failures: 0,
          seconds: Infinity,
          dueAt: -Infinity,
          shared: true,
        }),
      );
    }
    return entry;
  }

  #subscribersOf({url}: Entry) {
    return [...this.#subscribers].filter((subscriber) => subscriber.url === url);
  }

  #keysFor(url: string) {
    return this.#keys.for(url)?.join(' ');
  }

  #lowestSerial(url: string) {
    return this.#serials.get(url) ?? 0;
  }

  /** Forgets a feed that would not be accepted now. Its serial may be a lie, too. */
  #forget(entry: Entry) {
    entry.feed = entry.error = entry.text = undefined;
    entry.serial = 0;
  }

  /** Requests a feed that is missing: at once after a first failure, later after a back-off. */
  #retry(entry: Entry) {
    if (entry.dueAt <= Date.now()) this.#request(entry);
    else this.#arm(entry);
  }

  #request(
    entry: Entry,
    request = requestFeed(entry.url, entry.error || entry.feed ? 'no-cache' : undefined),
    shared = !entry.feed,
  ) {
    entry.request = request;
    entry.shared = shared;
    clearTimeout(entry.timer);
    void request.response
      .then((response) => this.#read(entry, response))
      .then(
        (accepted) => {
          if (entry.request !== request) return;
          const isNew = entry.feed !== accepted.feed;
          Object.assign(entry, {...accepted, error: undefined, request: undefined, failures: 0});
          if (entry.keys === this.#keysFor(entry.url)) this.#settle(entry, isNew);
          else {
            // The page has pinned keys while the answer was read.
            this.#forget(entry);
            this.#request(entry);
          }
        },
        (error: unknown) => {
          if (entry.request !== request) return;
          entry.request = undefined;
          entry.error = error instanceof FeedError ? error : new FeedError('internal', String(error));
          entry.failures++;
          this.#settle(entry, !entry.feed);
        },
      );
  }

  #settle(entry: Entry, isNew: boolean) {
    this.#schedule(entry);
    if (isNew) void this.#notify(entry);
  }

  /** Rejects with a FeedError. */
  async #read(
    {url, feed, text, keys: oldKeys, serial: seen}: Entry,
    {body, reason, retryAfter}: FeedResponse,
  ): Promise<Pick<Entry, 'feed' | 'text' | 'keys' | 'serial'>> {
    if (!body) throw new FeedError(reason!, url, retryAfter);
    const keys = this.#keys.for(url);
    const envelope = keys && (await this.#open(new Uint8Array(body), keys));
    let json: unknown;
    let newText: string;
    try {
      newText = new TextDecoder('utf-8', {fatal: true}).decode(envelope?.feed ?? body);
      json = JSON.parse(newText);
    } catch {
      throw new FeedError('not-json', url);
    }
    const pinned = keys?.join(' ');
    const raw = acceptHead(envelope ? {...(json as object), expires: envelope.expires} : json);
    const {serial, expires} = raw.head;
    const lowest = Math.max(seen, this.#lowestSerial(url));
    if (serial < lowest) throw new FeedError('rollback', `${url} ${serial} < ${lowest}`);
    // The same feed again is no news: nothing is rendered again.
    const isSame = newText === text && pinned === oldKeys && expires === feed?.head.expires;
    return {feed: isSame ? feed : raw, text: newText, keys: pinned, serial};
  }

  async #open(file: Uint8Array<ArrayBuffer>, keys: readonly string[]) {
    const {openEnvelope} = await loadModule<typeof import('../feed/envelope.js')>('envelope').catch(() => {
      throw new FeedError('script', 'envelope');
    });
    return openEnvelope(file, keys, this.#revoked).catch((error: unknown) => {
      throw error instanceof FeedError ? error : new FeedError('signature', String(error));
    });
  }

  /** Tells the subscribers, in slices: those that waited for one feed do not hold up the page together. */
  async #notify(entry: Entry) {
    let begun = Date.now();
    for (const subscriber of this.#subscribersOf(entry)) {
      if (Date.now() - begun > SLICE) {
        await yieldToMain();
        begun = Date.now();
      }
      try {
        if (this.#subscribers.has(subscriber)) await subscriber.onChange();
      } catch {
        // One that fails holds up no other.
      }
    }
  }

  /** Sets when a feed is due: for a refresh, or for whoever comes after a failure. */
  #schedule(entry: Entry) {
    const now = Date.now();
    const {feed, failures, error, shared} = entry;
    const retryAfter = error?.retryAfter ?? null;
    const wishes = this.#subscribersOf(entry).map(({refresh}) => refresh);
    entry.seconds = Math.min(...wishes.filter((refresh) => refresh > 0));
    if (entry.seconds < Infinity) {
      entry.dueAt = now + nextDelay(entry.seconds, failures, retryAfter, now, shared);
      this.#arm(entry);
    } else {
      clearTimeout(entry.timer);
      entry.dueAt = feed ? Infinity : failures ? now + retryDelay(failures, retryAfter, now) : -Infinity;
    }
  }

  #arm(entry: Entry, at = entry.dueAt) {
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => {
      // A hidden page waits for its reader's return.
      if (!page.hidden && !entry.request) this.#request(entry, undefined, false);
    }, at - Date.now());
  }

  #onReturn({type}: Event) {
    const now = Date.now();
    this.#entries.forEach((entry) => {
      const {request, failures, dueAt, error} = entry;
      if (request || dueAt === Infinity || !this.#subscribersOf(entry).length) return;
      // Not all at once: a region that is back on line is many readers. Where the server has asked for time, it gets it.
      if (type === 'online' && failures && !error?.retryAfter) this.#arm(entry, now + Math.random() * 10_000);
      else if (dueAt > now) this.#arm(entry);
      else this.#request(entry, undefined, true);
    });
  }
}

/** The feeds of this page. */
export const feedStore = new FeedStore();

/** Sets what the page asks of its feeds; see `StoreOptions`. */
export const configure = (options: StoreOptions) => feedStore.configure(options);
