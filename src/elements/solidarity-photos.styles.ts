import {css} from '../theme/css.js';

export default css`
  [part='base'] {
    display: grid;
    gap: 12px;
    padding: 16px var(--_space);
  }
  [part='heading'] {
    font-size: 1.25em;
    line-height: 1.25;
  }
  /* Rows of one height, as wide as the whole: each photo grows by the ratio of its sides. Nothing is cut off. */
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 16px 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    flex: var(--_ratio) 1 calc(var(--_ratio) * 9em);
    box-sizing: border-box;
    min-inline-size: min(8em, 100%);
    max-inline-size: min(100%, calc(var(--_ratio) * 25em));
    font-size: 0.875em;
  }
  button {
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
  }
  [part='open'] {
    display: block;
    inline-size: 100%;
    margin-block-end: 4px;
  }
  img,
  [part='alt'] {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    block-size: auto;
    border-radius: min(6px, var(--_radius));
    background: var(--_border);
  }
  [part='alt'] {
    padding: 12px;
    border: 1px dashed var(--_muted);
    background: none;
    text-align: start;
    overflow: auto;
  }
  [part='place'],
  [part='credit'],
  [part='consent'],
  [part='position'] {
    color: var(--_muted);
    font-size: 0.9em;
  }
  /* Names alone have no direction of their own: that of the whole. */
  [part='place'] {
    unicode-bidi: normal;
  }
  [part='caption'] {
    max-inline-size: 40em;
  }
  [part='empty'] {
    display: flex;
    gap: 16px;
  }
  [part='instructions'] {
    max-inline-size: 34em;
    margin-block: 4px 8px;
  }
  [part='none'] {
    font-weight: 650;
  }
  svg {
    flex: none;
    inline-size: 64px;
    block-size: 64px;
    forced-color-adjust: none;
  }
  [part='footer'] a {
    display: inline-block;
    box-sizing: border-box;
    min-block-size: 44px;
    padding: 8px 16px;
    border: 1px solid var(--_muted);
    border-radius: min(8px, var(--_radius));
    font-weight: 650;
    text-decoration: none;
  }
  [part='footer'] a:hover {
    text-decoration: underline;
  }
  dialog {
    display: grid;
    grid-template-columns: 44px 1fr 44px;
    align-items: center;
    gap: 8px;
    box-sizing: border-box;
    inline-size: fit-content;
    max-inline-size: min(100vi, 75rem);
    max-block-size: 100vb;
    padding: 8px;
    border: 1px solid #555;
    border-radius: var(--_radius);
    background: #161616;
    color: #f3f1ee;
    --_muted: #b0aca6;
    --_border: #3d3b38;
    font-family: var(--solidarity-font, inherit);
    line-height: 1.45;
    text-align: start;
    overflow-wrap: anywhere;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.8);
  }
  [part='viewed'] {
    grid-column: 1 / -1;
    grid-row: 2;
    min-inline-size: 0;
  }
  [part='figure'] {
    padding-inline: 8px;
  }
  [part='figure'] img {
    inline-size: auto;
    max-inline-size: 100%;
    max-block-size: 70vb;
    margin: 0 auto 8px;
  }
  [part='position'] {
    grid-row: 3;
    grid-column: 2;
    text-align: center;
  }
  [part~='viewer-button'] {
    grid-row: 3;
    inline-size: 44px;
    block-size: 44px;
    border: 1px solid transparent;
    border-radius: 50%;
    font-size: 1.5em;
    line-height: 1;
  }
  [part~='viewer-button']:hover {
    border-color: currentcolor;
  }
  [part~='close'] {
    grid-row: 1;
    grid-column: 3;
  }
  [part~='close']::before {
    content: '\\2715';
  }
  [part~='previous'] {
    grid-column: 1;
  }
  [part~='next'] {
    grid-column: 3;
  }
  /* An arrowhead, drawn as borders, which forced colours keep. */
  :is([part~='previous'], [part~='next'])::before {
    content: '';
    display: block;
    inline-size: 10px;
    block-size: 10px;
    margin: auto;
    border: solid;
    border-width: 2px 2px 0 0;
    transform: rotate(45deg);
  }
  [part~='previous']:dir(ltr)::before,
  [part~='next']:dir(rtl)::before {
    transform: rotate(-135deg);
  }
  @media print {
    li {
      break-inside: avoid;
    }
    dialog,
    dialog::backdrop {
      display: none;
    }
    /* A photo on paper is not opened, but seen. */
    [part='open'] {
      display: block !important;
    }
  }
`;
