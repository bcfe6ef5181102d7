import {css} from 'lit';

/**
 * The public `--solidarity-*` properties, read here alone, to the private ones that the elements use; and what every
 * element shares. `color-scheme` is inherited: an element is dark where the page says that it is.
 */
export const tokens = css`
  :host {
    --_accent: var(--solidarity-accent, light-dark(#b3122a, #ff8c96));
    --_text: var(--solidarity-text, light-dark(#1c1a19, #f3f0ee));
    --_muted: var(--solidarity-muted, light-dark(#5c5753, #bdb6b0));
    --_surface: var(--solidarity-surface, light-dark(#fff, #201e1d));
    --_border: var(--solidarity-border, light-dark(#d9d3ce, #4a4541));
    --_radius: var(--solidarity-radius, 6px);
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
  [part='base'] {
    box-sizing: border-box;
    color: var(--_text);
    font-family: var(--solidarity-font, inherit);
    line-height: 1.45;
    text-align: start;
    text-transform: none;
    letter-spacing: normal;
    overflow-wrap: anywhere;
  }
  p {
    margin: 0;
    unicode-bidi: plaintext;
  }
  a,
  summary,
  button {
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
`;

/** The surface that a card stands on. */
export const card = css`
  [part='base'] {
    padding: 1em;
    border: 1px solid var(--_border);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
`;
