// The published JSON Schema accepts the feeds that the parser accepts.
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
const validate = ajv.compile(schema);
/** The demo's feed, with the schema's examples before its own items. */
const demo = () => {
  const examples = Object.entries(schema.properties).flatMap(([name, {examples}]) =>
    examples ? [[name, structuredClone(examples[0])]] : [],
  );
  const feed = JSON.parse(readFileSync('demo/feed.json', 'utf8'));
  return {
    ...feed,
    ...Object.fromEntries(examples.map(([name, items]) => [name, [...items, ...(feed[name] ?? [])]])),
  };
};

/** A text in so many languages. */
const languages = (count) => Object.fromEntries(Array.from({length: count}, (_, i) => [`x-${i}`, 'Text']));

/** A change to the demo's feed, and whether it is valid then. */
const CASES = [
  ['nothing changed', () => {}, true],
  ['an unknown key', (feed) => (feed.figures[0].mood = 'calm'), true],
  ['no figures at all', (feed) => delete feed.figures, true],
  ['a count as text', (feed) => (feed.figures[0].value = '1140'), false],
  ['a negative count', (feed) => (feed.figures[0].value = -1), false],
  ['a fraction', (feed) => (feed.figures[0].value = 1.5), false],
  ['more than a safe integer', (feed) => (feed.figures[0].value = 2 ** 53), false],
  ['a figure without a source', (feed) => delete feed.figures[0].source, false],
  ['a figure without a definition', (feed) => delete feed.figures[0].definition, false],
  ['30 February', (feed) => (feed.figures[0].asOf = '2026-02-30'), false],
  ['a date in words', (feed) => (feed.figures[0].asOf = '5 March 2026'), false],
  ['an unknown qualifier', (feed) => (feed.figures[0].qualifier = 'about'), false],
  ['a unit', (feed) => (feed.figures[0].unit = 'political-prisoner'), true],
  ['an unknown unit', (feed) => (feed.figures[0].unit = 'people'), false],
  ['an empty text', (feed) => (feed.figures[0].title = ' '), false],
  ['a text in no language', (feed) => (feed.figures[0].title = {}), false],
  ['a link to a script', (feed) => (feed.campaigns[0].action.url = 'javascript:alert(1)'), false],
  ['an http link', (feed) => (feed.campaigns[0].action.url = 'http://example.org/'), false],
  ['a link with a user name', (feed) => (feed.campaigns[0].action.url = 'https://a@example.org/'), false],
  ['an unknown category', (feed) => (feed.ways[0].category = 'fun'), false],
  ['an unknown status of an organisation', (feed) => (feed.organisations[0].status = 'asleep'), false],
  ['a country in words', (feed) => (feed.organisations[0].designatedIn = ['Belarus']), false],
  ['a day in month 13', (feed) => (feed.observances[0].yearly = '13-01'), false],
  ['a person without consent', (feed) => delete feed.people[0].consent, false],
  ['an unknown kind of consent', (feed) => (feed.people[0].consent = 'yes'), false],
  ['an incident dated to the year', (feed) => (feed.people[0].incidents[0].date = '2023'), true],
  ['an incident dated to the day', (feed) => (feed.people[0].incidents[0].date = '2023-02-28'), true],
  ['an incident on 30 February', (feed) => (feed.people[0].incidents[0].date = '2023-02-30'), false],
  ['an incident in month 13', (feed) => (feed.people[0].incidents[0].date = '2023-13'), false],
  ['an incident without a source', (feed) => delete feed.people[0].incidents[0].source, false],
  ['an unknown incident', (feed) => (feed.people[0].incidents[0].what = 'freed'), false],
  ['an event on a day', (feed) => Object.assign(feed.events[0], {from: '2026-08-09', until: '2026-08-10'}), true],
  ['an event at 24:30', (feed) => (feed.events[0].from = '2026-08-09T24:30'), false],
  ['an event with seconds', (feed) => (feed.events[0].from = '2026-08-09T18:30:00'), false],
  ['an unknown status of an event', (feed) => (feed.events[0].status = 'over'), false],
  ['a town without a place', (feed) => delete feed.towns[0].latitude, false],
  ['a longitude of 181', (feed) => (feed.towns[0].longitude = 181), false],
  ['a latitude as text', (feed) => (feed.towns[0].latitude = '52.2'), false],
  ['a photo without a text alternative', (feed) => delete feed.photos[0].alt, false],
  ['a photo without a licence', (feed) => delete feed.photos[0].licence, false],
  ['a photo on another host', (feed) => (feed.photos[0].url = 'https://photos.example/a.jpg'), true],
  ['a photo above the feed', (feed) => (feed.photos[0].url = '../a.jpg'), false],
  [
    'an event that was moved online',
    (feed) => Object.assign(feed.events[0], {status: 'moved', online: 'https://a.example/'}),
    true,
  ],
  ['an event in a country in words', (feed) => (feed.events[0].country = 'Poland'), false],
  ['a calendar of the feed', (feed) => (feed.calendar = 'https://a.example/all.ics'), true],
  ['a page for photos without https', (feed) => (feed.submitPhoto = 'http://a.example/'), false],
  ['a photo without consent', (feed) => delete feed.photos[0].consent, false],
  ['a fraction of a pixel', (feed) => (feed.photos[0].width = 0.5), false],
  ['a hashtag in Belarusian', (feed) => (feed.amplify[0].hashtags = ['#ЖывеБеларусь']), true],
  ['a hashtag of two words', (feed) => (feed.amplify[0].hashtags = ['#Stand With']), false],
  ['a correction without a text', (feed) => delete feed.corrections[0].text, false],
  ['a retraction', (feed) => (feed.corrections[0].retracted = true), true],
  ['a retraction in words', (feed) => (feed.corrections[0].retracted = 'yes'), false],
  ['a text of 10,000 characters', (feed) => (feed.title = 'x'.repeat(10_000)), true],
  ['a text of 10,001 characters', (feed) => (feed.title = 'x'.repeat(10_001)), false],
  ['a text in 200 languages', (feed) => (feed.title = languages(200)), true],
  ['a text in 201 languages', (feed) => (feed.title = languages(201)), false],
  ['a link of 2,048 characters', (feed) => (feed.home = `https://a.example/${'x'.repeat(2030)}`), true],
  ['a link of 2,049 characters', (feed) => (feed.home = `https://a.example/${'x'.repeat(2031)}`), false],
  ['an id of 65 characters', (feed) => (feed.id = 'x'.repeat(65)), false],
  ['a time zone of 65 characters', (feed) => (feed.events[0].zone = `A/${'x'.repeat(63)}`), false],
  ['a hashtag of 101 characters', (feed) => (feed.amplify[0].hashtags = [`#${'x'.repeat(100)}`]), false],
  ['an issue date on 30 February', (feed) => (feed.issued = '2026-02-30T00:00:00Z'), false],
  ['an issue date with an offset', (feed) => (feed.issued = '2026-11-22T00:00:00+00:00'), false],
  ['no serial', (feed) => delete feed.serial, false],
  ['a figure that is out of date after 0 days', (feed) => (feed.figures[0].staleAfterDays = 0), false],
  ['a figure that is out of date after -45 days', (feed) => (feed.figures[0].staleAfterDays = -45), false],
  ['another version', (feed) => (feed.version = 2), false],
  ['no issue date', (feed) => delete feed.issued, false],
];

