import {open, rm} from 'node:fs/promises';
import {setTimeout} from 'node:timers/promises';
import {UserError, withFile} from './io.js';

/** How often, and after how many milliseconds, a lock is tried: a command holds it for a moment only. */
const TRIES = 20;
const PAUSE = 100;

/** Whether the lock file could be created: it does not exist while another command has it. */
const take = (lock: string): Promise<boolean> =>
  withFile(lock, 'written', async () => {
    try {
      await (await open(lock, 'wx')).close();
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
  });

/** Runs `work` while no other command that locks the same file does. Throws a UserError if the lock stays. */
export const withLock = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
  const lock = `${path}.lock`;
  for (let tries = 1; !(await take(lock)); tries++) {
    if (tries === TRIES)
      throw new UserError(
        `${path} was not changed: ${lock} exists, since another command is changing it, or was stopped while it did.`,
        `Run the command again. If no other one is running, remove ${lock} first.`,
        'io',
      );
    await setTimeout(PAUSE);
  }
  try {
    return await work();
  } finally {
    await rm(lock, {force: true});
  }
};
