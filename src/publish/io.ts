import {randomBytes} from 'node:crypto';
import {open, readFile, rename, rm} from 'node:fs/promises';
import {dirname, join} from 'node:path';

/** The exit codes of the process, by the kind of error. */
export const EXIT_CODES = {
  /** The input was read and refused: an invalid feed, a suspicious number, a wrong signature. */
  refused: 1,
  /** The command line is wrong. */
  usage: 2,
  /** A file or an address could not be read or written. */
  io: 3,
} as const;

/** An error that the user can fix: a sentence that says what is wrong, and one that says how to fix it. */
export class UserError extends Error {
  constructor(
    message: string,
    readonly fix = '',
    readonly code: keyof typeof EXIT_CODES = 'refused',
  ) {
    super(message);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'you do not have permission',
  EISDIR: 'it is a folder',
  EEXIST: 'it exists, and existing files are never overwritten',
  ENOSPC: 'the disk is full',
};

const reasonOf = ({code = '', message}: NodeJS.ErrnoException): string => REASONS[code] ?? message;

/** Runs `work`, which reads or writes a file; an error becomes a UserError with the file's name. */
export const withFile = async <T>(path: string, action: 'read' | 'written', work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      `${path} cannot be ${action}: ${reasonOf(error as Error)}.`,
      'Check the name, and the folder that you are in.',
      'io',
    );
  }
};

/** The bytes of a file. */
export const readBytes = (path: string) => withFile(path, 'read', () => readFile(path));

/** The bytes of a file; undefined if it does not exist. */
export const readIfExists = (path: string): Promise<Buffer | undefined> =>
  withFile(path, 'read', async () => {
    try {
      return await readFile(path);
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
      throw error;
    }
  });

/** UTF-8 bytes as text, without a byte-order mark. Throws a UserError for other bytes. */
export const decodeUtf8 = (path: string, bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    throw new UserError(`${path} is not UTF-8 text.`, 'Save it again with the encoding UTF-8.');
  }
};

/** The UTF-8 text of a file, without a byte-order mark. */
export const readText = async (path: string): Promise<string> => decodeUtf8(path, await readBytes(path));

/**
 * Writes a file completely or not at all: to a temporary file in the same folder, which then replaces the old one. A
 * power cut, a full disk or an error keeps the old file. `mode` is the file's permissions; `exclusive` fails if the file
 * exists; `derived` is for what can be made again: it does not wait for the disk, so that a power cut may lose it.
 */
export const writeFileAtomic = (
  path: string,
  content: string | Uint8Array,
  {mode = 0o644, exclusive = false, derived = false}: {mode?: number; exclusive?: boolean; derived?: boolean} = {},
): Promise<void> =>
  withFile(path, 'written', async () => {
    const create = async (name: string) => {
      const file = await open(name, 'wx', mode);
      try {
        await file.writeFile(content);
        if (!derived) await file.sync();
      } finally {
        await file.close();
      }
    };
    if (exclusive) return create(path);
    const temporary = join(dirname(path), `.${randomBytes(6).toString('hex')}.tmp`);
    try {
      await create(temporary);
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, {force: true});
      throw error;
    }
  });
