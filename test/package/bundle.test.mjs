// What others make of the package: a bundler's page, and our own Storybook.
import assert from 'node:assert/strict';
import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {setTimeout} from 'node:timers/promises';
import {build} from 'vite';
import {TAGS} from '../../scripts/build/bundles.mjs';
import {installPacked} from '../support/packed.mjs';
import {site} from '../support/site.mjs';
import {launch} from '../support/tab.mjs';

/** The text of an element, as soon as it has one. */
const sentence = async (t, server, path, tag) => {
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    server.close();
  });
  const tab = await browser.newPage();
  await tab.goto(server.origin + path);
  for (const end = Date.now() + 15_000; Date.now() < end; await setTimeout(50)) {
    const text = await tab.evaluate(
      (name) => document.querySelector(name)?.shadowRoot?.querySelector('[part~=base]')?.textContent,
      tag,
    );
    if (text) return text.replace(/\s+/g, ' ').trim();
  }
  return undefined;
};

test('a bundler’s page shows the number in Belarusian', async (t) => {
  const {folder, put} = installPacked(t);
  put('main.js', `import 'solidarity-widgets/define/solidarity-counter';`);
  await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: {outDir: 'out', lib: {entry: 'main.js', formats: ['es'], fileName: () => 'app.js'}},
  });
  const files = await readdir(join(folder, 'out'));
  const pages = Object.fromEntries(
    await Promise.all(files.map(async (file) => [`/${file}`, await readFile(join(folder, 'out', file))])),
  );
  pages['/page.html'] =
    '<html lang="be"><script type="module" src="/app.js"></script><solidarity-counter src="/dist/feed.json"></solidarity-counter>';
  assert.match(await sentence(t, await site({pages}), '/page.html', 'solidarity-counter'), /рынамсі \d+/);
});

for (const tag of TAGS)
  test(`Storybook shows ${tag}`, async (t) => {
    const {entries} = JSON.parse(await readFile('storybook-static/index.json', 'utf8'));
    const {id} = Object.values(entries).find(
      (entry) => entry.importPath.endsWith(`${tag}.stories.ts`) && entry.name === 'Live',
    );
    const path = `/storybook-static/iframe.html?viewMode=story&id=${id}`;
    assert.ok(await sentence(t, await site(), path, tag));
  });
