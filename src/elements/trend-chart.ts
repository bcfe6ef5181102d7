import {describeCount} from '../describe/figure.js';
import {plainText, type Context} from '../describe/parts.js';
import type {Annotation, Figure, Point} from '../feed/sections/figures.js';
import {formatDate, formatNumber} from '../i18n/format.js';
import type {Mark} from './trend-marks.js';
import {areJoined, shareOf, ticksTo, yearsOf} from './trend-scale.js';

/** A figure on the chart, with its counts, oldest first. */
export interface Series {
  readonly figure: Figure;
  readonly points: readonly Point[];
  readonly peak: Point;
}

/** A count on the chart, at shares of its width and height. */
export interface Spot {
  readonly series: Series;
  readonly point: Point;
  readonly x: number;
  readonly y: number;
}

/** A chart, and how to find its points. */
export interface Chart {
  readonly element: SVGElement;
  /** Every count, oldest first. */
  readonly spots: readonly Spot[];
  /** Puts the ring around a count. */
  select(spot: Spot): void;
  /** The count nearest to a place of the window. */
  nearest(clientX: number, clientY: number): Spot;
}

export interface ChartOptions {
  readonly series: readonly Series[];
  readonly annotations: readonly Annotation[];
  readonly context: Context;
  readonly markOf: (point: Point) => Mark;
  /** Makes an SVG element. */
  readonly svg: (
    tag: string,
    attributes: Readonly<Record<string, string>>,
    ...children: readonly Element[]
  ) => SVGElement;
}

/** What happened on the way, oldest first. */
export const annotationsOf = (series: readonly Series[]): readonly Annotation[] =>
  series.flatMap(({figure: {annotations = []}}) => annotations).sort((a, b) => a.date.localeCompare(b.date));

/** Shares closer than this are written one above another. */
const NEAR = 0.07;
/** The share of the width that a label of a count covers. */
const COVERED = 0.25;
/** The lowest share of the height at which one fits below, and where the numbers of what happened are there, too. */
const LOWEST = 0.9;
const FLAGGED = 0.75;

const percent = (share: number) => `${Math.round(share * 1e4) / 100}%`;

/**
 * A chart as SVG: all places are percentages, so that it fits any width, and letters and shapes are never stretched. Time
 * runs from left to right in every language, as its numbers do: readers compare it with the chart of the source, and a
 * downloaded picture has no page around it that says which way it runs.
 */
