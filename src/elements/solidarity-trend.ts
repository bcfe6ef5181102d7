import {correctionTexts} from '../describe/correction.js';
import {describeFigure, describeStatement} from '../describe/figure.js';
import {listParts, ownPart, plainText, type Parts} from '../describe/parts.js';
import {describeAnnotation, trendTexts, trendWords, type TrendWords} from '../describe/trend.js';
import {create, type Child} from '../dom/create.js';
import {Resource} from '../dom/resource.js';
import {FeedError} from '../feed/feed-error.js';
import {figures, freshness, type Figure} from '../feed/sections/figures.js';
import {updateAll} from '../i18n/locale-controller.js';
import {withMessages} from '../i18n/message-group.js';
import {FeedController} from '../store/feed-controller.js';
import {loadModule} from '../store/lazy-modules.js';
import {card, warning} from '../theme/tokens.js';
import {findCorrection, remarksOf} from './figure-remarks.js';
import type {DownloadOptions} from './trend-download.js';
import {headingTag} from './properties.js';
import {SolidarityElement} from './solidarity-element.js';
import styles from './solidarity-trend.styles.js';
import {annotationsOf, renderChart, type Series} from './trend-chart.js';
import {renderLegend} from './trend-legend.js';
import {marksOf} from './trend-marks.js';
import {isGap} from './trend-scale.js';
import {renderTable} from './trend-table.js';
import {renderWalk} from './trend-walk.js';

/** What the counter's chart and this one have in common. */
let history: Resource<typeof import('./history-chart.js')> | undefined;

const FORMATS = ['csv', 'svg', 'png'] as const;

/**
 * The history of a figure as a chart: true dates, every count with its source, gaps where nobody counted, and what
 * happened on the way. With a table, and files to download.
 *
 * @tag solidarity-trend
 * @summary A figure's history as an annotated chart, with its table and downloads.
 *
 * @slot - Fallback content: shown until the feed has loaded, and whenever anything fails.
 * @fires load - The history is shown.
 * @fires {SolidarityErrorEvent} error - The fallback content is shown; `reason` and `message` say why.
 * @csspart base - The whole; also `stale` where the figure is out of date.
 * @csspart heading - The title: those of the figures.
 * @csspart summary - The first, the newest and the highest count in words.
 * @csspart status - That the figure is ageing or out of date, and what the reader must know.
 * @csspart note - What the reader must know beside a number that is not old.
 * @csspart correction - A recent correction, or a withdrawal.
 * @csspart chart - The chart, and the control that walks through its points.
 * @csspart plot - The drawing.
 * @csspart grid - A line of the grid.
 * @csspart tick - A number or a year at an axis; also `spare` where narrow columns leave it out.
 * @csspart event - The line of an annotation, and its number.
 * @csspart line - A line between two counts; also `first` or `second`.
 * @csspart mark - The shape of a count; also `first` or `second`.
 * @csspart value - The number at the first, highest and newest count; also `spare` where narrow columns leave it out.
 * @csspart ring - The ring around the count that is chosen.
 * @csspart point - The count that is chosen, in words.
 * @csspart legend - The sources and their shapes, and the figures and their lines.
 * @csspart gap - Why the line has gaps.
 * @csspart events - What happened on the way.
 * @csspart more - A button that shows the table or who is counted.
 * @csspart definition - Who is counted.
 * @csspart downloads - The buttons that save a file.
 * @csspart footer - The source of the newest count.
 * @csspart link - A link to a source.
 * @cssstate loading - The feed has not loaded yet.
 * @cssstate ready - The history is shown.
 * @cssstate stale - The history is shown, and its figure is out of date.
 * @cssstate failed - The fallback content is shown.
 * @cssproperty --solidarity-accent - Colour of the first figure.
 * @cssproperty --solidarity-text - Colour of text, and of the second figure.
 * @cssproperty --solidarity-muted - Colour of secondary text.
 * @cssproperty --solidarity-surface - Background of the card.
 * @cssproperty --solidarity-border - Colour of borders, and of the grid.
 * @cssproperty --solidarity-radius - Radius of corners.
 * @cssproperty --solidarity-space - Distance of text from the edges of the card.
 * @cssproperty --solidarity-warn - Background of the box that says that the figure is out of date.
 * @cssproperty --solidarity-on-warn - Colour of text in that box.
 * @cssproperty --solidarity-font - Font family; by default the page's.
 */
