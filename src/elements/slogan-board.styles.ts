import {css} from '../theme/css.js';

/* Boards and posters, and lists of slogans. Their script adds them to the element. */

export const {styleSheet} = css`
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
  /* Where the page gives the element a height, the board has what the buttons leave of it. */
  #stage {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    block-size: 100%;
  }
  /* The proportion of the board is not its own: then it may be another one, and higher where its text would be cut. */
  #stage::before {
    content: '';
    aspect-ratio: 16 / 9;
    max-block-size: 100%;
    inline-size: 100%;
  }
  #stage::before,
  [part~='board'] {
    grid-area: 1 / 1;
  }
  /* The board is the flag: white, red, white. */
  [part~='board'] {
    container-type: inline-size;
    display: flex;
    flex-direction: column;
    text-align: center;
  }
  /* The letters that fit are measured; before, these are usual ones. */
  [part~='board'] > [part] {
    margin: auto 0;
    padding: 0.4em 3%;
    font-size: var(--_facts, 2.5cqi);
    line-height: 1.3;
    text-wrap: balance;
  }
  [part~='board'] > [part='slogan'] {
    margin: 0;
    background: var(--_zone);
    color: var(--_on-zone);
    border-block: var(--_zone-rule);
    font-size: var(--_slogan, 7cqi);
    font-weight: 800;
    line-height: 1.15;
  }
  /* What was measured is of a screen. */
  @media print {
    [part~='board'] {
      --_slogan: 7cqi !important;
      --_facts: 2.5cqi !important;
    }
  }
  [part='hashtags'] {
    font-weight: 700;
  }
  [part~='board'] [part~='figure'] > * {
    margin: 0;
    font-size: 1em;
  }
  [part~='board'] [part~='status'] {
    padding: 0.1em 0.5em;
  }
  [part~='board'] [part~='figure'] > [part='statement'] {
    inline-size: 100%;
    font-size: 1.5em;
    line-height: 1.2;
  }
  /* What is short shares a line: boards are wide. */
  [part~='board'] > [part~='figure'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.2em 1em;
    border: 0;
  }
  :host([orientation='portrait']) #stage::before {
    aspect-ratio: 9 / 16;
  }
  :host([variant='poster']:not([orientation='landscape'])) #stage::before {
    aspect-ratio: 210 / 297;
  }
  [part='controls'] {
    margin-block: 12px 0;
    font-size: max(0.875em, 9px);
  }
  :host(:fullscreen) {
    background: var(--_surface);
    color-scheme: inherit;
  }
  :host(:fullscreen) [part~='board'] {
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
`;
