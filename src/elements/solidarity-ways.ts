import type {PropertyValues} from '@lit/reactive-element';
import {html, nothing} from 'lit/html.js';
import {audienceNames, describeHiddenLinks, describeWarnings, statusNames, wayTexts} from '../describe/ways.js';
import {create} from '../dom/create.js';
import {FeedError} from '../feed/feed-error.js';
import {organisations} from '../feed/sections/organisations.js';
import {AUDIENCES, ways, type Audience} from '../feed/sections/ways.js';
import {capitalize, formatNumber, interpolateText, pluralForm} from '../i18n/format.js';
import {msg} from '../i18n/localize.js';
import {FeedController} from '../store/feed-controller.js';
import {card} from '../theme/tokens.js';
import {TemplateElement} from './template-element.js';
import styles from './solidarity-ways.styles.js';
import {renderCard} from './ways-card.js';
import {
  byCategory,
  entriesOf,
  EVERYONE,
  firstOf,
  hasUnchecked,
  hasWarnings,
  hidesLinks,
  isFor,
  type Entry,
} from './ways-entries.js';
import {renderAudiences, renderSearch} from './ways-filter.js';
import {Search} from './ways-search.js';

/** Fired as `solidarity-ways-filtered` when a reader chooses an audience. A search is never reported. */
export class SolidarityWaysFilteredEvent extends Event {
  constructor(
    /** The audience of the ways that are shown. */
    readonly audience: Audience,
  ) {
    super('solidarity-ways-filtered');
  }
}

/** A list of more ways than this can be searched. */
const SEARCH_THRESHOLD = 12;
/** More ways than this are rendered only when a reader asks for them: thousands keep a phone busy for seconds. */
const PAGE_SIZE = 50;
/** How many ways are shown first. */
const FIRST = 4;

const positiveInteger = (value: number | undefined, fallback: number) =>
  Number.isInteger(value) && value! > 0 ? value! : fallback;

const audienceOf = (name?: string) => AUDIENCES.find((audience) => audience === name) ?? EVERYONE;

/**
 * What a reader can do now: the first ways to help, each with its next step as one button, and more that can be filtered
 * by audience and searched.
 *
 * @tag solidarity-ways
 * @summary What a reader can do now, and more ways to help.
 *
 * @slot - Fallback content: shown until the feed has loaded, and whenever anything fails or no way matches.
 * @fires load - The ways are shown.
 * @fires {SolidarityErrorEvent} error - The fallback content is shown; `reason` and `message` say why.
 * @fires {SolidarityWaysFilteredEvent} solidarity-ways-filtered - The reader chose an audience.
 * @csspart base - The whole.
 * @csspart heading - The title of the whole.
 * @csspart notice - What the mark at a link means, or why links are missing.
 * @csspart ways - A list of ways; the one that is always shown also has `first`.
 * @csspart way - A way to help; also `closed` where all who do it have closed.
 * @csspart category - Its category, and its audiences if it is not for everyone.
 * @csspart title - Its title.
 * @csspart text - What it is.
 * @csspart checked - How long it takes, and the day on which the link was checked.
 * @csspart action - The link that is its next step; also `link`.
 * @csspart organisations - Who else does it.
 * @csspart organisation - An organisation.
 * @csspart name - The organisation's name, or the host of a page.
 * @csspart status - Its state; also `paused` or `closed`.
 * @csspart note - What the reader must know of it.
 * @csspart link - A link to an organisation, or to a page about a way.
 * @csspart mark - The mark at a link that can be dangerous to open, with the countries where.
 * @csspart more - A button that shows more.
 * @csspart folded - What such a button shows.
 * @csspart controls - Search and filter.
 * @csspart search - The search field with its label.
 * @csspart audience - A choice of the filter.
 * @csspart count - How many ways are shown.
 * @csspart footer - What an asterisk means.
 * @cssstate loading - The feed has not loaded yet.
 * @cssstate ready - The ways are shown.
 * @cssstate failed - The fallback content is shown.
 * @cssproperty --solidarity-accent - Colour of emphasis.
 * @cssproperty --solidarity-on-accent - Colour of text on it; by default black or white.
 * @cssproperty --solidarity-text - Colour of text.
 * @cssproperty --solidarity-muted - Colour of secondary text.
 * @cssproperty --solidarity-surface - Background of the whole.
 * @cssproperty --solidarity-border - Colour of borders.
 * @cssproperty --solidarity-radius - Radius of corners.
 * @cssproperty --solidarity-space - Space between edge and text.
 * @cssproperty --solidarity-font - Font family; by default the page's.
 */
