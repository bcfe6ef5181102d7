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
  bundleDesk,
  bundleEmbed,
  bundleLoader,
  bundleModules,
  bundleTool,
  chunksOfElements,
} from './build/bundles.mjs';
import {builderData} from './build/builder-data.mjs';
import {editorFiles} from './build/editor-data.mjs';
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
for (const [file, json] of Object.entries(editorFiles(read('dist/custom-elements.json')))) writeJson(file, json, 2);

// The demo's feed, what a counter needs of it, and the schema.
const {parseFeed} = await load('feed/parse-feed.ts');
const feed = read('demo/feed.json');
const {feed: checked, problems} = parseFeed(feed);
if (problems.length) throw new Error(`demo/feed.json: ${problems.join('; ')}`);
writeJson('feed.json', feed);
writeJson('figures.json', (await load('publish/site/figures-file.ts')).figuresFile(feed));
writeJson('feed.schema.json', (await load('publish/json-schema.ts')).jsonSchema(), 2);
cpSync('src/hosting', 'dist/hosting', {recursive: true});

// The embed pages, with the words of the feed on the day of its issue: the same sources give the same bytes. Where they will
// be must be known for oEmbed and search engines: SOLIDARITY_BASE=https://your.site/solidarity/ npm run build
const {SOLIDARITY_BASE: base} = process.env;
const {embedFiles} = await load('publish/render/embed-page.ts');
const {english} = await load('i18n/localize.ts');
const pages = embedFiles(checked, {
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

// The builder and the desk: pages that know what has been built.
const {english: builderWords} = await load('builder/english.ts');
const data = builderData(tags, Object.keys(builderWords.attributes));
const ownPages = [...(await bundleBuilder(data)), ...(await bundleDesk(data))];
writeAll(ownPages);
for (const page of ['builder', 'desk']) {
  cpSync(`src/${page}/${page}.html`, `dist/${page}.html`);
  write(
    `${page}.css`,
    ['ui/page', `${page}/${page}`].map((file) => readFileSync(`src/${file}.css`, 'utf8')).join('\n'),
  );
}
cpSync('src/builder/words', 'dist/builder', {recursive: true});

// Compressed copies of what is never edited on a server: a feed's copy would be older than the feed.
const pageScripts = ownPages.map(({fileName}) => fileName).filter((name) => name.endsWith('.js'));
for (const file of [...scripts, ...pageScripts, 'embed/embed.js']) {
  const content = readFileSync(`dist/${file}`);
  write(`${file}.br`, brotliCompressSync(content));
  write(`${file}.gz`, gzipSync(content, {level: 9}));
}
