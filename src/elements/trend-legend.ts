import {textPart, type Context, type Parts} from '../describe/parts.js';
import type {TrendWords} from '../describe/trend.js';
import {create, type Child} from '../dom/create.js';
import type {ChartOptions, Series} from './trend-chart.js';
import type {Mark} from './trend-marks.js';

export interface LegendOptions extends Pick<ChartOptions, 'svg'> {
  readonly series: readonly Series[];
  readonly marks: readonly Mark[];
  readonly words: TrendWords;
  readonly context: Context;
  renderParts(parts: Parts): Child;
}

/** The lines of two figures, and the shapes of the sources. */
export const renderLegend = ({series, marks, svg, words, context, renderParts}: LegendOptions) => {
  const item = (sample: Element, ...label: readonly Child[]) =>
    create(
      'li',
      {},
      svg('svg', {part: 'sample', viewBox: '-12 -7 24 14', 'aria-hidden': 'true'}, sample),
      create('span', {}, ...label),
    );
  const lines = series.map(({figure}, i) =>
    item(
      svg('line', {
        part: `line ${i ? 'second' : 'first'}`,
        x1: '-12',
        x2: '12',
      }),
      renderParts([textPart(figure.title, context)]),
    ),
  );
  return create(
    'ul',
    {part: 'legend', role: 'list'},
    ...(series[1] ? lines : []),
    ...marks.map(({path, name}) =>
      item(svg('g', {part: 'mark first'}, svg('path', {d: path})), name ? renderParts([name]) : words.others),
    ),
  );
};