export class SolidarityTrend extends SolidarityElement {
  static override readonly tag = 'solidarity-trend';
  static override styles = [SolidarityElement.styles, card, warning, styles];
  static override properties = {
    figure: {},
    compare: {},
    heading: {type: Number},
  };
  protected static override readonly loadLocale = withMessages('trend');

  /** Id of the figure; by default the feed's first. */
  declare figure?: string;
  /** Id of a second figure on the same axes. */
  declare compare?: string;
  /** Level of the title as a heading of the page, 2 to 6; by default it is none. */
  declare heading?: number;

  protected readonly feed = new FeedController(this, {figures});
  /** The date and the figure of the count that the reader has chosen. */
  #chosen?: string;
  /** Ids of the buttons whose content is shown. */
  readonly #unfolded = new Set<string>();

  get #figure(): Figure | undefined {
    const {figures} = this.feed.data!;
    return this.figure ? figures.find(({id}) => id === this.figure) : figures[0];
  }

  /** The figure, and the one that it is compared with. */
  get #figures(): Figure[] {
    const figure = this.#figure;
    const other = this.feed.data!.figures.find(({id}) => id === this.compare);
    return [...(figure ? [figure] : []), ...(figure && other && other !== figure ? [other] : [])];
  }

  protected override ownStates() {
    const {today, expires} = this.context;
    return this.#figures.some((figure) => freshness(figure, today, expires) === 'stale') ? ['stale'] : [];
  }

  protected override texts() {
    const figures = this.#figures;
    return [
      ...trendTexts(figures),
      ...(figures[0] ? figures : [undefined]).flatMap((figure) => correctionTexts(this.#correctionOf(figure))),
    ];
  }

  #correctionOf(figure: Figure | undefined) {
    return findCorrection(this.feed.data!.raw, figure, this.figure, this.context.today);
  }

  protected override content() {
    const {context, locale} = this;
    const figures = this.#figures;
    const {tag, data} = locale;
    const base = {part: 'base', lang: tag, dir: data.dir};
    const renderParts = (parts: Parts) => this.renderParts(parts);
    const paragraph = (part: string, ...children: readonly Child[]) => create('p', {part}, ...children);
    // The fallback content may be what was withdrawn.
    if (!figures[0]) {
      const remarks = remarksOf(undefined, this.#correctionOf(undefined), context);
      return remarks[0]
        ? create('div', base, ...remarks.map(([part, parts]) => paragraph(part, renderParts(parts))))
        : new FeedError('missing', `/figures ${this.figure ?? ''}`);
    }
    history ??= new Resource(() => loadModule('history-chart'), updateAll);
    this.pendingWork = history.settled;
    const {value: module, overdue} = history;
    if (!module) return overdue ? new FeedError('script', 'history-chart') : undefined;

    const series = figures.map((figure): Series => {
      const points = module.pointsOf(figure);
      return {figure, points, peak: module.peakOf(points)};
    });
    const words = trendWords(locale);
    const descriptions = figures.map((figure) => describeFigure(figure, context));
    const remarks = figures.map((figure, i) => remarksOf(descriptions[i], this.#correctionOf(figure), context));
    const title = listParts(
      descriptions.map(({title}) => title),
      locale,
    );
    const hasDates = ({points}: Series) => points.some(({date}) => date !== points[0]!.date);
    const hasChart = series.some(hasDates);
    if (this.ownStates()[0]) base.part += ' stale';
    return create(
      'div',
      {...base, role: 'group', 'aria-labelledby': 'heading'},
      create(headingTag(this.heading), {part: 'heading', id: 'heading'}, renderParts(title)),
      paragraph(
        'summary',
        renderParts(
          hasDates(series[0]!) ? module.describeHistory(figures[0], locale) : describeStatement(figures[0], context),
        ),
      ),
      ...remarks.flatMap((own, i) =>
        own.map(([part, parts]) =>
          paragraph(part, renderParts(figures[1] ? [descriptions[i]!.title, ownPart(': ', locale), ...parts] : parts)),
        ),
      ),
      ...(hasChart
        ? this.#chart(series, plainText(title), module, words)
        : series[0]!.points[1]
          ? []
          : [paragraph('note', words.single)]),
      this.#fold('table', words.table, ...series.map((one) => renderTable(one, words, context, renderParts))),
      this.#fold(
        'definition',
        descriptions[0]!.definitionLabel,
        ...descriptions.map(({definition}) => create('p', {}, this.renderPart(definition))),
      ),
      paragraph('footer', ...descriptions.flatMap(({source}, i) => [i ? ' · ' : '', renderParts(source)])),
      create(
        'div',
        {part: 'downloads'},
        words.download,
        ...FORMATS.filter((format) => hasChart || format === 'csv').flatMap((format) => {
          const button = create('button', {id: format, type: 'button'}, format.toUpperCase());
          button.addEventListener('click', () => void this.#save(format, series, remarks));
          return [' ', button];
        }),
      ),
    );
  }

  /** The chart, the chosen count, the legend, and what happened on the way. */
  #chart(series: readonly Series[], title: string, {svg}: typeof import('./history-chart.js'), words: TrendWords) {
    const {context} = this;
    const renderParts = (parts: Parts) => this.renderParts(parts);
    const annotations = annotationsOf(series);
    const {marks, markOf} = marksOf(
      series.flatMap(({points}) => points),
      context,
    );
    const hasGap = series.some(({points}) => points.some(({date}, i) => i && isGap(points[i - 1]!.date, date)));
    return [
      ...renderWalk({
        chart: renderChart({series, annotations, context, markOf, svg}),
        title,
        context,
        hasTwo: series.length > 1,
        chosen: this.#chosen,
        onChoose: (key) => (this.#chosen = key),
        renderParts,
      }),
      renderLegend({series, marks, svg, words, context, renderParts}),
      ...(hasGap ? [create('p', {part: 'gap'}, words.gap)] : []),
      ...(annotations[0]
        ? [
            create(
              'ol',
              {part: 'events'},
              ...annotations.map((one) => create('li', {}, renderParts(describeAnnotation(one, context)))),
            ),
          ]
        : []),
    ];
  }

  /** What a button shows; it stays shown when the nodes are new. */
  #fold(id: string, label: string, ...children: readonly Child[]) {
    const fold = create(
      'details',
      {part: id, open: this.#unfolded.has(id) ? '' : undefined},
      create('summary', {part: 'more', id}, label),
      ...children,
    );
    fold.addEventListener('toggle', () => {
      this.#unfolded[(fold as HTMLDetailsElement).open ? 'add' : 'delete'](id);
    });
    return fold;
  }

  /** Saves a file of what is shown. */
  async #save(format: (typeof FORMATS)[number], series: readonly Series[], remarks: DownloadOptions['remarks']) {
    try {
      const {download} = await loadModule<typeof import('./trend-download.js')>('trend-download');
      await download(format, {
        series,
        context: this.context,
        remarks,
        events: annotationsOf(series).map((one) => describeAnnotation(one, this.context)),
        base: this.renderRoot.querySelector('[part~=base]')!,
      });
    } catch {
      // The page has no network, or forbids it: the chart and the table are still there.
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'solidarity-trend': SolidarityTrend;
  }
}
