import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {FeedFault, leaveFeed, useFeed} from './fetch-feed.js';
import {check, type Infer, type Rule} from './rules.js';
import {readSection, type Section} from './section.js';
import {core, type Core} from './sections/head.js';

type Sections = Readonly<Record<string, Section<Rule>>>;
type Host = ReactiveControllerHost & Element & {src?: string};
/** The feed's core, and the items of each section asked for. */
export type Supply<S extends Sections> = {readonly core: Core} & {readonly [K in keyof S]: Infer<S[K]['rule']>};

let defaultSource = '';

/** Sets the feed of elements that name none; the script tag does. */
export const setDefaultSource = (url: string) => {
  defaultSource = url;
};

/** Keeps its host supplied with the sections that it shows. */
export class FeedController<S extends Sections = Sections> implements ReactiveController {
  /** What the feed says; what the one before said, while another is under way. */
  supply?: Supply<S>;
  /** Why nothing can be said. */
  fault?: FeedFault;
  /** Resolves when supply or fault is there; bounded by the request's time-out. */
  settled?: Promise<void>;
  #src?: string;
  #url = '';
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
    const src = this.#host.src ?? defaultSource;
    if (src === this.#src || !this.#host.isConnected) return;
    this.#leave();
    this.#src = src;
    this.settled = this.#load(src);
  }

  #leave() {
    leaveFeed(this.#url);
    this.#url = '';
    this.#src = undefined;
  }

  async #load(src: string) {
    let supply: Supply<S> | undefined;
    let fault: FeedFault | undefined;
    try {
      supply = this.#read(await this.#json(src));
    } catch (error) {
      fault = error instanceof FeedFault ? error : new FeedFault('no-source', src);
    }
    if (src !== this.#src) return;
    this.supply = supply;
    this.fault = fault;
    this.#host.requestUpdate();
  }

  #json(src: string): unknown {
    if (!src) throw new FeedFault('no-source');
    if (src[0] !== '#') return useFeed((this.#url = new URL(src, document.baseURI).href));
    try {
      return JSON.parse(document.getElementById(src.slice(1))!.textContent!);
    } catch {
      throw new FeedFault('not-json', src);
    }
  }

  #read(json: unknown): Supply<S> {
    let reason: 'not-a-feed' | 'section' = 'not-a-feed';
    try {
      check(core, json);
      reason = 'section';
      const read = Object.entries(this.#sections).map(([name, section]) => [name, readSection(json as Core, section)]);
      return {core: json, ...Object.fromEntries(read)};
    } catch (error) {
      throw new FeedFault(reason, (error as Error).message);
    }
  }
}
