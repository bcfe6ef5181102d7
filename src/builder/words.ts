import {english} from './english.js';

export type Words = typeof english;

/** The words of the page, in its language. */
export let words: Words = english;

/** Sets them; what shows them is then rendered again by its caller. */
export const setWords = (next: Words): void => {
  words = next;
};
