import {css} from '../theme/css.js';

export default css`
  [part='base'] {
    display: grid;
    gap: 12px;
    padding-block: 12px;
  }
  [part='heading'],
  [part='why'] {
    margin: 0 var(--_space);
  }
  [part='heading'] {
    font-size: 1em;
  }
  [part='figure'] {
    display: flex;
    padding: var(--_zone-space) var(--_space);
    border-block: var(--_zone-rule);
    background: var(--_zone);
    color: var(--_on-zone);
  }
  [part='figure'] > :first-child {
    flex: 1;
  }
  [part='text'] {
    position: absolute;
    inline-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* Equal columns: three in a row and three below on a phone. */
  [part='units'] {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  [part='unit'] {
    min-inline-size: min(5.5em, 31%);
    font-size: 0.875em;
  }
  /* Four are two and two. */
  [part='units']:has(> :nth-child(4):last-child) > * {
    min-inline-size: min(8em, 45%);
  }
  [part='count'] {
    display: block;
    font-family: var(--_number-font);
    font-size: min(3em, 12vi);
    font-weight: var(--_number-weight);
    line-height: 1.1;
    letter-spacing: -0.025em;
    color: var(--_number);
    font-variant-numeric: tabular-nums;
  }
  [part='date'] {
    margin-block-start: 8px;
  }
  [part='why'] {
    color: var(--_muted);
    font-size: 0.875em;
  }
  [part~='pause'] {
    flex: none;
    inline-size: 44px;
    block-size: 44px;
    margin-inline-end: -12px;
    border: 0;
    background: none;
    cursor: pointer;
  }
  /* Bars, or a triangle while paused. Drawn as borders, which forced colours keep. */
  button::before {
    content: '';
    display: block;
    inline-size: 4px;
    block-size: 14px;
    margin: auto;
    border: solid;
    border-width: 0 5px;
  }
  [part~='paused']::before {
    inline-size: 0;
    border-width: 0 7px;
    clip-path: polygon(0 0, 100% 50%, 0 100%);
  }
  /* On paper numbers stand still: the date alone stays true. */
  @media print {
    [part='figure'] p:not([part='date']) {
      display: none;
    }
  }
`;
