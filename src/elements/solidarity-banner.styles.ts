import {css} from '../theme/css.js';

export default css`
  :host {
    container-type: inline-size;
  }
  /* The box goes, with the height that a page reserves for it; where an end tag is missing, the page in it stays. */
  :host(:state(dismissed):not([hidden])) {
    display: contents !important;
  }
  [hidden] {
    display: none !important;
  }
  [part='base'] {
    display: grid;
    grid-template-columns: 1fr auto;
    align-content: center;
    gap: 0.5em min(1em, 3cqi);
    padding: calc(1em + 12px) min(1.25em, 6cqi) 1.125em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    /* White, red, white. */
    background:
      linear-gradient(#fff 33%, #d2122e 0 67%, #fff 0) top / 100% 12px no-repeat,
      var(--_surface);
  }
  [part='base'] > * {
    grid-column: 1 / -1;
  }
  [part='slogan'] {
    grid-area: 1 / 1;
    font-size: clamp(1.125em, 0.9em + 1.5cqi, 1.75em);
    font-weight: 700;
    line-height: 1.2;
    text-wrap: balance;
  }
  [part='call'] {
    max-inline-size: 65ch;
    text-wrap: pretty;
  }
  [part='action'] {
    margin-block-start: 0.25em;
    font-weight: 600;
  }
  a {
    display: inline-flex;
    align-items: center;
    box-sizing: border-box;
    min-block-size: 44px;
    padding: 0.25em min(1.25em, 6cqi);
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_surface);
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
  }
  [part='dismiss'] {
    grid-area: 1 / -2;
    inline-size: 44px;
    block-size: 44px;
    margin-block: -8px;
    margin-inline-end: -12px;
    padding: 10px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    cursor: pointer;
  }
  [part='dismiss']:hover {
    background: var(--_border);
  }
  path {
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
  }
  @container (min-width: 40em) {
    [part='base'] {
      grid-template-columns: 1fr auto auto;
    }
    [part='call'] {
      grid-area: 2 / 1;
    }
    [part='action'] {
      grid-area: 1 / 2 / span 2;
      align-self: center;
      margin: 0;
    }
    [part='dismiss'] {
      grid-row-end: span 2;
    }
    :host(:is(:state(top), :state(bottom))) [part='dismiss'] {
      align-self: center;
    }
  }
  /* A height that the page reserves would cover it. */
  :host(:is(:state(top), :state(bottom))) {
    min-block-size: 0 !important;
  }
  :host(:is(:state(top), :state(bottom))) [part='base'] {
    row-gap: 0.25em;
    padding: calc(0.5em + 12px) max(min(1.25em, 6cqi), 50% - 36em) 0.5em;
    border-width: 0 0 1px;
    border-radius: 0;
  }
  :host(:state(bottom)) [part='base'] {
    padding-block-end: calc(0.5em + env(safe-area-inset-bottom, 0px));
    border-width: 1px 0 0;
  }
  :host(:is(:state(top), :state(bottom))) [part='slogan'] {
    font-size: 1.2em;
  }
  /* On a phone a line or two, and the action. */
  @container (max-width: 30em) {
    :host(:is(:state(top), :state(bottom))) [part='call'] {
      display: none;
    }
    :host(:is(:state(top), :state(bottom))) [part='slogan'] {
      font-size: 1em;
    }
  }
  /* In smaller windows, or at a high zoom, a banner that stays would leave the page too little. */
  @media screen and (min-width: 30em) and (min-height: 30em), screen and (min-height: 40em) {
    :host(:is(:state(top), :state(bottom))) {
      position: sticky;
      z-index: 10;
    }
    :host(:state(top)) {
      top: var(--_banner-top);
    }
    :host(:state(bottom)) {
      bottom: 0;
    }
  }
  @media (forced-colors: active) {
    a {
      color: LinkText;
    }
  }
  @media print {
    /* Not the host: one that has no box gives up its edge, and is in the flow then. */
    :host(:is(:state(top), :state(bottom))) [part='base'],
    [part='dismiss'] {
      display: none !important;
    }
  }
`;
