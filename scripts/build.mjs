// `npm run build`: writes dist/, from top to bottom. What is generated into src/ must be there: `npm run generate`.
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {runnerImport} from 'vite';
import {
  CORE_TAGS,
  bundleAll,
  bundleBuilder,
  bundleChunks,
  bundleLoader,
  bundleModules,
  bundleTool,
} from './build/bundles.mjs';
import {builderData} from './build/builder-data.mjs';
import {writeManifest} from './build/manifest.mjs';
import {hashOf, nameByContent} from './build/names.mjs';

process.chdir(fileURLToPath(new URL('../', import.meta.url)));
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const load = async (file) => (await runnerImport(`/src/${file}`)).module;
const write = (file, content) => {
  mkdirSync(dirname(`dist/${file}`), {recursive: true});
  writeFileSync(`dist/${file}`, content);
};
const writeJson = (file, json, space) => write(file, `${JSON.stringify(json, null, space)}\n`);
const writeAll = (files) => files.forEach(({fileName, code, source}) => write(fileName, code ?? source));
const digest = (algorithm, content) => `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;

rmSync('dist', {recursive: true, force: true});

// Locales: data, not code. One hash in all names, so that solidarity.js need not contain a hash for each.
const tags = read('src/i18n/lit-localize.json').targetLocales;
const locales = await Promise.all(tags.map(async (tag) => JSON.stringify((await load(`i18n/cldr/${tag}.ts`)).locale)));
const LOCALES = tags.join(' ');
const LOCALES_HASH = hashOf(locales.join('\n'));
const LOCALE_INTEGRITY = Object.fromEntries(tags.map((tag, i) => [tag, digest('sha256', locales[i])]));
tags.forEach((tag, i) => write(`chunks/${tag}-${LOCALES_HASH}.json`, locales[i]));

// The chunks. FILES: for each element and each lazily loaded module its file, then those that it imports.
const output = await bundleChunks();
const chunks = output.filter((file) => file.type === 'chunk');
const renamed = nameByContent(chunks);
for (const {fileName, code} of renamed.values()) write(`chunks/${fileName}`, code);
writeAll(output.filter((file) => file.type === 'asset'));
const core = chunks.find(({name}) => name === 'core');
const withImports = (fileName) => [
  fileName,
  ...chunks.find((chunk) => chunk.fileName === fileName).imports.flatMap(withImports),
];
const filesOf = ({fileName}) =>
  [...new Set(withImports(fileName))]
    .filter((file) => file === fileName || file !== core.fileName)
    .map((file) => renamed.get(file).fileName);
const FILES = Object.fromEntries([
  ...CORE_TAGS.map((tag) => [tag, filesOf(core)]),
  ...chunks
    .filter(({isEntry}) => isEntry)
    .filter((chunk) => chunk !== core)
    .map((chunk) => [chunk.name, filesOf(chunk)]),
]);

// The two scripts.
write('solidarity.js', await bundleLoader({FILES, LOCALES, LOCALES_HASH}));
write('solidarity.all.js', await bundleAll({LOCALES, LOCALES_HASH, LOCALE_INTEGRITY}));

// For bundlers, and the feed tool.
writeAll(await bundleModules());
writeAll(await bundleTool());
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {stdio: 'inherit'});
writeManifest();

// The demo's feed, what a counter needs of it, and the schema.
const {parseFeed, SECTIONS} = await load('feed/parse-feed.ts');
const feed = read('demo/feed.json');
const {problems} = parseFeed(feed);
if (problems.length) throw new Error(`demo/feed.json: ${problems.join('; ')}`);
const {figures, corrections} = feed;
const head = Object.fromEntries(Object.entries(feed).filter(([name]) => !(name in SECTIONS)));
writeJson('feed.json', feed);
writeJson('figures.json', {...head, figures: figures.map(({history, ...figure}) => figure), corrections});
writeJson('feed.schema.json', (await load('publish/json-schema.ts')).jsonSchema(), 2);
cpSync('src/hosting', 'dist/hosting', {recursive: true});

// Hashes of the scripts.
const scripts = readdirSync('dist', {recursive: true, encoding: 'utf8'})
  .filter((file) => /^(chunks\/.*|solidarity(\.all)?\.js)$/.test(file))
  .sort();
const integrity = Object.fromEntries(scripts.map((file) => [file, digest('sha384', readFileSync(`dist/${file}`))]));
writeJson('integrity.json', integrity, 2);

// The builder: a page that knows what has been built.
writeAll(await bundleBuilder(builderData(tags)));
for (const file of ['builder.html', 'builder.css']) cpSync(`src/builder/${file}`, `dist/${file}`);

// Compressed copies of what is never edited on a server: a feed's copy would be older than the feed.
for (const file of [...scripts, 'builder.js']) {
  const content = readFileSync(`dist/${file}`);
  write(`${file}.br`, brotliCompressSync(content));
  write(`${file}.gz`, gzipSync(content, {level: 9}));
}
