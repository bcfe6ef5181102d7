import {appendTo} from '../dom/create.js';
import {page} from '../dom/page.js';
import {describeChange, describeHistory} from '../describe/history.js';
import {plainText, type Parts} from '../describe/parts.js';
import {daysBetween} from '../feed/dates.js';
import {pointsOf} from '../feed/history.js';
import type {Figure} from '../feed/sections/figures.js';
import type {Locale} from '../i18n/locale-data.js';

/* What a counter shows of a figure's history: a module of its own, since most pages want the number alone. */

/** The change since a civil date, or since a year before the count. */
export const changeOf = (figure: Figure, since: string, locale: Locale): Parts | undefined =>
  describeChange(figure, since, locale);

const svg = (tag: string, attributes: Readonly<Record<string, string>>, ...children: readonly Element[]) => {
  const element = page.createElementNS('http://www.w3.org/2000/svg', tag) as SVGElement;
  for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name]!);
  appendTo(element, ...children);
  return element;
};

/** A sparkline of the counted points on a true time axis, from zero; the line between them claims nothing. */
export const renderTrend = (figure: Figure, locale: Locale) => {
  const points = pointsOf(figure);
  const first = points[0]!;
  const most = Math.max(...points.map(({value}) => value));
  const days = daysBetween(first.date, points.at(-1)!.date);
  if (!days || !most) return undefined;
  const spots = points.map(({date, value}) =>
    [(daysBetween(first.date, date) / days) * 400, 40 - (value / most) * 40].map(Math.round),
  );
  const attributes = {
    fill: 'none',
    stroke: 'currentColor',
    'stroke-linecap': 'round',
    'vector-effect': 'non-scaling-stroke',
  };
  const chart = svg(
    'svg',
    {
      part: 'trend',
      role: 'img',
      'aria-label': plainText(describeHistory(figure, locale)),
      viewBox: '0 0 400 40',
      preserveAspectRatio: 'none',
    },
    svg('path', {...attributes, 'stroke-width': '1.5', d: `M${spots.join('L')}`}),
    svg('path', {...attributes, 'stroke-width': '5', d: spots.map((spot) => `M${String(spot)}h0`).join('')}),
  );
  // Here and not in the counter's style sheet: most counters have no chart. In right-to-left languages time goes left.
  Object.assign(chart.style, {
    display: 'block',
    inlineSize: '100%',
    blockSize: '3em',
    overflow: 'visible',
    color: 'var(--_accent)',
    transform: locale.data.dir === 'rtl' ? 'scaleX(-1)' : '',
  });
  return chart;
};
