import type {PropertyValues} from '@lit/reactive-element';
import {html} from 'lit/html.js';
import {ClockController} from '../clock/clock.js';
import {phaseLabel} from '../describe/countdown.js';
import {eventTexts} from '../describe/event.js';
import {textPart} from '../describe/parts.js';
import {describeHiddenLinks, describeWarnings, wayTexts} from '../describe/ways.js';
import {create} from '../dom/create.js';
import {FeedError} from '../feed/feed-error.js';
import {headLink} from '../feed/head-link.js';
import {knownLanguages} from '../feed/known-languages.js';
import {mayLink} from '../feed/links.js';
import type {Infer} from '../feed/schema.js';
import {parseSection, type Section, type SectionSchema} from '../feed/section.js';
import {events} from '../feed/sections/events.js';
import {organisations} from '../feed/sections/organisations.js';
import {towns} from '../feed/sections/towns.js';
import {ways, type Category} from '../feed/sections/ways.js';
import {formatNumber, interpolateText, pluralForm} from '../i18n/format.js';
import {msg} from '../i18n/localize.js';
import {FeedController} from '../store/feed-controller.js';
import {loadModule} from '../store/lazy-modules.js';
import {card} from '../theme/tokens.js';
import {renderCard, type CardOptions} from './events-card.js';
import {entriesOf, groupAt, GROUPS, isAt, isIn, isOn, type Entry, type Group} from './events-entries.js';
import {placeOptions} from './events-filter.js';
import {TemplateElement} from './template-element.js';
import styles from './solidarity-events.styles.js';

/** How many events are shown first, and how many more at a time. */
const PAGE_SIZE = 10;
/** From this many events on, a reader can choose a place. */
const FILTER_THRESHOLD = 6;
/** What a reader can organise: the first two ways of each of these categories. */
const KIT: readonly Category[] = ['act', 'speak', 'show'];

