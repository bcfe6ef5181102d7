import {createInterface} from 'node:readline/promises';
import {Option} from 'commander';
import {dateIn, MINSK} from '../clock/zone.js';
import {DATE} from '../feed/fields.js';
import {instantOf} from './revision.js';
import {UserError} from './user-error.js';

/* Options and questions that several commands share. */

/** Now in UTC: the civil date, and the instant. `date` replaces the date, for tests and for `--today`. */
export const currentTime = (date?: string): {today: string; now: string} => {
  if (date !== undefined && !DATE(date))
    throw new UserError(`--today ${date} is not a date.`, 'Write it as 2026-03-05.', 'usage');
  const now = instantOf(Date.now());
  const today = date ?? now.slice(0, 10);
  return {today, now: today + now.slice(10)};
};

/** The day for which something is rendered: that of Minsk, where the persons are, not of the publisher’s computer. */
export const renderDay = (date?: string): string =>
  date === undefined ? dateIn(MINSK, Date.now()) : currentTime(date).today;

/** The option `--accept`, which takes reasons: an array of those given. */
export const acceptOption = (what: string) =>
  new Option(
    '--accept <[id=]reason>',
    `accept ${what}; the reason, a sentence for readers, is added to the feed. If several figures changed, give each ` +
      'its own: --accept held="…" --accept women="…"',
  ).argParser<string[]>((value, others = []) => [...others, value]);

/** Asks a person and prints lines. */
export interface Terminal {
  ask(question: string): Promise<string>;
  print(line: string): void;
}

/** Whether a person can be asked. */
export const isInteractive = () => !!process.stdin.isTTY && !!process.stderr.isTTY;

/** Asks a person while `work` runs. Throws a UserError if the terminal is closed, as by Ctrl+C. */
export const withTerminal = async <T>(work: (terminal: Terminal) => Promise<T>): Promise<T> => {
  const {stdin, stderr} = process;
  const lines = createInterface({input: stdin, output: stderr});
  const closed = new AbortController();
  lines.on('close', () => closed.abort());
  const ask = async (question: string) => {
    try {
      return await lines.question(question, {signal: closed.signal});
    } catch {
      throw new UserError('\nCancelled. Nothing was written.');
    }
  };
  try {
    return await work({ask, print: (line) => stderr.write(`${line}\n`)});
  } finally {
    lines.close();
  }
};

/** Asks a question that is answered with yes or no; Enter is no. */
export const confirm = async (question: string, terminal: Terminal): Promise<boolean> => {
  for (;;) {
    const answer = (await terminal.ask(`${question} (y/n) [n]: `)).trim().toLowerCase();
    if (/^(y|yes|n|no|)$/.test(answer)) return answer.startsWith('y');
    terminal.print('Type y for yes, or n for no.');
  }
};
