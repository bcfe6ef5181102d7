import {html, LitElement, type CSSResultGroup, type PropertyDeclarations} from 'lit';
import type {FeedController} from '../feed/feed-controller.js';
import {FeedError, type FeedReason} from '../feed/feed-error.js';
import type {Text} from '../feed/fields.js';
import {pickText} from '../feed/text.js';
import {fill, formatDate, formatNumber} from '../i18n/format.js';
import {LocaleController} from '../i18n/locale-controller.js';
import {tokens} from '../theme/tokens.js';

/** Fired as `error` when an element keeps the page's own words; does not bubble. */
export class SolidarityErrorEvent extends Event {
  constructor(
    /** What kind of fault. */
    readonly reason: FeedReason,
    /** Where: an address, or a place in the feed as a JSON pointer. */
    readonly message: string,
  ) {
    super('error');
  }
}

const DAY = 86_400_000;
/** Days since 1970, and their date: each element asks for it several times. */
let [day, date] = [NaN, ''];

/** How an element stands; also a CSS state, `:state(ready)`. */
export type State = 'loading' | 'ready' | 'stale' | 'failed';

/**
 * What the elements share: a feed, a language, a theme, and the page's own words (the default slot) until, and
 * unless, we know better.
 */
export abstract class SolidarityElement extends LitElement {
  /** The tag that `define` registers. */
  static readonly tag: string;
  static override styles: CSSResultGroup = tokens;
  static override properties: PropertyDeclarations = {
    src: {},
    theme: {reflect: true},
    refresh: {type: Number},
  };

  /** Registers the element, unless the page has its tag already: another version, or this one twice. */
  static define(registry = customElements) {
    if (!registry.get(this.tag)) registry.define(this.tag, this as unknown as CustomElementConstructor);
  }

  /** Address of the feed, or `#id` of a `<script type="application/json">` in the page. Absent: the script tag's. */
  declare src?: string;
  /** `light` or `dark`; anything else follows the page's `color-scheme`. */
  declare theme?: 'auto' | 'light' | 'dark';

  /** Seconds after which the feed is asked for again, at least 300, while the page is looked at. Absent: once. */
  declare refresh?: number;

  protected abstract readonly data: FeedController;
  protected readonly language = new LocaleController(this);
  /** What else `updateComplete` waits for. */
  protected also?: Promise<void>;
  readonly #internals = this.attachInternals();
  #fault?: FeedError;
  #shown = false;
  #told?: object;
  #state?: State;

  /** What is shown once feed and language are there, nothing while more is under way, or why nothing can be shown. */
  protected abstract content(): unknown;

  /** How old what is shown is; nothing where it is fresh. */
  protected get age(): 'ageing' | 'stale' | undefined {
    return undefined;
  }

  protected override render() {
    const {supply, fault} = this.data;
    // With a supply, a fault says only that nothing newer can be had.
    let content: unknown = supply ? undefined : fault;
    try {
      if (supply && this.language.voice) content = this.content();
    } catch (error) {
      content = new FeedError('internal', String(error));
    }
    // eslint-disable-next-line lit/no-this-assign-in-render -- what rendering found is told in updated()
    this.#fault = content instanceof FeedError ? content : undefined;
    // eslint-disable-next-line lit/no-this-assign-in-render -- the same
    this.#shown = !!content && !this.#fault;
    return this.#shown ? content : html`<slot></slot>`;
  }

  protected override updated() {
    const fault = this.#fault;
    const news = fault ?? (this.#shown ? this.data.supply : undefined);
    const state = fault ? 'failed' : !news ? 'loading' : this.age === 'stale' ? 'stale' : 'ready';
    // Each change of a state makes the page look up its styles.
    if (state !== this.#state)
      try {
        const {states} = this.#internals;
        states.clear();
        states.add((this.#state = state));
      } catch {
        // Engines before 2024 have no states, or another syntax: there they cannot be styled, and all else works.
      }
    if (!news || news === this.#told) return;
    this.#told = news;
    this.dispatchEvent(fault ? new SolidarityErrorEvent(fault.reason, fault.message) : new Event('load'));
  }

  /** Also waits for feed and language; both are bounded in time. */
  protected override async getUpdateComplete() {
    await super.getUpdateComplete();
    await Promise.all([this.data.settled, this.language.settled]);
    await super.getUpdateComplete();
    await this.also;
    return super.getUpdateComplete();
  }

  /** The civil date, in UTC. */
  get today() {
    const now = Math.floor(Date.now() / DAY);
    if (now !== day) [day, date] = [now, new Date(now * DAY).toISOString().slice(0, 10)];
    return date;
  }

  /** A text of the feed, marked with its language where that is not the element's own. */
  text(text: Text) {
    const {tag} = this.language.voice!;
    const [words, lang] = pickText(text, tag, this.data.supply!.core.lang);
    return lang === tag ? words : html`<bdi lang=${lang}>${words}</bdi>`;
  }

  /** A link that tells the other side nothing of the reader, and lends it no weight. */
  protected link(url: string, words: unknown) {
    return html`<a part="link" href=${url} rel="noopener noreferrer external nofollow" referrerpolicy="no-referrer"
      >${words}</a
    >`;
  }

  /** A number as the reader's language writes it. */
  protected number(value: number) {
    return formatNumber(value, this.language.voice!.table);
  }

  /** A civil date in words. */
  protected date(date: string) {
    return formatDate(date, this.language.voice!.table);
  }

  /** A civil date for a reader, and for a machine. */
  time(date: string) {
    return html`<time datetime=${date} .textContent=${this.date(date)}></time>`;
  }

  /** A message with one or two `{names}`. A template, since of a list Lit keeps two comments for each item. */
  protected told(message: string, values: Readonly<Record<string, unknown>>) {
    const [before, first, between, second, after] = fill(message, values);
    return html`${before}${first}${between}${second}${after}`;
  }
}
