// What pages fetch, in brotli bytes: `scenarios` of the budgets in package.json, every file of dist that a page can ask
// for, and what each module of the scripts costs.
import {readFileSync, readdirSync} from 'node:fs';
import {brotliCompressSync} from 'node:zlib';
import {TraceMap, eachMapping} from '@jridgewell/trace-mapping';
import {build} from 'vite';

const root = new URL('../', import.meta.url);
const dist = new URL('dist/', root);
const {budgets} = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

/** Node's brotli packs as hard as it can unless told. */
const brotli = (content) => brotliCompressSync(content).length;

/** `chunks/core-<hash>.js` is `chunks/core`. */
const nameOf = (file) => file.replace(/-[\w-]{8}\.js$/, '');

/** Every file that a page can ask for, by name: bytes. */
export const files = () =>
  Object.fromEntries(
    readdirSync(dist, {recursive: true})
      .filter((file) =>
        /^(chunks\/.*|lib\/.*|define\/.*|solidarity(\.all)?|index)\.js$|^(feed|figures)\.json$/.test(file),
      )
      .sort()
      .map((file) => [nameOf(file), brotli(readFileSync(new URL(file, dist)))]),
  );

/** A pattern is a name, or the beginning of some: `chunks/*`. */
const matches = (patterns, name) =>
  patterns.some((pattern) => pattern === name || (pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1))));

/**
 * The rows of `budgets`: what they weigh, what they may (`budget`), and what was promised (`limit`). With `largest` only
 * the largest of the files counts. A file that no row has, and a name that is no file, are mistakes.
 */
export const scenarios = () => {
  const all = files();
  const seen = new Set();
  const rows = Object.entries(budgets).map(([what, {files: patterns, largest, budget, limit}]) => {
    const found = Object.keys(all).filter((name) => matches(patterns, name) && !(largest && seen.has(name)));
    for (const pattern of patterns)
      if (!found.some((name) => matches([pattern], name))) throw new Error(`“${what}”: ${pattern} is not in dist`);
    for (const name of found) seen.add(name);
    const most = found.reduce((one, other) => (all[other] > all[one] ? other : one));
    return largest
      ? {what: `${what}: ${most.replace(/.*\//, '')}`, bytes: all[most], budget, limit}
      : {what, bytes: found.reduce((sum, name) => sum + all[name], 0), budget, limit};
  });
  const forgotten = Object.keys(all).filter((name) => !seen.has(name));
  if (forgotten.length) throw new Error(`no budget has ${forgotten.join(', ')}`);
  return rows;
};

/** Who wrote each character of a chunk. */
const owners = ({code, map}) => {
  const starts = [0];
  for (const line of code.split('\n')) starts.push(starts.at(-1) + line.length + 1);
  const owner = new Array(code.length);
  let last = [0];
  eachMapping(new TraceMap(map), ({generatedLine, generatedColumn, source}) => {
    const at = starts[generatedLine - 1] + generatedColumn;
    owner.fill(last[1], last[0], at);
    last = [at, source ?? undefined];
  });
  return owner.fill(last[1], last[0]);
};

/**
 * What each module costs, by chunk: the bytes by which the chunk is smaller without its characters. They do not add up to
 * the whole, since modules alike pack each other. Measured before Terser, which loses the way back to the sources.
 */
export const modules = async () => {
  const {output} = (await build({root: root.pathname, mode: 'report', logLevel: 'silent', build: {write: false}})).at(
    0,
  );
  return output
    .filter(({type, moduleIds}) => type === 'chunk' && !moduleIds.some((id) => /\/(messages|cldr)\/(?!en)/.test(id)))
    .map((chunk) => {
      const owner = owners(chunk);
      const whole = brotli(chunk.code);
      const rows = [...new Set(owner)]
        .filter(Boolean)
        .map((source) => ({
          module: source.replace(/^.*\/(?=(src|node_modules)\/)|\?.*$/g, '').replace('node_modules/', ''),
          bytes: whole - brotli([...chunk.code].filter((_, i) => owner[i] !== source).join('')),
          minified: owner.filter((name) => name === source).length,
        }))
        .sort((a, b) => b.bytes - a.bytes);
      return {chunk: nameOf(chunk.fileName), bytes: whole, rows};
    })
    .sort((a, b) => b.bytes - a.bytes);
};
