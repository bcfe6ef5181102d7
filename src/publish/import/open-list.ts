import {createReadStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import {basename} from 'node:path';
import {UserError, withFile} from '../io.js';
import type {Open} from './encoding.js';

/** Opens the file of a list. Throws a UserError for what can be read only once, such as a pipe: a list is read twice. */
export const openList = async (path: string): Promise<Open> => {
  const {isFile, isDirectory} = await withFile(path, 'read', async () => {
    const stats = await stat(path);
    return {isFile: stats.isFile(), isDirectory: stats.isDirectory()};
  });
  if (!isFile && !isDirectory)
    throw new UserError(`${basename(path)} is not a file, but a pipe or a device.`, 'Save the list in a file first.');
  return async function* () {
    const chunks = createReadStream(path)[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
    try {
      for (;;) {
        const {value, done} = await withFile(path, 'read', () => chunks.next());
        if (done) return;
        yield value;
      }
    } finally {
      await chunks.return?.();
    }
  };
};
