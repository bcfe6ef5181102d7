import {css} from 'lit';

export default css`
  :host {
    container-type: inline-size;
  }
  [part='sentence'] {
    font-size: 1.125em;
  }
  [part='sentence']::first-letter {
    text-transform: uppercase;
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
  :host(:is([variant='inline'], [variant='badge'])) {
    container-type: normal;
    &,
    * {
      display: inline;
      font-size: inherit;
    }
    details {
      display: inline-block;
    }
    summary {
      display: block;
      inline-size: 24px;
      border: 1px solid;
      border-radius: 50%;
      text-align: center;
    }
  }
  :host([variant='badge']) [part='base'] {
    display: inline-block;
    padding: 0.25em 0.75em;
  }
  :host([variant='inline']) [part='base'] {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
  }
`;
