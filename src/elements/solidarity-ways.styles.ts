import {css} from '../theme/css.js';

export default css`
  [part='controls'],
  fieldset,
  [part~='group'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 2em;
  }
  [part='search'] {
    flex: 1 1 14em;
    min-inline-size: 0;
  }
  fieldset {
    gap: 0.5em;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-block-end: 0.5em;
    padding: 0;
  }
  input {
    margin: 0;
    accent-color: var(--_accent);
  }
  [type='search'],
  [part='audience'],
  [part='more'] {
    box-sizing: border-box;
    min-block-size: 44px;
    padding-inline: 0.6em;
    border: 1px solid var(--_muted);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
  [type='search'] {
    display: block;
    inline-size: 100%;
    /* iOS zooms the page into a field with smaller letters. */
    font-size: max(1em, 16px);
  }
  [type='search'],
  [part='count'],
  [part='notice'],
  [part~='way'] > ul {
    margin-block-start: 0.5em;
  }
  [part='audience'] {
    display: flex;
    align-items: center;
    gap: 0.4em;
  }
  [part='audience']:has(:checked) {
    border-color: var(--_accent);
    font-weight: 700;
  }
  [part='controls'],
  [part='count'],
  [part='notice'],
  [part='for'],
  [part='organisation'] {
    font-size: 0.875em;
  }
  [part='count'],
  [part='for'],
  [part='organisation'],
  [part~='closed'] [part='title'] {
    color: var(--_muted);
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18em), 1fr));
    gap: 1.5em 2em;
    flex: 1000 1 24em;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  ul ul {
    gap: 0.5em 2em;
  }
  [part~='group'] {
    margin-block-start: 1.25em;
    padding-block-start: 1.25em;
    border-block-start: 1px solid var(--_border);
  }
  [part='category'] {
    flex: 1 0 9em;
    color: var(--_accent);
  }
  [part='category'],
  [part='organisation'] {
    unicode-bidi: plaintext;
  }
  [part~='way'] > p {
    max-inline-size: 40em;
  }
  [part='title'] {
    margin-block-end: 0.25em;
    font-size: 1.125em;
    line-height: 1.3;
  }
  [part='category'],
  [part='title'],
  [part='name'],
  [part='more'] {
    font-weight: 700;
  }
  [part='name'] {
    color: var(--_text);
  }
  [part='mark'] {
    display: inline-block;
    font-weight: 400;
    white-space: pre;
  }
  [part~='status']:is([part~='closed'], [part~='paused']) {
    padding-inline: 0.4em;
    border: 1px solid;
    border-radius: 1em;
    font-size: 0.875em;
    font-weight: 400;
  }
  [part='more'] {
    margin-block-start: 1.25em;
  }
  @media screen {
    [part~='rest'] {
      display: none;
    }
  }
  @media print {
    [part='controls'],
    [part='count'],
    [part='more'] {
      display: none;
    }
    [part='link']::after {
      content: ' ' attr(href);
      font-weight: 400;
    }
    [part~='way'] {
      break-inside: avoid;
    }
  }
`;
