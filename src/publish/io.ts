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

/** The UTF-8 text of a file, without a byte-order mark. */
export const readText = async (path: string): Promise<string> => {
  const bytes = await readBytes(path);
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    throw new UserError(`${path} is not UTF-8 text.`, 'Save it again with the encoding UTF-8.');
  }
};

/** Whether a text could be the beginning of JSON: it parses, or the parser fails only at its end. */
const isJsonPrefix = (text: string): boolean => {
  try {
    JSON.parse(text);
  } catch (error) {
    const {message} = error as Error;
    const position = /position (\d+)/.exec(message)?.[1];
    return position ? Number(position) >= text.length : /end of JSON/.test(message);
  }
  return true;
};

/** The line, from 1, of the first error in a text that is not JSON. Not all messages of V8 have a position. */
const jsonErrorLine = (text: string): number => {
  const lines = text.trimEnd().split('\n');
  let [valid, line] = [0, lines.length];
  while (line - valid > 1) {
    const middle = (valid + line) >> 1;
    if (isJsonPrefix(`${lines.slice(0, middle).join('\n')}\n`)) valid = middle;
    else line = middle;
  }
  return line;
};

/** The JSON in a file's text. */
export const parseJson = (path: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(
      `${path} is not JSON: there is an error in line ${jsonErrorLine(text)}.`,
      'Look for a comma too many or too few, or a missing quote, there or in the line before.',
    );
  }
};

/**
 * Writes a file completely or not at all: to a temporary file in the same folder, which then replaces the old one. A
 * power cut, a full disk or an error keeps the old file. `mode` is the file's permissions; `exclusive` fails if the file
 * exists.
 */
export const writeFileAtomic = (
  path: string,
  content: string | Uint8Array,
  {mode = 0o644, exclusive = false}: {mode?: number; exclusive?: boolean} = {},
): Promise<void> =>
  withFile(path, 'written', async () => {
    const create = async (name: string) => {
      const file = await open(name, 'wx', mode);
      try {
        await file.writeFile(content);
        await file.sync();
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
