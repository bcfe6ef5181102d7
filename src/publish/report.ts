/** Where a command writes: sentences for a person to standard error, or one JSON object to standard output. */
export interface Report {
  /** Writes a line for a person; nothing with --json. */
  log(line: string): void;
  /** Shows the progress of long work: replaces its own last line; only in a terminal. */
  progress(line: string): void;
  /** Writes the command's result: as JSON with --json, else as `lines`. */
  result(json: object, lines: readonly string[]): void;
}

/** A report to the streams of the process. */
export const createReport = (json = false): Report => {
  const {stdout, stderr} = process;
  const clearLine = () => stderr.isTTY && stderr.write('\r\x1b[K');
  return {
    log: (line) => {
      if (json) return;
      clearLine();
      stderr.write(`${line}\n`);
    },
    progress: (line) => {
      if (!json && clearLine()) stderr.write(line);
    },
    result: (object, lines) => {
      clearLine();
      stdout.write(json ? `${JSON.stringify(object, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''));
    },
  };
};
