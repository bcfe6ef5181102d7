// What the package offers to bundlers, editors and servers, as built.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import test from 'node:test';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import {checkPackage, createPackageFromTarballData} from '@arethetypeswrong/core';
import {publint} from 'publint';
import {build} from 'vite';
import {TAGS} from '../../scripts/build/bundles.mjs';
import {installPacked, pack} from '../support/packed.mjs';

const {
  customElements: manifestPath,
  dependencies,
  exports,
  sideEffects,
} = JSON.parse(readFileSync('package.json', 'utf8'));
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));

/** Just enough of a browser to evaluate Lit and our classes, and to register them. */
const registry = new Map();
Object.assign(globalThis, {
  HTMLElement: class {},
  ShadowRoot: class {},
  Document: class {
    adoptedStyleSheets() {}
  },
  CSSStyleSheet: class {
    replace() {}
  },
  customElements: {define: (tag, Class) => registry.set(tag, Class), get: (tag) => registry.get(tag)},
});

for (const target of Object.values(exports).flatMap((entry) =>
  typeof entry === 'string' ? entry : Object.values(entry),
))
  for (const path of target.includes('*') ? TAGS.map((tag) => target.replace('*', tag)) : [target])
    test(`${path} is there`, () => assert.ok(existsSync(path)));

test('publint finds nothing to improve', async () => {
  const {messages} = await publint({pkgDir: '.', strict: true});
  assert.deepEqual(messages, []);
});

test('the package has what embed pages load, but not the pages, which the feed tool writes', () => {
  const files = execFileSync('tar', ['-tzf', pack()], {encoding: 'utf8'}).split('\n');
  for (const file of ['embed/embed.js', 'embed/embed.css', 'solidarity.js', 'builder.html', 'feed.json'])
    assert.ok(files.includes(`package/dist/${file}`), file);
  assert.deepEqual(
    files.filter((file) => /embed\/.*\.(html|json)$/.test(file)),
    [],
  );
});

test('TypeScript finds the right types for modules', async () => {
  const entrypoints = Object.entries(exports).flatMap(([entry, {types}]) =>
    types ? entry.replace('*', 'solidarity-counter') : [],
  );
  assert.ok(entrypoints.length > 3);
  const {problems} = await checkPackage(createPackageFromTarballData(readFileSync(pack())), {entrypoints});
  // There are no files for `require`, nor for TypeScript's module resolution before `exports`.
  const isOfModules = ({kind, resolutionKind}) => kind !== 'CJSResolvesToESM' && resolutionKind !== 'node10';
  assert.deepEqual(problems.filter(isOfModules), []);
});

test('importing the index registers nothing', async () => {
  const index = await import('solidarity-widgets');
  assert.deepEqual([...registry.keys()], []);
  assert.deepEqual(index.ELEMENTS.map(({tag}) => tag).sort(), [...TAGS].sort());
});

for (const tag of TAGS)
  test(`importing define/${tag} registers it`, async () => {
    await import(`solidarity-widgets/define/${tag}`);
    assert.ok(registry.has(tag));
  });

test('the elements can be imported on a server', () => {
  const code = TAGS.map((tag) => `import 'solidarity-widgets/define/${tag}';`).join('');
  execFileSync(process.execPath, ['--input-type=module', '-e', code], {stdio: 'pipe'});
});

test('a classic script is not offered as a module', async () => {
  for (const script of ['solidarity.js', 'solidarity.all.js'])
    await assert.rejects(import(`solidarity-widgets/${script}`), {code: 'ERR_PACKAGE_PATH_NOT_EXPORTED'});
});

/** What a bundler makes of `code` in a project with the package, with Lit outside. */
const bundle = async (t, code) => {
  const {folder, put} = installPacked(t);
  put('entry.js', code);
  const [{output}] = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: {entry: 'entry.js', formats: ['es']},
      rolldownOptions: {external: /^(@lit\/.*|lit)($|\/)/},
    },
  });
  return output.map((file) => file.code).join('\n');
};

