import {css} from '../theme/css.js';

export default css`
  div[part~='base'] {
    display: flow-root;
  }
  [part~='base'] > * {
    margin: 12px var(--_space);
    font-size: 0.875em;
  }
  [part='heading'] {
    margin-block: 12px 10px;
    font-size: 1em;
    line-height: 1.3;
  }
  [part~='figure'] {
    display: flex;
    flex-wrap: wrap;
    align-items: last baseline;
    gap: 2px 0.5em;
    margin-inline: 0;
    padding: var(--_zone-space) var(--_space);
    border-block: var(--_zone-rule);
    font-size: 1em;
    line-height: 1.3;
    background: var(--_zone);
    color: var(--_on-zone);
  }
  [part='qualifier'] {
    flex-basis: 100%;
  }
  [part='unit'] {
    flex: 1 1 6.5em;
  }
  [part~='figure'] [part~='count'] {
    color: var(--_number);
    font-family: var(--_number-font);
    font-size: min(3.5em, 18vi);
    font-weight: var(--_number-weight);
    font-variant-numeric: tabular-nums;
    line-height: 1;
    letter-spacing: -0.025em;
  }
  /* Only here: to be a container costs each card a fifth of its time. */
  :host([variant='headline']) {
    container-type: inline-size;
  }
  :host([variant='headline']) [part~='figure'] [part~='count'] {
    font-size: clamp(3.5em, 12cqi, 9em);
  }
  /* Out of date: neither the red zone nor the chart say that this is so today. */
  [part~='stale'] {
    --_zone: none;
    --_on-zone: var(--_text);
    --_number: var(--_text);
  }
  [part='change'],
  [part='footer'] {
    color: var(--_muted);
  }
  [part='footer'] {
    padding-block-start: 10px;
    border-block-start: 1px solid var(--_border);
    font-size: 0.8125em;
  }
  [part='footer'] [part='about']::after {
    content: ' ·';
  }
  button {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    text-decoration: underline;
    cursor: pointer;
  }
  [popover] {
    box-sizing: border-box;
    inline-size: max-content;
    max-inline-size: min(24em, 100vi - 16px);
    padding: 8px 12px;
    border: 1px solid;
    border-radius: min(6px, var(--_radius));
    text-align: start;
  }
  [popover] > * + * {
    margin-block-start: 8px;
  }
  @supports (position-area: block-end) {
    [popover] {
      position-area: block-end;
      position-try: flip-block;
      margin: 4px;
    }
  }
  [part~='compact'] [part~='count'] {
    font-weight: 700;
  }
  [part~='compact'] > :not([popover]) {
    margin: 0;
    font-size: inherit;
  }
  [part='link'],
  time {
    unicode-bidi: isolate;
  }
  [part~='compact'] button {
    inline-size: max(24px, 1.5em);
    block-size: max(24px, 1.5em);
    border: 1px solid;
    border-radius: 50%;
    text-decoration: none;
  }
  :host([variant='inline']),
  :host([variant='badge']) {
    display: inline;
  }
  :host([variant='badge']) [part~='base'] {
    display: inline-block;
    padding: 4px 12px;
  }
  /* The flag. */
  :host([variant='badge']) span[part~='base']::before {
    content: '';
    display: inline-block;
    inline-size: 1.25em;
    block-size: 0.75em;
    margin-inline-end: 0.5em;
    border: 1px solid var(--_border);
    background: linear-gradient(#fff 33%, #c8102e 0 67%, #fff 0);
    forced-color-adjust: none;
  }
  :host([variant='inline']) [part~='base'] {
    border: 0;
    background: none;
    color: inherit;
  }
  @media print {
    div > [popover] {
      display: block;
      position: static;
      inline-size: auto;
      max-inline-size: none;
      padding: 0;
      border: 0;
      margin: 12px var(--_space);
    }
    [part='footer'] [part='about']::after {
      content: none;
    }
  }
`;
