import {describeFigure, describeStatement} from '../describe/figure.js';
import type {Context, Part, Parts} from '../describe/parts.js';
import {create, type Child} from '../dom/create.js';
import type {Figure} from '../feed/sections/figures.js';

/** What every form of the element renders with. */
export interface RenderOptions {
  readonly context: Context;
  /** Level of the title as a heading. */
  readonly level: number;
  renderPart(part: Part): Child;
  renderParts(parts: Parts, numberPart?: string): DocumentFragment;
}

/** The figure, its source, and what the reader must know of it: also beside a text that quotes it as it was. */
export const renderFigure = (figure: Figure, {context, renderPart, renderParts}: RenderOptions): HTMLElement => {
  const {source, status, note, staleness = ''} = describeFigure(figure, context);
  return create(
    'div',
    {part: `figure ${staleness}`},
    create('p', {part: 'statement'}, renderParts(describeStatement(figure, context), 'count')),
    ...(status ? [create('p', {part: `status ${staleness}`}, renderPart(status))] : []),
    ...(note ? [create('p', {part: 'note'}, renderPart(note))] : []),
    create('p', {part: 'source'}, renderParts(source)),
  );
};
