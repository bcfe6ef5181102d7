import {css} from '../theme/css.js';

export default css`
  :host {
    --_admin-bar: var(--wp-admin--admin-bar--height, 0px);
    container-type: inline-size;
  }
  /* There WordPress' admin bar scrolls away. */
  @media (max-width: 600px) {
    :host {
      --_admin-bar: 0px;
    }
  }
  /* The box goes, with the height that a page reserves for it; where an end tag is missing, the page in it stays. */
  :host(:state(dismissed):not([hidden])) {
    display: contents !important;
  }
  [hidden] {
    display: none !important;
  }
  [part='base'] {
    --_ribbon: 18px;
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-content: center;
    gap: 12px;
    padding: 16px;
    padding-inline-start: calc(var(--_ribbon) + var(--_space));
  }
  /* The flag, a closed mark at the edge, in all themes and in forced colours: white, red, white. */
  [part='base']::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: var(--_ribbon);
    border: 0 solid #0003;
    border-inline-end-width: 1px;
    background: linear-gradient(90deg, #fff 33%, #c8102e 0 67%, #fff 0);
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  [part='text'] {
    flex: 1;
    min-inline-size: 0;
  }
  [part='slogan'] {
    font-family: var(--_title-font);
    font-style: var(--_title-style);
    font-size: 1.125em;
    font-weight: var(--_title-weight);
    line-height: 1.2;
    text-wrap: balance;
  }
  [part='call'] {
    margin-block-start: 4px;
    max-inline-size: 65ch;
    text-wrap: pretty;
  }
  [part='action'] {
    order: 1;
    flex-basis: 100%;
    font-weight: 700;
  }
  a {
    display: inline-flex;
    align-items: center;
    box-sizing: border-box;
    min-block-size: 44px;
    padding: 4px min(20px, 6cqi);
    border: 1px solid transparent;
    border-radius: min(6px, var(--_radius));
    background: var(--_accent);
    color: var(--_on-accent);
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
  }
  /* Where nothing else closes it. */
  :host([look='newsroom']) [part='base']::before {
    border-width: 0 1px 1px;
  }
  /* No fill in the page's own colours. */
  :host([look='newsroom']) a {
    border-color: currentcolor;
    background: none;
    color: inherit;
  }
  :host([look='memorial']) a {
    padding-inline: 0;
    background: none;
    color: inherit;
    text-decoration: underline;
  }
  :host([look='memorial']) [part='base'] {
    --_ribbon: 3px;
  }
  :host([look='memorial']) [part='base']::before {
    background: #c8102e;
  }
  [part='dismiss'] {
    flex: none;
    inline-size: 44px;
    block-size: 44px;
    margin-block: -10px;
    margin-inline-end: -8px;
    padding: 12px;
    border: 0;
    border-radius: min(6px, var(--_radius));
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
      flex-wrap: nowrap;
      align-items: center;
      gap: 16px;
    }
    [part='slogan'] {
      font-size: 1.25em;
    }
    [part='action'] {
      order: 0;
      flex: none;
      max-inline-size: 40%;
    }
  }
  /* A height that the page reserves would cover it. */
  :host(:is(:state(top), :state(bottom))) {
    min-block-size: 0 !important;
  }
  :host(:is(:state(top), :state(bottom))) [part='base'] {
    align-items: center;
    padding-block: 8px;
    padding-inline-end: max(16px, 50% - 36em);
    border-width: 0 0 1px;
    border-radius: 0;
  }
  :host(:state(bottom)) [part='base'] {
    padding-block-end: calc(8px + env(safe-area-inset-bottom, 0px));
    border-width: 1px 0 0;
  }
  /* Over a page that scrolls, its own background would show the page's text. */
  :host([look='newsroom']:is(:state(top), :state(bottom))) {
    --_look-text: CanvasText;
    --_look-surface: Canvas;
  }
  /* On a phone the slogan, and the action as a link below it. */
  @container (max-width: 40em) {
    :host(:is(:state(top), :state(bottom))) [part='call'] {
      display: none;
    }
    :host(:is(:state(top), :state(bottom))) [part='base'] {
      gap: 0 12px;
    }
    :host(:is(:state(top), :state(bottom))) [part='slogan'] {
      font-size: 1em;
    }
    :host(:is(:state(top), :state(bottom))) a {
      margin-block: -8px;
      padding-inline: 0;
      border: 0;
      background: none;
      color: inherit;
      text-decoration: underline;
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
      background: none !important;
    }
  }
  @media print {
    /* Not the host: one that has no box gives up its edge, and is in the flow then. */
    :host(:is(:state(top), :state(bottom))) [part='base'] {
      display: none !important;
    }
    :host([look]) a,
    a {
      display: inline;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
    }
  }
`;
