// `npm run size`: what pages fetch, against the budgets in package.json; over is red. A budget is what was reached, and
// may only come down; `limit` is what we have promised, and over it only where the row says so. `--files` lists every
// file, `--modules` what each module of the scripts costs.
import {files, modules, scenarios} from './sizes.mjs';

const asked = new Set(process.argv.slice(2));
const number = (value) => String(value).padStart(7);

const rows = scenarios();
const width = Math.max(...rows.map(({what}) => what.length));
for (const {what, bytes, budget, limit} of rows)
  console.log(
    bytes > budget ? 'OVER' : '    ',
    what.padEnd(width),
    number(bytes),
    `B of ${budget}`,
    budget > limit ? `(promised: ${limit})` : '',
    bytes < 0.95 * budget ? `- clearly under: write ${Math.ceil(bytes / 50) * 50} down` : '',
  );
if (rows.some(({bytes, budget}) => bytes > budget)) process.exitCode = 1;

if (asked.has('--files')) for (const [name, bytes] of Object.entries(files())) console.log(number(bytes), name);

if (asked.has('--modules'))
  for (const {chunk, bytes, rows: parts} of await modules()) {
    console.log(`\n${number(bytes)} ${chunk}`);
    for (const part of parts) console.log(number(part.bytes), part.module);
  }
