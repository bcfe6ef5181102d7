import {Option} from 'commander';
import {UserError} from '../io.js';

/** The option `--accept`, which takes a reason. */
export const acceptOption = (what: string) =>
  new Option('--accept <reason>', `accept ${what}; the reason, a sentence for readers, is added to the feed`);

/** The reason given with `--accept`. Throws a UserError for an empty one. */
export const reasonFrom = (accept: string | undefined): string | undefined => {
  const reason = accept?.trim();
  if (reason === '')
    throw new UserError('--accept needs a reason.', 'Write a sentence that tells readers why.', 'usage');
  return reason;
};
