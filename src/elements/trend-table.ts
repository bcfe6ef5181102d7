import {describeCount} from '../describe/figure.js';
import {datePart, ownPart, sourcePart, textPart, type Context, type Parts} from '../describe/parts.js';
import type {TrendWords} from '../describe/trend.js';
import {create, type Child} from '../dom/create.js';
import type {Series} from './trend-chart.js';

/** All counts of a figure as a table, the newest first. */
export const renderTable = (
  {figure, points}: Series,
  words: TrendWords,
  context: Context,
  renderParts: (parts: Parts) => Child,
): HTMLElement => {
  const {locale} = context;
  const head = [words.date, words.count, words.source].map((name) => create('th', {scope: 'col'}, name));
  const rows = points.toReversed().map((point) => {
    const note = point.note ? [ownPart(' · ', locale), textPart(point.note, context)] : [];
    const cells = [describeCount(point, locale), [sourcePart(point.source, context), ...note]];
    return create(
      'tr',
      {},
      create('th', {scope: 'row'}, renderParts([datePart(point.date, locale)])),
      ...cells.map((parts) => create('td', {}, renderParts(parts))),
    );
  });
  return create(
    'table',
    {},
    create('caption', {}, renderParts([textPart(figure.title, context)])),
    create('thead', {}, create('tr', {}, ...head)),
    create('tbody', {}, ...rows),
  );
};
