import {html} from 'lit';
import {FeedController} from '../feed/feed-controller.js';
import {FeedError} from '../feed/feed-error.js';
import {
  mayLink,
  organisations,
  type Linked,
  type LinkPolicy,
  type Organisation,
  type Status,
} from '../feed/sections/organisations.js';
import {AUDIENCES, CATEGORIES, ways, type Audience} from '../feed/sections/ways.js';
import {fill, fillText, pluralForm} from '../i18n/format.js';
import {msg} from '../i18n/localize.js';
import {card} from '../theme/tokens.js';
import {SolidarityElement} from './solidarity-element.js';
import styles from './solidarity-ways.styles.js';
import {entriesOf, isFor, search, type Entry} from './ways-entries.js';
import {audienceNames, categoryNames, statusNames} from './ways-words.js';

/** Fired as `solidarity-ways-filtered` when a reader chooses an audience. What a reader searches for is never told. */
export class SolidarityWaysFilteredEvent extends Event {
  constructor(
    /** Whom the ways shown are for. */
    readonly audience: Audience,
  ) {
    super('solidarity-ways-filtered');
  }
}

/** More ways than this are searchable. */
const SHORT = 12;
/** More ways than this are made only when a reader asks for them: thousands keep a phone busy for seconds. */
const PAGE = 50;

const [EVERYONE] = AUDIENCES;

const whole = (value: number | undefined, otherwise: number) =>
  Number.isInteger(value) && value! > 0 ? value! : otherwise;

/** A letter that a reader types is no shortcut of the page, which sees it come from an element that is no input. */
const keep = (event: KeyboardEvent) => {
  if (event.key.length === 1) event.stopPropagation();
};

/**
 * What a reader can do, by category and audience, with the state of each organisation and the day it was checked.
 *
 * @tag solidarity-ways
 * @summary A list of ways to help that can be filtered and searched.
 *
 * @slot - The page's own words: shown until the feed is there, and when it, or any way asked for, is not.
 * @fires load - The ways are shown.
 * @fires {SolidarityErrorEvent} error - The page's own words stay; `reason` and `message` say why.
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
 * @csspart for - Whom a way is for, where it is not for everyone.
 * @csspart title - The way's title.
 * @csspart organisation - An organisation, its state and the day it was checked.
 * @csspart name - The organisation's name.
 * @csspart status - Its state in words; also `active`, `paused`, `closed` or `unknown`.
 * @csspart note - What the reader must know of it.
 * @csspart link - A link to an organisation, or to a page about a way.
 * @csspart mark - The mark at a link that can be dangerous to open, with the countries where.
 * @csspart more - The button that shows all.
 * @cssstate loading - Nothing known yet.
 * @cssstate ready - The ways are shown.
 * @cssstate failed - The page's own words stay.
 * @cssproperty --solidarity-accent - Colour of emphasis.
 * @cssproperty --solidarity-text - Colour of text.
 * @cssproperty --solidarity-muted - Colour of secondary text.
 * @cssproperty --solidarity-surface - Background of the whole.
 * @cssproperty --solidarity-border - Colour of borders.
 * @cssproperty --solidarity-radius - Radius of corners.
 * @cssproperty --solidarity-font - Font family; the page's where absent.
 */
export class SolidarityWays extends SolidarityElement {
  static override readonly tag = 'solidarity-ways';
  static override styles = [SolidarityElement.styles, card, styles];
  static override properties = {
    audience: {},
    category: {},
    exclude: {},
    limit: {type: Number},
    links: {},
    heading: {type: Number},
  };

  /** Whom the ways are for: `everyone` (also where absent) shows all. Follows the reader's choice. */
  declare audience?: Audience;
  /** Categories to show, with spaces between; all but `military` where absent. */
  declare category?: string;
  /** Categories never to show, with spaces between. */
  declare exclude?: string;
  /** How many ways to show before a button that shows all; 50 where absent. */
  declare limit?: number;
  /** `all` (also where absent), `unlisted`: links known to be banned nowhere, or `none` (also any other word). */
  declare links?: LinkPolicy;
  /** Level of the categories' headings in the page; 3 where absent. */
  declare heading?: number;

