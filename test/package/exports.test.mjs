// What the package promises to bundlers, as built.
import assert from 'node:assert/strict';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import test from 'node:test';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';

const {exports, sideEffects, files} = JSON.parse(readFileSync('package.json', 'utf8'));
const TAGS = ['counter', 'countdown', 'banner', 'ways'].map((name) => `solidarity-${name}`);

/** Just enough of a browser to evaluate Lit and our classes. */
const registry = new Map();
globalThis.HTMLElement ??= class {};
globalThis.customElements ??= {define: (tag, Class) => registry.set(tag, Class), get: (tag) => registry.get(tag)};

for (const target of Object.values(exports).flatMap((entry) =>
  typeof entry === 'string' ? entry : Object.values(entry),
))
  for (const path of target.includes('*') ? TAGS.map((tag) => target.replace('*', tag)) : [target])
    test(`${path} is there`, () => assert.ok(existsSync(path)));

test('importing the index registers nothing', async () => {
  const index = await import('solidarity-widgets');
  assert.deepEqual([...registry.keys()], []);
  assert.equal(index.SolidarityCounter.tag, 'solidarity-counter');
});

for (const tag of TAGS)
  test(`importing define/${tag} registers it`, async () => {
    await import(`solidarity-widgets/define/${tag}`);
    assert.ok(registry.has(tag));
  });

test('only what registers or keeps state is said to have side effects', () => {
  assert.ok(sideEffects.includes('./dist/define/*.js') && sideEffects.includes('./dist/index.js'));
  assert.ok(sideEffects.every((path) => !/\/(elements|feed|clock|theme)\//.test(path)));
  assert.ok(files.includes('dist'));
});

test('Lit is the bundler’s own, and is not in our files twice', () => {
  for (const file of ['dist/index.js', ...readdirSync('dist/lib').map((name) => `dist/lib/${name}`)])
    assert.doesNotMatch(readFileSync(file, 'utf8'), /litElementVersions/, file);
});

const scripts = [
  'solidarity.js',
  'solidarity.all.js',
  ...readdirSync('dist/chunks')
    .filter((name) => name.endsWith('.js'))
    .map((name) => `chunks/${name}`),
];

test('every shipped script has its hash', () => {
  const hashes = JSON.parse(readFileSync('dist/integrity.json', 'utf8'));
  for (const file of scripts) assert.match(hashes[file], /^sha384-[\w+/]{64}$/, file);
});

test('every shipped script, and nothing that a publisher edits, is there packed', () => {
  const packed = readdirSync('dist', {recursive: true}).filter((file) => /\.(br|gz)$/.test(file));
  assert.deepEqual(packed.sort(), scripts.flatMap((file) => [`${file}.br`, `${file}.gz`]).sort());
  for (const file of scripts) {
    const code = readFileSync(`dist/${file}`);
    assert.deepEqual(brotliDecompressSync(readFileSync(`dist/${file}.br`)), code, file);
    assert.deepEqual(gunzipSync(readFileSync(`dist/${file}.gz`)), code, file);
  }
});

test('the manifest knows every tag, and no private member', () => {
  const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
  const declarations = manifest.modules.flatMap(({declarations}) => declarations ?? []);
  assert.deepEqual(
    declarations
      .filter(({tagName}) => tagName)
      .map(({tagName}) => tagName)
      .sort(),
    [...TAGS].sort(),
  );
  assert.deepEqual(
    declarations.flatMap(({members = []}) => members).filter(({privacy}) => privacy && privacy !== 'public'),
    [],
  );
});
