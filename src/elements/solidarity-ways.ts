import type {PropertyValues} from '@lit/reactive-element';
import {html} from 'lit/html.js';
import {keyed} from 'lit/directives/keyed.js';
import {audienceNames, categoryNames, describeLink, describeWarnings, statusNames, wayTexts} from '../describe/ways.js';
import {datePart, messageParts, textPart} from '../describe/parts.js';
import {create, type Child} from '../dom/create.js';
import {FeedError} from '../feed/feed-error.js';
import {type Linked} from '../feed/links.js';
import {organisations, type Organisation, type Status} from '../feed/sections/organisations.js';
import {AUDIENCES, CATEGORIES, ways, type Audience} from '../feed/sections/ways.js';
import {interpolate, interpolateText, pluralForm} from '../i18n/format.js';
import {msg} from '../i18n/localize.js';
import {FeedController} from '../store/feed-controller.js';
import {card} from '../theme/tokens.js';
import {TemplateElement} from './template-element.js';
import styles from './solidarity-ways.styles.js';
import {entriesOf, isFor, search, type Entry} from './ways-entries.js';

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

const [EVERYONE] = AUDIENCES;

const positiveInteger = (value: number | undefined, fallback: number) =>
  Number.isInteger(value) && value! > 0 ? value! : fallback;

/** A letter that a reader types is no shortcut of the page, which sees it come from an element that is no input. */
const stopShortcut = (event: KeyboardEvent) => {
  if (event.key.length === 1) event.stopPropagation();
};

/**
 * What a reader can do, by category and audience, with the state of each organisation and the day it was checked.
 *
 * @tag solidarity-ways
 * @summary A list of ways to help that can be filtered and searched.
 *
 * @slot - Fallback content: shown until the feed has loaded, and whenever anything fails or no way matches.
 * @fires load - The ways are shown.
 * @fires {SolidarityErrorEvent} error - The fallback content is shown; `reason` and `message` say why.
 * @fires {SolidarityWaysFilteredEvent} solidarity-ways-filtered - The reader chose an audience.
 * @csspart base - The whole.
 * @csspart controls - Search and filter.
 * @csspart search - The search field with its label.
 * @csspart audience - A choice of the filter.
 * @csspart count - How many ways are shown.
 * @csspart notice - What the mark at a link means.
 * @csspart group - A category with its ways.
 * @csspart category - The category's name.
 * @csspart way - A way to help; also `closed` where all who do it have closed.
 * @csspart for - The audience of a way that is not for everyone.
 * @csspart title - The way's title.
 * @csspart organisation - An organisation, its state and the day it was checked.
 * @csspart name - The organisation's name.
 * @csspart status - Its state; also `active`, `paused`, `closed` or `unknown`.
 * @csspart note - What the reader must know of it.
 * @csspart link - A link to an organisation, or to a page about a way.
 * @csspart mark - The mark at a link that can be dangerous to open, with the countries where.
 * @csspart more - The button that shows all.
 * @cssstate loading - The feed has not loaded yet.
 * @cssstate ready - The ways are shown.
 * @cssstate failed - The fallback content is shown.
 * @cssproperty --solidarity-accent - Colour of emphasis.
 * @cssproperty --solidarity-text - Colour of text.
 * @cssproperty --solidarity-muted - Colour of secondary text.
 * @cssproperty --solidarity-surface - Background of the whole.
 * @cssproperty --solidarity-border - Colour of borders.
 * @cssproperty --solidarity-radius - Radius of corners.
 * @cssproperty --solidarity-font - Font family; by default the page's.
 */
export class SolidarityWays extends TemplateElement {
  static override readonly tag = 'solidarity-ways';
  static override styles = [TemplateElement.styles, card, styles];
  static override properties = {
    audience: {},
    category: {},
    exclude: {},
    limit: {type: Number},
    heading: {type: Number},
  };
  protected static override readonly fallbackLimits = [4, 20_000] as const;

  /** The audience: `everyone` (default) shows all. Follows the reader's choice. */
  declare audience?: Audience;
  /** Categories to show, separated by spaces; by default all but `military`. */
  declare category?: string;
  /** Categories never to show, separated by spaces. */
  declare exclude?: string;
  /** How many ways are shown before a button that shows all; 50 by default. */
  declare limit?: number;
  /** Level of the categories' headings in the page; 3 by default. */
  declare heading?: number;

