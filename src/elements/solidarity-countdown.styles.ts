import {css} from 'lit';

export default css`
  :host {
    container-type: inline-size;
  }
  [part='sentence'] {
    font-size: 1.125em;
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
    gap: 0.25em 1.5em;
    margin-block: 0.5em;
    font-size: 0.8em;
    color: var(--_muted);
  }
  [part='count'] {
    display: block;
    min-inline-size: 2ch;
    font-size: clamp(2.5em, 12cqi, 4em);
    font-weight: 700;
    line-height: 1;
    color: var(--_accent);
    font-variant-numeric: tabular-nums;
  }
  [part='sentence']:not([role]) b {
    display: block;
    font-size: clamp(1.25em, 6cqi, 2em);
    line-height: 1.2;
    color: var(--_accent);
  }
  [part='about'],
  [part='why'] {
    margin-block-start: 0.5em;
    color: var(--_muted);
    font-size: 0.875em;
  }
  [part='pause'] {
    float: inline-end;
    inline-size: 44px;
    block-size: 44px;
    margin-block: -12px;
    margin-inline-end: -12px;
    border: 0;
    background: none;
    cursor: pointer;
  }
  svg {
    inline-size: 16px;
    fill: currentcolor;
  }
`;
