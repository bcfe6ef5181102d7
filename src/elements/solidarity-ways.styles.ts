import {css} from '../theme/css.js';

export default css`
  [part='heading'],
  [part='notice'],
  [part='footer'],
  [part='controls'],
  [part='count'],
  summary,
  li {
    padding: 12px var(--_space);
  }
  [part='heading'] {
    padding-block-start: 16px;
    font-size: 1.25em;
    line-height: 1.25;
  }
  p,
  [part='controls'] {
    color: var(--_muted);
    font-size: 0.8125em;
  }
  [part='notice'] {
    padding-block-start: 0;
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
  li {
    flex: 1 1 14em;
    box-sizing: border-box;
    min-inline-size: 0;
    padding-block: 16px;
    margin-block-start: -1px;
    margin-inline-start: -1px;
    border: solid var(--_border);
    border-width: 1px 0 0;
    border-inline-start-width: 1px;
  }
  [part='title'] {
    font-family: var(--_title-font);
    font-size: 1.125em;
    font-weight: 700;
    line-height: 1.25;
  }
  [part='text'] {
    max-inline-size: 40em;
    margin-block: 4px;
    color: inherit;
    font-size: 1em;
  }
  /* What to do first is the red stripe of the flag. */
  [part~='first'] > :first-child {
    --_muted: currentcolor;
    flex-basis: 100%;
    background: var(--_zone);
    color: var(--_on-zone);
  }
  [part~='action'] {
    display: inline-block;
    margin-block: 8px 4px;
    padding: 10px 16px;
    border: 1px solid;
    border-radius: min(8px, var(--_radius));
    font-weight: 650;
    text-decoration: none;
  }
  /* Where a look has no zone, the colour of the border is invalid, and so that of the text. */
  [part~='first'] [part~='action'] {
    border-color: var(--_zone);
    background: var(--_zone);
    color: var(--_on-zone);
  }
  :host(:not([look='newsroom'], [look='contrast'], [look='memorial'])) [part~='first'] > :first-child [part~='action'] {
    background: var(--_on-zone);
    color: var(--_accent);
  }
  a:hover,
  summary:hover,
  :host(:is([look='contrast'], [look='memorial'])) a {
    text-decoration: underline;
  }
  :host([look='memorial']) a {
    padding-inline: 0;
    border: 0;
  }
  /* Inside, where the colour of the text is readable. */
  [part~='action'],
  [part='more'] {
    outline-offset: -4px;
  }
  [part='mark'] {
    display: inline-block;
    font-weight: 400;
  }
  [part='template'] {
    margin-block-start: 12px;
  }
  [part='template'] summary {
    padding-inline: 0;
  }
  [part='draft-text'] {
    margin-block: 8px;
    padding: 12px;
    border: 1px solid var(--_border);
    color: inherit;
    font-size: 1em;
    white-space: pre-line;
  }
  [part='copy'] {
    min-block-size: 44px;
  }
  details,
  ul,
  [part='footer'] {
    border-block-start: 1px solid var(--_border);
  }
  summary {
    font-weight: 650;
    cursor: pointer;
  }
  [part='controls'],
  [part='audiences'],
  [part='audience'] {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  [part='controls'] {
    padding-block: 4px 0;
    column-gap: 24px;
  }
  [part='search'] {
    flex: 1 1 14em;
    min-inline-size: 0;
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
    color: var(--_text);
    font: inherit;
  }
  [type='search'] {
    display: block;
    inline-size: 100%;
    /* iOS zooms the page into a field with smaller letters. */
    font-size: max(1em, 16px);
  }
  [part='audience'] {
    flex-wrap: nowrap;
    align-items: center;
  }
  @media print {
    [part='controls'],
    [part='count'],
    /* Of what is not rendered, how many ways there are. */
    summary:not([part='more']:only-child) {
      display: none;
    }
    details::details-content {
      display: block;
      content-visibility: visible;
      block-size: auto;
    }
    li {
      break-inside: avoid;
      color: inherit !important;
    }
    a[part] {
      padding: 0;
      border: 0;
      background: none !important;
      color: inherit !important;
    }
    a::after {
      content: ' ' attr(href);
      font-weight: 400;
    }
  }
`;
