import {css} from '../theme/css.js';

export default css`
  [part~='base'] > * {
    margin: 12px var(--_space);
  }
  [part='heading'] {
    margin-block-start: 16px;
    font-size: 1.25em;
    line-height: 1.25;
  }
  p,
  label,
  [part='source'],
  [part~='length'] {
    font-size: 0.875em;
  }
  [part='warning'] {
    padding: 8px 12px;
    border: var(--_warn-border);
    border-radius: min(6px, var(--_radius));
    background: var(--_warn);
    color: var(--_on-warn);
  }
  [part='choice'],
  [part='field'],
  [part='server'] {
    display: block;
    color: var(--_muted);
  }
  select,
  textarea,
  [part='server'] input,
  button,
  a {
    box-sizing: border-box;
    min-block-size: 44px;
    padding: 8px 12px;
    border: 1px solid var(--_muted);
    border-radius: min(8px, var(--_radius));
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }
  select,
  textarea,
  [part='server'] input {
    display: block;
    inline-size: 100%;
    margin-block-start: 4px;
    /* iOS zooms the page into a field with smaller letters. */
    font-size: max(1em, 16px);
  }
  textarea {
    resize: vertical;
    line-height: 1.45;
  }
  [part='words'],
  [part='actions'],
  [part='controls'],
  [part='networks'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding: 0;
    list-style: none;
  }
  [part='word'] {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 24px;
  }
  [part='word'] input {
    flex: none;
    margin: 0;
    accent-color: var(--_accent);
  }
  button,
  a {
    display: inline-flex;
    align-items: center;
    font-weight: 650;
    text-decoration: none;
    cursor: pointer;
  }
  :is(button, a):hover {
    text-decoration: underline;
  }
  /* What to do first is the red stripe of the flag. */
  #copy {
    border-color: var(--_zone);
    background: var(--_zone);
    color: var(--_on-zone);
  }
  [part='network'] {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  [part~='length'] {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  [part~='over'] {
    color: inherit;
  }
  [part~='figure'] {
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_border);
  }
  [part~='figure'] > * + * {
    margin-block-start: 8px;
  }
  [part~='source'] {
    color: var(--_muted);
  }
  [part~='figure'] a {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    text-decoration: underline;
  }
  [part~='statement'] {
    font-size: 1em;
    font-weight: 650;
  }
  @media print {
    [part='controls'],
    [part='words'],
    [part='networks'],
    [part='server'],
    [part='choice'] {
      display: none;
    }
    /* On paper nothing scrolls. */
    textarea {
      field-sizing: content;
    }
  }
`;
