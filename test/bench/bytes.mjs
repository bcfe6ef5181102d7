// What pages fetch, and what each module of the scripts costs; writes the tables of stories/performance.md anew.
import {modules, scenarios} from '../../scripts/sizes.mjs';
import {table, writeTables} from './tables.mjs';

const count = (number) => number.toLocaleString('en');
const promised = scenarios().map(({what, bytes, limit}) => [what, count(bytes), limit ? count(limit) : '–']);
const costs = (await modules()).flatMap(({chunk, rows}) =>
  rows.map(({module, bytes, minified}) => [
    chunk.replace('chunks/', ''),
    `\`${module}\``,
    count(bytes),
    count(minified),
  ]),
);

await writeTables('stories/performance.md', {
  Bytes: table(['what', 'bytes', 'promised, at most'], promised),
  'Which module costs what': table(['chunk', 'module', 'bytes', 'minified'], costs),
});
