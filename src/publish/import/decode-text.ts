import {UserError} from '../io.js';
import {lineError} from './line-error.js';

export type Encoding = 'utf-8' | 'windows-1251';

/** Files that are not CSV, by their first bytes. */
const NOT_CSV: readonly (readonly [start: RegExp, message: string, fix: string])[] = [
  [/^PK[^ -~]/, 'is a spreadsheet or another zip file', 'Open it, and save or export it as CSV in UTF-8.'],
  [/^(\xff\xfe|\xfe\xff)/, 'is text in the encoding UTF-16', 'Save it as CSV with the encoding UTF-8.'],
  [/^(\xef\xbb\xbf)?\s*</, 'is a web page', 'Open the address in a browser, and download the CSV itself.'],
];

const countLines = (text: string) => text.split('\n').length - 1;

const refuseOtherFormats = (name: string, chunk: Uint8Array) => {
  const start = Buffer.from(chunk.subarray(0, 64)).toString('latin1');
  const known = NOT_CSV.find(([pattern]) => pattern.test(start));
  if (known) throw new UserError(`${name} ${known[1]}, not CSV.`, known[2]);
};

/** Decodes bytes, in chunks; every line ends with `\n`. Throws a UserError if they are not text in the encoding. */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, {fatal: true});
  let [line, carried, isFirst] = [1, '', true];
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, {stream: true}) : decoder.decode();
    } catch {
      const before = new TextDecoder(encoding).decode(chunk).split('\ufffd')[0]!;
      throw lineError(
        name,
        line + countLines(before),
        `this is not ${encoding.toUpperCase()} text.`,
        encoding === 'utf-8'
          ? 'If a Windows program saved it, add --encoding windows-1251. Otherwise save it again with the encoding UTF-8.'
          : 'Remove --encoding, or save the file again with the encoding UTF-8.',
      );
    }
  };
  for await (const chunk of bytes) {
    if (isFirst) refuseOtherFormats(name, chunk);
    isFirst = false;
    if (chunk.includes(0)) throw new UserError(`${name} is not text.`, 'Give the list that was exported as CSV.');
    const text = carried + decode(chunk);
    // The second half of `\r\n` may be in the next chunk.
    carried = text.endsWith('\r') ? '\r' : '';
    const lines = text.slice(0, text.length - carried.length).replace(/\r\n?/g, '\n');
    line += countLines(lines);
    yield lines;
  }
  yield (carried + decode()).replace(/\r/g, '\n');
}
