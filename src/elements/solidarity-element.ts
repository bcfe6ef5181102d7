import type {CSSResultGroup, PropertyDeclarations, PropertyValues} from '@lit/reactive-element';
import {onNewDay, today} from '../clock/today.js';
import type {Context, Part, Parts} from '../describe/parts.js';
import {appendTo, create, replaceContent, type Child} from '../dom/create.js';
import {page} from '../dom/page.js';
import type {Text} from '../feed/fields.js';
import {FeedError, type FeedReason} from '../feed/feed-error.js';
import {mayLink, type LinkPolicy} from '../feed/links.js';
import {hasLang} from '../feed/text.js';
import type {Locale} from '../i18n/locale-data.js';
import {loadLocale} from '../i18n/load-locale.js';
import {LocaleController, updateAll} from '../i18n/locale-controller.js';
import {setActiveLocale} from '../i18n/localize.js';
import type {FeedController} from '../store/feed-controller.js';
import {tokens} from '../theme/tokens.js';
import {holdsPage} from './fallback.js';
import {GuardedElement} from './guarded-element.js';

/** Fired as `error` when an element shows its fallback content; does not bubble. */
export class SolidarityErrorEvent extends Event {
  constructor(
    /** What kind of error; the README's table says what to do. */
    readonly reason: FeedReason,
    /** Where: an address, or a place in the feed as a JSON pointer. */
    readonly message: string,
  ) {
    super('error');
  }
}

/** The state of an element; also a CSS state, `:state(ready)`. */
export type State = 'loading' | 'ready' | 'stale' | 'failed';

/**
 * What the elements share: a feed, a locale, a theme, and the fallback content (the default slot), which is shown until
 * there is something better, and whenever anything fails.
 */
export abstract class SolidarityElement extends GuardedElement {
  static override styles: CSSResultGroup = tokens;
  static override properties: PropertyDeclarations = {
    src: {},
    look: {reflect: true},
    theme: {reflect: true},
    refresh: {type: Number},
    links: {},
    now: {type: Number, attribute: false},
  };
  /** How its locales are loaded: `withMessages` adds messages that other elements need not load. */
  protected static readonly loadLocale = loadLocale;
  /** The most block elements, and characters, that fallback content has. */
  protected static readonly fallbackLimits: readonly [blocks: number, length: number] = [1, 1000];

  /** Address of the feed, or `#id` of a `<script type="application/json">` in the page. Default: the script's feed. */
  declare src?: string;
  /** `campaign` (default), `newsroom` (the page's own colours and letters), `contrast` or `memorial`. */
  declare look?: 'campaign' | 'newsroom' | 'contrast' | 'memorial';
  /** `light` or `dark`; by default the page's `color-scheme`. */
  declare theme?: 'auto' | 'light' | 'dark';
  /** Seconds after which the feed is loaded again, at least 300; paused in hidden tabs. Default: load once. */
  declare refresh?: number;
  /** Which links are shown: `all` (default), `unlisted` (only those verified as banned nowhere) or `none`. */
  declare links?: LinkPolicy;
  /** For previews: the time to show instead of the current one, in milliseconds since 1970. Property only. */
  declare now?: number;

  protected abstract readonly feed: FeedController;
  protected readonly language = new LocaleController(this, (this.constructor as typeof SolidarityElement).loadLocale);
  /** Other work that `updateComplete` waits for. */
  protected pendingWork?: Promise<unknown>;
  #internals?: ElementInternals;
  #slot?: Element;
  #error?: FeedError;
  #hasContent = false;
  #locale?: Locale;
  #shownData?: object;
  #shownLocale?: Locale;
  #lastNotified?: unknown;
  #states = '';

  /** The texts of the feed on the face of the element: it speaks a language that they all have. */
  protected abstract texts(): readonly Text[];

  /** What is shown once the feed and the locale are there; undefined while more is loading; an error for the fallback. */
  protected abstract content(): unknown;

  /** CSS states beside the common ones: `stale`, or an element's own. */
  protected ownStates(): readonly string[] {
    return [];
  }

  /** The locale that the element speaks; set before `content()` is called. */
  protected get locale() {
    return this.#locale!;
  }

  /** Where and when the element says something. */
  protected get context(): Context {
    const {lang, expires} = this.feed.data!.head;
    return {
      locale: this.locale,
      feedLang: lang,
      today: today(this.now || undefined),
      expires,
    };
  }

  /** Resolves when the update under way is rendered. */
  get rendered(): Promise<unknown> {
    return super.getUpdateComplete();
  }

  /** Also waits for feed and locale; both are bounded in time. */
  protected override async getUpdateComplete() {
    await super.getUpdateComplete();
    await Promise.all([this.feed.settled, this.language.settled]);
    await super.getUpdateComplete();
    // The feed's texts may need another locale.
    await Promise.all([this.language.settled, this.pendingWork]);
    return super.getUpdateComplete();
  }

  override connectedCallback() {
    super.connectedCallback();
    this.guard(() => onNewDay(updateAll));
    // What the parser has not yet read may be the rest of the page.
    if (page.readyState === 'loading') page.addEventListener('DOMContentLoaded', () => this.requestUpdate());
  }

