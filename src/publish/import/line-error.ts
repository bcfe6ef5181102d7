import {UserError} from '../io.js';

/** An error in a line of a file. */
export const lineError = (name: string, line: number, message: string, fix: string) =>
  new UserError(`${name}, line ${line}: ${message}`, fix);