export class SolidarityWays extends TemplateElement {
  static override readonly tag = 'solidarity-ways';
  static override styles = [TemplateElement.styles, card, styles];
  static override properties = {
    audience: {},
    category: {},
    exclude: {},
    observance: {},
    limit: {type: Number},
    heading: {type: Number},
  };
  protected static override readonly fallbackLimits = [4, 20_000] as const;

  /** The audience whose ways come first; `everyone` by default. Follows the reader's choice. */
  declare audience?: Audience;
  /** Categories to show, separated by spaces; by default all but `military`. */
  declare category?: string;
  /** Categories never to show, separated by spaces. */
  declare exclude?: string;
  /** Id of the observance whose ways are shown; by default those of all days and of none. */
  declare observance?: string;
  /** How many ways are shown before a button that shows more; 4 by default. */
  declare limit?: number;
  /** Level of the title as a heading in the page; 2 by default. The titles of ways are of the next one. */
  declare heading?: number;

  protected readonly feed = new FeedController(this, {ways, organisations});
  #query = '';
  /** The audience that the page gave: the ways shown first stay where they are while a reader filters. */
  #pageAudience: Audience = EVERYONE;
  #readerAudience?: Audience;
  /** What the reader has unfolded. */
  readonly #unfolded = new Set<string>();
  #showsAll = false;

