import {describeCorrection} from '../describe/correction.js';
import {describeFigure, figureTexts} from '../describe/figure.js';
import type {Parts} from '../describe/parts.js';
import {create, type Child} from '../dom/create.js';
import {Resource} from '../dom/resource.js';
import {FeedError} from '../feed/feed-error.js';
import {parseSection} from '../feed/section.js';
import {correctionOf, corrections, isRecent, type Correction} from '../feed/sections/corrections.js';
import {figures, freshness, type Figure} from '../feed/sections/figures.js';
import {FeedController} from '../store/feed-controller.js';
import {loadModule} from '../store/lazy-modules.js';
import {card} from '../theme/tokens.js';
import {EmptyOrText} from './properties.js';
import {SolidarityElement} from './solidarity-element.js';
import styles from './solidarity-counter.styles.js';

const counters = new Set<SolidarityCounter>();
const updateAll = () => counters.forEach((counter) => counter.requestUpdate());

/** The modules that attributes ask for, each one for all counters. */
let chart: Resource<typeof import('./history-chart.js')> | undefined;
let motion: Resource<typeof import('./count-up.js')> | undefined;

/**
 * How many political prisoners are held, or another figure of the feed, with qualifier, date, source and definition.
 *
 * @tag solidarity-counter
 * @summary A sourced figure and its change over time.
 *
 * @slot - Fallback content: shown until the feed has loaded, and whenever anything fails.
 * @fires load - The figure is shown.
 * @fires {SolidarityErrorEvent} error - The fallback content is shown; `reason` and `message` say why.
 * @csspart base - The whole.
 * @csspart compact - The whole, as a badge or inline.
 * @csspart sentence - Qualifier, number and unit.
 * @csspart count - The number.
 * @csspart count-up - The number that counts up, over the real one.
 * @csspart about - As-of date and source.
 * @csspart status - That the figure is ageing or out of date.
 * @csspart note - What the reader must know beside the number.
 * @csspart correction - A recent correction and its date.
 * @csspart change - The change since an earlier count.
 * @csspart trend - The sparkline.
 * @csspart definition - What is counted.
 * @cssstate loading - The feed has not loaded yet.
 * @cssstate ready - The figure is shown.
 * @cssstate stale - The figure is shown, and is out of date.
 * @cssstate failed - The fallback content is shown.
 * @cssproperty --solidarity-accent - Colour of emphasis.
 * @cssproperty --solidarity-text - Colour of text.
 * @cssproperty --solidarity-muted - Colour of secondary text.
 * @cssproperty --solidarity-surface - Background of a card.
 * @cssproperty --solidarity-border - Colour of borders.
 * @cssproperty --solidarity-radius - Radius of corners.
 * @cssproperty --solidarity-font - Font family; by default the page's.
 */
export class SolidarityCounter extends SolidarityElement {
  static override readonly tag = 'solidarity-counter';
  static override styles = [SolidarityElement.styles, card, styles];
  static override properties = {
    figure: {},
    variant: {reflect: true},
    change: {type: EmptyOrText},
    trend: {type: Boolean},
    countUp: {type: Boolean, attribute: 'count-up'},
  };

  /** Id of the figure; by default the feed's first. */
  declare figure?: string;
  /** `card` (default), `headline`, `badge`, or `inline`: a part of the page's own sentence. */
  declare variant?: 'card' | 'headline' | 'badge' | 'inline';
  /** Shows the change since a date, `2025-03-05`, or, empty, since a year before the count. */
  declare change?: string;
  /** Shows a sparkline of the history. */
  declare trend: boolean;
  /** Counts up to the number once, unless the reader prefers reduced motion. */
  declare countUp: boolean;

  protected readonly feed = new FeedController(this, {figures});
  #isOpen = false;
  #hasCounted = false;

  protected override onConnect() {
    counters.add(this);
  }

  protected override onDisconnect() {
    counters.delete(this);
  }