export const renderChart = ({series, annotations, context, markOf, svg}: ChartOptions): Chart => {
  const {locale} = context;
  const dates = [...series.flatMap(({points}) => points), ...annotations].map(({date}) => date).sort();
  const [first, last] = [dates[0]!, dates.at(-1)!];
  const ticks = ticksTo(Math.max(...series.map(({peak}) => peak.value)));
  const max = ticks.at(-1)!;
  const spots = series
    .flatMap((one) =>
      one.points.map((point): Spot => ({
        series: one,
        point,
        x: shareOf(point.date, first, last),
        y: 1 - point.value / max,
      })),
    )
    .sort((a, b) => a.x - b.x);

  const line = (part: string, [x1, y1]: readonly number[], [x2, y2]: readonly number[]) =>
    svg('line', {
      part,
      x1: percent(x1!),
      y1: percent(y1!),
      x2: percent(x2!),
      y2: percent(y2!),
    });
  /** A text at a place, and a distance from it in ems; isolated, since the chart runs from left to right. */
  const label = (part: string, text: string, x: number, y: number, anchor: string, dx: number, dy: number) => {
    const attributes = {
      part,
      x: percent(x),
      y: percent(y),
      dx: `${dx}em`,
      dy: `${dy}em`,
      'text-anchor': anchor,
    };
    const element = svg('text', attributes);
    element.textContent = `\u2068${text}\u2069`;
    return element;
  };
  const anchorAt = (x: number) => (x < 0.15 ? 'start' : x > 0.75 ? 'end' : 'middle');
  /** A shape around a place: an SVG of its own, whose place is a percentage. */
  const shape = (part: string, x: number, y: number, path: string) =>
    svg('svg', {part, x: percent(x), y: percent(y)}, svg('path', {d: path}));

  const years = yearsOf(first, last);
  const hasYears = years.some((year) => year.label !== undefined);
  const grid = [
    ...ticks.flatMap((tick) => {
      const y = 1 - tick / max;
      return [line('grid', [0, y], [1, y]), label('tick', formatNumber(tick, locale.data), 0, y, 'end', -0.5, 0.35)];
    }),
    ...years.flatMap(({year, start, label: middle}, i) => [
      ...(start === undefined ? [] : [line('grid', [start, 0], [start, 1])]),
      ...(middle === undefined ? [] : [label(i % 2 ? 'tick spare' : 'tick', year, middle, 1, 'middle', 0, 1.4)]),
    ]),
    ...(hasYears
      ? []
      : [
          label('tick', formatDate(first, locale.data), 0, 1, 'start', -3, 1.4),
          label('tick', formatDate(last, locale.data), 1, 1, 'end', 0, 2.6),
        ]),
  ];

  const levels: number[] = [];
  const flags = annotations.flatMap(({date}, i) => {
    const x = shareOf(date, first, last);
    // The first row in which the number before is far enough away.
    let level = 0;
    while (x - levels[level]! <= NEAR) level++;
    levels[level] = x;
    return [line('event', [x, 0], [x, 1]), label('event', String(i + 1), x, 1, 'middle', 0, -0.4 - level)];
  });

  const curves = series.flatMap((one, i) => {
    const own = spots.filter((spot) => spot.series === one);
    const name = i ? 'second' : 'first';
    return [
      ...own.slice(1).flatMap((to, j) => {
        const from = own[j]!;
        return areJoined(from.point.date, to.point.date) ? [line(`line ${name}`, [from.x, from.y], [to.x, to.y])] : [];
      }),
      ...own.map(({point, x, y}) => shape(`mark ${name}`, x, y, markOf(point).path)),
    ];
  });
  /** Below its point where most of what the label would cover is above it. */
  const isBelow = ({series: own, point, x, y}: Spot) => {
    const isNear = (at: number) => Math.abs(at - x) < COVERED;
    const near = spots.filter((spot) => spot.series === own && spot.point !== point && isNear(spot.x));
    const isFlagged = annotations.some(({date}) => isNear(shareOf(date, first, last)));
    return y < (isFlagged ? FLAGGED : LOWEST) && near.filter((spot) => spot.y < y).length > near.length / 2;
  };
  const direct = series.flatMap(({points, peak}) =>
    [...new Set([points[0]!, peak, points.at(-1)!])].map((point, i) => {
      const spot = spots.find((one) => one.point === point)!;
      const text = plainText(describeCount(point, locale));
      return label(
        i || !points[1] ? 'value' : 'value spare',
        text,
        spot.x,
        spot.y,
        anchorAt(spot.x),
        0,
        isBelow(spot) ? 1.6 : -0.8,
      );
    }),
  );
  const ring = shape('ring', 0, 0, 'M-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0z');
  const element = svg(
    'svg',
    {part: hasYears ? 'plot' : 'plot dates', 'aria-hidden': 'true'},
    ...grid,
    ...flags,
    ...curves,
    ...direct,
    ring,
  );
  element.style.setProperty('--_digits', String(formatNumber(max, locale.data).length));

  return {
    element,
    spots,
    select({x, y}: Spot) {
      ring.setAttribute('x', percent(x));
      ring.setAttribute('y', percent(y));
    },
    nearest(clientX, clientY) {
      const {left, top, width, height} = element.getBoundingClientRect();
      const distance = ({x, y}: Spot) => Math.hypot(left + x * width - clientX, (top + y * height - clientY) / 4);
      return spots.reduce((best, spot) => (distance(best) <= distance(spot) ? best : spot));
    },
  };
};
