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
import {hashOf, nameByContent} from '../../scripts/build/names.mjs';
import {withoutDescriptions, withoutDynamicImports, withoutLitGlobals} from '../../scripts/build/plugins.mjs';
import {site} from '../support/site.mjs';
import {launch, until} from '../support/tab.mjs';

const read = (file) => readFileSync(`dist/${file}`, 'utf8');
const SCRIPTS = ['solidarity.js', 'solidarity.all.js'];
const files = readdirSync('dist/chunks').filter((file) => !/\.(br|gz)$/.test(file));
const chunks = files.filter((file) => file.endsWith('.js'));
const locales = files.filter((file) => file.endsWith('.json'));
const sha256 = (content, encoding) => createHash('sha256').update(content).digest(encoding);

test('every chunk is named by the hash of its bytes', () => {
  for (const file of chunks) {
    const hash = sha256(read(`chunks/${file}`), 'base64url')
      .replace(/[-_]/g, '')
      .slice(0, 8);
    assert.equal(file.replace(/^.*-/, ''), `${hash}.js`, file);
  }
});

test('every chunk is named by the loader or imported by one that is, and no other', () => {
  const named = (code) => [...code.matchAll(/["'`](?:\.\/)?([\w-]+-\w{8}\.js)["'`]/g)].map(([, name]) => name);
  const reached = new Set(named(read('solidarity.js')));
  for (const file of reached) for (const name of named(read(`chunks/${file}`))) reached.add(name);
  assert.deepEqual([...reached].sort(), [...chunks].sort());
});

test('a change in a chunk changes its name and the names of all that import it', () => {
  const bundle = (code) => [
    {fileName: 'element.js', imports: ['core.js'], code: 'import{a}from"./core.js";a()'},
    {fileName: 'core.js', imports: [], code},
  ];
  const [before, after] = [nameByContent(bundle('export let a=1')), nameByContent(bundle('export let a=2'))];
  assert.equal(before.get('core.js').fileName, `core-${hashOf('export let a=1')}.js`);
  assert.equal(before.get('element.js').code, `import{a}from"./${before.get('core.js').fileName}";a()`);
  for (const file of ['core.js', 'element.js'])
    assert.notEqual(before.get(file).fileName, after.get(file).fileName, file);
});

test('chunks that import each other cannot be named', () => {
  const chunk = (name, other) => ({fileName: name, imports: [other], code: `import"./${other}"`});
  assert.throws(
    () => nameByContent([chunk('a.js', 'b.js'), chunk('b.js', 'a.js')]),
    /a\.js imports b\.js imports a\.js/,
  );
});

test('locales are data under one hash of all, and solidarity.all.js knows the hash of each', () => {
  const {targetLocales} = JSON.parse(readFileSync('src/i18n/lit-localize.json', 'utf8'));
  const contents = targetLocales.map((tag) => {
    const file = locales.find((name) => name.slice(0, -'-12345678.json'.length) === tag);
    assert.ok(file, tag);
    const content = read(`chunks/${file}`);
    assert.equal(JSON.parse(content).tag, tag);
    assert.ok(read('solidarity.all.js').includes(`sha256-${sha256(content, 'base64')}`), tag);
    return content;
  });
  const hash = hashOf(contents.join('\n'));
  assert.deepEqual([...locales].sort(), targetLocales.map((tag) => `${tag}-${hash}.json`).sort());
  for (const script of SCRIPTS) assert.ok(read(script).includes(hash), script);
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
