import {randomBytes} from 'node:crypto';
import {open, readFile, realpath, rename, rm, stat} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {decodeUtf8, UserError} from './user-error.js';

export {decodeUtf8, EXIT_CODES, UserError} from './user-error.js';

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

/** The UTF-8 text of a file, without a byte-order mark. */
export const readText = async (path: string): Promise<string> => decodeUtf8(path, await readBytes(path));

/** What is at a path; undefined where there is nothing. */
const statIfExists = (path: string) =>
  stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });

/**
 * Creates a file, waiting for the disk unless it is `derived`; what fails leaves no file. `exact` permissions are those of
 * `mode`, without the mask of the process.
 */
const createFile = async (
  path: string,
  content: string | Uint8Array,
  {mode, derived, exact = false}: {mode: number; derived: boolean; exact?: boolean},
) => {
  const file = await open(path, 'wx', mode);
  try {
    if (exact) await file.chmod(mode);
    await file.writeFile(content);
    if (!derived) await file.sync();
  } catch (error) {
    await rm(path, {force: true});
    throw error;
  } finally {
    await file.close();
  }
};

/**
 * Writes a file completely or not at all: to a temporary file in the same folder, which then replaces the old one. A
 * power cut, a full disk or an error keeps the old file. The file that a link names is replaced, not the link; it keeps its
 * permissions. `mode` is those of a new file; `exclusive` fails if the file exists; `derived` is for what can be made
 * again: it does not wait for the disk, so that a power cut may lose it.
 */
export const writeFileAtomic = (
  path: string,
  content: string | Uint8Array,
  {mode = 0o644, exclusive = false, derived = false}: {mode?: number; exclusive?: boolean; derived?: boolean} = {},
): Promise<void> =>
  withFile(path, 'written', async () => {
    if (exclusive) return createFile(path, content, {mode, derived});
    const old = await statIfExists(path);
    if (old?.isDirectory()) throw Object.assign(new Error(), {code: 'EISDIR'});
    if (old && !old.isFile()) throw new UserError(`${path} is not a file.`, 'Name a file to write.', 'io');
    // Root may write what others may not.
    if (old && !(old.mode & 0o200)) throw Object.assign(new Error(), {code: 'EACCES'});
    const target = old ? await realpath(path) : path;
    const temporary = join(dirname(target), `.${randomBytes(6).toString('hex')}.tmp`);
    try {
      await createFile(temporary, content, {mode: old ? old.mode & 0o777 : mode, derived, exact: !!old});
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, {force: true});
      throw error;
    }
  });
