import {correctionTexts} from '../describe/correction.js';
import {describeFigure, figureTexts, type FigureDescription} from '../describe/figure.js';
import type {Parts} from '../describe/parts.js';
import {appendTo, create, type Child} from '../dom/create.js';
import {Resource} from '../dom/resource.js';
import {FeedError} from '../feed/feed-error.js';
import {figures, freshness, type Figure} from '../feed/sections/figures.js';
import {updateAll} from '../i18n/locale-controller.js';
import {FeedController} from '../store/feed-controller.js';
import {loadModule} from '../store/lazy-modules.js';
import {card, warning} from '../theme/tokens.js';
import {findCorrection, remarksOf} from './figure-remarks.js';
import {EmptyOrText, headingTag} from './properties.js';
import {SolidarityElement} from './solidarity-element.js';
import styles from './solidarity-counter.styles.js';

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
 * @csspart base - The whole; also `compact` as a badge or inline, and `ageing` or `stale`.
 * @csspart heading - The title.
 * @csspart figure - The zone of the number, in a card or a headline.
 * @csspart sentence - Qualifier, number and unit; in a card also the day.
 * @csspart qualifier - What is before the number.
 * @csspart count - The number.
 * @csspart count-up - The number that counts up, over the real one.
 * @csspart unit - What is after the number.
 * @csspart about - The source; in a badge or inline also the day, and that the figure is out of date.
 * @csspart status - That the figure is ageing or out of date, and what the reader must know.
 * @csspart note - What the reader must know beside a number that is not old.
 * @csspart correction - A recent correction, or a withdrawal.
 * @csspart chart - The history: line, values and dates. Also `trend`.
 * @csspart change - The change since an earlier count.
 * @csspart footer - Source, and the button of the definition.
 * @csspart link - The link to the source.
 * @csspart definition - Who is counted: opened by its button.
 * @cssstate loading - The feed has not loaded yet.
 * @cssstate ready - The figure is shown.
 * @cssstate stale - The figure is shown, and is out of date.
 * @cssstate failed - The fallback content is shown.
 * @cssproperty --solidarity-accent - Colour of the number's zone and of the chart.
 * @cssproperty --solidarity-on-accent - Colour of text on the accent; by default black or white.
 * @cssproperty --solidarity-text - Colour of text.
 * @cssproperty --solidarity-muted - Colour of secondary text.
 * @cssproperty --solidarity-surface - Background of a card.
 * @cssproperty --solidarity-border - Colour of borders.
 * @cssproperty --solidarity-radius - Radius of corners.
 * @cssproperty --solidarity-space - Distance of text from the edges of a card.
 * @cssproperty --solidarity-warn - Background of the box that says that the figure is out of date.
 * @cssproperty --solidarity-on-warn - Colour of text in that box.
 * @cssproperty --solidarity-number - Colour of the number, while it is not out of date.
 * @cssproperty --solidarity-number-font - Font family of the number.
 * @cssproperty --solidarity-font - Font family; by default the page's.
 */
export class SolidarityCounter extends SolidarityElement {
  static override readonly tag = 'solidarity-counter';
  static override styles = [SolidarityElement.styles, card, warning, styles];
  static override properties = {
    figure: {},
    variant: {reflect: true},
    heading: {type: Number},
    change: {type: EmptyOrText},
    trend: {type: Boolean},
    countUp: {type: Boolean, attribute: 'count-up'},
  };

  /** Id of the figure; by default the feed's first. */
  declare figure?: string;
  /** `card` (default), `headline`, `badge`, or `inline`: a part of the page's own sentence. */
  declare variant?: 'card' | 'headline' | 'badge' | 'inline';
  /** Level of the title as a heading of the page, 2 to 6; by default it is none. */
  declare heading?: number;
  /** Shows the change since a date, `2025-03-05`, or, empty, since a year before the count. */
  declare change?: string;
  /** Shows a chart of the history. */
  declare trend: boolean;
  /** Counts up to the number once, unless the reader prefers reduced motion or the look is `memorial`. */
  declare countUp: boolean;

  protected readonly feed = new FeedController(this, {figures});
  #isOpen = false;
  #hasCounted = false;

