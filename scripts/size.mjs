// Brotli bytes of what a page fetches, against the budgets in package.json; over is red. A `goal` is what we have not
// reached yet: a budget above it may only come down.
import {readFileSync, readdirSync} from 'node:fs';
import {brotliCompressSync, constants} from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
const {budgets} = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const {targetLocales} = JSON.parse(readFileSync(new URL('../src/i18n/lit-localize.json', import.meta.url), 'utf8'));
const all = readdirSync(dist, {recursive: true});

/** `chunks/core` is `chunks/core-<hash>.js`. */
const fileOf = (name) => {
  const found = all.find((file) => file === name || new RegExp(`^${name}-[\\w-]{8}\\.js$`).test(file));
  if (!found) throw new Error(`${name} is not in dist`);
  return found;
};
const brotli = (file) =>
  brotliCompressSync(readFileSync(new URL(file, dist)), {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).length;

/** The locale with the most bytes stands for all. */
const largestLocale = () =>
  targetLocales
    .map((locale) => ({what: `the largest locale, ${locale}`, bytes: brotli(fileOf(`chunks/${locale}`))}))
    .reduce((most, one) => (one.bytes > most.bytes ? one : most));

const rows = Object.entries(budgets).map(([what, {files, budget, goal}]) => {
  const row = files ? {what, bytes: files.map(fileOf).reduce((sum, file) => sum + brotli(file), 0)} : largestLocale();
  return {...row, budget, goal, over: row.bytes > budget};
});
const width = Math.max(...rows.map(({what}) => what.length));
for (const {what, bytes, budget, goal, over} of rows)
  console.log(
    `${over ? 'OVER' : '    '} ${what.padEnd(width)} ${String(bytes).padStart(7)} B of ${budget}${goal ? `, goal ${goal}` : ''}`,
  );
if (rows.some(({over}) => over)) process.exitCode = 1;