  get #figure(): Figure | undefined {
    const {figures} = this.feed.data!;
    return this.figure ? figures.find(({id}) => id === this.figure) : figures[0];
  }

  get #isCompact() {
    return this.variant === 'inline' || this.variant === 'badge';
  }

  /** The newest correction of the figure that is still shown, or the one that withdrew it. */
  get #correction(): Correction | undefined {
    let found: Correction | undefined;
    try {
      found = correctionOf(parseSection(this.feed.data!.raw, corrections), this.#figure?.id ?? this.figure);
    } catch {
      // A section stands alone: the number is right where this one has an issue.
    }
    return found && (this.#figure ? isRecent(found, this.context.today) : found.retracted) ? found : undefined;
  }

  protected override ownStates() {
    const figure = this.#figure;
    const {today, expires} = this.context;
    return figure && freshness(figure, today, expires) === 'stale' ? ['stale'] : [];
  }

  protected override texts() {
    const figure = this.#figure;
    const correction = this.#isCompact ? undefined : this.#correction;
    return [...(figure ? figureTexts(figure, this.#isCompact) : []), ...(correction ? [correction.text] : [])];
  }

  protected override content() {
    const figure = this.#figure;
    const correction = this.#correction && describeCorrection(this.#correction, this.context);
    const {locale} = this;
    const {tag, data} = locale;
    const base = {role: 'group', lang: tag, dir: data.dir};
    // The fallback content may be what was withdrawn.
    if (!figure)
      return correction
        ? create('div', {...base, part: 'base'}, this.#paragraph('note correction', correction))
        : new FeedError('missing', `/figures ${this.figure ?? ''}`);
    const history = this.#history(figure);
    // All at once: a sparkline that came later would move what is below it.
    if (!history) return undefined;
    const {phrase, sentence, about, shortAbout, status, note, definition, definitionLabel} = describeFigure(
      figure,
      this.context,
    );
    const remarks = [
      ...(status ? [this.#paragraph('status', [status])] : []),
      ...(note ? [this.#paragraph('note', [note])] : []),
      ...(correction ? [this.#paragraph('note correction', correction)] : []),
    ];
    const isCompact = this.#isCompact;
    return create(
      'div',
      {...base, part: isCompact ? 'base compact' : 'base', 'aria-labelledby': 'sentence about'},
      create('p', {part: 'sentence', id: 'sentence'}, this.renderParts(isCompact ? phrase : sentence, 'count')),
      create('p', {part: 'about', id: 'about'}, this.renderParts(isCompact ? shortAbout : about)),
      ...(isCompact ? [] : [...remarks, ...history]),
      this.#definition(
        isCompact ? '?' : definitionLabel,
        definitionLabel,
        create('p', {}, this.renderPart(definition)),
        ...(isCompact ? remarks : []),
      ),
    );
  }

  /** The definition behind its button. */
  #definition(text: string, label: string, ...content: readonly Child[]) {
    const panel = create('div', {}, ...content);
    const button = create('button', {id: 'definition', 'aria-label': label}, text);
    const show = () => {
      button.ariaExpanded = String(this.#isOpen);
      panel.hidden = !this.#isOpen;
    };
    button.addEventListener('click', () => {
      this.#isOpen = !this.#isOpen;
      show();
    });
    show();
    return create('div', {part: 'definition'}, button, panel);
  }

  #paragraph(part: string, parts: Parts) {
    return create('p', {part}, this.renderParts(parts));
  }

  /** What the attributes want of the history, once its module is there, or without it if it takes too long. */
  #history(figure: Figure): Child[] | undefined {
    if (!this.trend && this.change === undefined) return [];
    chart ??= new Resource(() => loadModule('history-chart'), updateAll);
    this.pendingWork = chart.settled;
    const {value, overdue} = chart;
    if (!value) return overdue ? [] : undefined;
    const change = this.change === undefined ? undefined : value.changeOf(figure, this.change, this.locale);
    const trend = this.trend ? value.renderTrend(figure, this.locale) : undefined;
    return [...(change ? [this.#paragraph('change', change)] : []), ...(trend ? [trend] : [])];
  }

  protected override updated() {
    super.updated();
    if (this.countUp) motion ??= new Resource(() => loadModule('count-up'), updateAll);
    const number = this.renderRoot.querySelector<HTMLElement>('[part~=count]');
    if (!number || this.#hasCounted) return;
    this.#hasCounted = true;
    // Only if its module is there in time: a number that is already shown is not counted.
    motion?.value?.countUp(number, this.#figure!.value, this.locale.data);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'solidarity-counter': SolidarityCounter;
  }
}
