// The last step of the build: the feed, its schema, the manifest, the hashes, the packed scripts and the servers'
// settings, beside the code.
import {createHash} from 'node:crypto';
import {cpSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {runnerImport} from 'vite';

const root = new URL('../', import.meta.url);
const dist = new URL('dist/', root);
const read = (name) => JSON.parse(readFileSync(new URL(name, root), 'utf8'));
const write = (name, json, space) => writeFileSync(new URL(name, dist), `${JSON.stringify(json, null, space)}\n`);
const load = async (path) => (await runnerImport(path)).module;

const {parseFeed} = await load('/src/feed/parse-feed.ts');
const {jsonSchema} = await load('/src/publish/json-schema.ts');

const feed = read('demo/feed.json');
const {problems} = parseFeed(feed);
if (problems.length) throw new Error(`demo/feed.json: ${problems.join('; ')}`);
const {observances, campaigns, ways, organisations, ...short} = feed;
write('feed.json', feed);
// What a counter without trend and change reads, for pages that have nothing else.
write('figures.json', {...short, figures: short.figures.map(({history, ...figure}) => figure)});
write('feed.schema.json', jsonSchema(), 2);

// The analyzer lists private members too; editors and the documentation should not.
const isPublic = ({privacy, name}) => (privacy ?? 'public') === 'public' && !name.startsWith('#');
const manifest = read('custom-elements.json');
for (const {declarations} of manifest.modules)
  for (const declaration of declarations) declaration.members = declaration.members?.filter(isPublic);
write('custom-elements.json', manifest, 2);

const scripts = readdirSync(dist, {recursive: true}).filter((file) => /^(chunks\/.*|solidarity[\w.]*)\.js$/.test(file));
const digest = (file) =>
  createHash('sha384')
    .update(readFileSync(new URL(file, dist)))
    .digest('base64');
write('integrity.json', Object.fromEntries(scripts.sort().map((file) => [file, `sha384-${digest(file)}`])), 2);
rmSync(new URL('manifest.json', dist), {force: true});

// Only what nobody but the build writes: a feed edited by hand beside its old .gz would be the old feed to most readers.
// Node's brotli packs as hard as it can unless told; its gzip does not.
for (const file of scripts) {
  const code = readFileSync(new URL(file, dist));
  writeFileSync(new URL(`${file}.br`, dist), brotliCompressSync(code));
  writeFileSync(new URL(`${file}.gz`, dist), gzipSync(code, {level: 9}));
}
cpSync(new URL('src/hosting/', root), new URL('hosting/', dist), {recursive: true});
