import {css} from 'lit';

export default css`
  [part='sentence'] {
    font-size: 1.125em;
  }
  [part='sentence'] > :first-child::first-letter {
    text-transform: uppercase;
  }
  [part='sentence'] > * {
    display: block;
  }
  [part='count'] {
    font-size: clamp(2.5em, 16cqi, 4em);
    font-weight: 700;
    line-height: 1.1;
    color: var(--_accent);
    font-variant-numeric: tabular-nums;
  }
  :host {
    container-type: inline-size;
  }
  [part='about'],
  [part='change'],
  details {
    color: var(--_muted);
    font-size: 0.875em;
  }
  [part='status'],
  [part='note'] {
    font-size: 0.875em;
    font-weight: 600;
  }
  svg {
    display: block;
    inline-size: 100%;
    block-size: 3em;
    margin-block: 0.5em;
    overflow: visible;
    fill: none;
    stroke: var(--_accent);
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  path {
    vector-effect: non-scaling-stroke;
    stroke-width: 1.5px;
  }
  path + path {
    stroke-width: 4px;
  }
  :host(:dir(rtl)) svg {
    transform: scaleX(-1);
  }
  summary {
    min-block-size: 24px;
  }
  :host([variant='headline']) [part='count'] {
    font-size: clamp(3em, 24cqi, 8em);
  }
  :host([variant='inline']),
  :host([variant='badge']) {
    display: inline;
    min-inline-size: 0;
    container-type: normal;
  }
  :host([variant='inline']) [part='base'] {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    line-height: inherit;
  }
`;
