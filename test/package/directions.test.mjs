// Rooms import in one direction.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import test from 'node:test';

/** Who may import whom, by the first folder below src. */
const MAY = {
  feed: [],
  i18n: [],
  theme: [],
  lit: [],
  clock: [],
  elements: ['feed', 'i18n', 'theme', 'clock'],
  define: ['elements', 'i18n'],
  'index.ts': ['elements', 'feed', 'i18n'],
  // The tag's own code is small pure pieces of these; elements come by their chunks.
  loader: ['elements', 'feed', 'i18n'],
  // The tool writes numbers, dates and sentences as a page does, and reckons with its zones.
  publish: ['feed', 'i18n', 'clock'],
};

const files = readdirSync('src', {recursive: true}).filter((file) => file.endsWith('.ts'));
const room = (path) => path.split('/')[0];

test('every room is known', () => {
  assert.deepEqual(
    files.map(room).filter((name) => !(name in MAY)),
    [],
  );
});

for (const file of files) {
  const code = readFileSync(join('src', file), 'utf8');
  const imports = [...code.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+\.js)'/g)].map(([, path]) =>
    join(dirname(file), path),
  );
  if (imports.length)
    test(`src/${file} imports only what its room may`, () => {
      // Facts beside the code (package.json, words of translators) are no room.
      const rooms = imports.filter((path) => !/^\.\.\/.*\.json$/.test(path));
      const wrong = rooms.filter((path) => room(path) !== room(file) && !MAY[room(file)].includes(room(path)));
      assert.deepEqual(wrong, []);
    });
}

test('only the feed tool may need Node, and it never needs Lit', () => {
  for (const file of files) {
    const code = readFileSync(join('src', file), 'utf8');
    if (room(file) !== 'publish') assert.doesNotMatch(code, /from 'node:/, file);
    if (['publish', 'feed'].includes(room(file))) assert.doesNotMatch(code, /^import (?!type).*'lit'/m, file);
  }
});
