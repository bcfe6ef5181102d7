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
const schema = JSON.parse(readFileSync('dist/feed.schema.json', 'utf8'));
const valid = ajv.compile(schema);
/** The demo's feed, and the schema's own examples of what that one has none of. */
const demo = () => {
  const examples = Object.entries(schema.properties).flatMap(([name, {examples}]) =>
    examples ? [[name, structuredClone(examples[0])]] : [],
  );
  return {...Object.fromEntries(examples), ...JSON.parse(readFileSync('demo/feed.json', 'utf8'))};
};

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
  ['a person without consent', (feed) => delete feed.people[0].consent, false],
  ['a consent of a kind unknown', (feed) => (feed.people[0].consent = 'yes'), false],
  ['an incident to the year', (feed) => (feed.people[0].incidents[0].date = '2023'), true],
  ['an incident to the day', (feed) => (feed.people[0].incidents[0].date = '2023-02-28'), true],
  ['an incident on 30 February', (feed) => (feed.people[0].incidents[0].date = '2023-02-30'), false],
  ['an incident in month 13', (feed) => (feed.people[0].incidents[0].date = '2023-13'), false],
  ['an incident of no source', (feed) => delete feed.people[0].incidents[0].source, false],
  ['an unknown incident', (feed) => (feed.people[0].incidents[0].what = 'freed'), false],
  ['an event on a day', (feed) => Object.assign(feed.events[0], {from: '2026-08-09', until: '2026-08-10'}), true],
  ['an event at 24:30', (feed) => (feed.events[0].from = '2026-08-09T24:30'), false],
  ['an event with seconds', (feed) => (feed.events[0].from = '2026-08-09T18:30:00'), false],
  ['an event that is over', (feed) => (feed.events[0].status = 'over'), false],
  ['a town without a place', (feed) => delete feed.towns[0].latitude, false],
  ['a longitude of 181', (feed) => (feed.towns[0].longitude = 181), false],
  ['a latitude as text', (feed) => (feed.towns[0].latitude = '52.2'), false],
  ['a photo without words', (feed) => delete feed.photos[0].alt, false],
  ['a photo without consent', (feed) => delete feed.photos[0].consent, false],
  ['half a pixel', (feed) => (feed.photos[0].width = 0.5), false],
  ['a hashtag in Belarusian', (feed) => (feed.amplify[0].hashtags = ['#ЖывеБеларусь']), true],
  ['a hashtag of two words', (feed) => (feed.amplify[0].hashtags = ['#Stand With']), false],
  ['a correction without words', (feed) => delete feed.corrections[0].text, false],
  ['a withdrawal', (feed) => (feed.corrections[0].retracted = true), true],
  ['a withdrawal in words', (feed) => (feed.corrections[0].retracted = 'yes'), false],
  ['no serial', (feed) => delete feed.serial, false],
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

/** What a schema cannot say, and the parser does. */
const AUDITS = [
  ['an id twice in a section', (feed) => feed.people.push({...feed.people[0]}), '/people/1 repeats an id'],
  ['a person of no incident', (feed) => (feed.people[0].incidents = []), '/people/0 has no incident'],
  [
    'an incident of tomorrow',
    (feed) => (feed.people[0].incidents[0].date = '2999-01-01'),
    '/people/0 has a date after issued',
  ],
  ['a time without a zone', (feed) => delete feed.events[0].zone, '/events/0 has a time of day without a zone'],
  [
    'an event that ends first',
    (feed) => (feed.events[0].until = '2026-08-09T18:00'),
    '/events/0 ends before it begins',
  ],
  ['a latitude of 91', (feed) => (feed.towns[0].latitude = 91), '/towns/0 lies beyond a pole'],
  ['an act twice', (feed) => feed.towns[0].acts.push({...feed.towns[0].acts[0]}), '/towns/0/acts/1 repeats an id'],
  ['an act of next year', (feed) => (feed.towns[0].acts[0].date = '2999'), '/towns/0 has a date after issued'],
  [
    'a correction of tomorrow',
    (feed) => (feed.corrections[0].date = '2999-01-01'),
    '/corrections/0 has a date after issued',
  ],
];

for (const [what, change, problem] of AUDITS)
  test(`${what} is a fault for the parser`, () => {
    const feed = demo();
    assert.deepEqual(parseFeed(feed).problems, []);
    change(feed);
    assert.deepEqual(parseFeed(feed).problems, [problem]);
  });

test('what the demo’s feed refers to is there, and its texts are in their languages', () => {
  const feed = JSON.parse(readFileSync('demo/feed.json', 'utf8'));
  const ids = new Set(feed.organisations.map(({id}) => id));
  assert.deepEqual(
    feed.ways.flatMap(({organisations = []}) => organisations).filter((id) => !ids.has(id)),
    [],
  );
  // The slogan is said in every language; all else at least in those of the campaign's own readers.
  const wanted = ['be', 'de', 'en', 'fr', 'lt', 'pl', 'ru', 'uk'];
  const {sourceLocale, targetLocales} = JSON.parse(readFileSync('src/i18n/lit-localize.json', 'utf8'));
  const {slogan, phases} = feed.campaigns[0];
  for (const text of [slogan, phases[0].slogan])
    assert.deepEqual(Object.keys(text).sort(), [sourceLocale, ...targetLocales].sort());
  const walk = (node) => {
    if (!node || typeof node !== 'object') return;
    if ('en' in node && 'be' in node) for (const lang of wanted) assert.ok(node[lang], `${lang}: ${node.en}`);
    else Object.values(node).forEach(walk);
  };
  walk(feed);
});
