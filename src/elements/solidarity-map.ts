import {
  countryName,
  describeCountryCount,
  describeTownCount,
  mapTexts,
  mapTitle,
  townName,
  yearsOf,
} from '../describe/map.js';
import {describeNotice} from '../describe/ways.js';
import {create} from '../dom/create.js';
import type {Resource} from '../dom/resource.js';
import {FeedError} from '../feed/feed-error.js';
import {headLink} from '../feed/head-link.js';
import {towns, type Town} from '../feed/sections/towns.js';
import {formatNumber, interpolateText} from '../i18n/format.js';
import {updateAll} from '../i18n/locale-controller.js';
import {msg} from '../i18n/localize.js';
import {withMessages} from '../i18n/message-group.js';
import {FeedController} from '../store/feed-controller.js';
import {card} from '../theme/tokens.js';
import {renderList, type ListOptions} from './map-list.js';
import {createPanel, renderYears, townOfAddress} from './map-panel.js';
import {drawingOf, type Drawing} from './map-shapes.js';
import type {MapLabels, MapView} from './map-view.js';
import {headingTag} from './properties.js';
import {SolidarityElement} from './solidarity-element.js';
import styles from './solidarity-map.styles.js';

/** Fired as `solidarity-map-opened` when a reader opens a town. */
export class SolidarityMapOpenedEvent extends Event {
  constructor(
    /** The id of the town. */
    readonly town: string,
  ) {
    super('solidarity-map-opened');
  }
}

/** Towns that the name of a cluster lists. */
const NAMED = 3;

/**
 * Where people have acted in solidarity: towns on a map of Europe or the world, and as a list. Each has its actions and
 * symbolic renamings by year, with their sources.
 *
 * @tag solidarity-map
 * @summary Towns that acted in solidarity, on a map and as a list.
 *
 * @slot - Fallback content: shown until the feed has loaded, and whenever anything fails or there are no towns.
 * @fires load - The towns are shown.
 * @fires {SolidarityErrorEvent} error - The fallback content is shown; `reason` and `message` say why.
 * @fires {SolidarityMapOpenedEvent} solidarity-map-opened - The reader opened a town; `town` is its id.
 * @csspart base - The whole.
 * @csspart heading - The title.
 * @csspart notice - What the mark at a link means, or why links are missing.
 * @csspart controls - Number of towns, and the choice of a year.
 * @csspart count - How many towns and countries are shown.
 * @csspart year - The choice of a year with its label.
 * @csspart frame - Map, open town and list; also `failed` where the map cannot be drawn and the list is in its place.
 * @csspart map - The map; also `live` while a reader moves it.
 * @csspart zoom - A button that enlarges the map or shows the whole.
 * @csspart marker - A town; also `cluster` for several, `renamed` for one with a symbolic renaming.
 * @csspart label - The name at a marker that is pointed at.
 * @csspart keys - How to use the keyboard.
 * @csspart panel - The towns that are open.
 * @csspart close - The button that closes them.
 * @csspart permalink - The link to a town.
 * @csspart list - The list of all towns.
 * @csspart fold - A button that unfolds the list, a country, or more towns.
 * @csspart towns - The towns of a country.
 * @csspart town - A town of the list or the panel.
 * @csspart name - Its name and country.
 * @csspart country - Its country.
 * @csspart years - The years with an action.
 * @csspart acts - What was done in a town.
 * @csspart act - An action; also `action` or `renaming`.
 * @csspart kind - That it is a symbolic renaming.
 * @csspart about - Its date and source.
 * @csspart link - A link to a page or a source.
 * @csspart mark - The mark at a link that can be dangerous to open, with the countries where.
 * @csspart footer - The link to add a town, and where the map is from.
 * @cssstate loading - The feed has not loaded yet.
 * @cssstate ready - The towns are shown.
 * @cssstate failed - The fallback content is shown.
 * @cssproperty --solidarity-accent - Colour of towns and of Belarus.
 * @cssproperty --solidarity-on-accent - Colour of text on it; by default black or white.
 * @cssproperty --solidarity-text - Colour of text.
 * @cssproperty --solidarity-muted - Colour of secondary text, and with transparency of land.
 * @cssproperty --solidarity-surface - Background of the whole; also sea and borders.
 * @cssproperty --solidarity-border - Colour of lines.
 * @cssproperty --solidarity-radius - Radius of corners.
 * @cssproperty --solidarity-space - Space between edge and text.
 * @cssproperty --solidarity-font - Font family; by default the page's.
 */
