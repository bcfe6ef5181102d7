// `npm run size`: what pages fetch, against `budgets` in package.json. Over `max` it fails; where that is more than was
// `promised`, it says so. `--files` lists every file,
// `--modules` what each module of the chunks costs.
import {files, modules, rows} from './sizes.mjs';

const options = new Set(process.argv.slice(2));
const number = (value) => String(value).padStart(7);

const all = rows();
const width = Math.max(...all.map(({what}) => what.length));
for (const {what, bytes, max, promised} of all)
  console.log(
    bytes > max ? 'OVER' : '    ',
    what.padEnd(width),
    number(bytes),
    `B of ${max}`,
    bytes > promised ? `(promised: ${promised})` : '',
  );
if (all.some(({bytes, max}) => bytes > max)) process.exitCode = 1;

if (options.has('--files')) for (const [name, bytes] of Object.entries(files())) console.log(number(bytes), name);

if (options.has('--modules'))
  for (const {chunk, bytes, modules: costs} of await modules()) {
    console.log(`\n${number(bytes)} ${chunk}`);
    for (const cost of costs) console.log(number(cost.bytes), cost.module);
  }
