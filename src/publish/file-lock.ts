import {readFile, rm, writeFile} from 'node:fs/promises';
import {hostname} from 'node:os';
import {setTimeout} from 'node:timers/promises';
import {UserError, withFile} from './io.js';

/** How often, and after how many milliseconds, a lock is tried: a command holds it for a moment only. */
const TRIES = 20;
const PAUSE = 100;

/** What a lock file says: the computer and the process that created it. */
const owner = (pid: number) => `${hostname()} ${pid}`;

/** Removes the lock of a process that has ended without removing it. */
const removeAbandoned = async (lock: string) => {
  const text = await readFile(lock, 'utf8').catch(() => '');
  const pid = Number(text.split(' ').at(-1));
  if (!(pid > 0) || text !== owner(pid)) return;
  try {
    // Sends no signal, and fails if there is no such process.
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') await rm(lock, {force: true});
  }
};

/** Whether the lock file could be created: it does not exist while another command has it. */
const take = (lock: string): Promise<boolean> =>
  withFile(lock, 'written', async () => {
    try {
      await writeFile(lock, owner(process.pid), {flag: 'wx'});
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      await removeAbandoned(lock);
      return false;
    }
  });

/** Runs `work` while no other command that locks the same file or folder does. Throws a UserError if the lock stays. */
export const withLock = async <T>(path: string, work: () => Promise<T>, lock = `${path}.lock`): Promise<T> => {
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
