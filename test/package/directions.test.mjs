// Folders of src/ import in one direction.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import test from 'node:test';

/** The folders that each folder, or file in src/ itself, may import from. */
const MAY_IMPORT = {
  feed: [],
  clock: ['dom'],
  dom: [],
  theme: [],
  i18n: ['dom'],
  describe: ['feed', 'i18n', 'clock'],
  store: ['feed', 'dom'],
  // Generated: the shapes of maps.
  shapes: [],
  elements: ['feed', 'clock', 'dom', 'theme', 'i18n', 'describe', 'store'],
  // What a bundler loads when it is needed is set up here: locales, and modules that few pages need.
  define: ['elements', 'i18n', 'store', 'feed', 'shapes'],
  'index.ts': ['define', 'elements', 'feed', 'store'],
  // The upgrade of links and placeholders, and the scripts of embed pages.
  embed: ['dom', 'elements'],
  loader: ['elements', 'store', 'i18n', 'feed', 'dom', 'embed'],
  publish: ['feed', 'describe', 'i18n', 'clock'],
  // A page: it writes what the feed tool writes, by the functions of `publish/render/`, which need no Node.
  builder: ['feed', 'describe', 'i18n', 'clock', 'publish', 'ui', 'embed'],
  desk: ['feed', 'describe', 'i18n', 'clock', 'publish', 'ui'],
  // What both pages need.
  ui: [],
  // Types alone, beside the generated ones.
  frameworks: [],
};

const files = readdirSync('src', {recursive: true}).filter((file) => file.endsWith('.ts'));
const folderOf = (path) => path.split('/')[0];

test('every folder is known', () => {
  assert.deepEqual([...new Set(files.map(folderOf))].sort(), Object.keys(MAY_IMPORT).sort());
});

for (const file of files) {
  const code = readFileSync(join('src', file), 'utf8');
  const imports = [...code.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path]) =>
    join(dirname(file), path),
  );
  // Data (package.json, translations of the feed tool) is not in a folder of src/.
  const modules = imports.filter((path) => !path.startsWith('..'));
  if (modules.length)
    test(`src/${file} imports only what its folder may`, () => {
      const allowed = [folderOf(file), ...MAY_IMPORT[folderOf(file)]];
      assert.deepEqual(
        modules.filter((path) => !allowed.includes(folderOf(path))),
        [],
      );
    });
}

test('only the feed tool needs Node, and what it shares with pages does not need Lit', () => {
  const without = ['feed', 'clock', 'dom', 'describe', 'publish'];
  for (const file of files) {
    const code = readFileSync(join('src', file), 'utf8');
    if (folderOf(file) !== 'publish') assert.doesNotMatch(code, /from 'node:/, file);
    if (without.includes(folderOf(file))) assert.doesNotMatch(code, /^import (?!type).*'lit'/m, file);
  }
});

test('what the builder and the desk import of the feed tool needs no Node', () => {
  const seen = new Set();
  const visit = (file) => {
    if (seen.has(file) || !files.includes(file)) return;
    seen.add(file);
    const code = readFileSync(join('src', file), 'utf8').replace(/^import type [^;]*;/gm, '');
    assert.doesNotMatch(code, /from 'node:|from 'commander'/, file);
    for (const [, path] of code.matchAll(/(?:from|import)\s*'(\.[^']+)'/g))
      visit(join(dirname(file), path).replace(/\.js$/, '.ts'));
  };
  for (const page of ['builder', 'desk']) visit(`${page}/main.ts`);
  assert.ok(seen.has('publish/check/check.ts') && seen.has('publish/import/csv.ts'));
});

test('no template begins with a space: it would not be in what is built, and words would run together', () => {
  for (const file of files) assert.doesNotMatch(readFileSync(join('src', file), 'utf8'), /(?<!-)html` /, file);
});
