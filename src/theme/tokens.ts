import {css} from './css.js';

/**
 * The public `--solidarity-*` properties, read only here, become the private ones that the elements use. A look sets the
 * defaults (`--_look-*`), so that a public property always wins. `light-dark()` follows `color-scheme`, which is
 * inherited: an element is dark where its page is. And what every element shares.
 */
export const tokens = css`
  :host {
    --_look-accent: #c8102e;
    --_look-text: light-dark(#1a1a1a, #f3f1ee);
    --_look-muted: light-dark(#5d5d5d, #b0aca6);
    --_look-surface: light-dark(#fff, #161616);
    --_look-border: light-dark(#dcd9d4, #3d3b38);
    --_look-radius: 10px;
    --_look-space: 16px;
    --_look-warn: light-dark(#fff4d6, #352a0d);
    --_look-on-warn: light-dark(#5a4300, #f2dfa8);
    --_look-number-font: inherit;
    --_number-weight: 750;
    --_title-font: inherit;
    --_title-style: normal;
    --_title-weight: 700;
    --_border-width: 1px;
    --_top-rule: var(--_border-width) solid var(--_border);
    --_warn-border: 0;
    /* The zone of the number: the red stripe of the flag. */
    --_zone: var(--_accent);
    --_on-zone: var(--_on-accent);
    --_zone-rule: 0;
    --_zone-space: 12px;
    /* The accent, but dark enough on light surfaces, and light enough on dark ones, for a contrast of 3. */
    --_chart: light-dark(lch(from var(--_accent) min(l, 52) c h), lch(from var(--_accent) max(l, 45) c h));

    --_accent: var(--solidarity-accent, var(--_look-accent));
    /* Black or white, whichever has more contrast: CIE lightness 49.44 is as far from both (WCAG 2). */
    --_on-accent: var(--solidarity-on-accent, lch(from var(--_accent) calc((49.44 - l) * 1000) 0 0));
    --_text: var(--solidarity-text, var(--_look-text));
    --_muted: var(--solidarity-muted, var(--_look-muted));
    --_surface: var(--solidarity-surface, var(--_look-surface));
    --_border: var(--solidarity-border, var(--_look-border));
    --_radius: var(--solidarity-radius, var(--_look-radius));
    --_space: var(--solidarity-space, var(--_look-space));
    --_warn: var(--solidarity-warn, var(--_look-warn));
    --_on-warn: var(--solidarity-on-warn, var(--_look-on-warn));
    --_number: var(--solidarity-number, var(--_on-zone));
    --_number-font: var(--solidarity-number-font, var(--_look-number-font));
    --_banner-top: var(--solidarity-banner-top, var(--_admin-bar));
    display: block;
    min-inline-size: min(200px, 100%);
  }
  /* Firefox before 128. */
  @supports not (color: lch(from red l c h)) {
    :host {
      --_on-accent: var(--solidarity-on-accent, #fff);
      --_chart: var(--_accent);
    }
  }
  /* A part of the page's own column: its colours, its letters, a rule on top. */
  :host([look='newsroom']) {
    --_look-text: currentcolor;
    --_look-muted: color-mix(in srgb, currentcolor 75%, transparent);
    --_look-surface: transparent;
    --_look-border: color-mix(in srgb, currentcolor 30%, transparent);
    --_look-radius: 0px;
    --_look-space: 12px;
    --_border-width: 0px;
    --_top-rule: 3px solid;
    --_zone-rule: 0;
    --_zone-space: 0px;
    --_zone: none;
    --_on-zone: var(--_text);
  }
  /* On a page of the other theme, the page's colours are not to be read. */
  :host([look='newsroom']:is([theme='light'], [theme='dark'])) {
    --_look-text: CanvasText;
    --_look-surface: Canvas;
    --_look-muted: color-mix(in srgb, CanvasText 75%, Canvas);
    --_look-border: color-mix(in srgb, CanvasText 30%, Canvas);
  }
  :host([look='contrast']) {
    --_look-accent: var(--_text);
    --_look-text: CanvasText;
    --_look-muted: var(--_text);
    --_look-surface: Canvas;
    --_look-border: var(--_text);
    --_look-radius: 0px;
    --_look-warn: transparent;
    --_look-on-warn: var(--_text);
    --_border-width: 2px;
    --_warn-border: 2px dashed;
    --_zone: none;
    --_on-zone: var(--_text);
    --_zone-rule: var(--_border-width) solid;
    --_chart: var(--_text);
  }
  :host([look='memorial']) {
    --_look-accent: #e0a8a0;
    --_look-text: #f1ece4;
    --_look-muted: #b5ada1;
    --_look-surface: #171513;
    --_look-border: #3a352f;
    --_look-radius: 2px;
    --_look-space: 20px;
    --_look-warn: #2a2520;
    --_look-on-warn: #e9d9b8;
    --_look-number-font: Georgia, 'Noto Serif', serif;
    --_number-weight: 400;
    --_title-font: var(--_number-font);
    --_title-style: italic;
    --_title-weight: 400;
    --_zone: none;
    --_on-zone: var(--_text);
    --_zone-rule: 1px solid #c8102e;
    color-scheme: dark;
  }
  /* Before the page's own display. One that is hidden until it is found keeps its box: a search in the page opens it. */
  :host([hidden]:not([hidden='until-found' i])) {
    display: none !important;
  }
  :host([theme='light']:not([look='memorial'])) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  [part~='base'] {
    box-sizing: border-box;
    color: var(--_text);
  }
  /* Our own letters, also in what is beside the base: the viewer of photos, and what belongs to a board. */
  [part~='base'],
  [part='viewer'],
  [part='controls'] {
    -webkit-text-fill-color: currentcolor;
    -webkit-text-security: none;
    font-family: var(--solidarity-font, inherit);
    /* Pages hide the space between boxes by letters of no size. */
    font-size: max(1em, 9px);
    font-size-adjust: none;
    line-height: 1.45;
    text-align: start;
    text-align-last: auto;
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
  :focus-visible {
    outline: 2px solid;
    outline-offset: 2px;
  }
  /* Colours are the reader's own: the ribbon is two lines, and a warning has an edge. */
  @media (forced-colors: active) {
    :host {
      --_zone-rule: 4px solid;
      --_warn-border: 1px solid;
    }
  }
  /* Printers leave backgrounds out: what is light on them could not be read. */
  @media print {
    :host {
      --_text: #000 !important;
      --_muted: #444 !important;
      --_surface: #fff !important;
      --_number: #000 !important;
      --_on-warn: #000 !important;
      --_warn: none !important;
      --_warn-border: 1px solid !important;
      --_zone: none !important;
      --_on-zone: #000 !important;
      color-scheme: light !important;
    }
    [part~='base'] {
      break-inside: avoid;
    }
    a::after {
      content: ' (' attr(href) ')';
    }
    button {
      display: none !important;
    }
  }
`;

/** The surface that a card stands on. Its zones, from edge to edge, have the padding. */
export const card = css`
  [part~='base'] {
    border: var(--_border-width) solid var(--_border);
    border-block-start: var(--_top-rule);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: clip;
  }
  [part='heading'] {
    font-family: var(--_title-font);
    font-style: var(--_title-style);
    font-weight: var(--_title-weight);
  }
`;

/** What the reader must know before all else: a box in the colours of a warning. */
export const warning = css`
  [part~='status']:not([part~='ageing']) {
    padding: 8px 12px;
    border: var(--_warn-border);
    border-radius: min(6px, var(--_radius));
    background: var(--_warn);
    color: var(--_on-warn);
  }
`;
