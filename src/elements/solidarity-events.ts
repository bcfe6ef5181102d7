import {ClockController} from '../clock/clock.js';
import {phaseLabel} from '../describe/countdown.js';
import {describeExpiry, describeNoEvents, eventsTitle, eventTexts, onlineName} from '../describe/event.js';
import {entriesOf, groupAt, GROUPS, isAt, isIn, isOn, type Entry, type Group} from '../describe/event-entries.js';
import {textPart} from '../describe/parts.js';
import {describeNotice, wayTexts} from '../describe/ways.js';
import {create, type Child} from '../dom/create.js';
import {Resource} from '../dom/resource.js';
import {FeedError} from '../feed/feed-error.js';
import {headLink} from '../feed/head-link.js';
import {knownLanguages} from '../feed/known-languages.js';
import type {Infer} from '../feed/schema.js';
import {parseSection, type Section, type SectionSchema} from '../feed/section.js';
import {events, type Event} from '../feed/sections/events.js';
import {isExpired} from '../feed/sections/head.js';
import {organisations} from '../feed/sections/organisations.js';
import {towns} from '../feed/sections/towns.js';
import {ways, type Category, type Way} from '../feed/sections/ways.js';
import {updateAll} from '../i18n/locale-controller.js';
import type {Locale} from '../i18n/locale-data.js';
import {msg} from '../i18n/localize.js';
import {withMessages} from '../i18n/message-group.js';
import {FeedController} from '../store/feed-controller.js';
import {loadModule} from '../store/lazy-modules.js';
import {card, warning} from '../theme/tokens.js';
import {renderCard, type CardOptions} from './events-card.js';
import {renderLinked} from './marked-link.js';
import {positiveInteger} from './properties.js';
import {SolidarityElement} from './solidarity-element.js';
import styles from './solidarity-events.styles.js';

/** How many events are shown first. */
const PAGE_SIZE = 10;
/** Of more events than these a reader can choose by place. */
const FEW = 6;
/** What a reader can organise: the first two ways of each of these categories. */
const KIT: readonly Category[] = ['act', 'speak', 'show'];

/** The map has the names of countries in languages that engines may lack. */
const loadMapMessages = withMessages('map');
/** The module with which readers look through many events, one for all elements. */
let browsing: Resource<typeof import('./events-browse.js')> | undefined;

const groupName = (group: Group, locale: Locale) =>
  group === 'today'
    ? phaseLabel('today', locale)
    : group === 'soon'
      ? msg('In the next 7 days', {id: 'events.soon'})
      : group === 'later'
        ? msg('Later', {
            id: 'events.later',
            desc: 'Events after the next 7 days',
          })
        : msg('Past events', {id: 'events.past'});

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
 * @csspart status - That what is known is out of date.
 * @csspart notice - What the mark at a link means, or why links are missing.
 * @csspart controls - The choice of a place, with its label.
 * @csspart place - Where an event is.
 * @csspart count - How many events are at the place that was chosen.
 * @csspart group - “Today”, “In the next 7 days”, “Later” or “Past events”.
 * @csspart list - The groups, where there are many events.
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
 * @cssstate stale - The feed is out of date, and the element says so.
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
export class SolidarityEvents extends SolidarityElement {
  static override readonly tag = 'solidarity-events';
  protected static override readonly loadLocale = withMessages('events');
  static override styles = [SolidarityElement.styles, card, warning, styles];
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
  readonly #choice = {place: '', more: 0};
  #events?: readonly Event[];
  #all: readonly Entry[] = [];

