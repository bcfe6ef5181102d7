import {mkdir, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {withFile, writeWhole} from '../io.js';

/**
 * Writes files, by name, into a folder that has none of them: all, or none. A folder that was not there is made, and
 * goes again where a file cannot be written.
 */
export const writeFolder = async (folder: string, files: Readonly<Record<string, string>>): Promise<void> => {
  // What mkdir gives is the first folder that it had to make.
  const made = await withFile(folder, 'written', () => mkdir(folder, {recursive: true}));
  const written: string[] = [];
  try {
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      await writeWhole(path, content, {exclusive: true});
      written.push(path);
    }
  } catch (error) {
    for (const path of made ? [made] : written) await rm(path, {recursive: true, force: true});
    throw error;
  }
};
