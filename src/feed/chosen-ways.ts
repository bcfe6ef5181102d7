import {CATEGORIES, type Way} from './sections/ways.js';

const namesIn = (list = '') => list.split(/\s+/);

/**
 * The ways that a page wants: those of some categories, separated by spaces, without others. Military help, the last
 * category, only where `category` names it: it is a crime in Belarus, and not every publisher may carry it elsewhere.
 */
export const chosenWays = (all: readonly Way[], category?: string, exclude?: string): Way[] => {
  const included = CATEGORIES.filter((name) => namesIn(category).includes(name));
  return all.filter(
    ({category: own}) => (included[0] ? included.includes(own) : own !== 'military') && !namesIn(exclude).includes(own),
  );
};
