import {css} from '../theme/css.js';

export default css`
  [part='heading'],
  [part='notice'],
  [part='empty'],
  [part~='group'],
  [part='footer'],
  li {
    padding: 12px var(--_space);
  }
  [part='heading'] {
    padding-block-start: 16px;
    font-size: 1.25em;
    line-height: 1.25;
  }
  [part='notice'],
  [part='empty'] {
    padding-block-start: 0;
  }
  [part~='status'] {
    margin: 0 var(--_space) 12px;
  }
  [part='notice'],
  [part='local'],
  [part='organisers'],
  [part='source'] {
    color: var(--_muted);
    font-size: 0.8125em;
  }
  /* What is today is the red stripe of the flag. */
  [part~='group'] {
    padding-block: 8px;
    border-block-start: 1px solid var(--_border);
    font-size: 0.875em;
    font-weight: 650;
  }
  [part~='today'] {
    border-block: var(--_zone-rule);
    background: var(--_zone);
    color: var(--_on-zone);
  }
  ul {
    display: flex;
    flex-wrap: wrap;
    margin: 0;
    padding: 0;
    list-style: none;
    overflow: clip;
  }
  /* Lines between the items; those at the edges are clipped. */
  li {
    flex: 1 1 16em;
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
  [part='when'] {
    margin-block-start: 4px;
    font-weight: 650;
  }
  [part='text'] {
    max-inline-size: 40em;
    margin-block: 4px;
  }
  :is([part~='cancelled'], [part~='postponed']) :is([part='when'], [part='local']) {
    font-weight: 400;
    text-decoration: line-through;
  }
  [part='now'] {
    display: table;
    margin-block-end: 4px;
    padding-inline: 8px;
    border: 1px solid;
    border-radius: min(6px, var(--_radius));
    font-size: 0.8125em;
    font-weight: 650;
  }
  [part='actions'],
  [part='footer'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }
  [part='actions'] {
    margin-block: 8px 4px;
  }
  [part='footer'] {
    border-block-start: 1px solid var(--_border);
  }
  /* Names alone have no direction of their own: that of the whole. */
  [part='place'],
  [part='organisers'] {
    unicode-bidi: normal;
  }
  button,
  [part~='join'],
  [part='footer'] a {
    display: inline-flex;
    align-items: center;
    box-sizing: border-box;
    min-block-size: 44px;
    padding: 8px 16px;
    border: 1px solid var(--_muted);
    border-radius: min(8px, var(--_radius));
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: 650;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  /* One at each event: smaller than what is there once. */
  [part='calendar'],
  [part~='join'] {
    min-block-size: 36px;
    padding: 4px 12px;
    font-size: 0.875em;
  }
  a:hover,
  button:hover {
    text-decoration: underline;
  }
  [part='mark'] {
    display: inline-block;
  }
  @media print {
    [part~='today'] {
      color: inherit;
    }
    li {
      break-inside: avoid;
    }
    a[part],
    [part='footer'] a {
      display: inline;
      padding: 0;
      border: 0;
      background: none !important;
      color: inherit !important;
    }
  }
`;
