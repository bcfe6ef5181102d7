// The published JSON Schema and the parser judge alike.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import {runnerImport} from 'vite';

const {parseFeed} = (await runnerImport('/src/feed/parse-feed.ts')).module;
const ajv = new Ajv();
formats(ajv);
const valid = ajv.compile(JSON.parse(readFileSync('dist/feed.schema.json', 'utf8')));
const demo = () => JSON.parse(readFileSync('demo/feed.json', 'utf8'));

/** A change to the demo's feed, and whether it is still one. */
const CASES = [
  ['nothing changed', () => {}, true],
  ['a key that nobody knows', (feed) => (feed.figures[0].mood = 'calm'), true],
  ['no figures at all', (feed) => delete feed.figures, true],
  ['a count as text', (feed) => (feed.figures[0].value = '1140'), false],
  ['a negative count', (feed) => (feed.figures[0].value = -1), false],
  ['a fraction', (feed) => (feed.figures[0].value = 1.5), false],
  ['more than is safe', (feed) => (feed.figures[0].value = 2 ** 53), false],
  ['no source', (feed) => delete feed.figures[0].source, false],
  ['no definition', (feed) => delete feed.figures[0].definition, false],
  ['30 February', (feed) => (feed.figures[0].asOf = '2026-02-30'), false],
  ['a date in words', (feed) => (feed.figures[0].asOf = '5 March 2026'), false],
  ['an unknown qualifier', (feed) => (feed.figures[0].qualifier = 'about'), false],
  ['an empty text', (feed) => (feed.figures[0].title = ' '), false],
  ['a text of no language', (feed) => (feed.figures[0].title = {}), false],
  ['a script for a link', (feed) => (feed.campaigns[0].action.url = 'javascript:alert(1)'), false],
  ['http', (feed) => (feed.campaigns[0].action.url = 'http://example.org/'), false],
  ['a user in a link', (feed) => (feed.campaigns[0].action.url = 'https://a@example.org/'), false],
  ['an unknown category', (feed) => (feed.ways[0].category = 'fun'), false],
  ['an unknown status', (feed) => (feed.organisations[0].status = 'asleep'), false],
  ['a country in words', (feed) => (feed.organisations[0].designatedIn = ['Belarus']), false],
  ['a day that no year has', (feed) => (feed.observances[0].yearly = '13-01'), false],
  ['another version', (feed) => (feed.version = 2), false],
  ['no issue date', (feed) => delete feed.issued, false],
];

for (const [what, change, good] of CASES)
  test(`${what}: ${good ? 'a feed' : 'a fault'} for both`, () => {
    const feed = demo();
    change(feed);
    assert.equal(parseFeed(feed).problems.length === 0, good);
    assert.equal(valid(feed), good);
  });

test('what the demo’s feed refers to is there, and every text is in every language', () => {
  const feed = demo();
  const ids = new Set(feed.organisations.map(({id}) => id));
  assert.deepEqual(
    feed.ways.flatMap(({organisations = []}) => organisations).filter((id) => !ids.has(id)),
    [],
  );
  const {sourceLocale, targetLocales} = JSON.parse(readFileSync('src/i18n/lit-localize.json', 'utf8'));
  const wanted = [sourceLocale, ...targetLocales].sort();
  const walk = (node) => {
    if (!node || typeof node !== 'object') return;
    if ('en' in node && 'be' in node) assert.deepEqual(Object.keys(node).sort(), wanted, node.en);
    else Object.values(node).forEach(walk);
  };
  walk(feed);
});
