import {css} from '../theme/css.js';

export default css`
  :host {
    container-type: inline-size;
  }
  div[part~='base'] {
    display: flow-root;
  }
  [part~='base'] > * {
    margin: 12px var(--_space);
    font-size: 0.875em;
    /* Two titles, or a title and a text, have no direction of their own: that of the whole. */
    unicode-bidi: normal;
  }
  [part='heading'] {
    margin-block-end: 4px;
    font-size: 1.25em;
    line-height: 1.25;
  }
  [part='summary'] {
    margin-block-start: 4px;
    color: var(--_muted);
  }
  [part='chart'] {
    position: relative;
    direction: ltr;
    /* As large as its labels: the ring of the focus is around them, not through them. */
    display: flow-root;
    margin-block: -12px 0;
    touch-action: pan-y;
    cursor: crosshair;
  }
  /* The labels are in a margin: places in the drawing are shares of it. */
  [part~='plot'] {
    display: block;
    --_axis: max(3.5em, var(--_digits) * 1ch);
    inline-size: calc(100% - 1em - var(--_axis));
    block-size: clamp(180px, 34vi, 300px);
    margin: 2.2em 1em 2.4em var(--_axis);
    /* Large letters in a narrow column are a little smaller. */
    font-size: min(0.8571em, 6.5cqi);
    font-variant-numeric: tabular-nums;
    color: var(--_text);
  }
  /* Two rows of dates in place of years. */
  [part~='dates'] {
    margin-block-end: 3.8em;
  }
  svg {
    overflow: visible;
  }
  /* Only the keyboard and screen readers use it: a pointer has the points themselves. */
  [type='range'] {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    pointer-events: none;
  }
  [part='chart']:focus-within {
    outline: 2px solid;
  }
  line {
    stroke: currentcolor;
  }
  [part='grid'] {
    stroke: var(--_border);
  }
  text {
    fill: currentcolor;
  }
  [part~='tick'] {
    fill: var(--_muted);
  }
  line[part='event'] {
    stroke: var(--_muted);
    stroke-dasharray: 2 3;
  }
  text[part='event'] {
    fill: var(--_muted);
    font-size: 0.8333em;
  }
  [part~='line'] {
    stroke-width: 2;
  }
  [part~='first'] {
    color: var(--_chart);
  }
  [part~='second'] {
    color: var(--_text);
  }
  line[part~='second'] {
    stroke-dasharray: 6 4;
  }
  [part~='mark'] path {
    fill: currentcolor;
    stroke: var(--_surface);
    stroke-width: 1;
  }
  [part='ring'] path {
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
  }
  [part~='value'],
  text[part='event'] {
    paint-order: stroke;
    stroke: var(--_surface);
    stroke-width: 4;
    stroke-linejoin: round;
  }
  [part~='value'] {
    font-weight: 700;
  }
  /* Not every year fits, nor two values side by side: the first is in the summary, too. */
  @container (inline-size < 18em) {
    [part~='spare'] {
      display: none;
    }
  }
  :host([look='newsroom']) text {
    stroke: none;
  }
  [part='point'] {
    margin-block-start: 0;
    min-block-size: 2.9em;
    font-weight: 650;
  }
  [part='legend'] {
    margin-block-start: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    padding: 0;
    list-style: none;
  }
  [part='legend'] li {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  [part='sample'] {
    flex: none;
    inline-size: 24px;
    block-size: 14px;
  }
  [part='legend'],
  [part='gap'],
  [part='events'],
  [part='footer'],
  [part='downloads'] {
    color: var(--_muted);
    font-size: 0.8125em;
  }
  [part='events'] {
    padding-inline-start: 1.75em;
  }
  [part='footer'] {
    padding-block-start: 10px;
    border-block-start: 1px solid var(--_border);
  }
  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    font-weight: 650;
    cursor: pointer;
  }
  button {
    min-inline-size: 24px;
    min-block-size: 24px;
    padding: 0 4px;
    border: 0;
    background: none;
    text-decoration: underline;
    cursor: pointer;
  }
  table {
    inline-size: 100%;
    margin-block: 8px 16px;
    border-collapse: collapse;
    font-size: 0.9286em;
    font-variant-numeric: tabular-nums;
  }
  caption {
    padding-block-end: 4px;
    font-weight: 650;
    text-align: start;
  }
  th,
  td {
    padding: 4px 8px 4px 0;
    border-block-end: 1px solid var(--_border);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  thead th {
    color: var(--_muted);
  }
  /* Half of a number is another number. */
  data {
    white-space: nowrap;
  }
  [part~='stale'] [part='chart'] {
    --_chart: var(--_text);
  }
  @media (forced-colors: active) {
    [part~='plot'],
    [part='sample'] {
      --_chart: CanvasText;
      --_text: CanvasText;
      --_muted: CanvasText;
      --_border: GrayText;
      --_surface: Canvas;
    }
  }
  @media print {
    [part='downloads'],
    summary {
      display: none;
    }
    details::details-content {
      display: block;
      content-visibility: visible;
      block-size: auto;
    }
    tr {
      break-inside: avoid;
    }
    [part~='base'] {
      break-inside: auto;
    }
    /* The table has every address: in the drawing they would hide it. */
    td a::after {
      content: none;
    }
  }
`;