  get #figure(): Figure | undefined {
    const {figures} = this.feed.data!;
    return this.figure ? figures.find(({id}) => id === this.figure) : figures[0];
  }

  get #isCompact() {
    return this.variant === 'inline' || this.variant === 'badge';
  }

  get #correction() {
    return findCorrection(this.feed.data!.raw, this.#figure, this.figure, this.context.today);
  }

  protected override ownStates() {
    const figure = this.#figure;
    const {today, expires} = this.context;
    return figure && freshness(figure, today, expires) === 'stale' ? ['stale'] : [];
  }

  protected override texts() {
    const figure = this.#figure;
    return [
      ...(figure ? figureTexts(figure, this.#isCompact) : []),
      ...correctionTexts(this.#isCompact ? undefined : this.#correction),
    ];
  }

  protected override content() {
    const figure = this.#figure;
    const correction = this.#correction;
    const renderRemarksOf = (description?: FigureDescription) =>
      remarksOf(description, correction, this.context).map((remark) => this.#paragraph(...remark));
    const {tag, data} = this.locale;
    const base = {part: 'base', lang: tag, dir: data.dir};
    // The fallback content may be what was withdrawn.
    if (!figure)
      return correction
        ? create('div', base, ...renderRemarksOf())
        : new FeedError('missing', `/figures ${this.figure ?? ''}`);
    const history = this.#history(figure);
    // All at once: a chart that came later would move what is below it.
    if (!history) return undefined;
    const description = describeFigure(figure, this.context);
    const {title, phrase, sentence, source, origin, staleness = '', definition, definitionLabel} = description;
    const remarks = renderRemarksOf(description);
    const panel = create(
      'div',
      {part: 'definition', popover: '', id: 'panel'},
      create('p', {}, this.renderPart(definition)),
    );
    const button = create('button', {
      id: 'definition',
      popovertarget: 'panel',
      'aria-expanded': String(this.#isOpen),
    });
    panel.addEventListener('beforetoggle', ({newState}) => {
      this.#isOpen = newState === 'open';
      button.ariaExpanded = String(this.#isOpen);
    });
    if (this.#isCompact) {
      base.part += ` compact ${staleness}`;
      button.ariaLabel = definitionLabel;
      appendTo(button, '?');
      appendTo(panel, ...remarks);
      return create(
        'span',
        base,
        create('span', {part: 'sentence'}, this.renderParts(phrase, 'count')),
        create('span', {part: 'about'}, ' (', this.renderParts(origin), ') '),
        button,
        panel,
      );
    }
    base.part += ` ${staleness}`;
    appendTo(button, definitionLabel);
    const number = sentence.findIndex(({role}) => role === 'number');
    return create(
      'div',
      {...base, role: 'group', 'aria-labelledby': 'heading'},
      create(headingTag(this.heading), {part: 'heading', id: 'heading'}, this.renderPart(title)),
      create(
        'p',
        {part: 'figure sentence'},
        ...(number ? [create('span', {part: 'qualifier'}, this.renderParts(sentence.slice(0, number)))] : []),
        this.renderPart(sentence[number]!, 'count'),
        create('span', {part: 'unit'}, this.renderParts(sentence.slice(number + 1))),
      ),
      ...remarks,
      ...history,
      create('p', {part: 'footer'}, create('span', {part: 'about'}, this.renderParts(source)), ' ', button),
      panel,
    );
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
    const trend = this.trend ? value.renderTrend(figure, this.locale, this.renderRoot as ShadowRoot) : undefined;
    return [...(trend ? [trend] : []), ...(change ? [this.#paragraph('change', change)] : [])];
  }

  protected override onDisconnect() {
    this.#isOpen = false;
  }

  protected override updated() {
    super.updated();
    // New nodes keep it open.
    if (this.#isOpen && this.isConnected) {
      const [button, panel] = ['definition', 'panel'].map((id) => (this.renderRoot as ShadowRoot).getElementById(id));
      // TypeScript's DOM does not know `source` yet: what the panel is placed at.
      (panel as {showPopover?: (options: object) => void} | null)?.showPopover?.({source: button});
    }
    const countsUp = this.countUp && this.look !== 'memorial';
    if (countsUp) motion ??= new Resource(() => loadModule('count-up'), updateAll);
    const number = this.renderRoot.querySelector<HTMLElement>('[part~=count]');
    if (!number || this.#hasCounted) return;
    this.#hasCounted = true;
    // Only if its module is there in time: a number that is already shown is not counted.
    if (countsUp) motion!.value?.countUp(number, this.#figure!.value, this.locale.data);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'solidarity-counter': SolidarityCounter;
  }
}
