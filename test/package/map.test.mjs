// The map as it is shipped: its drawing and its shapes beside the scripts, and a list where these are not as they should be.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test, {after, before, describe} from 'node:test';
import {site} from '../support/site.mjs';
import {engines, launch, until} from '../support/tab.mjs';

const {'solidarity.all.js': hash} = JSON.parse(readFileSync('dist/integrity.json', 'utf8'));
const SCRIPTS = {
  'solidarity.js': '<script async src="/dist/solidarity.js"></script>',
  'solidarity.all.js': `<script async src="/dist/solidarity.all.js" integrity="${hash}" crossorigin></script>`,
};

const pageWith = (script) =>
  `<!doctype html><html lang="be"><meta charset="utf-8"><link rel="icon" href="data:,">${script}
  <solidarity-map>words</solidarity-map>`;
const markers = () =>
  document.querySelector('solidarity-map').shadowRoot?.querySelectorAll('[part~=marker]').length ?? 0;
const isList = () => !!document.querySelector('solidarity-map').shadowRoot?.querySelector('[part~=failed] [part=town]');

for (const [engine, path] of engines)
  describe(`the map in ${engine}`, () => {
    let browser;
    before(async () => (browser = await launch(engine, path)));
    after(() => browser.close());

    const visit = async (t, script, answer = () => undefined) => {
      const server = await site({pages: {'/page.html': pageWith(SCRIPTS[script])}, answer});
      const tab = await browser.newPage();
      t.after(async () => {
        await tab.close();
        server.close();
      });
      const errors = [];
      tab.on('pageerror', (error) => errors.push(String(error)));
      await tab.goto(`${server.origin}/page.html`);
      return {tab, server, errors};
    };

    for (const script of Object.keys(SCRIPTS)) {
      test(`${script} draws it from its own files, and requests nothing else`, async (t) => {
        const {tab, server, errors} = await visit(t, script);
        await until(tab, markers);
        const files = server.paths().filter((file) => !/\/(core|shared|marked-link)\.js$/.test(file));
        const chunks =
          script === 'solidarity.js'
            ? ['solidarity-map.js', 'map-view.js', 'map-europe.json', 'be.json', 'be.map.json']
            : ['map-europe.json', 'be.all.json'];
        assert.deepEqual(
          files.sort(),
          ['/page.html', `/dist/${script}`, '/dist/feed.json', ...chunks.map((file) => `/dist/chunks/${file}`)].sort(),
        );
        assert.deepEqual(errors, []);
      });

      test(`${script} shows the list where the shapes cannot be loaded`, async (t) => {
        const {tab, errors} = await visit(t, script, (file) =>
          /map-europe/.test(file) ? {fault: 'reset'} : undefined,
        );
        await until(tab, isList);
        assert.equal(await tab.evaluate(markers), 0);
        assert.deepEqual(errors, []);
      });
    }

    test('solidarity.all.js, pinned, draws no shapes that were changed', async (t) => {
      const {tab} = await visit(t, 'solidarity.all.js', (file) =>
        /map-europe/.test(file)
          ? {body: readFileSync(`.${file}`, 'utf8').replace('"belarus":"M', '"belarus":"M0 0M')}
          : undefined,
      );
      await until(tab, isList);
      assert.equal(await tab.evaluate(markers), 0);
    });
  });