  protected override update(changed: PropertyValues) {
    const {data, error} = this.feed;
    let locale: Locale | undefined;
    if (data) {
      const {lang} = data.head;
      const texts = this.texts();
      locale = this.language.choose((tag) => texts.every((text) => hasLang(text, tag, lang)));
      // While it loads, what is shown stays in its language.
      if (locale) setActiveLocale((this.#locale = locale));
    }
    // With data, an error says only that there is nothing newer.
    const content = data ? locale && this.content() : error;
    super.update(changed);
    if (content instanceof FeedError) {
      this.showFallback();
      this.#error = content;
    } else if (content !== undefined) {
      this.#showContent(content, changed);
      this.#error = undefined;
    } else if (!data || !this.#hasContent) this.showFallback();
  }

  protected showFallback() {
    this.#hasContent = false;
    // Where the styles could not be set, Lit has no root yet, and the fallback content is hidden behind an empty one.
    const root = (this.renderRoot as ParentNode | undefined) ?? this.shadowRoot!;
    replaceContent(root, (this.#slot ??= create('slot', {})));
  }

  protected fail(error: unknown) {
    this.#error = new FeedError('internal', String(error));
    this.#notify();
  }

  #showContent(content: unknown, changed: PropertyValues) {
    const root = this.renderRoot as ShadowRoot;
    const isNew = !this.#hasContent || this.needsNewNodes(changed);
    const focused = root.activeElement;
    const links = () => [...root.querySelectorAll<HTMLElement>('a,summary')];
    const position = focused ? links().indexOf(focused as HTMLElement) : -1;
    this.show(content, isNew);
    const {fallbackLimits} = this.constructor as typeof SolidarityElement;
    if (holdsPage(this, fallbackLimits)) appendTo(root, (this.#slot ??= create('slot', {})));
    // What has no id is a link or a summary.
    if (focused) (root.getElementById(focused.id) ?? links()[position])?.focus({preventScroll: true});
    this.#hasContent = true;
    this.#shownData = this.feed.data;
    this.#shownLocale = this.#locale;
  }

  /** Shows what `content()` gave, in new nodes where `isNew`. */
  protected show(content: unknown, _isNew: boolean) {
    replaceContent(this.renderRoot, content as Node);
  }

  /** New data, new nodes: old ones may hold a page translator's words, which are not replaced. */
  protected needsNewNodes(changed: PropertyValues) {
    return changed.size > 0 || this.feed.data !== this.#shownData || this.#locale !== this.#shownLocale;
  }

  protected override updated() {
    this.#notify();
  }

  /** Whether something better than the fallback content is shown. */
  protected get hasContent() {
    return this.#hasContent;
  }

  /** Sets the CSS states. */
  protected updateStates() {
    const state: State = this.#error ? 'failed' : !this.#hasContent ? 'loading' : 'ready';
    const states = [state, ...(state === 'ready' ? this.ownStates() : [])];
    // Each change makes the page look up its styles.
    if (states.join() !== this.#states) {
      this.#states = states.join();
      try {
        const {states: set} = (this.#internals ??= this.attachInternals());
        set.clear();
        for (const name of states) set.add(name);
      } catch {
        // Engines before 2024 have no states, or another syntax: there they cannot be styled.
      }
    }
  }

  /** Sets the states, and fires `load` or `error`, once for each feed or failure. */
  #notify() {
    this.updateStates();
    const error = this.#error;
    const news = error ? `${error.reason} ${error.message}` : this.#hasContent ? this.#shownData : undefined;
    if (news === undefined || news === this.#lastNotified) return;
    this.#lastNotified = news;
    this.dispatchEvent(error ? new SolidarityErrorEvent(error.reason, error.message) : new Event('load'));
  }

  /**
   * A sentence; `numberPart` is the `part` of its numbers. As nodes, not as a template: a page translator replaces what
   * is in them, and Lit would keep several nodes more for each.
   */
  protected renderParts(parts: Parts, numberPart?: string): DocumentFragment {
    const fragment = page.createDocumentFragment();
    appendTo(fragment, ...parts.map((part) => this.renderPart(part, numberPart)));
    return fragment;
  }

  /** A part of a sentence. A text of the feed is isolated, since it may have another direction. */
  protected renderPart({text, lang, role, value, url}: Part, numberPart?: string): Child {
    if (!role) return text;
    if (role === 'label') return create('strong', {}, text);
    if (role === 'number') return create('data', {part: numberPart, translate: 'no', value}, text);
    if (role === 'date') return create('time', {datetime: value}, text);
    const isolated = create('bdi', {lang: lang === this.locale.tag ? undefined : lang}, text);
    return role === 'source' && mayLink({url}, this.links ?? 'all') ? this.link(url!, isolated) : isolated;
  }

  /** A link that tells the other side nothing of the reader, and lends it no weight. */
  protected link(href: string, ...children: readonly Child[]) {
    const rel = 'noopener noreferrer external nofollow';
    return create('a', {part: 'link', href, rel, referrerpolicy: 'no-referrer'}, ...children);
  }
}
