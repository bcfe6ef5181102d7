import {daysBetween} from '../../feed/sections/figures.js';

/** Days after which what was looked at is to be looked at again. */
const LOOK_AGAIN = 90;

/** What to do about an old look. */
export const LOOK = 'Look again, then set checkedAt to the day of the look.';

/** What is to be said of a `checkedAt` on a day; nothing while it is fresh. */
export const looked = (checkedAt: string | undefined, today: string): string | undefined => {
  if (!checkedAt) return 'has no checkedAt: nobody can tell whether it is still true';
  const age = daysBetween(checkedAt, today);
  return age > LOOK_AGAIN ? `was last checked ${age} days ago` : undefined;
};
