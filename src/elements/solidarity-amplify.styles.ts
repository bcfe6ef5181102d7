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
  [part='slogans'] {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(16em, 100%), 1fr));
    margin: 0;
    padding: 0;
    border-block-start: 1px solid var(--_border);
    list-style: none;
  }
  li[part='slogan'] {
    padding: 8px var(--_space);
    border-block-end: 1px solid var(--_border);
    font-weight: 650;
    text-wrap: balance;
  }
  [part='review'] {
    color: var(--_muted);
  }
  /* The board is the flag: white, red, white. */
  [part~='board'] {
    container-type: inline-size;
    display: grid;
    grid-template-rows: 1fr auto 1fr;
    min-block-size: 0;
    aspect-ratio: 16 / 9;
    text-align: center;
  }
  [part~='board'] > * {
    margin: 0;
    padding: 2cqi 4cqi;
    align-self: center;
    font-size: calc(2.5cqi * var(--_letters, 1));
    text-align: center;
  }
  [part~='board'] [part='slogan'] {
    padding-block: 4cqi;
    background: var(--_zone);
    color: var(--_on-zone);
    border-block: var(--_zone-rule);
    font-size: calc(7cqi * var(--_letters, 1));
    font-weight: 800;
    line-height: 1.15;
    text-wrap: balance;
  }
  [part='hashtags'] {
    color: var(--_chart);
    font-weight: 700;
  }
  [part~='board'] p {
    text-align: center;
  }
  [part~='board'] [part='statement'] {
    font-size: 1.25em;
  }
  [part~='board'] [part~='figure'] {
    border: 0;
  }
  :host([orientation='portrait']) [part~='board'] {
    aspect-ratio: 9 / 16;
  }
  :host([variant='poster']:not([orientation='landscape'])) [part~='board'] {
    aspect-ratio: 210 / 297;
  }
  :host(:is([orientation='portrait'], [variant='poster']:not([orientation='landscape']))) [part~='board'] {
    --_letters: 1.6;
  }
  [part='controls'] {
    margin-block: 12px 0;
  }
  :host(:fullscreen) {
    display: grid;
    background: var(--_surface);
    color-scheme: inherit;
  }
  :host(:fullscreen) [part~='board'] {
    aspect-ratio: auto;
    border: 0;
    border-radius: 0;
  }
  /* A board in public has no buttons; they come back for who needs them. */
  :host(:fullscreen) [part='controls'] {
    position: fixed;
    inset: auto 16px 16px;
    opacity: 0;
  }
  :host(:fullscreen) [part='controls']:is(:hover, :focus-within) {
    opacity: 1;
  }
  @media print {
    [part='controls'],
    [part='words'],
    [part='networks'],
    [part='server'],
    select {
      display: none;
    }
  }
`;
