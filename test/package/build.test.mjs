// What the build promises of the files in dist/, and that it stops where it cannot keep it.
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync, readdirSync} from 'node:fs';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'node:test';
import {build} from 'vite';
import {TAGS} from '../../scripts/build/bundles.mjs';
import {hashOf, withHash} from '../../scripts/build/names.mjs';
import {
  shortPrivateProperties,
  withoutDescriptions,
  withoutDynamicImports,
  withoutLitGlobals,
} from '../../scripts/build/plugins.mjs';
import {site} from '../support/site.mjs';
import {launch, until} from '../support/tab.mjs';

const read = (file) => readFileSync(`dist/${file}`, 'utf8');
const SCRIPTS = ['solidarity.js', 'solidarity.all.js'];
const files = readdirSync('dist/chunks').filter((file) => !/\.(br|gz)$/.test(file));
const chunks = files.filter((file) => file.endsWith('.js'));
const shapes = files.filter((file) => /^map-\w+-\w{8}\.json$/.test(file));
const locales = files.filter((file) => file.endsWith('.json') && !shapes.includes(file));
const {targetLocales} = JSON.parse(readFileSync('src/i18n/lit-localize.json', 'utf8'));
const sha256 = (content, encoding) => createHash('sha256').update(content).digest(encoding);

test('all chunks and locales have one hash in their names, and every script contains it', () => {
  const [hash, ...others] = new Set(files.map((file) => /-(\w{8})\.(?:js|json)$/.exec(file)?.[1]));
  assert.match(hash, /^\w{8}$/);
  assert.deepEqual(others, []);
  for (const script of SCRIPTS) assert.ok(read(script).includes(`-${hash}.js`), script);
});

test('the hash changes with every byte of a chunk, a locale or a map', () => {
  const hash = /-(\w{8})\.js$/.exec(chunks[0])[1];
  const contents = [
    // As they were before their imports had the hash.
    ...[...chunks].sort().map((file) => read(`chunks/${file}`).replaceAll(`-${hash}.js`, '.js')),
    ...[locales, shapes].flatMap((data) =>
      data
        .map((file) => file.replace(`-${hash}.json`, ''))
        .sort()
        .map((name) => read(`chunks/${name}-${hash}.json`)),
    ),
  ];
  assert.equal(hashOf(contents.join('\n')), hash);
  for (const i of contents.keys())
    assert.notEqual(hashOf(contents.map((content, at) => (at === i ? `${content} ` : content)).join('\n')), hash);
});

