import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {admit, expectSerial} from './admit.js';
import {FeedError} from './feed-error.js';
import {leaveFeed, pinKeys, useFeed} from './fetch-feed.js';
import type {Infer, Rule} from './schema.js';
import {readSection, type Section} from './section.js';
import type {Core} from './sections/head.js';
import {turn} from './turn.js';

type Sections = Readonly<Record<string, Section<Rule>>>;
type Host = ReactiveControllerHost & Element & {src?: string; refresh?: number};
/** The feed's core, and the items of each section asked for. */
export type Supply<S extends Sections> = {readonly core: Core} & {readonly [K in keyof S]: Infer<S[K]['rule']>};

/** The feed of elements that name none, and what a page asks of it. */
export interface DefaultSource {
  /** Public keys, base64url, parted by spaces, the offline one last: no feed of the page is then read unsigned. */
  readonly keys?: string;
  /** A feed with a lower serial is an older one, and refused. */
  readonly serial?: number;
  /** `#id` of a feed inside the page: shown until the other one is there, and where it cannot be had. */
  readonly snapshot?: string;
}

let defaultSource = '';
let snapshot: string | undefined;

/** Sets the feed of elements that name none; the script tag does. */
export const setDefaultSource = (url: string, {keys, serial, snapshot: inline}: DefaultSource = {}) => {
  defaultSource = url;
  snapshot = inline;
  if (serial) expectSerial(url, serial);
  // An empty list is a mistake, and lets nobody in.
  if (keys != null) pinKeys(keys);
};

/** Feeds inside the page, as they were read last: a thousand elements of one read it once. */
const inline = new WeakMap<Element, {readonly text: string; readonly feed: Core}>();

/** A feed inside the page. */
const inlineFeed = (src: string): Core => {
  const script = document.getElementById(src.slice(1));
  const text = script?.textContent ?? '';
  const known = inline.get(script!);
  if (known?.text === text) return known.feed;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new FeedError('not-json', src);
  }
  const feed = admit(json);
  inline.set(script!, {text, feed});
  return feed;
};

/** The sections of a feed that were read and found good, for all who ask: checks take longer than all else here. */
const good = new WeakMap<Core, Record<string, unknown>>();

/** Keeps its host supplied with the sections that it shows. */
export class FeedController<S extends Sections = Sections> implements ReactiveController {
  /** What the feed says; what the one before said, while another is under way. */
  supply?: Supply<S>;
  /** Why nothing can be said. */
  fault?: FeedError;
  /** Resolves when supply or fault is there; bounded by the request's time-out. */
  settled?: Promise<void>;
  #src?: string;
  #url = '';
  #refresh = 0;
  #rest?: () => void;
  readonly #host: Host;
  readonly #sections: S;

  constructor(host: Host, sections: S) {
    this.#host = host;
    this.#sections = sections;
    host.addController(this);
  }

  hostConnected() {
    this.#host.requestUpdate();
  }

  hostDisconnected() {
    this.#leave();
  }

  hostUpdate() {
    const {isConnected, src = defaultSource} = this.#host;
    // NaN is no number of seconds, nor itself.
    const refresh = this.#host.refresh || 0;
    if ((src === this.#src && refresh === this.#refresh) || !isConnected) return;
    this.#leave();
    this.#src = src;
    this.#refresh = refresh;
    this.settled = this.#load(src);
  }

  #leave() {
    leaveFeed(this.#url, this.#take);
    this.#rest?.();
    this.#rest = undefined;
    this.#url = '';
    this.#src = undefined;
  }

  /** What is at hand is supplied at once, within the host's update; what must be fetched, with an update of its own. */
  async #load(src: string) {
    let snapshotted: Supply<S> | undefined;
    try {
      if (src === defaultSource && snapshot) this.supply = snapshotted = this.#read(inlineFeed(snapshot));
    } catch {
      // A snapshot that is broken is none.
    }
    let supply: Supply<S> | undefined = snapshotted;
    let fault: FeedError | undefined;
    try {
      const {now, feed} = this.#feed(src);
      supply = this.#read(now ?? (await feed!.finally(turn)));
    } catch (error) {
      fault = error instanceof FeedError ? error : new FeedError('no-source', src);
    }
    if (src !== this.#src) return;
    this.supply = supply;
    this.fault = fault;
    this.#host.requestUpdate();
    if (this.#refresh > 0 && this.#url) void this.#keepFresh(this.#url, fault);
  }

  #feed(src: string): {readonly feed?: Promise<Core>; readonly now?: Core} {
    if (!src) throw new FeedError('no-source');
    if (src[0] === '#') return {now: inlineFeed(src)};
    return useFeed((this.#url = new URL(src, document.baseURI).href), this.#take);
  }

  readonly #take = (feed: Core) => {
    try {
      this.supply = this.#read(feed);
      this.fault = undefined;
      this.#host.requestUpdate();
    } catch {
      // What was shown was true on its day, and says so: it stays.
    }
  };

  async #keepFresh(url: string, fault?: FeedError) {
    const module = await import('./refresh.js').catch(() => undefined);
    if (url === this.#url) this.#rest ??= module?.keepFresh(url, this.#refresh, fault);
  }

  #read(core: Core): Supply<S> {
    let known = good.get(core);
    if (!known) good.set(core, (known = Object.create(null) as Record<string, unknown>));
    try {
      for (const [name, section] of Object.entries(this.#sections)) known[name] ??= readSection(core, section);
    } catch (error) {
      throw new FeedError('section', (error as Error).message);
    }
    return {...known, core} as Supply<S>;
  }
}
