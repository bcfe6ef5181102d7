import {css} from 'lit';

export default css`
  :host {
    container-type: inline-size;
  }
  [part='sentence'] {
    font-size: 1.125em;
  }
  [part='sentence']::first-letter {
    text-transform: capitalize;
  }
  data {
    display: block;
    font-size: clamp(2.5em, 16cqi, 4em);
    font-weight: 700;
    line-height: 1.1;
    color: var(--_accent);
  }
  :host([variant='headline']) data {
    font-size: clamp(3em, 22cqi, 9em);
  }
  [part='base'] > :nth-child(n + 2) {
    margin-block-start: 0.5em;
    font-size: 0.875em;
  }
  [part='about'],
  [part='change'],
  details {
    color: var(--_muted);
  }
  [part='status'] {
    font-weight: 700;
  }
  summary {
    min-block-size: 24px;
    cursor: pointer;
  }
  :host([variant='inline']),
  :host([variant='badge']),
  [part~='compact'] * {
    display: inline;
    container-type: normal;
    font-size: inherit;
  }
  [part~='compact'] p {
    unicode-bidi: normal;
  }
  [part='link'],
  time {
    unicode-bidi: isolate;
  }
  [part~='compact'] details {
    display: inline-block;
    vertical-align: top;
  }
  [part~='compact'] details p {
    display: block;
  }
  [part~='compact'] summary {
    display: block;
    box-sizing: border-box;
    inline-size: 24px;
    line-height: 22px;
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
`;