test('every chunk is named by the loader, by the code that loads it when needed, or by an import', () => {
  const [elements] = /\{"solidarity-[^}]*\}/.exec(read('solidarity.js'));
  const named = new Set(
    [...elements.matchAll(/"?([\w-]+)"?:(\[["\w,-]*\])/g)].flatMap(([, name, chunks]) => [
      ...(name === 'solidarity-counter' ? [] : [name]),
      ...JSON.parse(chunks),
    ]),
  );
  const lazy = readFileSync('src/define/lazy.ts', 'utf8').matchAll(/import\('\.\.\/\w+\/([\w-]+)\.js'\)/g);
  // What only the script loads: links and placeholders, and why nothing is shown.
  const loaded = readFileSync('src/loader/solidarity.ts', 'utf8').matchAll(/loadModule\('([\w-]+)'\)/g);
  for (const [, module] of [...lazy, ...loaded]) {
    assert.ok(
      [...chunks.map((file) => `chunks/${file}`), 'solidarity.js'].some((file) =>
        new RegExp(`["'\`]${module}["'\`]`).test(read(file)),
      ),
      module,
    );
    named.add(module);
  }
  for (const tag of TAGS) assert.ok(named.has(tag === 'solidarity-counter' ? 'core' : tag), tag);
  assert.deepEqual([...named].sort(), chunks.map((file) => file.replace(/-\w{8}\.js$/, '')).sort());
});

test('a chunk imports others by their names with the hash', () => {
  const chunk = {fileName: 'element.js', imports: ['core.js'], code: 'import{a}from"./core.js";a()'};
  assert.equal(withHash(chunk, 'aB3dE5g7'), 'import{a}from"./core-aB3dE5g7.js";a()');
  assert.throws(() => withHash({...chunk, code: ''}, 'aB3dE5g7'), /element\.js has no import of core\.js/);
});

test('locales are data, and solidarity.all.js knows the hash of each that it loads', () => {
  const names = new Set(locales.map((file) => file.replace(/-\w{8}\.json$/, '')));
  for (const tag of targetLocales) for (const name of [tag, `${tag}.all`]) assert.ok(names.delete(name), name);
  for (const name of names) assert.match(name, /^[\w-]+\.[a-z]+$/);
  for (const file of locales) {
    const content = read(`chunks/${file}`);
    assert.equal(JSON.parse(content).tag, file.replace(/(\.all)?-\w{8}\.json$/, ''));
    // It loads a locale with all messages as one file.
    if (file.includes('.all-')) assert.ok(read('solidarity.all.js').includes(sha256(content, 'base64')), file);
  }
});

test('maps are data, and solidarity.all.js knows the hash of each', () => {
  assert.deepEqual(
    shapes.map((file) => file.replace(/-\w{8}\.json$/, '')),
    ['map-europe', 'map-world'],
  );
  for (const file of shapes) {
    const content = read(`chunks/${file}`);
    assert.equal(JSON.parse(content).tag, file.replace(/-\w{8}\.json$/, ''));
    assert.ok(read('solidarity.all.js').includes(sha256(content, 'base64')), file);
  }
});

test('solidarity.all.js loads no code and needs no helper of a bundler', () => {
  assert.doesNotMatch(read('solidarity.all.js'), /\bimport\s*\(|\bimport\s*[{*"'`]|__exportAll|toStringTag/);
});

test('Lit leaves nothing on a page', () => {
  for (const file of ['solidarity.all.js', ...chunks.map((name) => `chunks/${name}`)])
    assert.doesNotMatch(read(file), /Versions\?\?=|litPropertyMetadata|Symbol\.metadata|PolyfillSupport/, file);
});

test('every element is in solidarity.all.js', () => {
  for (const tag of TAGS) assert.match(read('solidarity.all.js'), new RegExp(`["'\`]${tag}["'\`]`));
});

/** Opens a page with a script of ours after one of the page's; collects what the window's `onerror` would see. */
const visit = async (t, script, before) => {
  const server = await site({
    pages: {
      '/page.html': `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">
        <script>${before}</script><script src="/dist/${script}"></script>
        <script>document.title = 'the page goes on'</script><solidarity-counter trend>words</solidarity-counter>`,
    },
  });
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    server.close();
  });
  const tab = await browser.newPage();
  const errors = [];
  tab.on('pageerror', (error) => errors.push(String(error)));
  await tab.goto(`${server.origin}/page.html`);
  assert.equal(await tab.title(), 'the page goes on');
  return {tab, errors};
};

for (const script of SCRIPTS) {
  test(`${script} works on a page that left properties on Object.prototype`, async (t) => {
    const leftovers = `Object.prototype.foo = 1; Object.prototype.get = () => 1; Object.prototype.set = () => {};
      Object.prototype.enumerable = true;`;
    const {tab, errors} = await visit(t, script, leftovers);
    await until(tab, () => !!document.querySelector('solidarity-counter').shadowRoot?.querySelector('[part=count]'));
    assert.deepEqual(errors, []);
  });

  test(`${script} throws nothing into the page when it cannot start`, async (t) => {
    const broken = ['Map', 'Set', 'WeakMap', 'Proxy', 'RegExp'].map(
      (name) => `window.${name} = function () { throw new Error('${name} of the page') };`,
    );
    const {tab, errors} = await visit(t, script, broken.join('\n'));
    assert.equal(await tab.$eval('solidarity-counter', (element) => element.textContent), 'words');
    assert.deepEqual(errors, []);
  });
}

/** Builds a module with a plugin. */
const buildWith = async (t, plugin, code) => {
  const folder = await mkdtemp(join(tmpdir(), 'build-'));
  t.after(() => rm(folder, {recursive: true}));
  const entry = join(folder, 'src', 'entry.js');
  await writeFile(join(folder, 'package.json'), '{}');
  await mkdir(join(folder, 'src'));
  await writeFile(entry, code);
  return build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [plugin],
    build: {write: false, lib: {entry, formats: ['es']}},
  });
};

test('the build stops when Lit no longer is as the build knows it', async (t) => {
  await assert.rejects(buildWith(t, withoutLitGlobals(), 'export default 1'), /not found in \/lit-html\/lit-html\.js/);
});

test('the build stops at an import() in the scripts', async (t) => {
  const code = `export default () => import('./entry.js')`;
  await assert.rejects(buildWith(t, withoutDynamicImports(), code), /entry\.js has an import\(\): use loadModule/);
});

test('the build stops at a description that it cannot take out', async (t) => {
  const code = (desc) => `export default (msg) => msg('Close', {id: 'close', desc: ${desc}})`;
  const [{output}] = await buildWith(t, withoutDescriptions(), code("'the button\\'s name'"));
  assert.doesNotMatch(output[0].code, /desc/);
  await assert.rejects(buildWith(t, withoutDescriptions(), code('`of ${1}`')), /entry\.js has a `desc`/);
});

test('private custom properties have short names, the same in every module; public ones keep theirs', () => {
  const modules = ['p{--_accent:var(--solidarity-accent)}a{color:var(--_accent)}', 'b{color:var(--_on-accent)}'];
  const {transform} = shortPrivateProperties(modules);
  assert.deepEqual(
    modules.map((code) => transform(code, '/src/theme/tokens.ts').code),
    ['p{--_A:var(--solidarity-accent)}a{color:var(--_A)}', 'b{color:var(--_B)}'],
  );
  assert.equal(transform(modules[0], '/node_modules/lit/index.js'), undefined);
  for (const file of [...chunks.map((chunk) => `chunks/${chunk}`), 'solidarity.all.js'])
    assert.doesNotMatch(read(file), /--_[a-z]/, file);
});
