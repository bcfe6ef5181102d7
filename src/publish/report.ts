/** What a command has to say: sentences for a person on standard error, or one JSON object on standard output. */
export interface Report {
  /** A line of progress or result for a person; silent with --json. */
  say(line: string): void;
  /** How far long work is: replaces its own last line, and only where someone watches. */
  progress(line: string): void;
  /** The command's result: printed as JSON with --json, else as `lines`. */
  result(json: object, lines: readonly string[]): void;
}

/** A report on the process's own streams. */
export const report = (json: boolean): Report => {
  const {stdout, stderr} = process;
  const clear = () => stderr.isTTY && stderr.write('\r\x1b[K');
  return {
    say: (line) => {
      if (json) return;
      clear();
      stderr.write(`${line}\n`);
    },
    progress: (line) => {
      if (!json && stderr.isTTY) stderr.write(`\r\x1b[K${line}`);
    },
    result: (object, lines) => {
      clear();
      stdout.write(json ? `${JSON.stringify(object, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''));
    },
  };
};
