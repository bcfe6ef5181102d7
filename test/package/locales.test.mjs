// Every locale is complete: each message, each plural form, each placeholder. A missing one is named with its file.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import test from 'node:test';
import {runnerImport} from 'vite';

const {targetLocales} = JSON.parse(readFileSync('src/i18n/lit-localize.json', 'utf8'));
const names = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([name]) => name).sort();

/** Messages as they stand in the code: id and English. */
const sources = new Map();
for (const file of readdirSync('src', {recursive: true}).filter((name) => /^(elements|i18n)\/[^/]+\.ts$/.test(name)))
  for (const [, text, id] of readFileSync(`src/${file}`, 'utf8').matchAll(
    /msg\(\s*'((?:[^'\\]|\\.)*)',\s*\{\s*id: '([^']+)'/g,
  ))
    sources.set(id, text.replace(/\\'/g, "'"));

const unescape = (text) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

/** A translator's file: English and translation by id. */
const unitsOf = (locale) =>
  new Map(
    [...readFileSync(`locales/${locale}.xlf`, 'utf8').matchAll(/<trans-unit id="([^"]+)">(.*?)<\/trans-unit>/gs)].map(
      ([, id, unit]) => {
        const [, source] = unit.match(/<source>(.*?)<\/source>/s);
        const target = unit.match(/<target(?: state="([^"]+)")?>(.*?)<\/target>/s);
        return [id, {source: unescape(source), state: target?.[1], target: target && unescape(target[2])}];
      },
    ),
  );

test('every msg() is found', () => {
  const calls = readdirSync('src/elements').flatMap(
    (file) => readFileSync(`src/elements/${file}`, 'utf8').match(/\bmsg\(/g) ?? [],
  );
  const found = readdirSync('src/elements').flatMap(
    (file) =>
      readFileSync(`src/elements/${file}`, 'utf8').match(/\bmsg\(\s*(?:'(?:[^'\\]|\\.)*'),\s*\{\s*id: '/g) ?? [],
  );
  assert.equal(found.length, calls.length, 'a msg() without a plain string and an id: our run-time lookup needs both');
});

for (const locale of targetLocales) {
  const units = unitsOf(locale);
  const {table} = (await runnerImport(`/src/i18n/cldr/${locale}.ts`)).module;

  test(`${locale}: no message is missing, stale or left over`, () => {
    assert.deepEqual(
      [...sources.keys()].filter((id) => !units.get(id)?.target),
      [],
      `locales/${locale}.xlf lacks`,
    );
    assert.deepEqual(
      [...units.keys()].filter((id) => !sources.has(id)),
      [],
      'run npm run locales',
    );
    for (const [id, {source}] of units) assert.equal(source, sources.get(id), `${locale}: ${id}: run npm run locales`);
  });

  test(`${locale}: every message has its placeholders, every plural its forms`, () => {
    for (const [id, {source, target}] of units) {
      const forms = target.split('|');
      const wanted = source.includes('|') ? table.plurals.split(' ') : ['other'];
      assert.equal(forms.length, wanted.length, `${locale}: ${id} needs ${wanted.join('|')}`);
      for (const form of forms)
        assert.deepEqual(names(form), names(source.split('|').at(-1)), `${locale}: ${id}: ${form}`);
    }
  });

  test(`${locale}: what no native speaker has read is marked so`, () => {
    for (const [id, {state}] of units)
      assert.match(state ?? '', /^(needs-review-translation|final)$/, `${locale}: ${id}`);
  });
}
