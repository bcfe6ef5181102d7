import {css} from './css.js';

/**
 * The public `--solidarity-*` properties, read only here, become the private ones that the elements use. And what every
 * element shares. System colours follow `color-scheme`, which is inherited: an element is dark where its page is.
 */
export const tokens = css`
  :host {
    --_accent: var(--solidarity-accent, light-dark(#b3122a, #ff8c96));
    --_text: var(--solidarity-text, CanvasText);
    --_surface: var(--solidarity-surface, Canvas);
    --_muted: var(--solidarity-muted, color-mix(in srgb, var(--_text) 70%, var(--_surface)));
    --_border: var(--solidarity-border, color-mix(in srgb, var(--_text) 25%, var(--_surface)));
    --_radius: var(--solidarity-radius, 6px);
    --_banner-top: var(--solidarity-banner-top, var(--wp-admin--admin-bar--height, 0px));
    display: block;
    min-inline-size: min(200px, 100%);
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  [part~='base'] {
    box-sizing: border-box;
    min-block-size: inherit;
    color: var(--_text);
    -webkit-text-fill-color: currentcolor;
    -webkit-text-security: none;
    font-family: var(--solidarity-font, inherit);
    line-height: 1.45;
    text-align: start;
    text-transform: none;
    text-indent: 0;
    letter-spacing: normal;
    word-spacing: normal;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  p,
  li {
    margin: 0;
    /* Each paragraph in its own language's direction, on the page's side. */
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  a,
  button {
    color: inherit;
    font: inherit;
  }
  @media print {
    :host {
      color-scheme: light !important;
    }
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
`;

/** The surface that a card stands on. */
export const card = css`
  [part~='base'] {
    padding: 1em;
    border: 1px solid var(--_border);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
`;
