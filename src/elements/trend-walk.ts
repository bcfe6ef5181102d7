import {describeTrendPoint} from '../describe/trend.js';
import {plainText, type Context, type Parts} from '../describe/parts.js';
import {create, replaceContent, type Child} from '../dom/create.js';
import type {Chart, Spot} from './trend-chart.js';

export interface WalkOptions {
  readonly chart: Chart;
  /** The accessible name of the control. */
  readonly title: string;
  readonly context: Context;
  /** Whether a point names its figure, since there are two. */
  readonly hasTwo: boolean;
  /** The point that the reader chose before: what `onChoose` was given. */
  readonly chosen?: string;
  onChoose(key: string): void;
  renderParts(parts: Parts): Child;
}

/** Names that points keep in all updates: the date, the figure, and the place among those of the same. */
const keysOf = (spots: readonly Spot[]) => {
  const counts = new Map<string, number>();
  return spots.map(({point, series}) => {
    const name = `${point.date} ${series.figure.id}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${name} ${count}`;
  });
};

/**
 * The chart with a control that walks through its points, and the chosen point in words. The control is a range that
 * cannot be seen: arrow keys, Home, End and the gestures of screen readers are the browser's own.
 */
export const renderWalk = (options: WalkOptions): HTMLElement[] => {
  const {chart, title, context, hasTwo, chosen, onChoose, renderParts} = options;
  const {element, spots, select, nearest} = chart;
  const keys = keysOf(spots);
  const readout = create('p', {part: 'point'});
  const range = create('input', {
    type: 'range',
    id: 'point',
    dir: 'ltr',
    min: '0',
    max: String(spots.length - 1),
    'aria-label': title,
  }) as HTMLInputElement;
  let shown: number | undefined;
  const show = (index: number) => {
    shown = index;
    const spot = spots[index]!;
    const parts = describeTrendPoint(spot.point, hasTwo ? spot.series.figure : undefined, context);
    range.value = String(index);
    range.setAttribute('aria-valuetext', plainText(parts));
    replaceContent(readout, renderParts(parts));
    select(spot);
  };
  const choose = (index: number) => {
    // A pointer moves many times over one point.
    if (index === shown) return;
    show(index);
    onChoose(keys[index]!);
  };
  const frame = create('div', {part: 'chart'}, range, element);
  range.addEventListener('input', () => choose(+range.value));
  for (const type of ['pointermove', 'pointerdown'] as const)
    frame.addEventListener(type, ({clientX, clientY}) => choose(spots.indexOf(nearest(clientX, clientY))));
  const before = keys.indexOf(chosen ?? '');
  show(before < 0 ? spots.length - 1 : before);
  return [frame, readout];
};