test('bundlers keep what has side effects, and nothing else', async (t) => {
  // What sets how locales are loaded, although nothing is imported from it.
  for (const code of [
    `import {SolidarityCounter} from 'solidarity-widgets'; SolidarityCounter.define();`,
    `import 'solidarity-widgets/define/solidarity-counter';`,
  ])
    assert.match(await bundle(t, code), /^setLocaleLoader\(/m);
  // No element where only the feed is wanted.
  assert.doesNotMatch(await bundle(t, `export {parseFeed} from 'solidarity-widgets'`), /extends ReactiveElement/);
  assert.ok(
    sideEffects.every((path) => /^\.\/(dist|src)\/(define\/\*\.[jt]s|index\.js|lib\/define\/lazy\.js)$/.test(path)),
  );
});

test('Lit is the bundler’s own', () => {
  const modules = readdirSync('dist', {recursive: true}).filter((file) => /^(index\.js|define\/|lib\/)/.test(file));
  const code = modules.filter((file) => file.endsWith('.js')).map((file) => readFileSync(`dist/${file}`, 'utf8'));
  assert.ok(code.some((text) => /from "lit\b/.test(text)));
  for (const text of code) {
    assert.doesNotMatch(text, /litHtmlVersions|reactiveElementVersions/);
    const names = [...text.matchAll(/^import [^"]*"([^"]+)"/gm)].map(([, name]) => name);
    assert.deepEqual(
      names.filter(
        (name) => name[0] !== '.' && !Object.keys(dependencies).some((own) => `${name}/`.startsWith(`${own}/`)),
      ),
      [],
    );
  }
});

const built = [
  'solidarity.js',
  'solidarity.all.js',
  ...readdirSync('dist/chunks')
    .filter((name) => /\.js(on)?$/.test(name))
    .map((name) => `chunks/${name}`),
];

test('every script and locale has its hash', () => {
  const hashes = JSON.parse(readFileSync('dist/integrity.json', 'utf8'));
  assert.deepEqual(Object.keys(hashes).sort(), [...built].sort());
  for (const file of built) assert.match(hashes[file], /^sha384-[\w+/]{64}$/, file);
});

test('every script and locale, and nothing that a publisher edits, has compressed copies', () => {
  const compressed = readdirSync('dist', {recursive: true}).filter((file) => /\.(br|gz)$/.test(file));
  // They have no hash in integrity.json: the builder is a page, and embed pages are pages of ours.
  const files = [...built, 'builder.js', 'builder.snippets.js', 'desk.js', 'embed/embed.js'];
  assert.deepEqual(compressed.sort(), files.flatMap((file) => [`${file}.br`, `${file}.gz`]).sort());
  for (const file of files) {
    const code = readFileSync(`dist/${file}`);
    assert.deepEqual(brotliDecompressSync(readFileSync(`dist/${file}.br`)), code, file);
    assert.deepEqual(gunzipSync(readFileSync(`dist/${file}.gz`)), code, file);
  }
});

test('what is bundled has its licence beside it', () => {
  assert.match(readFileSync('dist/solidarity.licenses.md', 'utf8'), /## lit-html/);
  assert.match(readFileSync('dist/solidarity-feed.licenses.md', 'utf8'), /## commander/);
});

test('the manifest describes what is published, and nothing private', async () => {
  const index = await import('solidarity-widgets');
  const references = [];
  for (const {path, declarations, exports: exported} of manifest.modules) {
    assert.ok(existsSync(path), path);
    references.push(...exported.map(({declaration}) => declaration));
    for (const {name, superclass, members = [], attributes = []} of declarations) {
      assert.ok(name in index, name);
      references.push(
        ...[superclass, ...[...members, ...attributes].map(({inheritedFrom}) => inheritedFrom)].filter(Boolean),
      );
      assert.deepEqual(
        members.filter((member) => member.name.startsWith('#') || (member.privacy ?? 'public') !== 'public'),
        [],
      );
    }
  }
  for (const {module} of references.filter(({module}) => module)) assert.ok(existsSync(module), module);
  const tags = manifest.modules.flatMap(({declarations}) => declarations.map(({tagName}) => tagName)).filter(Boolean);
  assert.deepEqual(tags.sort(), [...TAGS].sort());
  const definitions = manifest.modules.flatMap((module) => module.exports).filter(({kind}) => kind !== 'js');
  assert.deepEqual(definitions.map(({name}) => name).sort(), tags);
});