  protected readonly data = new FeedController(this, {ways, organisations});
  #query = '';
  #limit?: number;
  #marked = false;
  #turn = false;

  protected override content() {
    const {core, ways, organisations} = this.data.supply!;
    const voice = this.language.voice!;
    const entries = entriesOf(ways, organisations, this.category, this.exclude);
    if (!entries.length) return new FeedError('missing', '/ways');

    const audience = AUDIENCES.find((name) => name === this.audience) ?? EVERYONE;
    const limit = this.#limit ?? whole(this.limit, PAGE);
    const long = Math.min(entries.length, limit) > SHORT;
    const found = search(entries, long ? this.#query : '', voice.tag, core.lang).filter(
      (entry) => audience === EVERYONE || isFor(entry, audience) || isFor(entry, EVERYONE),
    );
    const n = found.length;
    const choices = AUDIENCES.filter(
      (name) => name === EVERYONE || name === audience || entries.some((entry) => isFor(entry, name)),
    );
    const count = n
      ? pluralForm(msg('{n} way to help|{n} ways to help', {id: 'ways.count'}), n, voice)
      : msg('Nothing found.', {id: 'ways.none'});
    const press = n ? () => this.#show(limit) : this.#clear;
    // Before the notice, which speaks of the marks in it.
    const list = this.#list(found, audience, limit);
    return html`<div
      part="base"
      role="group"
      lang=${voice.tag}
      dir=${voice.table.dir}
      aria-label=${msg('Ways to help', {id: 'ways.title'})}
    >
      ${
        long || choices[1]
          ? html`<div part="controls">
                ${long ? this.#search() : ''} ${choices[1] ? this.#filter(choices, audience) : ''}
              </div>
              <p part="count" role="status" .textContent=${fillText(count, {n})}></p>`
          : ''
      }
      ${this.#marked ? this.#notice() : ''} ${list}
      ${
        n && n <= limit
          ? ''
          : html`<button part="more" @click=${press}>
              ${fillText(msg('Show all {n}', {id: 'ways.all'}), {n: n || entries.length})}
            </button>`
      }
    </div>`;
  }

  #search() {
    return html`<label part="search"
      >${msg('Search', {id: 'ways.search'})}<input
        type="search"
        autocomplete="off"
        .value=${this.#query}
        @input=${this.#seek}
        @keydown=${keep}
        @keypress=${keep}
    /></label>`;
  }

