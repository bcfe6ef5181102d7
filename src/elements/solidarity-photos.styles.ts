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
  [part='open'] {
    display: block;
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
    inline-size: 100%;
    margin-block-end: 4px;
  }
  img,
  [part='alt'] {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    block-size: auto;
    max-block-size: 25em;
    object-fit: contain;
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
  [part='consent'] {
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
  @media print {
    li {
      break-inside: avoid;
    }
    /* A photo on paper is not opened, but seen. */
    [part='open'] {
      display: block !important;
    }
  }
`;