for (const [what, change, isValid] of CASES)
  test(`parser and JSON Schema ${isValid ? 'accept' : 'refuse'} ${what}`, () => {
    const feed = demo();
    change(feed);
    assert.equal(parseFeed(feed).problems.length === 0, isValid);
    assert.equal(validate(feed), isValid);
  });

test('validators that look at no formats refuse the same feeds, but for days that a month lacks', () => {
  const validate = new Ajv({validateFormats: false}).compile(schema);
  for (const [what, change, isValid] of CASES) {
    const feed = demo();
    change(feed);
    if (!what.includes('30 February')) assert.equal(validate(feed), isValid, what);
  }
});

/** Issues that JSON Schema cannot express, and that the parser finds. */
const REFINEMENTS = [
  [
    'a repeated id in a section',
    (feed) => feed.people.push({...feed.people[0]}),
    ({people}) => `/people/${people.length} repeats an id`,
  ],
  ['a person without incidents', (feed) => (feed.people[0].incidents = []), '/people/0 has no incident'],
  [
    'an incident in the future',
    (feed) => (feed.people[0].incidents[0].date = '2999-01-01'),
    '/people/0 has a date after issued',
  ],
  [
    'a release that has ended',
    (feed) => Object.assign(feed.people[0].incidents[0], {what: 'released', date: '2023', until: '2024'}),
    '/people/0 has an until that is no end',
  ],
  [
    'a detention that ends before it begins',
    (feed) => Object.assign(feed.people[0].incidents[0], {what: 'detained', date: '2023-05-04', until: '2023-04'}),
    '/people/0 has an until that is no end',
  ],
  ['a time without a zone', (feed) => delete feed.events[0].zone, '/events/0 has a time of day without a zone'],
  [
    'an event that ends before it begins',
    (feed) => (feed.events[0].until = '2026-08-09T18:00'),
    '/events/0 ends before it begins',
  ],
  [
    'a figure of at least 0',
    (feed) => Object.assign(feed.figures[1], {value: 0, qualifier: 'at-least'}),
    '/figures/1 is a bound of 0',
  ],
  [
    'a count of more than 0 in a history',
    (feed) => Object.assign(feed.figures[0].history[0], {value: 0, qualifier: 'more-than'}),
    '/figures/0 is a bound of 0',
  ],
  ['a photo without a width', (feed) => (feed.photos[0].width = 0), '/photos/0 has no size'],
  ['a latitude of 91', (feed) => (feed.towns[0].latitude = 91), '/towns/0 lies beyond a pole'],
  [
    'the place of a person',
    (feed) => (feed.towns[0].longitude = 21.0123),
    '/towns/0 is placed more precisely than a town',
  ],
  [
    'a repeated act',
    (feed) => feed.towns[0].acts.splice(1, 0, {...feed.towns[0].acts[0]}),
    '/towns/0/acts/1 repeats an id',
  ],
  ['an act in the future', (feed) => (feed.towns[0].acts[0].date = '2999'), '/towns/0 has a date after issued'],
  [
    'a correction in the future',
    (feed) => (feed.corrections[0].date = '2999-01-01'),
    '/corrections/0 has a date after issued',
  ],
];

