import {page} from '../dom/page.js';

/** The letters of the slogan are so many times as large as those of what is said of the figure. */
const RATIO = 2.4;
/** Of the page's letters: a board in a page is higher rather than have smaller ones. */
const SMALLEST = 0.75;

/** The largest number that is good, if the least is. */
const largest = (least: number, most: number, isGood: (n: number) => boolean) => {
  while (most - least > 0.5) {
    const middle = (least + most) / 2;
    if (isGood(middle)) least = middle;
    else most = middle;
  }
  return least;
};

/** Makes the letters of a board as large as fit into it without a broken word: texts are as long as their languages. */
export const fitBoard = (host: HTMLElement, board: HTMLElement) => {
  const {style} = board;
  const zones = [...board.children] as HTMLElement[];
  const range = page.createRange();
  const set = (slogan: number, facts: number) => {
    style.setProperty('--_slogan', `${slogan}px`);
    style.setProperty('--_facts', `${facts}px`);
  };
  set(0, 0);
  const space = board.clientHeight;
  const height = host.offsetHeight;
  let least = SMALLEST * parseFloat(getComputedStyle(host).fontSize);
  set(2 * least, least);
  // It does not grow: the screen's height, or the page's.
  if (host.offsetHeight === height) least = 1;
  const fits = (slogan: number, facts: number) => {
    set(slogan, facts);
    return (
      zones.reduce((sum, {offsetHeight}) => sum + offsetHeight, 0) <= space &&
      zones.every((zone) => {
        range.selectNodeContents(zone);
        return range.getBoundingClientRect().width <= zone.clientWidth * 0.94 + 1;
      })
    );
  };
  style.overflowWrap = 'normal';
  const slogan = largest(least, space, (size) => fits(size, Math.max(least, size / RATIO)));
  if (fits(slogan, Math.max(least, slogan / RATIO)))
    // What is left is for the figure.
    set(
      slogan,
      largest(Math.max(least, slogan / RATIO), slogan / 1.6, (size) => fits(slogan, size)),
    );
  else {
    set(2 * least, least);
    style.overflowWrap = '';
  }
};