/**
 * Coming events by day: today, in the next seven days, and later, each in its own time zone. Where there are none, what a
 * reader can organise.
 *
 * @tag solidarity-events
 * @summary Coming events, and what one can organise where there are none.
 *
 * @slot - Fallback content: shown until the feed has loaded, and whenever anything fails.
 * @fires load - The events are shown, or that there are none.
 * @fires {SolidarityErrorEvent} error - The fallback content is shown; `reason` and `message` say why.
 * @csspart base - The whole.
 * @csspart heading - The title of the whole.
 * @csspart notice - What the mark at a link means, or why links are missing.
 * @csspart controls - The choice of a place, with its label.
 * @csspart place - Where an event is.
 * @csspart count - How many events are at the place that was chosen.
 * @csspart group - “Today”, “In the next 7 days”, “Later” or “Past events”.
 * @csspart events - The list of a group.
 * @csspart event - An event; also `planned`, `moved`, `postponed` or `cancelled`.
 * @csspart now - “Now”, at an event that is going on.
 * @csspart title - Its title.
 * @csspart when - Its day and time, with the zone.
 * @csspart local - When it begins by the reader’s clock, if it is online.
 * @csspart text - What it is.
 * @csspart organisers - Who calls it.
 * @csspart actions - The link to take part online, and the button of the calendar.
 * @csspart join - The link to take part online.
 * @csspart page - The link to the event’s page.
 * @csspart calendar - The button that saves the event for a calendar.
 * @csspart source - The source.
 * @csspart link - A link.
 * @csspart mark - The mark at a link that can be dangerous to open, with the countries where.
 * @csspart more - The button that shows more events.
 * @csspart empty - That there are no events.
 * @csspart ways - What one can organise.
 * @csspart way - A way to help.
 * @csspart footer - Links to tell of an event, and to subscribe to all.
 * @cssstate loading - The feed has not loaded yet.
 * @cssstate ready - The events are shown, or that there are none.
 * @cssstate empty - There are no events to come.
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
export class SolidarityEvents extends TemplateElement {
  static override readonly tag = 'solidarity-events';
  static override styles = [TemplateElement.styles, card, styles];
  static override properties = {
    country: {},
    town: {},
    past: {type: Boolean},
    limit: {type: Number},
    heading: {type: Number},
  };
  protected static override readonly fallbackLimits = [4, 20_000] as const;

  /** ISO codes of countries, separated by spaces: only events there are shown. */
  declare country?: string;
  /** Ids of towns of the feed, separated by spaces: only events there are shown. */
  declare town?: string;
  /** Shows past events, too, after the coming ones. */
  declare past: boolean;
  /** How many events are shown before a button that shows more; 10 by default. */
  declare limit?: number;
  /** Level of the title as a heading in the page; 2 by default. The titles of groups are of the next one. */
  declare heading?: number;

  protected readonly feed = new FeedController(this, {events});
  readonly #clock = new ClockController(this, () => this.guard(() => this.#onTick()));
  /** The groups that are shown: as long as they are the same, a tick changes nothing. */
  #shown = '';
  /** What the reader has chosen, and how many more events they want to see. */
  #place = '';
  #more = 0;

  /** A section that is not what the element is for: one with an error is left out. */
  #optional<S extends SectionSchema>(section: Section<S>): Infer<S> {
    try {
      return parseSection(this.feed.data!.raw, section);
    } catch {
      return [] as unknown as Infer<S>;
    }
  }

  /** The events of the page's places, with their groups; past ones only where the page wants them. */
  #groupsAt(now: number): Map<Entry, Group> {
    const entries = entriesOf(this.feed.data!.events, this.#optional(towns)).filter((entry) =>
      isIn(entry, this.country, this.town),
    );
    const groups = new Map(entries.map((entry) => [entry, groupAt(entry, now)]));
    const past = entries.filter((entry) => groups.get(entry) === 'past').reverse();
    const coming = entries.filter((entry) => !past.includes(entry));
    return new Map([...coming, ...(this.past ? past : [])].map((entry) => [entry, groups.get(entry)!]));
  }

  #isEmptyAt(now: number) {
    return ![...this.#groupsAt(now).values()].some((group) => group !== 'past');
  }

  /** What one can organise. */
  get #kit() {
    const all = this.#optional(ways);
    return KIT.flatMap((category) => all.filter((way) => way.category === category).slice(0, 2));
  }

  protected override ownStates() {
    return this.#isEmptyAt(this.#clock.time) ? ['empty'] : [];
  }

  // Towns write of their events in their own languages: it is enough if one event has the reader's.
  protected override texts() {
    const now = this.#clock.time;
    const shown = [...this.#groupsAt(now).keys()].flatMap(({event}) => eventTexts(event));
    const texts = knownLanguages(shown, this.feed.data!.head.lang);
    return this.#isEmptyAt(now) ? [...texts, ...wayTexts(this.#kit, [])] : texts;
  }

  protected override content() {
    const {locale, feed, links = 'all'} = this;
    const {raw, head} = feed.data!;
    if (!Object.hasOwn(raw.sections, 'events')) return new FeedError('missing', '/events');
    const now = this.#clock.now();
    const groups = this.#groupsAt(now);
    this.#shown = this.#signature(groups, now);
    const level = Number.isInteger(this.heading) && this.heading! > 0 ? this.heading! : 2;
    const all = [...groups.keys()];
    const options = all.length > FILTER_THRESHOLD ? placeOptions(all, this.#place, this.context) : [];
    // Without a second place there is no choice; the chosen one may be gone.
    const isChosen = options.length > 2 && options.some((option) => option.matches('[selected]:not([value=""])'));
    const found = isChosen ? all.filter((entry) => isAt(entry, this.#place)) : all;
    const limit = (Number.isInteger(this.limit) && this.limit! > 0 ? this.limit! : PAGE_SIZE) + this.#more;
    const card: CardOptions = {
      context: this.context,
      organisations: this.#optional(organisations),
      links,
      level: level + 2,
      now,
      renderParts: (parts) => this.renderParts(parts),
      renderLink: this.link.bind(this),
      onSave: (event, id) => {
        const uid = `event.${id}@${head.id}`;
        void loadModule<typeof import('./event-calendar.js')>('event-calendar').then(
          ({saveEvent}) => this.guard(() => saveEvent({...event, uid, stamp: head.issued}, id)),
          // The button is still there for another try.
          () => {},
        );
      },
    };
    const pages = all.flatMap(({event: {url, online, designatedIn}}) =>
      [url, online].map((url) => ({url, designatedIn})),
    );
    const notice = pages.some((to) => mayLink(to, links) && to.designatedIn?.[0])
      ? describeWarnings(locale)
      : pages.some((to) => mayLink(to, 'all') && !mayLink(to, links)) && describeHiddenLinks(locale);
    return html`<div part="base" role="group" lang=${locale.tag} dir=${locale.data.dir} aria-labelledby="heading">
      <div part="heading" id="heading" role="heading" aria-level=${level}>
        ${msg('Coming events', {id: 'events.title'})}
      </div>
      ${notice ? html`<p part="notice">${notice}</p>` : ''}
      ${options.length > 2 ? this.#renderFilter(options, isChosen ? found.length : 0) : ''}
      ${all.some((entry) => groups.get(entry) !== 'past') ? '' : this.#renderEmpty(level + 1)}
      ${GROUPS.map((group) => {
        const shown = found.slice(0, limit).filter((entry) => groups.get(entry) === group);
        return shown[0]
          ? html`<div part=${`group ${group}`} role="heading" aria-level=${level + 1}>${this.#groupName(group)}</div>
              ${create('ul', {part: 'events', role: 'list'}, ...shown.map((entry) => renderCard(entry, card)))}`
          : '';
      })}
      ${
        found.length > limit
          ? html`<button part="more" id="more" @click=${this.#onMore}>
              ${interpolateText(msg('More events ({n})', {id: 'events.more'}), {n: formatNumber(found.length - limit, locale.data)})}
            </button>`
          : ''
      }
      ${this.#renderFooter(all.length > 0)}
    </div>`;
  }

  #groupName(group: Group) {
    return group === 'today'
      ? phaseLabel('today', this.locale)
      : group === 'soon'
        ? msg('In the next 7 days', {id: 'events.soon'})
        : group === 'later'
          ? msg('Later', {id: 'events.later', desc: 'Events after the next 7 days'})
          : msg('Past events', {id: 'events.past'});
  }

  /** The choice of a place, and how many events are there; no number where none was chosen. */
  #renderFilter(options: readonly HTMLElement[], found: number) {
    const forms = msg('{n} event|{n} events', {id: 'events.count'});
    const {locale} = this;
    const count = found ? interpolateText(pluralForm(forms, found, locale), {n: formatNumber(found, locale.data)}) : '';
    return html`<p part="controls">
      <label
        >${msg('Where', {id: 'events.where', desc: 'Label of the choice of a place'})}
        <select id="place" @change=${this.#onPlace}>
          ${options}
        </select></label
      >
      <span part="count" role="status" .textContent=${count}></span>
    </p>`;
  }

  /** That there are no events, and what one can organise. */
  #renderEmpty(level: number) {
    const {context, links = 'all'} = this;
    const kit = this.#kit.map(({title, text, url, designatedIn}) => {
      const name = this.renderPart(textPart(title, context));
      return create(
        'li',
        {part: 'way'},
        create(
          'div',
          {part: 'title', role: 'heading', 'aria-level': String(level + 1)},
          mayLink({url, designatedIn}, links) ? this.link(url!, name) : name,
        ),
        create('p', {part: 'text'}, this.renderPart(textPart(text, context))),
      );
    });
    return html`<p part="empty">${msg('No events have been announced.', {id: 'events.none'})}</p>
      ${
        kit[0]
          ? html`<div part="group" role="heading" aria-level=${level}>
                ${msg('Organise one', {id: 'events.organise', desc: 'Over what one can organise where there are no events'})}
              </div>
              ${create('ul', {part: 'ways', role: 'list'}, ...kit)}`
          : ''
      }`;
  }

  /** The feed does not say whether its own pages are banned, so they need the policy `all`. */
  #renderFooter(hasEvents: boolean) {
    const {sections} = this.feed.data!.raw;
    const submit = headLink(sections, 'submitEvent');
    const calendar = hasEvents ? headLink(sections, 'calendar') : undefined;
    if ((this.links ?? 'all') !== 'all' || !(submit ?? calendar)) return '';
    return html`<p part="footer">
      ${submit ? this.link(submit, msg('Tell us about an event', {id: 'events.submit'})) : ''}
      ${calendar ? this.link(calendar, msg('Subscribe to all events', {id: 'events.subscribe', desc: 'With a calendar'})) : ''}
    </p>`;
  }

  #signature(groups: ReadonlyMap<Entry, Group>, now: number) {
    return [...groups].map(([entry, group]) => [entry.event.id, group, isOn(entry, now)]).join();
  }

  /** Updates where an event has begun or ended, or a day has. */
  #onTick() {
    if (!this.hasContent || !this.feed.data) return;
    const now = this.#clock.now();
    if (this.#signature(this.#groupsAt(now), now) !== this.#shown) this.requestUpdate();
  }

  readonly #onPlace = ({target}: Event) => {
    this.#place = (target as HTMLSelectElement).value;
    this.#more = 0;
    this.requestUpdate();
  };

  readonly #onMore = () => {
    const shown = this.renderRoot.querySelectorAll('[part~=event]').length;
    this.#more += 50;
    this.requestUpdate();
    // The button may be gone: go on at the first new event.
    void this.rendered.then(() => {
      const next = this.renderRoot.querySelectorAll<HTMLElement>('[part~=event]')[shown];
      next?.setAttribute('tabindex', '-1');
      next?.focus();
    });
  };

  protected override willUpdate(changed: PropertyValues) {
    super.willUpdate(changed);
    if (changed.has('country') || changed.has('town')) this.#place = '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'solidarity-events': SolidarityEvents;
  }
}
