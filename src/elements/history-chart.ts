import {appendTo, create, type Child} from '../dom/create.js';
import {page} from '../dom/page.js';
import {describeChange, describeHistory} from '../describe/history.js';
import {plainText, type Parts} from '../describe/parts.js';
import {daysBetween} from '../feed/dates.js';
import {peakOf, pointsOf} from '../feed/history.js';
import type {Figure, Point} from '../feed/sections/figures.js';
import {formatDate, formatNumber} from '../i18n/format.js';
import type {Locale} from '../i18n/locale-data.js';
import {css} from '../theme/css.js';

/* What a counter shows of a figure's history: a module of its own, since most pages want the number alone. */

/** The labels are text of the page, in a grid around the line: only the line is stretched. */
const {styleSheet} = css`
  [part~='chart'] {
    display: grid;
    grid-template-columns: auto 1fr auto;
    column-gap: 8px;
    font-size: 0.75em;
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
    color: var(--_muted);
  }
  svg {
    grid-row: 2;
    inline-size: 100%;
    aspect-ratio: 4;
    overflow: visible;
    color: var(--_chart);
    border-block-end: 1px solid var(--_border);
  }
  /* As one picture: its lines cross each other. */
  [part~='stale'] svg {
    color: var(--_text);
    opacity: 0.6;
  }
  [part~='chart']:dir(rtl) svg {
    transform: scaleX(-1);
  }
  [part~='chart'] b {
    display: flex;
    grid-row: 2;
    flex-direction: column;
    font-weight: 400;
    line-height: 0;
    white-space: nowrap;
  }
  [part~='chart'] svg + b {
    color: var(--_text);
    font-weight: 700;
  }
  .peak {
    display: flex;
    grid-column: 2;
    padding-block-end: 4px;
  }
  /* A label is where its point is: the space before it is to the space after it as in the chart. */
  :is(b, .peak)::before,
  :is(b, .peak)::after {
    content: '';
    flex: var(--at) 1 0;
  }
  :is(b, .peak)::after {
    flex-grow: calc(1 - var(--at));
  }
  .dates {
    display: flex;
    grid-area: 3 / 1 / 4 / 4;
    justify-content: space-between;
    gap: 12px;
    padding-block-start: 4px;
  }
  .dates > :last-child {
    text-align: end;
  }
  @media (forced-colors: active) {
    [part~='chart'] svg {
      color: CanvasText;
    }
  }
  @container (inline-size >= 40em) {
    :host([variant='headline']) [part~='base']:has([part~='chart']) {
      display: grid;
      grid-template-columns: 5fr 4fr;
    }
    :host([variant='headline']) [part~='base'] > :not([part~='figure'], [part~='chart']) {
      grid-column: 1 / -1;
      margin-block: 8px;
    }
    :host([variant='headline']) [part~='chart'] {
      align-self: center;
      grid-column: 2;
      grid-row: 2;
    }
  }
`;

// `solidarity-trend` shows the same history, and needs no second copy of these.
export {describeHistory, peakOf, pointsOf};

/** What is before a number on the chart, where words would take its place: the chart's name has them. */
const SIGNS = {exact: ['', ''], 'at-least': ['', '+'], 'more-than': ['>\u00a0', '']} as const;

/** The change since a civil date, or since a year before the count. */
export const changeOf = (figure: Figure, since: string, locale: Locale): Parts | undefined =>
  describeChange(figure, since, locale);

/** An SVG element with attributes and children. */
export const svg = (tag: string, attributes: Readonly<Record<string, string>>, ...children: readonly Element[]) => {
  const element = page.createElementNS('http://www.w3.org/2000/svg', tag) as SVGElement;
  for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name]!);
  appendTo(element, ...children);
  return element;
};

/** A label at a share of the width or height of the chart. */
const placed = (tag: string, at: number, ...children: readonly Child[]) => {
  const element = create(tag, {}, ...children);
  element.style.setProperty('--at', String(at));
  return element;
};

/**
 * A chart of the counted points on a true time axis, from zero; the line between them claims nothing. Its first, highest
 * and newest count have their values and dates. Time goes in the direction that the language is read in. Undefined where
 * the counts differ by less than a tenth: a line would say only that.
 */
export const renderTrend = (figure: Figure, locale: Locale, root: ShadowRoot) => {
  const points = pointsOf(figure);
  const [first, last, peak] = [points[0]!, points.at(-1)!, peakOf(points)];
  const days = daysBetween(first.date, last.date);
  if (!days || !peak.value || peak.value - Math.min(...points.map(({value}) => value)) < peak.value / 10)
    return undefined;
  if (!root.adoptedStyleSheets.includes(styleSheet!)) root.adoptedStyleSheets.push(styleSheet!);
  const x = ({date}: Point) => daysBetween(first.date, date) / days;
  const y = ({value}: Point) => 1 - value / peak.value;
  const spot = (point: Point) => [x(point), y(point)].map((share) => Math.round(share * 1000));
  const line = `M${points.map(spot).join('L')}`;
  // Isolated: sign and number have one order in all languages.
  const number = ({value, qualifier = 'exact'}: Point) =>
    create('bdi', {dir: 'ltr'}, SIGNS[qualifier].join(formatNumber(value, locale.data)));
  const date = ({date}: Point) => create('time', {datetime: date}, formatDate(date, locale.data));
  const stroke = {
    fill: 'none',
    stroke: 'currentColor',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'vector-effect': 'non-scaling-stroke',
  };
  const hasPeak = peak !== first && peak !== last;
  const label = (point: Point) => placed('b', y(point), number(point));
  const chart = create(
    'div',
    {
      part: 'trend chart',
      role: 'img',
      'aria-label': plainText(describeHistory(figure, locale)),
    },
    ...(hasPeak ? [placed('div', x(peak), create('span', {}, number(peak), ' · ', date(peak)))] : []),
    label(first),
    svg(
      'svg',
      {viewBox: '0 0 1000 1000', preserveAspectRatio: 'none'},
      svg('path', {
        fill: 'currentColor',
        'fill-opacity': '.08',
        d: `${line}V1000H0z`,
      }),
      svg('path', {...stroke, 'stroke-width': '2', d: line}),
      svg('path', {
        ...stroke,
        'stroke-width': '7',
        d: [first, ...(hasPeak ? [peak] : []), last].map((point) => `M${String(spot(point))}h0`).join(''),
      }),
    ),
    label(last),
    create('div', {class: 'dates'}, date(first), date(last)),
  );
  if (hasPeak) chart.firstElementChild!.className = 'peak';
  return chart;
};
