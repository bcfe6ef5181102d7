// A page in React, Vue and Svelte with TypeScript, from the packed package: its types are right, and its elements show
// the same as in HTML.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync, readdirSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {after, before, test} from 'node:test';
import {svelte, vitePreprocess} from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import {build} from 'vite';
import {installPacked} from '../support/packed.mjs';
import {site} from '../support/site.mjs';
import {launch, until} from '../support/tab.mjs';

const TAGS = ['counter', 'countdown', 'ways'].map((name) => `solidarity-${name}`);
const DEFINE = TAGS.map((tag) => `import 'solidarity-widgets/define/${tag}';`).join('\n');

const HTML = `<solidarity-counter src="/dist/feed.json" trend count-up refresh="600">words</solidarity-counter>
<solidarity-countdown src="/dist/feed.json" units="days">words</solidarity-countdown>
<solidarity-ways src="/dist/feed.json" limit="3" heading="2">words</solidarity-ways>`;

const REACT = `import {createRef} from 'react';
import {createRoot} from 'react-dom/client';
import type {SolidarityCounter} from 'solidarity-widgets';
import type {} from 'solidarity-widgets/jsx';
${DEFINE}
const counter = createRef<SolidarityCounter>();
const units = ['days'];
createRoot(document.querySelector('main')!).render(
  <>
    <solidarity-counter ref={counter} src="/dist/feed.json" trend count-up refresh="600" onClick={() => {}}>words</solidarity-counter>
    <solidarity-countdown src="/dist/feed.json" units={units}>words</solidarity-countdown>
    <solidarity-ways src="/dist/feed.json" limit="3" heading={2} onsolidarity-ways-filtered={(event) => void event.type}>words</solidarity-ways>
  </>,
);
`;

const VUE = `<script setup lang="ts">
import type {} from 'solidarity-widgets/vue';
const units = ['days'];
</script>
<template>
  <solidarity-counter src="/dist/feed.json" :lang="undefined" trend count-up refresh="600">words</solidarity-counter>
  <solidarity-countdown src="/dist/feed.json" :units="units">words</solidarity-countdown>
  <solidarity-ways src="/dist/feed.json" limit="3" :heading="2">words</solidarity-ways>
</template>
`;

const SVELTE = `<script lang="ts">
  import type {} from 'solidarity-widgets/svelte';
  const units = ['days'];
</script>
<solidarity-counter src="/dist/feed.json" trend count-up refresh="600">words</solidarity-counter>
<solidarity-countdown src="/dist/feed.json" {units}>words</solidarity-countdown>
<solidarity-ways src="/dist/feed.json" limit="3" heading={2}>words</solidarity-ways>
`;

/** Checks the types with strict templates, and those of the package itself. */
const CONFIG = {
  compilerOptions: {
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    strict: true,
    noEmit: true,
    jsx: 'react-jsx',
    verbatimModuleSyntax: true,
    types: [],
  },
  vueCompilerOptions: {strictTemplates: true},
};

const FRAMEWORKS = {
  React: {
    packages: ['react', 'react-dom', '@types/react', '@types/react-dom', 'csstype'],
    files: {'main.tsx': REACT},
    check: ['typescript/bin/tsc', '-p', '.'],
    plugins: [],
  },
  Vue: {
    packages: ['vue'],
    files: {
      'main.ts': `${DEFINE}\nimport {createApp} from 'vue';\nimport App from './App.vue';\ncreateApp(App).mount('main');\n`,
      'App.vue': VUE,
    },
    check: ['vue-tsc/bin/vue-tsc.js', '-p', '.'],
    plugins: [vue({template: {compilerOptions: {isCustomElement: (tag) => tag.startsWith('solidarity-')}}})],
  },
  Svelte: {
    packages: ['svelte'],
    files: {
      'main.ts': `${DEFINE}\nimport {mount} from 'svelte';\nimport App from './App.svelte';\nmount(App, {target: document.querySelector('main')!});\n`,
      'App.svelte': SVELTE,
    },
    check: ['svelte-check/bin/svelte-check', '--fail-on-warnings', '--tsconfig', 'tsconfig.json'],
    plugins: [svelte({configFile: false, preprocess: vitePreprocess()})],
  },
};

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** A page with `main.ts` bundled. */
const bundle = async (folder, entry, plugins) => {
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    plugins,
    build: {outDir: 'out', lib: {entry: join(folder, entry), formats: ['es'], fileName: () => 'app.js'}},
    define: {'process.env.NODE_ENV': '"production"'},
  });
  return Object.fromEntries(
    readdirSync(join(folder, 'out'), {recursive: true})
      .filter((file) => file.endsWith('.js'))
      .map((file) => [`/${file}`, readFileSync(join(folder, 'out', file))]),
  );
};