  get #level() {
    return positiveInteger(this.heading, 2);
  }

  get #entries() {
    const {ways, organisations} = this.feed.data!;
    return entriesOf(ways, organisations, this);
  }

  protected override texts() {
    const entries = this.#entries;
    return wayTexts(
      entries.map(({way}) => way),
      entries.flatMap(({organisations}) => organisations),
    );
  }

  // The reader's own choice keeps the nodes of the filter, where the focus is.
  protected override needsNewNodes(changed: PropertyValues) {
    return super.needsNewNodes(new Map([...changed].filter(([name]) => name !== 'audience')));
  }

  protected override content() {
    const {locale, links = 'all'} = this;
    const entries = this.#entries;
    if (!entries.length) return new FeedError('missing', '/ways');

    if (this.audience !== this.#readerAudience) this.#pageAudience = audienceOf(this.audience);
    const first = firstOf(entries, this.#pageAudience, positiveInteger(this.limit, FIRST));
    const notice = hasWarnings(entries, links)
      ? describeWarnings(locale)
      : hidesLinks(entries, links) && describeHiddenLinks(locale);
    return html`<div part="base" role="group" lang=${locale.tag} dir=${locale.data.dir} aria-labelledby="heading">
      <div part="heading" id="heading" role="heading" aria-level=${this.#level}>
        ${msg('What can you do now?', {id: 'ways.title'})}
      </div>
      ${notice ? html`<p part="notice">${notice}</p>` : ''} ${this.#renderList('ways first', first, new Search('', ''))}
      ${first.length < entries.length ? this.#renderMore(entries, first) : ''}
      ${hasUnchecked(entries) ? html`<p part="footer">${msg('* Not checked by us.', {id: 'ways.unchecked'})}</p>` : ''}
    </div>`;
  }

  /** What is not shown first; all that a reader searches for, or that is for the audience that a reader chose. */
  #renderMore(entries: readonly Entry[], first: readonly Entry[]) {
    const {locale} = this;
    const audience = audienceOf(this.audience);
    const canSearch = entries.length > SEARCH_THRESHOLD;
    const search = new Search(canSearch ? this.#query : '', locale.tag, this.feed.data!.head.lang);
    const isFiltered = audience !== this.#pageAudience;
    const found = byCategory(
      isFiltered || !search.isEmpty ? search.find(entries) : entries.filter((entry) => !first.includes(entry)),
    );
    const open = found.filter(({closed}) => !closed);
    const closed = found.filter((entry) => entry.closed);
    const own = open.filter((entry) => isFor(entry, audience));
    const others = open.filter((entry) => !isFor(entry, audience));
    const [main, rest, folded] = search.isEmpty
      ? own[0]
        ? [own, others, closed]
        : [others, [], closed]
      : [[...own, ...others, ...closed], [], []];

    const counts = new Map(
      AUDIENCES.map((name) => [name, entries.filter((entry) => !entry.closed && isFor(entry, name)).length] as const),
    );
    for (const [name, count] of counts) if (!count && name !== audience) counts.delete(name);
    const n = !search.isEmpty ? found.length : isFiltered ? own.length : entries.length;
    const count = n
      ? interpolateText(pluralForm(msg('{n} way to help|{n} ways to help', {id: 'ways.count'}), n, locale), {
          n: formatNumber(n, locale.data),
        })
      : msg('Nothing found.', {id: 'ways.none'});
    const list = (of: readonly Entry[]) =>
      this.#renderList('ways', this.#showsAll ? of : of.slice(0, PAGE_SIZE), search);
    return this.#renderFold('more', msg('More ways ({n})', {id: 'ways.more'}), entries.length - first.length, [
      html`<div part="controls">
          ${canSearch ? renderSearch(this.#query, this.#onSearch) : ''}
          ${counts.size > 1 ? renderAudiences(counts, audience, locale, this.#onAudience) : ''}
        </div>
        <p
          part="count"
          role="status"
          .textContent=${isFiltered && search.isEmpty ? `${audienceNames(locale)[audience]}: ${count}` : count}
        ></p>`,
      list(main),
      n ? '' : this.#renderButton('all', msg('Show all {n}', {id: 'ways.all'}), entries.length, this.#clear),
      rest[0] ? this.#renderFold('others', msg('More ways ({n})', {id: 'ways.more'}), rest.length, [list(rest)]) : '',
      Math.max(main.length, rest.length) > PAGE_SIZE && !this.#showsAll
        ? this.#renderButton('all', msg('Show all {n}', {id: 'ways.all'}), main.length, this.#showAll)
        : '',
      folded[0]
        ? this.#renderFold('closed', `${capitalize(statusNames(locale).closed, locale.tag)} ({n})`, folded.length, [
            list(folded),
          ])
        : '',
    ]);
  }

  #renderButton(id: string, label: string, n: number, onClick: (event: Event) => void, expanded?: boolean) {
    return html`<button part="more" id=${id} aria-expanded=${expanded ?? nothing} @click=${onClick}>
      ${interpolateText(label, {n: formatNumber(n, this.locale.data)})}
    </button>`;
  }

  /** A button, and what it unfolds: rendered at once, for print. */
  #renderFold(id: string, label: string, n: number, content: readonly unknown[]) {
    const isUnfolded = this.#unfolded.has(id);
    // Not by an update, which would make the nodes of all ways anew.
    const toggle = ({currentTarget}: Event) => {
      const hides = this.#unfolded.delete(id);
      if (!hides) this.#unfolded.add(id);
      const button = currentTarget as HTMLElement;
      button.setAttribute('aria-expanded', String(!hides));
      button.nextElementSibling?.toggleAttribute('hidden', hides);
    };
    return html`${this.#renderButton(id, label, n, toggle, isUnfolded)}
      <div part="folded" ?hidden=${!isUnfolded}>${content}</div>`;
  }

  /** A list of cards, of new nodes each time: old ones may hold a page translator's words. */
  #renderList(part: string, entries: readonly Entry[], search: Search) {
    const options = {
      context: this.context,
      links: this.links ?? 'all',
      level: this.#level + 1,
      search,
      renderPart: this.renderPart.bind(this),
      renderLink: this.link.bind(this),
    };
    return entries[0] ? create('ul', {part, role: 'list'}, ...entries.map((entry) => renderCard(entry, options))) : '';
  }

  #refilter() {
    this.#showsAll = false;
    this.requestUpdate();
  }

  readonly #onSearch = ({target}: Event) => {
    this.#query = (target as HTMLInputElement).value;
    this.#refilter();
  };

  readonly #onAudience = ({target}: Event) => {
    const audience = (target as HTMLInputElement).value as Audience;
    this.audience = this.#readerAudience = audience;
    this.#refilter();
    this.dispatchEvent(new SolidarityWaysFilteredEvent(audience));
  };

  /** The button pressed goes away: the focus returns to where the reader searched. */
  readonly #clear = () => {
    this.#query = '';
    this.#refilter();
    this.renderRoot.querySelector('input')?.focus();
  };

  /** The button pressed goes away: the focus goes on to the first way that it has shown. */
  readonly #showAll = async () => {
    const before = this.renderRoot.querySelectorAll('[part~=folded] [part~=way]').length;
    this.#showsAll = true;
    this.requestUpdate();
    await this.updateComplete;
    // The list may have changed in the same moment.
    const next = this.renderRoot.querySelectorAll<HTMLElement>('[part~=folded] [part~=way]')[before];
    if (!next) return;
    next.tabIndex = -1;
    next.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'solidarity-ways': SolidarityWays;
  }
  interface GlobalEventHandlersEventMap {
    'solidarity-ways-filtered': SolidarityWaysFilteredEvent;
  }
}