test('the parser accepts a date that is today somewhere when the feed is issued', () => {
  for (const [issued, date, isValid] of [
    ['2026-03-19T10:00:00Z', '2026-03-20', true],
    ['2026-03-19T09:59:59Z', '2026-03-20', false],
    ['2026-02-28T22:00:00Z', '2026-03-01', true],
    ['2026-03-19T23:59:59Z', '2026-03-21', false],
  ]) {
    const feed = {version: 1, id: 'test', serial: 1, issued, title: 'Test', figures: demo().figures.slice(0, 1)};
    feed.figures[0] = {...feed.figures[0], asOf: date, history: [], annotations: []};
    assert.equal(parseFeed(feed).problems.length === 0, isValid, `${date} in a feed of ${issued}`);
  }
});

for (const [what, change, problem] of REFINEMENTS)
  test(`the parser refuses ${what}`, () => {
    const feed = demo();
    assert.deepEqual(parseFeed(feed).problems, []);
    const expected = typeof problem === 'string' ? problem : problem(feed);
    change(feed);
    assert.deepEqual(parseFeed(feed).problems, [expected]);
  });

test('the references of the demo’s feed exist, and its texts have the languages of the campaign', () => {
  const feed = JSON.parse(readFileSync('demo/feed.json', 'utf8'));
  const ids = new Set(feed.organisations.map(({id}) => id));
  assert.deepEqual(
    feed.ways.flatMap(({organisations = []}) => organisations).filter((id) => !ids.has(id)),
    [],
  );
  // The slogan is in every language of the library, the other texts at least in those of the campaign's readers.
  const wanted = ['be', 'de', 'en', 'fr', 'lt', 'pl', 'ru', 'uk'];
  const {sourceLocale, targetLocales} = JSON.parse(readFileSync('src/i18n/lit-localize.json', 'utf8'));
  for (const {slogan} of feed.campaigns)
    assert.deepEqual(Object.keys(slogan).sort(), [sourceLocale, ...targetLocales].sort());
  const walk = (node) => {
    if (!node || typeof node !== 'object') return;
    if ('en' in node && 'be' in node) for (const lang of wanted) assert.ok(node[lang], `${lang}: ${node.en}`);
    else Object.values(node).forEach(walk);
  };
  // Names of people are written as sources write them, so not in every language.
  walk({...feed, people: feed.people.map(({name: _name, aliases: _aliases, ...person}) => person)});
});

test('each campaign of the demo’s feed has a day of its own, and in each phase and outside them a call and an action', () => {
  const {campaigns, observances} = JSON.parse(readFileSync('demo/feed.json', 'utf8'));
  const dayOf = ({observance}) => observances.find(({id}) => id === observance)?.yearly;
  assert.deepEqual(campaigns.map(dayOf).sort(), ['08-04', '08-09']);
  for (const {id, phases, ...outside} of campaigns) {
    assert.deepEqual(
      phases.map(({id, from, until}) => [id, from, until]),
      [
        ['teaser', -14, -1],
        ['day', 0, 0],
        ['thanks', 1, 7],
      ],
    );
    for (const {call, action} of [outside, ...phases]) {
      assert.ok(call, id);
      // A page that stays, not a post of one year.
      assert.match(action.url, /^https:\/\/[^?#]+$/);
    }
    const texts = [outside, ...phases].map(({action}) => action.text.en);
    assert.equal(new Set(texts).size, 4, `${id}: ${texts}`);
    // What is said outside the days is true all year.
    assert.doesNotMatch(`${outside.call.en} ${outside.action.text.en}`, /August|take part|\d/);
  }
});