  protected readonly feed = new FeedController(this, {ways, organisations});
  #query = '';
  #limit?: number;
  #hasWarnings = false;
  /** Grows with each filter: a filtered list has new nodes, since old ones may hold a page translator's words. */
  #filterCount = 0;

  get #entries() {
    const {ways, organisations} = this.feed.data!;
    return entriesOf(ways, organisations, this.category, this.exclude);
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
    const {head} = this.feed.data!;
    const {locale} = this;
    const entries = this.#entries;
    if (!entries.length) return new FeedError('missing', '/ways');

    const audience = AUDIENCES.find((name) => name === this.audience) ?? EVERYONE;
    const limit = this.#limit ?? positiveInteger(this.limit, PAGE_SIZE);
    const isLong = Math.min(entries.length, limit) > SEARCH_THRESHOLD;
    const found = search(entries, isLong ? this.#query : '', locale.tag, head.lang).filter(
      (entry) => audience === EVERYONE || isFor(entry, audience) || isFor(entry, EVERYONE),
    );
    const n = found.length;
    const choices = AUDIENCES.filter(
      (name) => name === EVERYONE || name === audience || entries.some((entry) => isFor(entry, name)),
    );
    const count = n
      ? pluralForm(msg('{n} way to help|{n} ways to help', {id: 'ways.count'}), n, locale)
      : msg('Nothing found.', {id: 'ways.none'});
    const onMore = n ? () => this.#showAll(limit) : this.#clear;
    // Before the notice, which explains the marks in it.
    const list = this.#renderList(found, audience, limit);
    return html`<div
      part="base"
      role="group"
      lang=${locale.tag}
      dir=${locale.data.dir}
      aria-label=${msg('Ways to help', {id: 'ways.title'})}
    >
      ${
        isLong || choices[1]
          ? html`<div part="controls">
                ${isLong ? this.#renderSearch() : ''} ${choices[1] ? this.#renderFilter(choices, audience) : ''}
              </div>
              <p part="count" role="status" .textContent=${interpolateText(count, {n})}></p>`
          : ''
      }
      ${this.#hasWarnings ? html`<p part="notice">${describeWarnings(locale)}</p>` : ''}
      ${keyed(this.#filterCount, list)}
      ${
        n && n <= limit
          ? ''
          : html`<button part="more" id="more" @click=${onMore}>
              ${interpolateText(msg('Show all {n}', {id: 'ways.all'}), {n: n || entries.length})}
            </button>`
      }
    </div>`;
  }