  #filter(choices: readonly Audience[], chosen: Audience) {
    const names = audienceNames();
    return html`<fieldset @change=${this.#choose}>
      <legend>${msg('For whom', {id: 'ways.audience'})}</legend>
      ${choices.map(
        (name) =>
          html`<label part="audience"
            ><input type="radio" name="audience" .value=${name} .checked=${name === chosen} />${names[name]}</label
          >`,
      )}
    </fieldset>`;
  }

  #notice() {
    const words = msg(
      '⚠ marks links that you can be prosecuted for in the country named. Belarus (BY) calls such organisations “extremist”.',
      {id: 'ways.notice', desc: 'Stands before the list; “BY” stays, links are marked “⚠ BY”'},
    );
    return html`<p part="notice">${words}</p>`;
  }

  /** What is meant for the audience chosen comes first, then the categories in their order. */
  #list(found: readonly Entry[], audience: Audience, limit: number) {
    this.#marked = false;
    const own = (entry: Entry) => audience !== EVERYONE && isFor(entry, audience);
    const names = categoryNames();
    let place = 0;
    const group = (name: string, good: (entry: Entry) => boolean) => {
      // What a small limit folds away on screen is made, too, for print.
      const entries = found.filter(good).slice(0, Math.max(limit, PAGE) - place);
      return entries[0]
        ? html`<div part="group ${place < limit ? '' : 'rest'}">
            <div part="category" role="heading" aria-level=${whole(this.heading, 3)}>${name}</div>
            <ul role="list">
              ${entries.map((entry) => this.#way(entry, place++ < limit))}
            </ul>
          </div>`
        : '';
    };
    const groups = [
      group(audienceNames()[audience], own),
      ...CATEGORIES.map((category) =>
        group(names[category], (entry) => entry.way.category === category && !own(entry)),
      ),
    ];
    // A page translator replaces rendered nodes: a list that was filtered is made anew, lest a way stand under the
    // translated words of another. Lit does so when the template is another one.
    return this.#turn ? html`<div>${groups}</div>` : html`${groups}`;
  }

  #way({way, bodies, closed}: Entry, near: boolean) {
    const names = audienceNames();
    const {title, text, audiences} = way;
    return html`<li part="way ${closed ? 'closed' : ''} ${near ? '' : 'rest'}">
      ${audiences.includes(EVERYONE) ? '' : html`<p part="for">${audiences.map((name) => names[name]).join(' · ')}</p>`}
      <p part="title">${this.#name(closed ? {} : way, this.text(title))} ${closed ? this.#status('closed') : ''}</p>
      <p>${this.text(text)}</p>
      ${
        bodies[0]
          ? html`<ul role="list">
              ${bodies.map((body) => this.#organisation(body))}
            </ul>`
          : ''
      }
    </li>`;
  }

  #organisation(body: Organisation) {
    const {name, aliases = [], status, checkedAt, note} = body;
    const names = aliases.map((alias, i) => [i ? ', ' : '', this.text(alias)]);
    const checked = checkedAt
      ? fill<unknown>(msg('checked on {date}', {id: 'ways.checked'}), {date: this.time(checkedAt)})
      : status !== 'unknown' && msg('not checked', {id: 'ways.unchecked'});
    return html`<li part="organisation">
      <span part="name" translate="no">${this.#name(body, this.text(name))}</span>${
        names[0] ? [' ', fill<unknown>(msg('(also: {names})', {id: 'ways.also'}), {names})] : ''
      }&nbsp;·
      ${this.#status(status)}${checked ? html`&nbsp;· ${checked}` : ''}
      ${note ? html`<p part="note">${this.text(note)}</p>` : ''}
    </li>`;
  }

  #status(status: Status) {
    return html`<span part="status ${status}">${statusNames()[status]}</span>`;
  }

  /** Linked where that is allowed, and marked where opening it can be dangerous. */
  #name(to: Linked, words: unknown) {
    if (!mayLink(to, this.links ?? 'all')) return words;
    const countries = to.designatedIn?.join(' ');
    if (!countries) return this.link(to.url, words);
    this.#marked = true;
    const name = countries.includes('BY') ? msg('called “extremist” in Belarus', {id: 'ways.mark'}) : countries;
    return this.link(
      to.url,
      html`${words}<span part="mark" role="img" aria-label=${name}> ⚠&#xfe0e; ${countries}</span>`,
    );
  }

  #refresh() {
    // What was shown was asked for of another list.
    this.#limit &&= PAGE;
    this.#turn = !this.#turn;
    this.requestUpdate();
  }

  // Lit calls these with the element as `this`.
  #seek(event: Event) {
    this.#query = (event.target as HTMLInputElement).value;
    this.#refresh();
  }

  #choose(event: Event) {
    this.audience = (event.target as HTMLInputElement).value as Audience;
    this.#refresh();
    this.dispatchEvent(new SolidarityWaysFilteredEvent(this.audience));
  }

  /** The button pressed goes away: focus goes back to where the reader filtered. */
  #clear() {
    this.#query = '';
    this.audience = EVERYONE;
    this.#refresh();
    this.renderRoot.querySelector('input')!.focus();
  }

  /** The button pressed goes away: focus goes on to the first way that it has shown. */
  async #show(limit: number) {
    this.#limit = Infinity;
    this.requestUpdate();
    await this.updateComplete;
    const next = this.renderRoot.querySelectorAll<HTMLElement>('[part~=way]')[limit]!;
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