export class SolidarityMap extends SolidarityElement {
  static override readonly tag = 'solidarity-map';
  static override styles = [SolidarityElement.styles, card, styles];
  static override properties = {
    view: {reflect: true},
    town: {},
    year: {type: Number},
    heading: {type: Number},
  };
  protected static override readonly loadLocale = withMessages('map');
  protected static override readonly fallbackLimits = [4, 20_000] as const;

  /** `europe` (default) or `world`. */
  declare view?: 'europe' | 'world';
  /** Id of a town to open. */
  declare town?: string;
  /** Shows only what was done in a year. Follows the reader's choice. A year without actions is ignored. */
  declare year?: number;
  /** Level of the title as a heading of the page, 2 to 6; by default it is none. */
  declare heading?: number;

  protected readonly feed = new FeedController(this, {towns});
  #resize?: ResizeObserver;
  #map?: MapView;
  /** The town that the page's address named, and the one that the page named, when one of them was last opened. */
  #named?: string;
  #wanted?: string;
  /** Whether the map has yet to go there, and the page to the map. */
  #isNew = false;
  #isFar = false;
  /** The ids of the towns that are open. */
  #open: readonly string[] = [];
  #isListOpen = false;
  /** What the reader has unfolded, or folded, in the list. */
  readonly #toggled = new Set<string>();