  #renderSearch() {
    return html`<label part="search"
      >${msg('Search', {id: 'ways.search'})}<input
        id="search"
        type="search"
        autocomplete="off"
        .value=${this.#query}
        @input=${this.#onSearch}
        @keydown=${stopShortcut}
        @keypress=${stopShortcut}
    /></label>`;
  }

  #renderFilter(choices: readonly Audience[], chosen: Audience) {
    const names = audienceNames(this.locale);
    return html`<fieldset @change=${this.#onAudience}>
      <legend>${msg('For whom', {id: 'ways.audience'})}</legend>
      ${choices.map(
        (name) =>
          html`<label part="audience"
            ><input
              id=${`audience-${name}`}
              type="radio"
              name="audience"
              .value=${name}
              .checked=${name === chosen}
            />${names[name]}</label
          >`,
      )}
    </fieldset>`;
  }

  /** The ways of the chosen audience come first, then the categories in their order. */
  #renderList(found: readonly Entry[], audience: Audience, limit: number) {
    this.#hasWarnings = false;
    const own = (entry: Entry) => audience !== EVERYONE && isFor(entry, audience);
    const names = categoryNames(this.locale);
    let place = 0;
    const group = (name: string, good: (entry: Entry) => boolean) => {
      // What a small limit hides on screen is rendered for print.
      const entries = found.filter(good).slice(0, Math.max(limit, PAGE_SIZE) - place);
      return entries[0]
        ? html`<div part="group ${place < limit ? '' : 'rest'}">
            <div part="category" role="heading" aria-level=${positiveInteger(this.heading, 3)}>${name}</div>
            <ul role="list">
              ${entries.map((entry) => this.#renderWay(entry, place++ < limit))}
            </ul>
          </div>`
        : '';
    };
    const groups = [
      group(audienceNames(this.locale)[audience], own),
      ...CATEGORIES.map((category) =>
        group(names[category], (entry) => entry.way.category === category && !own(entry)),
      ),
    ];
    return html`${groups}`;
  }

  #renderWay({way, organisations, closed}: Entry, isNear: boolean) {
    const {context} = this;
    const names = audienceNames(this.locale);
    const {title, text, audiences} = way;
    return html`<li part="way ${closed ? 'closed' : ''} ${isNear ? '' : 'rest'}">
      ${audiences.includes(EVERYONE) ? '' : html`<p part="for">${audiences.map((name) => names[name]).join(' · ')}</p>`}
      <p part="title">
        ${this.#renderName(closed ? {} : way, this.renderPart(textPart(title, context)))}
        ${closed ? this.#renderStatus('closed') : ''}
      </p>
      <p>${this.renderPart(textPart(text, context))}</p>
      ${
        organisations[0]
          ? html`<ul role="list">
              ${organisations.map((organisation) => this.#renderOrganisation(organisation))}
            </ul>`
          : ''
      }
    </li>`;
  }

  #renderOrganisation(organisation: Organisation) {
    const {name, aliases = [], status, checkedAt, note} = organisation;
    const {locale, context} = this;
    const names = aliases.map((alias, i) => [i ? ', ' : '', this.renderPart(textPart(alias, context))]);
    const checked = checkedAt
      ? this.renderParts(
          messageParts(msg('checked on {date}', {id: 'ways.checked'}), {date: datePart(checkedAt, locale)}, locale),
        )
      : status !== 'unknown' && msg('not checked', {id: 'ways.unchecked'});
    return html`<li part="organisation">
      <span part="name" translate="no">${this.#renderName(organisation, this.renderPart(textPart(name, context)))}</span
      >${names[0] ? [' ', interpolate<unknown>(msg('(also: {names})', {id: 'ways.also'}), {names})] : ''}&nbsp;·
      ${this.#renderStatus(status)}${checked ? html`&nbsp;· ${checked}` : ''}
      ${note ? html`<p part="note">${this.renderPart(textPart(note, context))}</p>` : ''}
    </li>`;
  }

  #renderStatus(status: Status) {
    return html`<span part="status ${status}">${statusNames(this.locale)[status]}</span>`;
  }

  /** A link where it is allowed, marked where opening it can be dangerous. */
  #renderName(to: Linked, name: Child): Child {
    const link = describeLink(to, this.links ?? 'all', this.locale);
    if (!link?.warning) return link ? this.link(link.url, name) : name;
    this.#hasWarnings = true;
    const {countries, meaning} = link.warning;
    const mark = create('span', {part: 'mark', role: 'img', 'aria-label': meaning}, ` ⚠\ufe0e ${countries}`);
    return this.link(link.url, name, mark);
  }

  #refilter() {
    // The reader asked for all of another list.
    this.#limit &&= PAGE_SIZE;
    this.#filterCount++;
    this.requestUpdate();
  }

  // Lit calls these with the element as `this`.
  #onSearch(event: Event) {
    this.#query = (event.target as HTMLInputElement).value;
    this.#refilter();
  }

  #onAudience(event: Event) {
    this.audience = (event.target as HTMLInputElement).value as Audience;
    this.#refilter();
    this.dispatchEvent(new SolidarityWaysFilteredEvent(this.audience));
  }

  /** The button pressed goes away: the focus returns to where the reader filtered. */
  #clear() {
    this.#query = '';
    this.audience = EVERYONE;
    this.#refilter();
    this.renderRoot.querySelector('input')?.focus();
  }

  /** The button pressed goes away: the focus goes on to the first way that it has shown. */
  async #showAll(limit: number) {
    this.#limit = Infinity;
    this.requestUpdate();
    await this.updateComplete;
    // The list may have changed in the same moment.
    const next = this.renderRoot.querySelectorAll<HTMLElement>('[part~=way]')[limit];
    if (!next) return;
    next.tabIndex = -1;
    next.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'solidarity-ways': SolidarityWays;
  }
  interface GlobalEventHandlersEventMap {
    'solidarity-ways-filtered': SolidarityWaysFilteredEvent;
  }
}
