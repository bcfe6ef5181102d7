import {mkdir, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {withFile, writeFileAtomic} from '../io.js';

/**
 * Writes files, by name, into a folder that has none of them: all, or none. Creates the folder if needed, and removes
 * what it created if a file cannot be written.
 */
export const writeFolder = async (folder: string, files: Readonly<Record<string, string>>): Promise<void> => {
  // mkdir gives the first folder that it created.
  const created = await withFile(folder, 'written', () => mkdir(folder, {recursive: true}));
  const written: string[] = [];
  try {
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      await writeFileAtomic(path, content, {exclusive: true});
      written.push(path);
    }
  } catch (error) {
    for (const path of created ? [created] : written) await rm(path, {recursive: true, force: true});
    throw error;
  }
};
