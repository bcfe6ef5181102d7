import type {PropertyValues} from '@lit/reactive-element';
import {html} from 'lit/html.js';
import {describeNotice, statusNames, wayTexts} from '../describe/ways.js';
import {FeedError} from '../feed/feed-error.js';
import {organisations, type Organisation} from '../feed/sections/organisations.js';
import {AUDIENCES, ways, type Audience, type Way} from '../feed/sections/ways.js';
import {capitalize} from '../i18n/format.js';
import {msg} from '../i18n/localize.js';
import {FeedController} from '../store/feed-controller.js';
import {card} from '../theme/tokens.js';
import {positiveInteger} from './properties.js';
import {TemplateElement} from './template-element.js';
import styles from './solidarity-ways.styles.js';
import {entriesOf, EVERYONE, groupsOf, openFor, type Entry} from './ways-entries.js';
import {renderFilter, SolidarityWaysFilteredEvent} from './ways-filter.js';
import {renderFold, renderList, renderPages, type ListOptions} from './ways-list.js';
import {queryWords, search} from './ways-search.js';

export {SolidarityWaysFilteredEvent};

/** A list of more ways than this can be searched. */
const SEARCH_THRESHOLD = 12;
/** How many ways are shown first. */
const FIRST = 4;

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
 * @csspart about - How long it takes, and its audiences if it is not for everyone.
 * @csspart title - Its title.
 * @csspart text - What it is.
 * @csspart checked - The day on which the link was checked.
 * @csspart action - The link that is its next step; also `link`.
 * @csspart organisations - Who else does it.
 * @csspart organisation - An organisation.
 * @csspart name - The organisation's name, or the host of a page.
 * @csspart status - Its state; also `paused` or `closed`.
 * @csspart note - What the reader must know of it.
 * @csspart template - A draft to copy, folded.
 * @csspart draft - That it is to be adapted.
 * @csspart draft-text - Its text.
 * @csspart copy - The button that copies it.
 * @csspart link - A link to an organisation, or to a page about a way.
 * @csspart mark - The mark at a link that can be dangerous to open, with the countries where.
 * @csspart more - A button that shows more.
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
  /** How many ways are shown before a button that shows more; 4 by default. */
  declare limit?: number;
  /** Level of the title as a heading in the page; 2 by default. The titles of ways are of the next one. */
  declare heading?: number;

  protected readonly feed = new FeedController(this, {ways, organisations});
  #query = '';
  /** The audience that the page gave: the ways shown first stay where they are while a reader filters. */
  #pageAudience: Audience = EVERYONE;
  #readerAudience?: Audience;
  readonly #unfolded = new Set<string>();

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
    changed.delete('audience');
    return super.needsNewNodes(changed);
  }

  protected override content() {
    const {locale, links = 'all', audience} = this;
    const entries = this.#entries;
    if (!audience || audience !== this.#readerAudience) this.#pageAudience = audienceOf(audience);
    const first = openFor(entries, this.#pageAudience).slice(0, positiveInteger(this.limit, FIRST));
    if (!first[0]) return new FeedError('missing', '/ways');

    const level = positiveInteger(this.heading, 2);
    const options: ListOptions = {
      context: this.context,
      feed: this.feed.data!.raw,
      links,
      level: level + 1,
      words: [],
      renderPart: this.renderPart.bind(this),
      renderLink: this.link.bind(this),
      unfolded: this.#unfolded,
      onToggle: this.#onToggle,
    };
    const pages = entries.flatMap(({way, organisations}): (Way | Organisation)[] => [way, ...organisations]);
    const notice = describeNotice(pages, links, locale);
    return html`<div part="base" role="group" lang=${locale.tag} dir=${locale.data.dir} aria-labelledby="heading">
      <div part="heading" id="heading" role="heading" aria-level=${level}>
        ${msg('What can you do now?', {id: 'ways.title'})}
      </div>
      ${notice ? html`<p part="notice">${notice}</p>` : ''} ${renderList('ways first', first, options)}
      ${first.length < entries.length ? this.#renderMore(entries, first, options) : ''}
      ${
        pages.some((to) => !to.checkedAt && (to.url || 'name' in to))
          ? html`<p part="footer">${msg('* Not checked by us.', {id: 'ways.unchecked'})}</p>`
          : ''
      }
    </div>`;
  }

  /** What is not shown first; or all that a reader searches for, or that is for the audience that a reader chose. */
  #renderMore(entries: readonly Entry[], first: readonly Entry[], listOptions: ListOptions) {
    const {locale} = this;
    const audience = audienceOf(this.audience);
    const query = entries.length > SEARCH_THRESHOLD ? this.#query : undefined;
    const words = queryWords(query ?? '');
    const isForAudience = !words[0] && audience !== this.#pageAudience;
    const found = words[0]
      ? search(entries, words, this.context)
      : isForAudience
        ? entries
        : entries.filter((entry) => !first.includes(entry));
    const [own, others, closed] = groupsOf(found, audience);
    const options = {...listOptions, words};
    const fold = (id: string, ways: readonly Entry[], label?: string) =>
      ways[0] ? renderFold(id, ways.length, renderPages(id, ways, options), options, label) : '';
    const filter = renderFilter({
      locale,
      entries,
      query,
      audience,
      found: words[0] ? found.length : isForAudience ? own.length : entries.length,
      isForAudience,
      onSearch: this.#onSearch,
      onAudience: this.#onAudience,
    });
    const lists = words[0]
      ? renderPages('own', [...own, ...others, ...closed], options)
      : [
          renderPages('own', own[0] ? own : others, options),
          own[0] ? fold('others', others) : '',
          fold('closed', closed, `${capitalize(statusNames(locale).closed, locale.tag)} ({n})`),
        ];
    return renderFold('more', entries.length - first.length, [filter, lists], options);
  }

  readonly #onToggle = ({currentTarget}: Event) => {
    const {open, firstElementChild, childElementCount, isConnected} = currentTarget as HTMLDetailsElement;
    this.#unfolded[open ? 'add' : 'delete'](firstElementChild?.id ?? '');
    // What is unfolded is not rendered yet, or there are new nodes already.
    if (open && (childElementCount < 2 || !isConnected)) this.requestUpdate();
  };

  readonly #onSearch = (event: Event) => {
    // It has the letters, and would leave the shadow root.
    event.stopPropagation();
    this.#query = (event.target as HTMLInputElement).value;
    this.requestUpdate();
  };

  readonly #onAudience = ({target}: Event) => {
    this.audience = this.#readerAudience = (target as HTMLInputElement).value as Audience;
    this.dispatchEvent(new SolidarityWaysFilteredEvent(this.audience));
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
