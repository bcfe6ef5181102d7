// What is measured is written where readers look for it: tables in Markdown, each the first one below its heading.
import {readFileSync, writeFileSync} from 'node:fs';
import {cpus, totalmem} from 'node:os';
import {format, resolveConfig} from 'prettier';

/** Columns of numbers stand to the right. */
export const table = (head, rows) => {
  const line = head.map((_, i) => (rows.every((row) => /^[\d–−]/.test(row[i])) ? '--:' : '---'));
  return [head, line, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};

/** Writes each table over the one below the heading (of any level) of its name; a line “Measured …” before it is written anew. */
export const writeTables = async (path, tables) => {
  const text = Object.entries(tables).reduce(
    (whole, [heading, rows]) => {
      const place = new RegExp(`(\\n#+ ${heading}\\n[^|]*)(?:\\|.*\\n)+`);
      if (!place.test(whole)) throw new Error(`${path} has no table below “${heading}”`);
      return whole.replace(place, (_, before) => `${before.replace(/^Measured .*$/m, measured)}${rows}\n`);
    },
    readFileSync(path, 'utf8'),
  );
  writeFileSync(path, await format(text, {...(await resolveConfig(path)), filepath: path}));
};

/** When, and on what: absolute times mean nothing without. */
export const measured = () => {
  const [{model}] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const date = new Date().toISOString().slice(0, 10);
  return `Measured on ${date}: ${model.trim()}, ${cpus().length} cores, ${memory} GiB, ${process.platform}, Node ${process.versions.node}.`;
};
