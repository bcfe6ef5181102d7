import {css} from '../theme/css.js';

export default css`
  [part='heading'],
  li[part] {
    padding: 16px var(--_space);
  }
  [part='heading'] {
    font-size: 1.25em;
    line-height: 1.25;
  }
  [part='people'] {
    display: flex;
    flex-wrap: wrap;
    margin: 0;
    padding: 0;
    list-style: none;
    overflow: clip;
  }
  /* Lines between the persons; those at the edges are clipped. */
  [part='people'] > li {
    flex: 1 1 16em;
    box-sizing: border-box;
    min-inline-size: 0;
    margin-block-start: -1px;
    margin-inline-start: -1px;
    border: solid var(--_border);
    border-width: 1px 0 0;
    border-inline-start-width: 1px;
  }
  p {
    margin-block: 4px;
  }
  [part='name'] {
    font-family: var(--_title-font);
    font-size: 1.125em;
    font-weight: 700;
    line-height: 1.25;
  }
  [part='note'],
  [part='about'],
  [part='history'] {
    color: var(--_muted);
    font-size: 0.8125em;
  }
  /* Only who is held has the red of the flag. */
  [part~='held'] [part='contact'] {
    margin-block: 8px;
    padding-inline-start: 12px;
    border-inline-start: 4px solid var(--_chart);
  }
  [part='days'] {
    font-family: var(--_number-font);
    font-size: 1.75em;
    font-weight: var(--_number-weight);
    font-variant-numeric: tabular-nums;
  }
  [part='address'] {
    max-inline-size: 24em;
    padding: 8px 12px;
    border: 1px solid var(--_border);
    border-radius: min(6px, var(--_radius));
    font-style: normal;
    white-space: pre-line;
  }
  [part='letter'],
  button,
  summary {
    font-weight: 650;
  }
  button {
    min-block-size: 44px;
    padding: 8px 16px;
    border: 1px solid;
    border-radius: min(8px, var(--_radius));
    background: none;
    cursor: pointer;
  }
  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    margin-block-start: 8px;
    font-size: 0.875em;
    cursor: pointer;
  }
  [part='history'] {
    margin: 4px 0;
    padding-inline-start: 1.75em;
  }
  @media print {
    summary {
      display: none;
    }
    details::details-content {
      display: block;
      content-visibility: visible;
      block-size: auto;
    }
    [part='people'] > li {
      break-inside: avoid;
    }
    [part~='base'] {
      break-inside: auto;
    }
  }
`;
