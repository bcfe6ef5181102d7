import {html} from 'lit/html.js';
import {create} from '../dom/create.js';
import {formatNumber, interpolateText} from '../i18n/format.js';
import {msg} from '../i18n/localize.js';
import {renderCard, type CardOptions} from './ways-card.js';
import type {Entry} from './ways-entries.js';

/** How many ways are rendered at once: thousands keep a phone busy for seconds. */
const PAGE_SIZE = 50;

/** What all lists of an element have in common. */
export interface ListOptions extends CardOptions {
  /** Called when a reader unfolds or folds something. */
  readonly onToggle: (event: Event) => void;
}

/** A list of ways. */
export const renderList = (part: string, entries: readonly Entry[], options: ListOptions) =>
  entries[0] ? create('ul', {part, role: 'list'}, ...entries.map((entry) => renderCard(entry, options))) : '';

/** A button with the number of what it unfolds; it stays unfolded when the nodes are new. */
export const renderFold = (
  id: string,
  n: number,
  content: unknown,
  {context, unfolded, onToggle}: ListOptions,
  label = msg('More ways ({n})', {id: 'ways.more'}),
) =>
  html`<details ?open=${unfolded.has(id)} @toggle=${onToggle}>
    <summary
      part="more"
      id=${id}
      .textContent=${interpolateText(label, {n: formatNumber(n, context.locale.data)})}
    ></summary>
    ${content}
  </details>`;

/** A list of ways, the rest of which is rendered when a reader unfolds it. */
export const renderPages = (id: string, entries: readonly Entry[], options: ListOptions): unknown => {
  const rest = entries.slice(PAGE_SIZE);
  const restId = `${id}-${rest.length}`;
  return [
    renderList('ways', entries.slice(0, PAGE_SIZE), options),
    rest[0]
      ? renderFold(restId, rest.length, options.unfolded.has(restId) ? renderPages(id, rest, options) : '', options)
      : '',
  ];
};
