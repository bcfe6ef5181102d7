import {InvalidArgumentError, Option} from 'commander';
import {DATE} from '../../../feed/fields.js';

/** The civil date in UTC, where no other is given. */
export const todayOr = (today = new Date().toISOString().slice(0, 10)) => today;

/** The option `--today`. */
export const todayOption = (use: string) =>
  new Option('--today <date>', `${use} (default: today)`).argParser((value) => {
    if (!DATE(value)) throw new InvalidArgumentError('A day is written as 2027-08-09.');
    return value;
  });
