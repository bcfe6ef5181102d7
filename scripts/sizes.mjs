// What pages fetch, in brotli bytes: each file of dist/, the rows of `budgets` in package.json, and each module.
import {readFileSync, readdirSync} from 'node:fs';
import {brotliCompressSync} from 'node:zlib';
import {TraceMap, eachMapping} from '@jridgewell/trace-mapping';
import {bundleChunks} from './build/bundles.mjs';

const root = new URL('../', import.meta.url);
const dist = new URL('dist/', root);
const {budgets} = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

/** Node's brotli compresses as well as it can by default. */
const brotli = (content) => brotliCompressSync(content).length;

/** `chunks/core-<hash>.js` is `chunks/core.js`. */
const withoutHash = (file) => file.replace(/^(chunks\/.*)-\w{8}(?=\.\w+$)/, '$1');

/** The files that a page can fetch, by name without hash: bytes, and the names of the chunks that it imports. */
const read = () =>
  Object.fromEntries(
    readdirSync(dist, {recursive: true, encoding: 'utf8'})
      .filter((file) =>
        /^(chunks\/.*|solidarity(\.all)?|builder(\.\w+)?|desk|embed\/embed)\.js$|^chunks\/.*\.json$|^(feed|figures)\.json$/.test(
          file,
        ),
      )
      .sort()
      .map((file) => {
        const content = readFileSync(new URL(file, dist), 'utf8');
        // The builder's scripts are weighed each by itself.
        const imports = /^(?!builder).*\.js$/.test(file)
          ? content.matchAll(/(?:from|import)\s*(["'`])\.\/([\w.-]+)\1/g)
          : [];
        return [
          withoutHash(file),
          {bytes: brotli(content), imports: [...imports].map(([, , name]) => withoutHash(`chunks/${name}`))},
        ];
      }),
  );

/** Bytes by name without hash. */
export const files = () => Object.fromEntries(Object.entries(read()).map(([name, {bytes}]) => [name, bytes]));

const matches = (pattern, name) => {
  const [start, end] = pattern.split('*');
  return end === undefined ? name === pattern : name.startsWith(start) && name.endsWith(end);
};

/** Names that match one of the patterns; a pattern that matches none is an error. */
const select = (names, patterns) =>
  patterns.flatMap((pattern) => {
    const found = names.filter((name) => matches(pattern, name));
    if (!found.length) throw new Error(`dist/ has no ${pattern}`);
    return found;
  });

/**
 * The rows of `budgets`: `{what, bytes, max, promised}`. With `files` a row is the sum of these and of the chunks that they import.
 * With `each` it is the largest of these alone, `except` some.
 */
export const rows = () => {
  const all = read();
  const names = Object.keys(all);
  const seen = new Set();
  const withImports = (name) => [name, ...all[name].imports.flatMap(withImports)];
  const result = Object.entries(budgets).map(([what, {files: summed, each, except = [], max, promised}]) => {
    const excluded = select(names, except);
    const found = new Set(summed ? select(names, summed).flatMap(withImports) : select(names, each));
    excluded.forEach((name) => found.delete(name));
    found.forEach((name) => seen.add(name));
    const bytes = [...found].map((name) => all[name].bytes);
    if (summed) return {what, bytes: bytes.reduce((sum, one) => sum + one, 0), max, promised};
    const most = Math.max(...bytes);
    const largest = [...found].find((name) => all[name].bytes === most);
    return {what: `${what}: ${largest.replace('chunks/', '')}`, bytes: most, max, promised};
  });
  const forgotten = names.filter((name) => !seen.has(name));
  if (forgotten.length) throw new Error(`no budget contains ${forgotten.join(', ')}`);
  return result;
};

/** The module that wrote each character of a chunk. */
const owners = ({code, map}) => {
  const starts = [0];
  for (const line of code.split('\n')) starts.push(starts.at(-1) + line.length + 1);
  const owner = new Array(code.length);
  let start = 0;
  let module;
  eachMapping(new TraceMap(map), ({generatedLine, generatedColumn, source}) => {
    const end = starts[generatedLine - 1] + generatedColumn;
    owner.fill(module, start, end);
    [start, module] = [end, source ?? undefined];
  });
  return owner.fill(module, start);
};

/**
 * What each module costs, by chunk: the bytes by which the chunk is smaller without its characters. They do not add up to
 * the whole, since similar modules compress each other.
 */
export const modules = async () =>
  (await bundleChunks({sourcemap: true}))
    .filter((file) => file.type === 'chunk')
    .map((chunk) => {
      const owner = owners(chunk);
      const whole = brotli(chunk.code);
      const costs = [...new Set(owner)]
        .filter(Boolean)
        .map((source) => ({
          module: source.replace(/^.*\/(?=(src|node_modules)\/)|\?.*$/g, '').replace('node_modules/', ''),
          bytes: whole - brotli([...chunk.code].filter((_, i) => owner[i] !== source).join('')),
          minified: owner.filter((name) => name === source).length,
        }))
        .sort((a, b) => b.bytes - a.bytes);
      return {chunk: chunk.name, bytes: whole, modules: costs};
    })
    .sort((a, b) => b.bytes - a.bytes);