/** What each element shows, and the properties that cannot be seen. */
const shownBy = async (t, pages, main = '') => {
  const head = '<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">';
  const page = `${head}<main>${main}</main><script type="module" src="/app.js"></script>`;
  const server = await site({pages: {...pages, '/page.html': page}});
  const tab = await browser.newPage();
  t.after(async () => {
    await tab.close();
    server.close();
  });
  const errors = [];
  tab.on('pageerror', (error) => errors.push(String(error)));
  await tab.goto(`${server.origin}/page.html`);
  const isShown = (tag) => !!document.querySelector(tag)?.shadowRoot?.querySelector('[part~=base]');
  for (const tag of TAGS) await until(tab, isShown, tag);
  // It counts up for a second.
  await until(tab, () => !document.querySelector('solidarity-counter').shadowRoot.querySelector('[part=count-up]'));
  assert.deepEqual(errors, []);
  return tab.evaluate(async (tags) => {
    const elements = tags.map((tag) => document.querySelector(tag));
    await Promise.all(elements.map((element) => element.updateComplete));
    return elements.map((element) => ({
      shown: element.shadowRoot.getHTML().replace(/<!--.*?-->/g, ''),
      refresh: element.refresh,
      countUp: element.countUp,
    }));
  }, TAGS);
};

for (const [name, {packages, files, check, plugins}] of Object.entries(FRAMEWORKS)) {
  test(`${name}: the elements show what they show in HTML`, async (t) => {
    const {folder, put} = installPacked(t, packages);
    Object.entries(files).forEach(([file, content]) => put(file, content));
    const shown = await shownBy(t, await bundle(folder, Object.keys(files)[0], plugins));
    const html = installPacked(t);
    html.put('html.js', DEFINE);
    assert.deepEqual(shown, await shownBy(t, await bundle(html.folder, 'html.js', []), HTML));
  });

  test(`${name}: the types allow what HTML allows, and nothing else`, (t) => {
    const {folder, put} = installPacked(t, [
      ...packages,
      '@lit/reactive-element',
      'lit-html',
      'lit-element',
      '@types/trusted-types',
    ]);
    put('tsconfig.json', JSON.stringify({...CONFIG, include: ['*']}));
    const run = () =>
      spawnSync(process.execPath, [resolve('node_modules', check[0]), ...check.slice(1)], {
        cwd: folder,
        encoding: 'utf8',
      });
    Object.entries(files).forEach(([file, content]) => put(file, content));
    const right = run();
    assert.equal(right.status, 0, right.stdout);
    Object.entries(files).forEach(([file, content]) => put(file, content.replace(' trend', ' trend="certainly"')));
    const wrong = run();
    assert.notEqual(wrong.status, 0);
    assert.match(wrong.stdout, /"certainly"/);
  });
}

test('the guide has the code that `npm run test:frameworks` runs', () => {
  const guide = readFileSync('stories/frameworks.md', 'utf8');
  const codes = [...guide.matchAll(/<!-- code: (\S+) -->\n\n```\w+\n(.*?)```\n/gs)];
  const folders = new Set(codes.map(([, file]) => file.split('/')[0]));
  assert.deepEqual([...folders].sort(), ['angular', 'astro', 'next', 'react', 'svelte', 'vue']);
  for (const [, file, code] of codes) assert.equal(code, readFileSync(`test/frameworks/${file}`, 'utf8'), file);
});
