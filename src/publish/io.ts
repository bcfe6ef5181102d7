import {randomBytes} from 'node:crypto';
import {open, readFile, rename, rm} from 'node:fs/promises';
import {dirname, join} from 'node:path';

/** Why a command stopped, as the exit code of the process. */
export const EXIT = {
  /** The input was read and refused: a broken feed, an implausible number, a wrong signature. */
  refused: 1,
  /** The command line was not understood. */
  usage: 2,
  /** A file or an address could not be read or written. */
  io: 3,
} as const;

/** A stop that the user can do something about: a sentence that says what is wrong, and one that says how to mend it. */
export class Stop extends Error {
  constructor(
    message: string,
    readonly mend = '',
    readonly code: keyof typeof EXIT = 'refused',
  ) {
    super(message);
  }
}

const why = (error: unknown): string =>
  ({
    ENOENT: 'there is no such file or folder',
    EACCES: 'you may not read or write it',
    EISDIR: 'it is a folder',
    EEXIST: 'it is there already, and is never replaced',
    ENOSPC: 'the disk is full',
  })[(error as NodeJS.ErrnoException).code ?? ''] ?? String((error as Error).message);

/** Runs what reads or writes a file; a failure becomes a Stop that names it. */
export const withFile = async <T>(path: string, doing: 'read' | 'written', work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(
      `${path} cannot be ${doing}: ${why(error)}.`,
      'Look at the name, and at the folder that you are in.',
      'io',
    );
  }
};

/** The bytes of a file. */
export const readBytes = (path: string) => withFile(path, 'read', () => readFile(path));

/** UTF-8 text of a file, without a byte-order mark. */
export const readText = async (path: string): Promise<string> => {
  const bytes = await readBytes(path);
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    throw new Stop(`${path} is not UTF-8 text.`, 'Save it again with the encoding UTF-8.');
  }
};

/** The JSON that was read from a file. */
export const parseJson = (path: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? text.length);
    const line = text.slice(0, at).split('\n').length;
    throw new Stop(`${path} is not JSON: line ${line}.`, 'A comma too many or too few, or a quote that does not end?');
  }
};

/**
 * Writes a file whole or not at all: beside the old one, to the disk, then in its place. A power cut, a full disk or a
 * fault before leaves what was there. `mode` is the file's permissions, `exclusive` refuses to replace one.
 */
export const writeWhole = (
  path: string,
  content: string | Uint8Array,
  {mode = 0o644, exclusive = false}: {mode?: number; exclusive?: boolean} = {},
): Promise<void> =>
  withFile(path, 'written', async () => {
    if (exclusive) {
      const file = await open(path, 'wx', mode);
      await file.writeFile(content);
      await file.sync();
      return file.close();
    }
    const beside = join(dirname(path), `.${randomBytes(6).toString('hex')}.tmp`);
    try {
      const file = await open(beside, 'wx', mode);
      await file.writeFile(content);
      await file.sync();
      await file.close();
      await rename(beside, path);
    } catch (error) {
      await rm(beside, {force: true});
      throw error;
    }
  });
