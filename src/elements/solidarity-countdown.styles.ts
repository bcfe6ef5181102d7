import {css} from '../theme/css.js';

export default css`
  [part='title'] {
    font-weight: 700;
  }
  [part='sentence'] {
    margin-block-start: 0.25em;
  }
  [part='text'] {
    position: absolute;
    inline-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  [part='units'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
    margin-block: 0.5em;
    font-size: 0.8em;
    color: var(--_muted);
  }
  [part='count'] {
    display: block;
    min-inline-size: 2ch;
    font-size: min(3em, 12vi);
    font-weight: 700;
    line-height: 1;
    color: var(--_accent);
    font-variant-numeric: tabular-nums;
  }
  [part='sentence']:not([role]) b {
    display: block;
    font-size: min(2em, 7vi);
    line-height: 1.2;
    color: var(--_accent);
  }
  [part='about'],
  [part='why'] {
    margin-block-start: 0.5em;
    color: var(--_muted);
    font-size: 0.875em;
  }
  [part~='pause'] {
    float: inline-end;
    inline-size: 44px;
    block-size: 44px;
    margin-block: -12px;
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
`;
