import {css} from '@lit/reactive-element';

export default css`
  [part='base'] {
    padding-block: 12px;
  }
  [part='heading'],
  [part='why'] {
    padding-inline: var(--_space);
  }
  /* The red stripe of the flag, between two light ones. Forced colours show the borders. */
  [part='figure'] {
    display: flex;
    padding: 12px var(--_space);
    border-block: max(1px, var(--_border-width)) solid transparent;
    background: var(--_zone);
    color: var(--_on-zone);
  }
  [part='heading'] + [part='figure'] {
    margin-block-start: 12px;
  }
  [part='figure'] > :first-child {
    flex: 1;
    min-inline-size: 0;
  }
  :host([look='newsroom']) [part='figure'] {
    margin: 0;
    padding-block: 4px 0;
  }
  :host([look='contrast']) [part='figure'] {
    border-color: currentcolor;
  }
  :host([look='memorial']) [part='figure'] {
    border-block-start-color: #c8102e;
    padding-block-end: 0;
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
  [part='unit']:first-child:nth-last-child(4),
  [part='unit']:first-child:nth-last-child(4) ~ * {
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
    white-space: nowrap;
  }
  [part='date'] {
    margin-block-start: 8px;
  }
  [part='why'] {
    margin-block-start: 12px;
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
  /* Bars, or a triangle while paused. Drawn as a border, which forced colours keep. */
  button::before {
    content: '';
    display: block;
    inline-size: 0;
    margin: auto;
    border: 7px solid;
    clip-path: polygon(0 0, 36% 0, 36% 100%, 0 100%, 0 0, 64% 0, 64% 100%, 100% 100%, 100% 0, 0 0);
  }
  [part~='paused']::before {
    clip-path: polygon(0 0, 100% 50%, 0 100%);
  }
  /* On paper numbers stand still: the date alone stays true. */
  @media print {
    [part='figure'] {
      color: var(--_text);
    }
    [part='label'],
    [part='units'],
    [part='count'],
    [part~='pause'] {
      display: none;
    }
  }
`;
