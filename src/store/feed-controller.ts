import type {ReactiveController, ReactiveControllerHost} from '@lit/reactive-element';
import {page, resolveUrl} from '../dom/page.js';
import {safely} from '../dom/safely.js';
import {FeedError} from '../feed/feed-error.js';
import type {Infer} from '../feed/schema.js';
import {parseSection, type RawFeed, type Section, type SectionSchema} from '../feed/section.js';
import type {Head} from '../feed/sections/head.js';
import {feedStore, type Subscriber} from './feed-store.js';
import {readInlineFeed} from './inline-feed.js';

type Sections = Readonly<Record<string, Section<SectionSchema>>>;

/** An element that shows a feed. */
export interface FeedHost extends ReactiveControllerHost, Element {
  readonly src?: string;
  readonly refresh?: number;
  /** Resolves when the update under way is rendered. */
  readonly rendered: Promise<unknown>;
}

/** The head of a feed, and the items of each section that the host shows. */
export type FeedData<S extends Sections> = {readonly head: Head; readonly raw: RawFeed} & {
  readonly [K in keyof S]: Infer<S[K]['schema']>;
};

/** The sections of each feed that were read, for all elements: checking takes longer than all else here. */
const checked = new WeakMap<RawFeed, Record<string, unknown>>();

/** Loads the host's feed sections and requests an update when they change. */
export class FeedController<S extends Sections = Sections> implements ReactiveController, Subscriber {
  /** Why there is no data. */
  error?: FeedError;
  /** Resolves when there is data or an error, or the host has left the page. */
  settled?: Promise<void>;
  refresh = 0;
  #src?: string;
  url?: string;
  /** The address of the feed that `data` are of; undefined for an inline one. That of the next one is `url`. */
  dataUrl?: string;
  #data?: FeedData<S>;
  /** Where the data came from. */
  #from?: string;
  #settle = () => {};
  readonly #host: FeedHost;
  readonly #sections: S;

  constructor(host: FeedHost, sections: S) {
    this.#host = host;
    this.#sections = sections;
    host.addController(this);
  }

  /** What the feed says; what the one before said, while another is loading. */
  get data() {
    // Not if the page has pinned keys since.
    return this.#data && !feedStore.withdrawn.has(this.#data.raw) ? this.#data : undefined;
  }

  hostConnected() {
    this.#host.requestUpdate();
  }

  hostDisconnected() {
    this.#unsubscribe();
  }

  hostUpdate() {
    const src = this.#host.src?.trim() || feedStore.defaultUrl;
    // NaN is no number of seconds, nor equal to itself.
    const refresh = this.#host.refresh || 0;
    if (!this.#host.isConnected || (src === this.#src && refresh === this.refresh)) return;
    this.#unsubscribe();
    this.#src = src;
    this.refresh = refresh;
    this.settled = new Promise((resolve) => (this.#settle = resolve));
    if (src && src[0] !== '#') this.url = resolveUrl(src);
    feedStore.subscribe(this);
    if (src) this.#take();
    else this.#fail(new FeedError('no-source'));
  }

  onConfigure() {
    // There may be a snapshot now, or the whole of an inline feed.
    if (this.#src && (!this.data || this.#from !== this.#src)) this.#take();
    this.#host.requestUpdate();
  }

  onChange() {
    this.#take();
    this.#host.requestUpdate();
    return this.#host.rendered;
  }

  #unsubscribe() {
    feedStore.unsubscribe(this);
    this.url = this.#src = undefined;
    this.#settle();
  }

  /** Takes over what is known of the feed now. */
  #take() {
    const src = this.#src!;
    const {feed, error, snapshot} = feedStore.stateOf(this.url ?? src);
    if (feed) this.#accept(feed, src);
    else if (snapshot) {
      try {
        const inline = readInlineFeed(snapshot, this.#host);
        if (inline) this.#accept(inline, src);
        else page.addEventListener('DOMContentLoaded', () => safely(() => this.onConfigure()));
      } catch (thrown) {
        // A snapshot with an issue is none.
        if (!this.url) this.#fail(thrown as FeedError);
        else if (error) this.#fail(error);
      }
    } else if (error) this.#fail(error);
  }

  #accept(feed: RawFeed, from: string) {
    try {
      this.#data = this.#read(feed);
      this.#from = from;
      this.dataUrl = this.url;
      this.error = undefined;
      this.#settle();
    } catch (error) {
      // What is shown was true on its day, and says so: an issue in a newer feed does not take it away.
      if (!this.data || this.#from !== from) this.#fail(new FeedError('section', (error as Error).message));
    }
  }

  #fail(error: FeedError) {
    this.#data = undefined;
    this.error = error;
    this.#settle();
  }

  #read(raw: RawFeed): FeedData<S> {
    let sections = checked.get(raw);
    if (!sections) checked.set(raw, (sections = Object.create(null) as Record<string, unknown>));
    for (const name of Object.keys(this.#sections)) sections[name] ??= parseSection(raw, this.#sections[name]!);
    return {...sections, head: raw.head, raw} as FeedData<S>;
  }
}
