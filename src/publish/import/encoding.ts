import {UserError} from '../user-error.js';

/* The bytes of a list as text. The encoding is detected: spreadsheets save in others than UTF-8. */

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Opens a file from its beginning; a file is read more than once. */
export type Open = () => AsyncIterable<Uint8Array>;

/** An error in a line of a file. */
export const lineError = (name: string, line: number, message: string, fix: string) =>
  new UserError(`${name}, line ${line}: ${message}`, fix);

/** Files that are not CSV, by their first bytes. */
const NOT_CSV: readonly (readonly [start: RegExp, message: string, fix: string])[] = [
  [/^PK[^ -~]/, 'a spreadsheet or another zip file', 'Open it, and save or export it as CSV in UTF-8.'],
  [/^\xd0\xcf.\xe0/, 'a spreadsheet of an old Excel', 'Open it, and save or export it as CSV in UTF-8.'],
  [/^%PDF/, 'a PDF', 'Ask for the list as CSV.'],
  [/^[^ -~]\x8b/, 'compressed', 'Unpack it first.'],
  [/^(\xef\xbb\xbf)?\s*</, 'a web page', 'Open the address in a browser, and download the CSV itself.'],
  [/^(\xef\xbb\xbf)?\s*[[{]/, 'JSON', 'Download the list as CSV.'],
];

/** Bytes as text, one character for each; in parts, since a call has a limited number of arguments. */
const latin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
};

const refuseOtherFormats = (name: string, start: Uint8Array) => {
  const text = latin1(start.subarray(0, 64));
  const known = NOT_CSV.find(([pattern]) => pattern.test(text));
  if (known) throw new UserError(`${name} is ${known[1]}, not CSV.`, known[2]);
};

/** UTF-16 by its byte-order mark, or by the zero byte of each ASCII character. */
const utf16Of = (start: Uint8Array): Encoding | undefined => {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  start.subarray(0, 1024).forEach((byte, i) => byte || zeros[i % 2]!++);
  const [even, odd] = zeros as [number, number];
  if (even + odd < Math.max(4, Math.min(start.length, 1024) / 8)) return undefined;
  return odd && !even ? 'utf-16le' : even && !odd ? 'utf-16be' : undefined;
};

/** Whether a file is UTF-8. */
const isUtf8 = async (open: Open): Promise<boolean> => {
  const decoder = new TextDecoder('utf-8', {fatal: true});
  const accepts = (chunk?: Uint8Array) => {
    try {
      decoder.decode(chunk, {stream: !!chunk});
      return true;
    } catch {
      return false;
    }
  };
  for await (const chunk of open()) if (!accepts(chunk)) return false;
  return accepts();
};

/** Bytes of Windows-1251 that a Cyrillic list does not have: rare letters and signs. */
const NOT_CYRILLIC = /[\x80-\x83\x86-\x90\x98-\x9f\xa4\xa6\xa9\xac-\xae\xb1\xb5-\xb7\xbc-\xbe]/;

/**
 * Whether bytes that are not UTF-8 are Cyrillic text in Windows-1251: no rare signs; words of Cyrillic letters, not single
 * ones among Latin letters; mostly small letters (KOI8-R has small letters where Windows-1251 has capitals).
 */
const isWindows1251 = async (open: Open): Promise<boolean> => {
  let [small, capital, mixed, broken, wellFormed] = [0, 0, 0, 0, 0];
  const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
  for await (const chunk of open()) {
    const text = latin1(chunk);
    if (NOT_CYRILLIC.test(text)) return false;
    small += count(text, /[\xe0-\xff]/g);
    capital += count(text, /[\xc0-\xdf]/g);
    mixed += count(text, /[a-z][\xc0-\xff]|[\xc0-\xff][a-z]/gi);
    wellFormed += count(text, /[\xc2-\xdf][\x80-\xbf]/g);
    broken += count(text, /[\xc0-\xff](?![\x80-\xbf])/g);
  }
  return small >= capital && mixed * 2 <= small + capital && wellFormed <= broken;
};

/** The encoding of a list. Throws a UserError if it is not text. */
export const detectEncoding = async (name: string, open: Open): Promise<Encoding> => {
  const bytes: number[] = [];
  for await (const chunk of open()) {
    bytes.push(...chunk.subarray(0, 1024));
    if (bytes.length >= 1024) break;
  }
  const start = Uint8Array.from(bytes);
  refuseOtherFormats(name, start);
  const utf16 = utf16Of(start);
  if (utf16) return utf16;
  if (start.includes(0)) throw new UserError(`${name} is not text.`, 'Give the list that was exported as CSV.');
  return (await isUtf8(open)) || !(await isWindows1251(open)) ? 'utf-8' : 'windows-1251';
};

const countLines = (text: string) => text.split('\n').length - 1;

/** Decodes bytes, in chunks; every line ends with `\n`. Throws a UserError if they are not text in the encoding. */
export async function* decodeText(name: string, open: Open, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, {fatal: true});
  let [line, carried] = [1, ''];
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, {stream: true}) : decoder.decode();
    } catch {
      const before = new TextDecoder(encoding).decode(chunk).split('\ufffd')[0]!;
      throw lineError(
        name,
        line + countLines(before),
        `this is not ${encoding.toUpperCase()} text.`,
        'Save the list again as “CSV UTF-8”, or name its encoding with --encoding.',
      );
    }
  };
  for await (const chunk of open()) {
    const text = carried + decode(chunk);
    if (text.includes('\0')) throw new UserError(`${name} is not text.`, 'Give the list that was exported as CSV.');
    // The second half of `\r\n` may be in the next chunk.
    carried = text.endsWith('\r') ? '\r' : '';
    const lines = text.slice(0, text.length - carried.length).replace(/\r\n?/g, '\n');
    line += countLines(lines);
    yield lines;
  }
  yield (carried + decode()).replace(/\r/g, '\n');
}
