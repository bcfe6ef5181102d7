// What pages fetch, and what each module of the scripts costs: writes the tables of stories/performance.md.
import {modules, rows} from '../../scripts/sizes.mjs';
import {table, writeTables} from './tables.mjs';

const count = (number) => number.toLocaleString('en');
const fetched = rows().map(({what, bytes, max, promised = max}) => [what, count(bytes), count(promised)]);
const costs = (await modules()).flatMap(({chunk, modules: parts}) =>
  parts.map(({module, bytes, minified}) => [chunk, `\`${module}\``, count(bytes), count(minified)]),
);

await writeTables('stories/performance.md', {
  Bytes: table(['what', 'bytes', 'promised, at most'], fetched),
  'Which module costs what': table(['chunk', 'module', 'bytes', 'minified'], costs),
});
