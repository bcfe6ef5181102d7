import {DATE} from '../feed/fields.js';
import {UserError} from './io.js';

/** An instant in UTC, to the second, as feeds and envelopes write it: `2026-11-22T00:00:00Z`. */
export const instantOf = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;

/** Now in UTC: the civil date, and the instant. `date` replaces the date, for tests and for `--today`. */
export const currentTime = (date?: string): {today: string; now: string} => {
  if (date !== undefined && !DATE(date))
    throw new UserError(`--today ${date} is not a date.`, 'Write it as 2026-03-05.', 'usage');
  const now = instantOf(Date.now());
  const today = date ?? now.slice(0, 10);
  return {today, now: today + now.slice(10)};
};
