// The zip of the plugin for WordPress. What it does in WordPress is tried by `npm run test:wordpress`.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {test} from 'node:test';
import {strFromU8, unzipSync} from 'fflate';
import {TAGS} from '../../scripts/build/bundles.mjs';
import {composePlugin} from '../../scripts/build/wordpress-plugin.mjs';

const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
const files = unzipSync(composePlugin());
const paths = Object.keys(files).map((path) => path.replace(/^solidarity-widgets\//, ''));
const text = (file) => strFromU8(files[`solidarity-widgets/${file}`]);

test('it is in the folder of its name, and has every file that the script requests', () => {
  assert.ok(Object.keys(files).every((path) => path.startsWith('solidarity-widgets/')));
  const chunks = readdirSync('dist/chunks').filter((name) => /\.js(on)?$/.test(name));
  for (const file of ['solidarity.js', 'solidarity.all.js', 'feed.json', ...chunks.map((name) => `chunks/${name}`)])
    assert.ok(paths.includes(`widgets/${file}`), file);
});

test('it keeps to WordPress’ rules for files: nothing compressed, nothing hidden, no spaces', () => {
  assert.deepEqual(
    paths.filter((path) => /\.(gz|br|zip|phar)$|(^|\/)\.|\s/.test(path)),
    [],
  );
});

test('its headers have one version and one licence', () => {
  const [php, readme] = ['solidarity-widgets.php', 'readme.txt'].map(text);
  for (const content of [php, readme]) assert.doesNotMatch(content, /\{\{/);
  assert.ok(php.includes(` * Version: ${version}\n`) && php.includes(`const VERSION = '${version}';`));
  assert.ok(readme.includes(`\nStable tag: ${version}\n`));
  const of = (name, content) => new RegExp(`^(?: \\* )?${name}: (.*)$`, 'm').exec(content)?.[1];
  for (const header of ['License', 'License URI', 'Requires at least', 'Requires PHP'])
    assert.equal(of(header, php), of(header, readme), header);
});

test('a shortcode may set the attributes of each element, but not its feed', () => {
  const widgets = JSON.parse(text('widgets.json'));
  assert.deepEqual(Object.keys(widgets).sort(), TAGS.map((tag) => tag.replace('solidarity-', '')).sort());
  for (const names of Object.values(widgets)) {
    assert.ok(names.includes('lang') && names.includes('look'));
    assert.ok(!names.includes('src'));
  }
});

test('its PHP has less than 200 lines', () => {
  assert.ok(text('solidarity-widgets.php').split('\n').length < 200);
});
