import {css} from '../theme/css.js';

export default css`
  [part='sentence'] {
    font-size: 1.125em;
  }
  [part~='count'],
  [part='count-up'] {
    display: block;
    font-size: min(3em, 18vi);
    font-weight: 700;
    line-height: 1.1;
    color: var(--_accent);
  }
  /* Only here: to be a container costs each card a fifth of its time. */
  :host([variant='headline']) [part='sentence'] {
    container-type: inline-size;
  }
  :host([variant='headline']) :is([part~='count'], [part='count-up']) {
    font-size: clamp(3em, 24cqi, 9em);
  }
  [part='base'] > :nth-child(n + 2) {
    margin-block-start: 0.5em;
    font-size: 0.875em;
  }
  [part='about'],
  [part='change'],
  [part='definition'] {
    color: var(--_muted);
  }
  [part='status'] {
    font-weight: 700;
  }
  button {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    text-decoration: underline dotted;
    cursor: pointer;
  }
  :host([variant='inline']),
  :host([variant='badge']),
  [part~='compact'] * {
    display: inline;
    font-size: inherit;
  }
  [part~='compact'] p {
    unicode-bidi: normal;
  }
  [part='link'],
  time {
    unicode-bidi: isolate;
  }
  [part~='compact'] [part='definition'] {
    display: inline-block;
    vertical-align: top;
  }
  [part~='compact'] [part='definition'] p {
    display: block;
  }
  [part~='compact'] [hidden] {
    display: none;
  }
  [part~='compact'] button {
    display: block;
    box-sizing: border-box;
    inline-size: 24px;
    block-size: 24px;
    line-height: 22px;
    text-decoration: none;
    border: 1px solid;
    border-radius: 50%;
    text-align: center;
  }
  :host([variant='badge']) [part~='base'] {
    display: inline-block;
    padding: 0.25em 0.75em;
  }
  :host([variant='inline']) [part~='base'] {
    display: inline;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
  }
  /* The number is there for whoever cannot see the layer over it. */
  [part~='counting'] {
    color: transparent;
  }
  [part='count-up'] {
    position: absolute;
    pointer-events: none;
  }
  [part='count-up']::before {
    content: attr(data-value);
  }
`;