  /** A section that is not what the element is for: one with an error is left out. */
  #optional<S extends SectionSchema>(section: Section<S>): Infer<S> {
    try {
      return parseSection(this.feed.data!.raw, section);
    } catch {
      return [] as unknown as Infer<S>;
    }
  }

  /** The events with their towns and instants, once for each feed: a tick and three steps of an update need them. */
  get #entries(): readonly Entry[] {
    const {events} = this.feed.data!;
    if (this.#events !== events) {
      this.#events = events;
      this.#all = entriesOf(events, this.#optional(towns));
    }
    return this.#all;
  }

  /** The events of the page's places, with their groups; past ones only where the page wants them. */
  #groupsAt(now: number): Map<Entry, Group> {
    const all = this.#entries
      .filter((entry) => isIn(entry, this.country, this.town))
      .map((entry) => [entry, groupAt(entry, now)] as const);
    const past = all.filter(([, group]) => group === 'past');
    const coming = all.filter(([, group]) => group !== 'past');
    return new Map([...coming, ...(this.past ? past.reverse() : [])]);
  }

  get #isExpired() {
    const {expires, today} = this.context;
    return isExpired(expires, today);
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
    return [...(this.#isEmptyAt(this.#clock.time) ? ['empty'] : []), ...(this.#isExpired ? ['stale'] : [])];
  }

  // Towns write of their events in their own languages: it is enough if one event has the reader's.
  protected override texts() {
    const now = this.#clock.time;
    const shown = [...this.#groupsAt(now).keys()].flatMap(({event}) => eventTexts(event));
    const texts = knownLanguages(shown, this.feed.data!.head.lang);
    return this.#isEmptyAt(now) ? [...texts, ...wayTexts(this.#kit, [])] : texts;
  }

  protected override content() {
    const {locale, feed} = this;
    const {raw} = feed.data!;
    if (!Object.hasOwn(raw.sections, 'events')) return new FeedError('missing', '/events');
    const now = this.#clock.now();
    const groups = this.#groupsAt(now);
    const entries = [...groups.keys()];
    const list = this.#renderList(entries, groups, now);
    // All at once: what came later would move the page.
    if (!list) return undefined;
    this.#shown = this.#signature(groups, now);
    const isEmpty = this.#isEmptyAt(now);
    const kit = isEmpty ? this.#kit : [];
    return create(
      'div',
      {
        part: 'base',
        role: 'group',
        lang: locale.tag,
        dir: locale.data.dir,
        'aria-labelledby': 'heading',
      },
      this.#title('heading', 0, eventsTitle(locale)),
      ...(this.#isExpired
        ? [create('p', {part: 'status stale'}, this.renderParts(describeExpiry(feed.data!.head.issued, locale)))]
        : []),
      ...this.#renderNotice(entries, kit),
      ...(isEmpty ? this.#renderEmpty(kit) : []),
      ...list,
      ...this.#renderFooter(entries.length > 0),
    );
  }

  /** A heading, so many levels below the title of the whole. */
  #title(part: string, below: number, ...content: readonly Child[]) {
    const level = positiveInteger(this.heading, 2) + below;
    const id = below ? undefined : 'heading';
    return create('div', {part, role: 'heading', 'aria-level': String(level), id}, ...content);
  }

  /** What the marks at links mean, or why there are none. */
  #renderNotice(entries: readonly Entry[], kit: readonly Way[]) {
    const {links = 'all', locale} = this;
    const pages = entries.flatMap(({event: {url, online, designatedIn}}) =>
      [url, online].map((url) => ({url, designatedIn})),
    );
    const notice = describeNotice([...pages, ...kit], links, locale);
    return notice ? [create('p', {part: 'notice'}, notice)] : [];
  }

  /** The events by their groups; where there are many, once the module is there with which one looks through them. */
  #renderList(entries: readonly Entry[], groups: ReadonlyMap<Entry, Group>, now: number): Child[] | undefined {
    const {locale, context, links = 'all'} = this;
    const {head} = this.feed.data!;
    const card: CardOptions = {
      context,
      organisations: this.#optional(organisations),
      links,
      now,
      renderTitle: (title) => this.#title('title', 2, title),
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
    const renderGroups = (shown: readonly Entry[]) =>
      GROUPS.flatMap((group) => {
        const own = shown.filter((entry) => groups.get(entry) === group);
        return own[0]
          ? [
              this.#title(`group ${group}`, 1, groupName(group, locale)),
              create('ul', {part: 'events', role: 'list'}, ...own.map((entry) => renderCard(entry, card))),
            ]
          : [];
      });
    const limit = positiveInteger(this.limit, PAGE_SIZE);
    if (entries.length <= Math.min(limit, FEW)) {
      this.#choice.place = '';
      return renderGroups(entries);
    }
    browsing ??= new Resource(() => loadModule('events-browse'), updateAll);
    this.pendingWork = browsing.settled;
    const {value, overdue} = browsing;
    if (!value) return overdue ? renderGroups(entries) : undefined;
    return value.browse({
      entries,
      choice: this.#choice,
      limit,
      context,
      online: onlineName(locale),
      root: this.renderRoot as ShadowRoot,
      isAt,
      loadNames: () => loadMapMessages(locale.tag, updateAll).locale?.messages,
      renderGroups,
    });
  }

  /** That there are no events, and what one can organise. */
  #renderEmpty(ways: readonly Way[]): Child[] {
    const {context, links = 'all'} = this;
    const options = {context, links, renderLink: this.link.bind(this)};
    const kit = ways.map((way) =>
      create(
        'li',
        {part: 'way'},
        this.#title('title', 2, ...renderLinked(way, this.renderPart(textPart(way.title, context)), options)),
        create('p', {part: 'text'}, this.renderPart(textPart(way.text, context))),
      ),
    );
    const label = msg('Organise one', {
      id: 'events.organise',
      desc: 'Over what one can organise where there are no events',
    });
    return [
      // A feed that is out of date does not know.
      ...(this.#isExpired ? [] : [create('p', {part: 'empty'}, describeNoEvents(context.locale))]),
      ...(kit[0] ? [this.#title('group', 1, label), create('ul', {part: 'ways', role: 'list'}, ...kit)] : []),
    ];
  }

  /** The feed does not say whether its own pages are banned, so they need the policy `all`. */
  #renderFooter(hasEvents: boolean) {
    const {sections} = this.feed.data!.raw;
    const link = (name: Parameters<typeof headLink>[1], label: string) => {
      const url = headLink(sections, name);
      return url ? [this.link(url, label)] : [];
    };
    const links = [
      ...link('submitEvent', msg('Tell us about an event', {id: 'events.submit'})),
      ...(hasEvents
        ? link(
            'calendar',
            msg('Subscribe to all events', {
              id: 'events.subscribe',
              desc: 'With a calendar',
            }),
          )
        : []),
    ];
    return links[0] && (this.links ?? 'all') === 'all' ? [create('p', {part: 'footer'}, ...links)] : [];
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
}

declare global {
  interface HTMLElementTagNameMap {
    'solidarity-events': SolidarityEvents;
  }
}