  protected override onConnect() {
    // While the feed is under way.
    void this.#drawing;
    // Not `hashchange`: a reader may follow a link to a town once more.
    addEventListener('popstate', this.#onVisit);
    // Last: where the page has taken the observer away, the map keeps its width.
    (this.#resize ??= new ResizeObserver(() => this.#map?.resize())).observe(this);
  }

  protected override onDisconnect() {
    this.#resize?.disconnect();
    removeEventListener('popstate', this.#onVisit);
  }

  readonly #onVisit = () => {
    this.#named = undefined;
    this.requestUpdate();
  };

  protected override texts() {
    return mapTexts(this.feed.data!.towns);
  }

  protected override content() {
    const {locale, context, links = 'all', heading} = this;
    const {raw, towns} = this.feed.data!;
    if (!towns[0]) return new FeedError('missing', '/towns');
    const years = yearsOf(towns);
    const year = years.find((one) => one === String(this.year));
    const shown = year ? townsIn(towns, year) : towns;
    const drawing = this.#drawing;
    this.pendingWork = drawing.settled;
    const options: ListOptions = {
      context,
      links,
      toggled: this.#toggled,
      renderPart: (part) => this.renderPart(part),
      renderLink: (href, ...children) => this.link(href, ...children),
    };
    const {panel, list} = this.#renderTowns(shown, drawing, options);
    const notice = describeNotice(
      shown.flatMap(({acts}) => acts),
      links,
      locale,
    );
    const countries = new Set(shown.map(({country}) => country)).size;
    const add = links === 'all' && headLink(raw.sections, 'submitTown');
    return create(
      'div',
      {
        part: 'base',
        role: 'group',
        lang: locale.tag,
        dir: locale.data.dir,
        'aria-labelledby': 'heading',
      },
      create(headingTag(heading), {part: 'heading', id: 'heading'}, mapTitle(locale)),
      ...(notice ? [create('p', {part: 'notice'}, notice)] : []),
      create(
        'div',
        {part: 'controls'},
        create(
          'p',
          {part: 'count'},
          `${describeTownCount(shown.length, locale)} · ${describeCountryCount(countries, locale)}`,
        ),
        ...(years[1] ? [renderYears(years, year, (chosen) => (this.year = Number(chosen) || undefined))] : []),
      ),
      create(
        'div',
        {part: drawing.overdue ? 'frame failed' : 'frame'},
        this.#map?.box ?? create('div', {part: 'map'}),
        ...(drawing.overdue ? [] : [panel]),
        list,
      ),
      create(
        'p',
        {part: 'footer'},
        ...(add ? [this.link(add, msg('Add your town', {id: 'map.add'})), ' · '] : []),
        interpolateText(msg('Map: {name}', {id: 'map.credit', desc: 'Who made it'}), {name: 'Natural Earth'}),
      ),
    );
  }

  protected override updated() {
    // Now the map has a width.
    this.#map?.draw(true);
    // And the whole its height.
    if (this.#isFar) this.scrollIntoView({block: 'nearest'});
    this.#isFar = false;
    super.updated();
  }

  get #drawing() {
    return drawingOf(this.view === 'world' ? 'world' : 'europe', updateAll);
  }

  /** The map, if it can be drawn, the open towns, and the list. */
  #renderTowns(towns: readonly Town[], {value, overdue}: Resource<Drawing>, options: ListOptions) {
    const onOpen = (open: readonly Town[]) => {
      this.#open = open.map(({id}) => id);
      update();
      if (open[0]) this.dispatchEvent(new SolidarityMapOpenedEvent(open[0].id));
    };
    const onClose = () => {
      const targets = ['#list', `#town-${this.#open[0]}`, '[aria-expanded=true]'].map((selector) =>
        (this.renderRoot as ShadowRoot).querySelector<HTMLElement>(selector),
      );
      onOpen([]);
      // The reader goes on at the last one that can have the focus: the marker, else the town in the list, else the list.
      targets.forEach((target) => target?.focus());
    };
    const {panel, show} = createPanel(onClose, options);
    const update = () => {
      const open = this.#open.flatMap((id) => towns.find((town) => town.id === id) ?? []);
      show(open);
      if (this.#map) this.#map.open = open;
    };
    this.#follow(towns);
    this.#map = value && new value.MapView(towns, value.shapes, this.#labels, onOpen, this.#map?.camera);
    if (this.#map && this.#isNew) {
      this.#isNew = false;
      if (this.#open[0]) this.#map.goTo(this.#open[0]);
    }
    update();

    const label = msg('List', {id: 'map.list', desc: 'Of all towns'});
    const list = create(
      'details',
      {part: 'list'},
      create(
        'summary',
        {part: 'fold', id: 'list'},
        `${label} · ${describeTownCount(towns.length, options.context.locale)}`,
      ),
      ...renderList(towns, options),
    ) as HTMLDetailsElement;
    list.open = this.#isListOpen || overdue;
    list.addEventListener('toggle', () => {
      if (!overdue) this.#isListOpen = list.open;
    });
    return {panel, list};
  }

  /** Opens the town that the page's address names, or the page, when that is another one. */
  #follow(towns: readonly Town[]) {
    const named = townOfAddress();
    const isNamed = named !== this.#named && towns.some(({id}) => id === named);
    // Another place of the page is no reason to close a town.
    this.#named = named;
    if (!isNamed && this.town === this.#wanted) return;
    this.#wanted = this.town;
    const opened = isNamed ? named : this.town;
    this.#open = opened ? [opened] : [];
    this.#isNew = true;
    this.#isFar = isNamed;
  }

  get #labels(): MapLabels {
    const {context, locale} = this;
    const nameOf = (town: Town) => townName(town, context);
    return {
      zoomIn: msg('Zoom in', {id: 'map.zoom-in'}),
      zoomOut: msg('Zoom out', {id: 'map.zoom-out'}),
      whole: msg('Whole map', {id: 'map.whole'}),
      keys: msg('Arrow keys: next town. + and −: zoom.', {id: 'map.keys'}),
      ofNumber: (n) => formatNumber(n, locale.data),
      ofTowns: (some) => {
        const [first, second] = some as [Town, Town?];
        if (!second) return nameOf(first) + locale.data.comma + countryName(first.country, locale);
        const names = some.slice(0, NAMED).map(nameOf);
        return `${describeTownCount(some.length, locale)}: ${names.join(locale.data.comma)}${some[NAMED] ? '…' : ''}`;
      },
    };
  }
}

/** The towns with an action in a year, and what was done then. */
const townsIn = (towns: readonly Town[], year: string): Town[] =>
  towns
    .map((town) => ({
      ...town,
      acts: town.acts.filter(({date}) => date.startsWith(year)),
    }))
    .filter(({acts}) => acts[0]);

declare global {
  interface HTMLElementTagNameMap {
    'solidarity-map': SolidarityMap;
  }
  interface GlobalEventHandlersEventMap {
    'solidarity-map-opened': SolidarityMapOpenedEvent;
  }
}
