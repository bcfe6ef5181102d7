// `npm run build`: writes dist/, from top to bottom. What is generated into src/ must be there: `npm run generate`.
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {runnerImport} from 'vite';
import {
  bundleAll,
  bundleBuilder,
  bundleChunks,
  bundleEmbed,
  bundleLoader,
  bundleModules,
  bundleTool,
  chunksOfElements,
} from './build/bundles.mjs';
import {builderData} from './build/builder-data.mjs';
import {writeManifest} from './build/manifest.mjs';
import {hashOf, withHash} from './build/names.mjs';

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

// Locales are data, not code.
const tags = read('src/i18n/lit-localize.json').targetLocales;
const {loaders, groupLoaders} = await load('i18n/cldr/index.ts');
const {mergeMessages} = await load('i18n/merge-messages.ts');
/** By name: locales (`be`), groups of their messages (`be.map`), and for solidarity.all.js both in one (`be.all`). */
const locales = Object.fromEntries(
  await Promise.all(
    Object.keys({...loaders, ...groupLoaders}).map(async (name) => [name, (await load(`i18n/cldr/${name}.ts`)).locale]),
  ),
);
for (const tag of tags) {
  const groups = Object.keys(groupLoaders).filter((name) => name.startsWith(`${tag}.`));
  locales[`${tag}.all`] = mergeMessages(locales[tag], ...groups.map((name) => locales[name]));
}
const localeFiles = Object.entries(locales)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, locale]) => ({name, json: JSON.stringify(locale)}));

// So are the shapes of maps.
const {shapeLoaders} = await load('shapes/index.ts');
const shapeFiles = await Promise.all(
  Object.keys(shapeLoaders).map(async (name) => ({
    name,
    json: JSON.stringify((await load(`shapes/${name}.ts`)).shapes),
  })),
);

/** The attributes of each element that links and placeholders may set. */
const {ELEMENTS} = await load('elements/index.ts');
const {PAGE_ONLY} = await load('embed/attributes.ts');
const ATTRIBUTES = Object.fromEntries(
  ELEMENTS.map(({tag, observedAttributes}) => [
    tag.replace('solidarity-', ''),
    observedAttributes.filter((name) => !PAGE_ONLY.includes(name)).join(' '),
  ]),
);

// The chunks. One hash in all names, so that solidarity.js need not contain a hash for each.
const output = await bundleChunks({ATTRIBUTES});
const chunks = output.filter((file) => file.type === 'chunk').sort((a, b) => (a.name < b.name ? -1 : 1));
const HASH = hashOf(
  [...chunks.map(({code}) => code), ...[...localeFiles, ...shapeFiles].map(({json}) => json)].join('\n'),
);
for (const chunk of chunks) write(`chunks/${chunk.name}-${HASH}.js`, withHash(chunk, HASH));
for (const {name, json} of [...localeFiles, ...shapeFiles]) write(`chunks/${name}-${HASH}.json`, json);
writeAll(output.filter((file) => file.type === 'asset'));

// The two scripts.
const LOCALES = tags.join(' ');
const LOCALE_DIGESTS = tags
  .map((tag) => digest('sha256', JSON.stringify(locales[`${tag}.all`])).slice('sha256-'.length))
  .join(' ');
write('solidarity.js', await bundleLoader({ELEMENTS: chunksOfElements(chunks), LOCALES, HASH}));
const SHAPES = shapeFiles.map(({name, json}) => `${name} ${digest('sha256', json).slice('sha256-'.length)}`).join(' ');
write('solidarity.all.js', await bundleAll({ATTRIBUTES, LOCALES, LOCALE_DIGESTS, SHAPES, HASH}));

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
writeJson('figures.json', {...head, figures: figures.map(({history, annotations, ...figure}) => figure), corrections});
writeJson('feed.schema.json', (await load('publish/json-schema.ts')).jsonSchema(), 2);
cpSync('src/hosting', 'dist/hosting', {recursive: true});

// The embed pages, with the words of the feed on the day of its issue: the same sources give the same bytes. Where they will
// be must be known for oEmbed and search engines: SOLIDARITY_BASE=https://your.site/solidarity/ npm run build
const {SOLIDARITY_BASE: base} = process.env;
const {embedFiles} = await load('publish/render/embed-page.ts');
const {english} = await load('i18n/localize.ts');
const pages = embedFiles(feed, {
  widgets: Object.keys(ATTRIBUTES),
  locales: [english, ...tags.map((tag) => locales[`${tag}.all`])],
  today: feed.issued.slice(0, 10),
  base: base && new URL('.', base).href,
});
for (const [path, content] of Object.entries(pages)) write(`embed/${path}`, content);
write('embed/embed.js', await bundleEmbed({ATTRIBUTES}));
cpSync('src/embed/embed.css', 'dist/embed/embed.css');

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
for (const file of [...scripts, 'builder.js', 'embed/embed.js']) {
  const content = readFileSync(`dist/${file}`);
  write(`${file}.br`, brotliCompressSync(content));
  write(`${file}.gz`, gzipSync(content, {level: 9}));
}
