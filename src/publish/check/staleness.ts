import {daysBetween} from '../../feed/dates.js';

/** Days after which something should be checked again. */
const RECHECK_DAYS = 90;

/** How to fix an old `checkedAt`. */
export const RECHECK_FIX = 'Check it again, then set checkedAt to the day of the check.';

/** What is wrong with a `checkedAt` on a day, as a predicate; undefined while it is recent. */
export const stalenessOf = (checkedAt: string | undefined, today: string): string | undefined => {
  if (!checkedAt) return 'has no checkedAt: nobody can tell whether it is still true';
  const age = daysBetween(checkedAt, today);
  return age > RECHECK_DAYS ? `was last checked ${age} days ago` : undefined;
};
