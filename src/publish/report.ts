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

const {format} = new Intl.NumberFormat('en');

/** A count for a publisher: `1,140`. */
export const formatCount = (value: number) => format(value);

/** A change relative to the earlier value, `-22.5 %`; empty if that was 0. */
export const percentChange = (was: number, is: number): string =>
  was ? `${is > was ? '+' : ''}${Number((((is - was) / was) * 100).toFixed(1))} %` : '';

/** Rows of cells in columns; the first column and the last are aligned to the left, the others to the right. */
export const tableLines = (rows: readonly (readonly string[])[]): string[] => {
  const last = rows[0]!.length - 1;
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : i === last ? cell : cell.padStart(widths[i]!)))
      .join('  '),
  );
};
