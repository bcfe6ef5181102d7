import {html, nothing} from 'lit/html.js';
import {describeFigure, describeStatement} from '../describe/figure.js';
import type {Context, Part, Parts} from '../describe/parts.js';
import type {Figure} from '../feed/sections/figures.js';

/** What every form of the element renders with. */
export interface RenderOptions {
  readonly context: Context;
  /** Level of the title as a heading. */
  readonly level: number;
  renderPart(part: Part): unknown;
  renderParts(parts: Parts, numberPart?: string): DocumentFragment;
}

/** The figure, its source, and what the reader must know of it: also beside a text that quotes it as it was. */
export const renderFigure = (figure: Figure, {context, renderPart, renderParts}: RenderOptions) => {
  const {source, status, note, staleness = ''} = describeFigure(figure, context);
  return html`<div part="figure ${staleness}">
    <p part="statement">${renderParts(describeStatement(figure, context), 'count')}</p>
    ${status ? html`<p part="status ${staleness}">${renderPart(status)}</p>` : nothing}
    ${note ? html`<p part="note">${renderPart(note)}</p>` : nothing}
    <p part="source">${renderParts(source)}</p>
  </div>`;
};
