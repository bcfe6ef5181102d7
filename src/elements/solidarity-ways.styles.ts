import {css} from '@lit/reactive-element';

export default css`
  [part='heading'],
  [part='notice'],
  [part='footer'],
  [part='controls'],
  [part='count'],
  [part~='way'] {
    padding: 16px var(--_space);
  }
  [part='heading'] {
    font-size: 1.25em;
    line-height: 1.25;
    text-wrap: balance;
  }
  [part='notice'] {
    margin-block-start: -8px;
    padding-block-start: 0;
  }
  [part='notice'],
  [part='footer'],
  [part='category'],
  [part='checked'],
  [part='organisations'],
  [part='note'],
  [part='controls'],
  [part='count'] {
    font-size: 0.8125em;
  }
  [part='notice'],
  [part='footer'],
  [part='category'],
  [part='checked'],
  [part='organisations'],
  [part='note'],
  [part='count'] {
    color: var(--_muted);
  }
  ul {
    display: flex;
    flex-wrap: wrap;
    margin: 0;
    padding: 0;
    list-style: none;
    overflow: clip;
  }
  /* Lines between the ways; those at the edges are clipped. */
  [part~='way'] {
    display: flex;
    flex: 1 1 14em;
    flex-direction: column;
    align-items: start;
    gap: 4px;
    box-sizing: border-box;
    min-inline-size: 0;
    margin-block-start: -1px;
    margin-inline-start: -1px;
    border: 1px solid var(--_border);
    border-block-end: 0;
    border-inline-end: 0;
  }
  [part='title'] {
    font-family: var(--_title-font);
    font-size: 1.125em;
    font-weight: 700;
    line-height: 1.25;
  }
  [part='text'] {
    max-inline-size: 40em;
  }
  /* The first thing to do: the red stripe of the flag. */
  [part~='first'] > :first-child {
    --_muted: currentcolor;
    flex-basis: 100%;
    background: var(--_zone);
    color: var(--_on-zone);
  }
  [part~='first'] > :first-child [part='title'] {
    font-size: 1.375em;
  }
  [part~='action'] {
    display: inline-block;
    box-sizing: border-box;
    min-block-size: 44px;
    margin-block: auto 4px;
    padding: 10px 16px;
    border: 1px solid;
    border-radius: min(8px, var(--_radius));
    font-weight: 650;
    line-height: 22px;
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
  }
  /* Where a look has no zone, the value of the border is invalid, which is: the colour of the text. */
  [part~='first'] [part~='action'] {
    border-color: var(--_zone);
    background: var(--_zone);
    color: var(--_on-zone);
  }
  :host(:not([look='newsroom'], [look='contrast'], [look='memorial'])) [part~='first'] > :first-child [part~='action'] {
    background: var(--_on-accent);
    color: var(--_accent);
  }
  :host([look='contrast']) a,
  :host([look='memorial']) a {
    border-width: 2px;
    text-decoration: underline;
  }
  :host([look='memorial']) a {
    padding-inline: 0;
    border: 0;
  }
  [part~='action']:focus-visible {
    outline-color: var(--_text);
  }
  [part~='first'] > :first-child :focus-visible {
    outline-color: var(--_on-zone);
  }
  [part='mark'] {
    display: inline-block;
    font-weight: 400;
    white-space: pre;
  }
  [part~='paused'],
  [part~='closed']:not(li) {
    font-weight: 400;
  }
  button {
    display: block;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 12px var(--_space);
    border: 0;
    border-block-start: 1px solid var(--_border);
    background: none;
    font-weight: 650;
    text-align: start;
    cursor: pointer;
  }
  button:hover {
    text-decoration: underline;
  }
  button:focus-visible {
    outline-offset: -4px;
  }
  [aria-expanded]::before {
    content: '+';
    display: inline-block;
    inline-size: 1em;
  }
  [aria-expanded='true']::before {
    content: '−';
  }
  [part='footer'] {
    border-block-start: 1px solid var(--_border);
  }
  [part='controls'],
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
  }
  [part='controls'] {
    padding-block: 4px 0;
  }
  [part='search'] {
    flex: 1 1 14em;
    min-inline-size: 0;
  }
  fieldset {
    gap: 8px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-block-end: 4px;
    padding: 0;
  }
  input {
    margin: 0;
    accent-color: var(--_accent);
  }
  [type='search'],
  [part='audience'] {
    box-sizing: border-box;
    min-block-size: 44px;
    padding-inline: 12px;
    border: 1px solid var(--_muted);
    border-radius: min(8px, var(--_radius));
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
  [type='search'] {
    display: block;
    inline-size: 100%;
    margin-block-start: 4px;
    /* iOS zooms the page into a field with smaller letters. */
    font-size: max(1em, 16px);
  }
  [part='audience'] {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  [part='audience']:has(:checked) {
    border-color: currentcolor;
    font-weight: 700;
  }
  @media (forced-colors: active) {
    [part~='first'] > :first-child {
      border-block: 4px solid;
    }
  }
  @media print {
    [part='controls'],
    [part='count'],
    button {
      display: none;
    }
    [part='folded'] {
      display: block;
    }
    [part~='way'] {
      --_muted: inherit;
      break-inside: avoid;
    }
    a[part] {
      min-block-size: 0;
      padding: 0;
      border: 0;
      background: none !important;
      color: inherit !important;
    }
    a::after {
      content: ' ' attr(href);
      font-weight: 400;
    }
    [part~='first'] > :first-child {
      color: inherit;
    }
  }
`;
