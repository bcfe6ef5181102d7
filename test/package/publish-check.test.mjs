// `solidarity-feed check`: errors, suspicious changes, warnings.
import assert from 'node:assert/strict';
import {existsSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import test from 'node:test';
import {pathToFileURL} from 'node:url';
import {runnerImport} from 'vite';
import {day, tempDir} from '../support/feed-tool.mjs';

const {
  SEVERITIES,
  checkFeed,
  editJson,
  FEED_SCHEMA,
  findDeadLinks,
  fixFor,
  invalidValue,
  nextRevision,
  parseFeed,
  parseJson,
  readFeedFile,
  rewriteFeed,
  severityOf,
  withCorrections,
} = (await runnerImport('/test/support/publish.ts')).module;
const {LANGUAGES, findingDetail, findingSubject} = (
  await runnerImport('/test/support/desk-words.ts', {define: {BUILD_DATA: JSON.stringify({version: '', locales: []})}})
).module;

const TODAY = '2026-11-22';
const {put, read, run} = tempDir();

const source = {name: 'Test', url: 'https://example.org/count'};

/** A made-up feed with an item in every section and nothing to find; `change` changes it. */
const feedOf = (change = () => {}) => {
  const feed = {
    version: 1,
    serial: 7,
    issued: '2026-11-22T00:00:00Z',
    expires: '2027-01-01T00:00:00Z',
    id: 'test',
    title: {en: 'Test', be: 'Тэст'},
    lang: 'en',
    figures: [
      {
        id: 'held',
        title: 'Held',
        value: 110,
        unit: 'political-prisoner',
        asOf: '2026-11-20',
        source,
        definition: 'Test',
        history: [
          {date: '2026-09-20', value: 90, source},
          {date: '2026-10-20', value: 100, source},
        ],
      },
    ],
    observances: [{id: 'day', title: 'Day', yearly: '08-09'}],
    campaigns: [{id: 'campaign', slogan: 'Test', call: 'Test', observance: 'day'}],
    organisations: [
      {
        id: 'one',
        name: 'One',
        aliases: ['First'],
        status: 'active',
        checkedAt: '2026-11-01',
        url: 'https://one.example.org',
      },
      {id: 'two', name: 'Two', status: 'active', checkedAt: '2026-11-01'},
    ],
    ways: [{id: 'way', category: 'write', audiences: ['everyone'], title: 'T', text: 'T', organisations: ['one']}],
    people: [
      {
        id: 'person',
        name: 'Test Person',
        consent: 'own',
        checkedAt: '2026-11-01',
        incidents: [{what: 'detained', date: '2024-03-09', source}],
      },
    ],
    towns: [
      {
        id: 'town',
        name: 'Town',
        country: 'PL',
        latitude: 52,
        longitude: 21,
        acts: [{id: 'act', what: 'action', title: 'T', date: '2026-08-09', source}],
      },
    ],
    events: [
      {id: 'event', title: 'T', from: '2027-08-09', status: 'planned', source, town: 'town', organisations: ['two']},
    ],
    photos: [
      {
        id: 'photo',
        url: 'https://example.org/a.jpg',
        width: 4,
        height: 3,
        alt: 'T',
        credit: 'T',
        licence: {name: 'T'},
        consent: 'own',
        town: 'town',
        event: 'event',
      },
    ],
    amplify: [{id: 'message', text: 'Test', hashtags: ['#Test']}],
    corrections: [{id: 'old', date: '2026-01-01', section: 'organisations', of: 'one', text: 'The name was wrong.'}],
  };
  change(feed);
  return feed;
};

const findingsOf = (feed, previous) => {
  const findings = checkFeed(feed, TODAY, previous && parseFeed(previous).feed);
  const of = (severity) => findings.filter((finding) => severityOf(finding) === severity);
  return {errors: of('error'), suspicious: of('suspicious'), warnings: of('warning')};
};
const errorsOf = (feed) => findingsOf(feed).errors;

test('finds nothing in a correct feed', () => {
  assert.deepEqual(findingsOf(feedOf()), {errors: [], suspicious: [], warnings: []});
});

/** A change that gives the figure a value, and a correction. */
const corrected = (value, more) => (f) => {
  f.figures[0].value = value;
  f.corrections.push({id: 'new', date: '2026-11-01', section: 'figures', of: 'held', text: 'Why.', ...more});
};

/** A change to the feed, the pointer of the error, and a part of its fix. The parser refuses these feeds, too. */
const ERRORS = [
  ['a date in words', (f) => (f.figures[0].asOf = '5 March 2026'), '/figures/0/asOf', /Write the date as 2026-03-05/],
  ['a day that is not in the calendar', (f) => (f.figures[0].asOf = '2026-02-30'), '/figures/0/asOf', /calendar/],
  ['a count in quotes', (f) => (f.figures[0].value = '1140'), '/figures/0/value', /without quotes/],
  ['a count of -0', (f) => (f.figures[0].history[1].value = -0), '/figures/0/history/1/value', /0 or more/],
  ['a count that is too large', (f) => (f.figures[0].value = Infinity), '/figures/0/value', /0 or more/],
  ['a negative count', (f) => (f.figures[0].history[1].value = -1), '/figures/0/history/1/value', /0 or more/],
  ['a missing definition', (f) => delete f.figures[0].definition, '/figures/0', /Add "definition"/],
  ['an empty text', (f) => (f.figures[0].title = ' '), '/figures/0/title', /must not be empty/],
  ['an unknown qualifier', (f) => (f.figures[0].qualifier = 'about'), '/figures/0/qualifier', /"at-least"/],
  ['an object instead of a list', (f) => (f.figures = {}), '/figures', /square brackets/],
  ['a text instead of an object', (f) => (f.figures[0].source = 'Test'), '/figures/0/source', /braces/],
  [
    'an http address',
    (f) => (f.organisations[0].url = 'http://one.example.org'),
    '/organisations/0/url',
    /leave out the url/,
  ],
  [
    'an address without a scheme',
    (f) => (f.organisations[0].url = 'one'),
    '/organisations/0/url',
    /beginning with https/,
  ],
  [
    'a country in words',
    (f) => (f.organisations[0].designatedIn = ['Belarus']),
    '/organisations/0/designatedIn/0',
    /BY/,
  ],
  ['minutes in words', (f) => (f.ways[0].minutes = 'ten'), '/ways/0/minutes', /whole number/],
  ['an id with capitals', (f) => (f.ways[0].id = 'My Way'), '/ways/0/id', /lower-case Latin letters/],
  ['a day of the year in words', (f) => (f.observances[0].yearly = '9 August'), '/observances/0/yearly', /08-09/],
  ['a year in quotes', (f) => (f.observances[0].since = '2020'), '/observances/0/since', /four digits/],
  ['a wrong zone', (f) => (f.observances[0].zone = 'UTC +3'), '/observances/0/zone', /Europe\/Minsk/],
  ['a wrong time', (f) => (f.events[0].from = '2027-08-09T25:00'), '/events/0/from', /T18:30/],
  [
    'a wrong incident date',
    (f) => (f.people[0].incidents[0].date = 'spring'),
    '/people/0/incidents/0/date',
    /precisely/,
  ],
  ['degrees in quotes', (f) => (f.towns[0].latitude = '52'), '/towns/0/latitude', /without quotes/],
  ['a hashtag without sign', (f) => (f.amplify[0].hashtags[0] = 'Test'), '/amplify/0/hashtags/0', /#/],
  ['yes instead of true', (f) => (f.sample = 'yes'), '/sample', /true or false/],
  ['another version', (f) => (f.version = 2), '/version', /Write 1/],
  ['an issue date without time', (f) => (f.issued = '2026-11-22'), '/issued', /UTC/],
  ['a wrong language', (f) => (f.lang = 'english!'), '/lang', /tag/],
  ['days in words', (f) => (f.figures[0].staleAfterDays = 'long'), '/figures/0/staleAfterDays', /days/],
  ['a repeated id', (f) => f.ways.push({...f.ways[0]}), '/ways/1', /its own id/],
  ['an observance without a day', (f) => delete f.observances[0].yearly, '/observances/0', /Add "yearly"/],
  ['a time without zone', (f) => (f.events[0].from = '2027-08-09T18:30'), '/events/0', /Add "zone"/],
  ['an event that ends before it begins', (f) => (f.events[0].until = '2027-08-08'), '/events/0', /from or until/],
  ['a person without incident', (f) => (f.people[0].incidents = []), '/people/0', /what happened/],
  ['a town beyond the pole', (f) => (f.towns[0].latitude = 91), '/towns/0', /-90 to 90/],
  ['a repeated act', (f) => f.towns[0].acts.push({...f.towns[0].acts[0]}), '/towns/0/acts/1', /its own id/],
  ['a count after issued', (f) => (f.figures[0].asOf = '2026-11-23'), '/figures/0', /issued/],
  [
    'a value of at least 0',
    (f) => Object.assign(f.figures[0], {value: 0, qualifier: 'at-least'}),
    '/figures/0',
    /says nothing/,
  ],
  [
    'a value of more than 0 in the history',
    (f) => Object.assign(f.figures[0].history[0], {value: 0, qualifier: 'more-than'}),
    '/figures/0',
    /says nothing/,
  ],
  ['a unit that is not known', (f) => (f.figures[0].unit = 'people'), '/figures/0/unit', /"political-prisoner"/],
];

/** Errors in feeds that the parser accepts. */
const MORE_ERRORS = [
  [
    'a check in the future',
    (f) => (f.organisations[1].checkedAt = '2026-11-24'),
    '/organisations/1/checkedAt',
    /cannot be accepted/,
  ],
  ['a feed issued in the future', (f) => (f.issued = '2026-11-24T00:00:00Z'), '/issued', /cannot be accepted/],
  [
    'a way of an unknown organisation',
    (f) => f.ways[0].organisations.push('none'),
    '/ways/0/organisations/1',
    /organisations/,
  ],
  ['a way of an unknown observance', (f) => (f.ways[0].observance = 'none'), '/ways/0/observance', /observances/],
  [
    'a check of a way’s page in the future',
    (f) => (f.ways[0].checkedAt = '2026-11-24'),
    '/ways/0/checkedAt',
    /accepted/,
  ],
  [
    'an event of an unknown organisation',
    (f) => (f.events[0].organisations = ['none']),
    '/events/0/organisations/0',
    /organisations/,
  ],
  ['an event in an unknown town', (f) => (f.events[0].town = 'none'), '/events/0/town', /towns/],
  ['a photo of an unknown town', (f) => (f.photos[0].town = 'none'), '/photos/0/town', /towns/],
  ['a photo of an unknown event', (f) => (f.photos[0].event = 'none'), '/photos/0/event', /events/],
  [
    'a campaign for an unknown observance',
    (f) => (f.campaigns[0].observance = 'none'),
    '/campaigns/0/observance',
    /observances/,
  ],
  [
    'a message about an unknown figure',
    (f) => Object.assign(f.amplify[0], {text: '{figure}', figure: 'none'}),
    '/amplify/0/figure',
    /figures/,
  ],
  [
    'a draft about an unknown figure',
    (f) => (f.ways[0].templates = [{title: 'T', text: 'T', figure: 'none'}]),
    '/ways/0/templates/0/figure',
    /figures/,
  ],
  ['a correction of an unknown item', (f) => (f.corrections[0].of = 'none'), '/corrections/0/of', /organisations/],
  ['a correction of an unknown section', (f) => (f.corrections[0].section = 'none'), '/corrections/0/of', /section/],
  ['a correction of an unknown figure', (f) => delete f.corrections[0].section, '/corrections/0/of', /figures/],
  [
    'two counts of one date',
    (f) => f.figures[0].history.push({date: '2026-09-20', value: 95, source}),
    '/figures/0/history/2',
    /Keep the one/,
  ],
  ['a misspelt key', (f) => (f.figures[0].qualifer = 'at-least'), '/figures/0/qualifer', /Did you mean "qualifier"/],
  ['a misspelt key of the head', (f) => (f.expire = f.expires), '/expire', /Did you mean "expires"/],
  ['a misspelt section', (f) => (f.figure = []), '/figure', /Did you mean "figures"/],
  ['a key in small letters', (f) => (f.figures[0].staleafterdays = 9), '/figures/0/staleafterdays', /"staleAfterDays"/],
  [
    'a misspelt key of a source',
    (f) => (f.events[0].source = {name: 'T', ulr: 'x', url: source.url}),
    '/events/0/source/ulr',
    /"url"/,
  ],
  [
    'a misspelt key of a correction',
    (f) => (f.corrections[0].retractd = true),
    '/corrections/0/retractd',
    /"retracted"/,
  ],
  [
    'a zone that does not exist',
    (f) => (f.observances[0].zone = 'Europe/Nowhere'),
    '/observances/0/zone',
    /Europe\/Minsk/,
  ],
  ['a misspelt zone', (f) => (f.events[0].zone = 'America/New_Yorkk'), '/events/0/zone', /America\/New_York/],
  ['a day that never comes', (f) => (f.observances[0].yearly = '02-30'), '/observances/0/yearly', /08-09/],
  [
    'a day that never comes, in a month of 30',
    (f) => (f.observances[0].yearly = '11-31'),
    '/observances/0/yearly',
    /month/,
  ],
  [
    'a later count in the history',
    (f) => f.figures[0].history.push({date: '2026-11-21', value: 111, source}),
    '/figures/0/history/2/date',
    /newest count/,
  ],
  ['a correction with a count that the figure does not have', corrected(110, {is: 8}), '/corrections/1/is', /history/],
  [
    'a later one of two corrections of a day',
    (f) => {
      corrected(110, {is: 8})(f);
      corrected(110, {id: 'newer', is: 9})(f);
    },
    '/corrections/2/is',
    /history/,
  ],
  [
    'a count of the year 0',
    (f) => (f.figures[0].history[0].date = '0000-01-01'),
    '/figures/0/history/0/date',
    /Write the day/,
  ],
  ['a check of 1970', (f) => (f.organisations[0].checkedAt = '1970-01-01'), '/organisations/0/checkedAt', /checked/],
  ['a text without the feed’s language', (f) => (f.ways[0].title = {be: 'Т'}), '/ways/0/title', /Add "en"/],
];

const pointersOf = (findings) => findings.map(({pointer}) => pointer);

for (const [list, isRefusedByParser] of [
  [ERRORS, true],
  [MORE_ERRORS, false],
])
  for (const [what, change, pointer, fix] of list)
    test(`reports an error for ${what}`, () => {
      const feed = feedOf(change);
      const errors = errorsOf(feed);
      assert.deepEqual(pointersOf(errors), [pointer]);
      assert.match(errors[0].fix, fix);
      assert.doesNotMatch(errors[0].message + errors[0].fix, /undefined|\[object/);
      assert.equal(parseFeed(feed).problems.length > 0, isRefusedByParser);
    });

test('reports a date in the future besides the issue of the parser, with its own pointer', () => {
  const feed = feedOf((f) => (f.figures[0].history[0].date = '2027-01-01'));
  assert.deepEqual(pointersOf(errorsOf(feed)), ['/figures/0', '/figures/0/history/0/date']);
});

test('accepts the date of tomorrow, which has begun in some time zones', () => {
  const feed = feedOf((f) => {
    f.issued = '2026-11-23T00:00:00Z';
    f.figures[0].asOf = '2026-11-23';
  });
  assert.deepEqual(errorsOf(feed), []);
});

test('reports the errors of all sections and of the head at once', () => {
  const feed = feedOf((f) => {
    f.serial = 'seven';
    f.figures[0].value = '7';
    f.figures[0].asOf = 'today';
    f.ways[0].category = 'fun';
    delete f.people[0].consent;
  });
  assert.deepEqual(pointersOf(errorsOf(feed)), [
    '/serial',
    '/figures/0/value',
    '/figures/0/asOf',
    '/ways/0/category',
    '/people/0',
  ]);
});

test('does not report references to a section that is invalid', () => {
  const feed = feedOf((f) => (f.organisations = {}));
  assert.deepEqual(pointersOf(errorsOf(feed)), ['/organisations']);
});

test('reports every item with a repeated id, and the other issues of the section', () => {
  const feed = feedOf((f) => {
    f.events.push({...f.events[0]}, {...f.events[0], id: 'other', until: '2027-08-08'}, {...f.events[0]});
  });
  assert.deepEqual(
    errorsOf(feed).map(({pointer, message}) => [pointer, message]),
    [
      ['/events/1', 'It repeats an id.'],
      ['/events/2', 'It ends before it begins.'],
      ['/events/3', 'It repeats an id.'],
    ],
  );
});

test('reports each bad item of a section, whatever is wrong with the others', () => {
  const feed = feedOf((f) => {
    f.events.push({...f.events[0], id: 'Party'}, {...f.events[0], id: 'late', until: '2027-08-08'}, {...f.events[0]});
    f.people.unshift({...f.people[0], id: 'x', consent: 'none'});
  });
  assert.deepEqual(pointersOf(errorsOf(feed)), ['/people/0/consent', '/events/1/id', '/events/2', '/events/3']);
  assert.deepEqual(parseFeed(feed).problems, [
    '/people/0/consent is wrong',
    '/events/1/id is wrong',
    '/events/2 ends before it begins',
    '/events/3 repeats an id',
  ]);
});

test('gives each correction a unique id, also the second of a day', () => {
  const feed = feedOf((f) => (f.organisations[1].name = 'One'));
  const {suspicious} = findingsOf(feed);
  const accept = (json, reason) => withCorrections(json, suspicious, reason, TODAY);
  const ids = accept(accept(feed, 'One.'), 'Two.').corrections.map(({id}) => id);
  assert.deepEqual(ids, ['old', `same-name-two-${TODAY}`, `same-name-two-${TODAY}-2`]);
});

test('accepts a correction of an item that was retracted and removed', () => {
  const feed = feedOf((f) => Object.assign(f.corrections[0], {section: 'people', of: 'gone', retracted: true}));
  assert.deepEqual(errorsOf(feed), []);
});

test('reports an error for anything that is not a feed, and never throws', () => {
  for (const json of [null, 7, 'feed', [], {}, {figures: null}]) assert.ok(errorsOf(json).length, JSON.stringify(json));
});

/** The field types of a schema, each with the key of the field. */
const fieldTypesIn = (schema, key = '') =>
  typeof schema === 'function'
    ? [[key, schema]]
    : Object.entries(schema).flatMap(([inner, one]) => (typeof one === 'string' ? [] : fieldTypesIn(one, inner)));

test('has a fix for every field type, and for every issue that a section reports', () => {
  const types = fieldTypesIn(FEED_SCHEMA);
  assert.ok(new Set(types.map(([, type]) => type)).size > 15);
  for (const [key, type] of types) assert.ok(invalidValue({pointer: '', schema: type, value: null}).fix, key);
  const issues = readdirSync('src/feed/sections').flatMap((file) =>
    [...readFileSync(`src/feed/sections/${file}`, 'utf8').matchAll(/\bassert\([^']*path,\s*'([^']+)'/g)].map(
      ([, issue]) => issue,
    ),
  );
  assert.ok(issues.length > 6);
  for (const issue of [...issues, 'repeats an id']) assert.notEqual(fixFor(issue), fixFor('?'), issue);
});

const held = (value) => (f) => (f.figures[0].value = value);
/** A change to the feed, and the pointers of what is suspicious then. */
const SUSPICIOUS = [
  ['a rise of a fifth', held(120), []],
  ['a jump', held(121), ['/figures/0/value']],
  ['a jump with a note', (f) => Object.assign(f.figures[0], {value: 121, note: 'Why.'}), []],
  ['a jump with a correction of the new value', corrected(121, {is: 121}), []],
  ['a jump with a correction of another value', corrected(121, {is: 90}), ['/figures/0/value']],
  ['a jump with a correction without a value', corrected(121), ['/figures/0/value']],
  ['a jump from nothing', (f) => (f.figures[0].history[1].value = 0), ['/figures/0/value']],
  ['a fall', held(99), ['/figures/0/value']],
  ['a fall with a note', (f) => Object.assign(f.figures[0], {value: 99, note: 'Why.'}), []],
  ['a fall with a correction', corrected(99), []],
  ['a fall with a correction before the earlier point', corrected(99, {date: '2026-10-19'}), ['/figures/0/value']],
  ['a fall with a correction of another item', corrected(99, {section: 'ways', of: 'way'}), ['/figures/0/value']],
  [
    'a fall with a correction of an item with the same id in another section',
    (f) => {
      corrected(99, {section: 'ways'})(f);
      f.ways[0].id = 'held';
    },
    ['/figures/0/value'],
  ],
  ['a fall with a correction of another earlier value', corrected(99, {was: 5}), ['/figures/0/value']],
  ['a fall with a correction of another new value', corrected(99, {is: 90}), ['/figures/0/value']],
  ['a fall by more than a fifth', held(79), ['/figures/0/value']],
  ['no change', held(100), []],
  ['a figure without history', (f) => delete f.figures[0].history, []],
  ['a shared name', (f) => (f.organisations[1].aliases = [{en: 'x', be: ' FIRST'}]), ['/organisations/1']],
  ['a repeated name of one organisation', (f) => (f.organisations[0].aliases = ['One', 'one']), []],
  [
    'a shared name that was accepted',
    (f) => {
      f.organisations[1].name = 'one';
      f.corrections.push({id: 'same-name-two', date: TODAY, section: 'organisations', of: 'two', text: 'Why.'});
    },
    [],
  ],
];
for (const [what, change, pointers] of SUSPICIOUS)
  test(`${pointers.length ? 'suspects' : 'accepts'} ${what}`, () => {
    const {errors, suspicious} = findingsOf(feedOf(change));
    assert.deepEqual(pointersOf(suspicious), pointers);
    assert.deepEqual(errors, []);
  });

const next = (change) => (f) => {
  f.serial++;
  change(f);
};
/** The same for changes to the published feed. */
const SUSPICIOUS_AFTER = [
  ['the next feed', next(() => {}), []],
  ['the same feed', () => {}, []],
  ['another feed with the same serial', (f) => (f.title = 'Other'), ['/serial']],
  ['an older serial', (f) => (f.serial = 6), ['/serial']],
  ['a new point', next((f) => pushed(f, 115)), []],
  ['a jump to a new point', next((f) => pushed(f, 150)), ['/figures/0/value']],
  [
    'a jump that a new point of the history hides',
    next((f) => {
      pushed(f, 150);
      f.figures[0].history.push({date: '2026-11-21', value: 149, source});
    }),
    ['/figures/0/value'],
  ],
  ['another value of the same day', next(held(112)), ['/figures/0/value']],
  ['another value of an old point', next((f) => (f.figures[0].history[0].value = 91)), ['/figures/0/history/0/value']],
  ['a removed point', next((f) => f.figures[0].history.shift()), ['/figures/0/history']],
  ['a removed figure', next((f) => (f.figures = [])), ['/figures']],
  [
    'an old value that is not in the history',
    next((f) => Object.assign(f.figures[0], {value: 111, asOf: '2026-11-21'})),
    ['/figures/0/history'],
  ],
  [
    'a removed point with a new correction',
    next((f) => {
      f.figures[0].history.shift();
      f.corrections.push({id: 'new', date: TODAY, section: 'figures', of: 'held', text: 'Why.'});
    }),
    [],
  ],
];
/** The note of the published feed is about the published count. */
const NOTED = (f) => (f.figures[0].note = 'Before the release.');
test('a note explains a fall once: not the next one', () => {
  const fall = (note) =>
    feedOf(
      next((f) => {
        pushed(f, 105);
        f.figures[0].note = note;
      }),
    );
  const suspicious = (note) => pointersOf(findingsOf(fall(note), feedOf(NOTED)).suspicious);
  assert.deepEqual(suspicious('Before the release.'), ['/figures/0/value']);
  assert.deepEqual(suspicious('Five were counted twice.'), []);
});

const pushed = (feed, value) => {
  const [figure] = feed.figures;
  figure.history.push({date: figure.asOf, value: figure.value, source});
  Object.assign(figure, {value, asOf: TODAY});
};
for (const [what, change, pointers] of SUSPICIOUS_AFTER)
  test(`${pointers.length ? 'suspects' : 'accepts'} ${what}, compared with the published feed`, () => {
    const {errors, suspicious} = findingsOf(feedOf(change), feedOf());
    assert.deepEqual(pointersOf(suspicious), pointers);
    assert.deepEqual(errors, []);
  });

/** Changes that leave the number as it is, and what is said of them. */
const SILENT = [
  ['another definition', (f) => (f.figures[0].definition = 'All who were ever held.'), ['/figures/0/definition']],
  ['another unit', (f) => delete f.figures[0].unit, ['/figures/0', '/figures/0/unit']],
  ['another source', (f) => (f.figures[0].source = {...source, name: 'Other'}), ['/figures/0/source']],
  ['a count that is a bound now', (f) => (f.figures[0].qualifier = 'at-least'), ['/figures/0']],
  [
    'an old count that is a bound now',
    (f) => (f.figures[0].history[1].qualifier = 'more-than'),
    ['/figures/0/history/1'],
  ],
  ['another id of the feed', (f) => (f.id = 'other'), ['/id']],
  ['a new count of the same source', (f) => pushed(f, 115), []],
  ['a qualifier that was the default', (f) => (f.figures[0].qualifier = 'exact'), []],
  ['more spaces', (f) => (f.figures[0].definition = ` ${f.figures[0].definition}  `), []],
  ['the page of the source', (f) => (f.figures[0].source = {...source, url: 'https://example.org/2'}), []],
  [
    'a translation',
    (f) => (f.figures[0].definition = {en: f.figures[0].definition, be: 'Хто'}),
    [],
    'missing-translation',
  ],
];
for (const [what, change, pointers, other] of SILENT)
  test(`${pointers.length ? 'warns of' : 'says nothing of'} ${what}, compared with the published feed`, () => {
    const {errors, suspicious, warnings} = findingsOf(feedOf(next(change)), feedOf());
    assert.deepEqual([errors, suspicious], [[], []]);
    assert.deepEqual(pointersOf(warnings.filter(({id}) => id !== other)).sort(), pointers);
  });

test('a correction that is published already does not explain a new change', () => {
  const before = feedOf(corrected(110));
  const after = feedOf((f) => {
    corrected(110)(f);
    f.serial++;
    f.figures[0].history.shift();
  });
  assert.equal(findingsOf(after, before).suspicious.length, 1);
});

test('every suspicious change can be accepted, and is not reported again', () => {
  for (const [what, change, , previous] of [
    ...SUSPICIOUS,
    ...SUSPICIOUS_AFTER.map((entry) => [...entry.slice(0, 3), feedOf()]),
  ]) {
    const feed = feedOf(change);
    const {suspicious} = findingsOf(feed, previous);
    const corrected = withCorrections(feed, suspicious, 'The reason.', TODAY);
    const next = nextRevision(corrected, '2026-11-22T10:00:00Z', previous?.serial);
    const wrong = suspicious.filter(({correction}) => correction && !correction.since);
    assert.equal(next.corrections.length, feed.corrections.length + wrong.length, what);
    assert.deepEqual(findingsOf(next, previous).suspicious, [], what);
    assert.deepEqual(findingsOf(next, previous).errors, [], what);
  }
});

test('a count of another day is no correction: the reason is the note, and the old note stays with the old count', () => {
  for (const previous of [feedOf(NOTED), undefined]) {
    const feed = feedOf(next((f) => pushed(f, 50)));
    if (previous) feed.figures[0].note = previous.figures[0].note;
    const {suspicious} = findingsOf(feed, previous);
    assert.deepEqual(pointersOf(suspicious), ['/figures/0/value']);
    const {figures, corrections} = withCorrections(feed, suspicious, 'Sixty were released.', TODAY);
    assert.deepEqual(corrections, feed.corrections);
    assert.equal(figures[0].note, 'Sixty were released.');
    assert.equal(figures[0].history.at(-1).note, previous && 'Before the release.');
  }
});

test('another count of the same day is a correction, and says both counts', () => {
  const feed = feedOf(next(held(200)));
  const {suspicious} = findingsOf(feed, feedOf());
  const {figures, corrections} = withCorrections(feed, suspicious, 'Ninety were missed.', TODAY);
  const [, {was, is, text}, ...more] = corrections;
  assert.deepEqual([was, is, text, more, figures], [110, 200, 'Ninety were missed.', [], feed.figures]);
});

test('does not compare with a published count that is later', () => {
  const older = feedOf((f) => {
    f.serial++;
    f.figures[0].history.pop();
    Object.assign(f.figures[0], {value: 100, asOf: '2026-10-20'});
  });
  const {suspicious} = findingsOf(older, feedOf());
  assert.deepEqual(
    suspicious.map(({id}) => id),
    ['removed-count'],
  );
});

/** A change to the feed, and the pointer and a part of the warning. */
const WARNINGS = [
  ['a key that is not known', (f) => (f.figures[0].colour = 'red'), '/figures/0/colour', /“colour” is not known/],
  ['a feed that has expired', (f) => (f.expires = '2026-11-21T00:00:00Z'), '/expires', /expired on/],
  ['a feed that expires soon', (f) => (f.expires = '2026-11-24T23:00:00Z'), '/expires', /expires on/],
  ['an old check of the feed', (f) => (f.checkedAt = '2026-08-01'), '/checkedAt', /113 days/],
  ['an old figure', (f) => (f.figures[0].staleAfterDays = 1), '/figures/0/asOf', /it is out of date/],
  ['an old check of a figure', (f) => (f.figures[0].checkedAt = '2026-08-01'), '/figures/0/checkedAt', /113 days/],
  [
    'a point of the history with the date of the value',
    (f) => f.figures[0].history.push({date: '2026-11-20', value: 110, source}),
    '/figures/0/history/2',
    /2026-11-20/,
  ],
  [
    'a figure held without a unit',
    (f) => {
      f.figures[0].qualifier = 'at-least';
      delete f.figures[0].unit;
    },
    '/figures/0',
    /“Held: at least 110 on 20 November 2026”, not “At least 110 political prisoners on 20 November 2026”/,
  ],
  [
    'a digit too many in the history',
    (f) => (f.figures[0].history[0].value = 1000),
    '/figures/0/history/1/value',
    /was 100 on 2026-10-20, but 1,000 before and 110 after it/,
  ],
  [
    'a point that is far from both neighbours',
    (f) => f.figures[0].history.splice(1, 0, {date: '2026-10-01', value: 160, source}),
    '/figures/0/history/1/value',
    /was 160 on 2026-10-01, but 90 before and 100 after it/,
  ],
  [
    'a note with the difference of two bounds',
    (f) => {
      Object.assign(f.figures[0], {value: 1100, qualifier: 'at-least', note: {en: '1,010 more', be: 'x'}});
      f.figures[0].history = [{date: '2026-10-20', value: 2110, qualifier: 'more-than', source}];
      f.corrections.push({id: 'new', date: '2026-11-01', of: 'held', text: 'Test', is: 1100});
    },
    '/figures/0/note',
    /says 1,010, the difference between “more-than 2,110” and “at-least 1,100”/,
  ],
  [
    'sources without an address, once for each section',
    (f) => f.figures[0].history.forEach((point) => (point.source = {name: 'Test'})),
    '/figures/0/history/0/source',
    /2 sources without an address \(\/figures\/0\/history\/0\/source, /,
  ],
  [
    'a large change that only a note explains',
    (f) => Object.assign(f.figures[0], {value: 121, note: 'Why.'}),
    '/figures/0/value',
    /from 100 \(2026-10-20\) to 121, by \+21 %: .* Only the note/,
  ],
  [
    'a correction of a count that the history has',
    corrected(80, {was: 100, is: 80}),
    '/corrections/1',
    /Readers learn that 100 was wrong, but it is the count of 2026-10-20/,
  ],
  [
    'a correction that has ended',
    (f) => Object.assign(f.corrections[0], {section: 'figures', of: 'held', date: '2025-11-21'}),
    '/corrections/0',
    /no longer show it/,
  ],
  [
    'an old check of an organisation',
    (f) => (f.organisations[0].checkedAt = '2026-08-23'),
    '/organisations/0',
    /91 days/,
  ],
  [
    'an organisation that was never checked',
    (f) => delete f.organisations[1].checkedAt,
    '/organisations/1',
    /no checkedAt/,
  ],
  [
    'a closed organisation with a link',
    (f) => {
      f.organisations[0].status = 'closed';
      f.ways[0].organisations.push('two');
    },
    '/organisations/0/url',
    /donations/,
  ],
  [
    'a way’s page that was never checked',
    (f) => (f.ways[0].url = 'https://example.org/way'),
    '/ways/0/url',
    /no checkedAt/,
  ],
  [
    'a way whose organisations are closed',
    (f) => {
      f.organisations[1].status = 'closed';
      f.ways[0].organisations = ['two'];
    },
    '/ways/0/organisations',
    /closed/,
  ],
  [
    'a link to a banned page',
    (f) => (f.organisations[0].designatedIn = ['BY']),
    '/organisations',
    /one\.example\.org \(BY\)/,
  ],
  ['a picture that is there twice', (f) => f.photos.push({...f.photos[0], id: 'copy'}), '/photos/1/url', /photos\/0/],
  ['a missing language', (f) => (f.ways[0].title = {en: 'T'}), '/ways/0/title', /Not translated into be/],
  [
    'a repeated address',
    (f) => (f.organisations[1].url = 'https://one.example.org/'),
    '/organisations/1/url',
    /organisations\/0/,
  ],
  [
    'a language by the code of a country',
    (f) => (f.ways[0].title = f.ways[0].text = {en: 'T', be: 'Т', ua: 'Т'}),
    '/ways/0/title',
    /“ua”: widgets look for “uk” \(\/ways\/0\/title, \/ways\/0\/text\)/,
  ],
  ['a language with a region', (f) => (f.title = {en: 'T', be: 'Т', 'de-AT': 'T'}), '/title', /“de-AT”.*“de”/],
  ['a language in capitals', (f) => (f.title = {en: 'T', be: 'Т', PL: 'T'}), '/title', /“PL”.*“pl”/],
  [
    'a feed in a language by the code of a country',
    (f) => Object.assign(f, {lang: 'ua', title: 'Тэст'}),
    '/lang',
    /“ua”.*“uk”/,
  ],
  [
    'a phase that ends before it begins',
    (f) => (f.campaigns[0].phases = [{id: 'teaser', from: -1, until: -14}]),
    '/campaigns/0/phases/0',
    /ends \(-14\) before it begins \(-1\)/,
  ],
  [
    'a phase of a campaign without an observance',
    (f) => {
      delete f.campaigns[0].observance;
      f.campaigns[0].phases = [{id: 'teaser', from: -14, until: -1}];
    },
    '/campaigns/0/phases/0',
    /no observance/,
  ],
  [
    'a phase that an earlier one hides',
    (f) =>
      (f.campaigns[0].phases = [
        {id: 'all', from: -14, until: 7},
        {id: 'day', from: 0, until: 0},
      ]),
    '/campaigns/0/phases/1',
    /those of all/,
  ],
  ['an http address in a text', (f) => (f.ways[0].text = 'See http://example.org'), '/ways/0/text', /http:\/\//],
  ['an old check of a held person', (f) => (f.people[0].checkedAt = '2026-08-01'), '/people/0/checkedAt', /113 days/],
  ['a check of a held person that is too old', (f) => (f.people[0].checkedAt = '2026-05-01'), '/people/0', /“unknown”/],
  ['a held person who was never checked', (f) => delete f.people[0].checkedAt, '/people/0', /“unknown”/],
  [
    'a time without contact that does not end with the release',
    (f) =>
      f.people[0].incidents.push(
        {what: 'no-contact', date: '2025-02', source},
        {what: 'exiled', date: '2026-01-05', source},
      ),
    '/people/0/incidents/1',
    /exiled on 2026-01-05/,
  ],
  [
    'a detention after a release',
    (f) => f.people[0].incidents.push({what: 'released', date: '2023', source}),
    '/people/0/incidents/0',
    /after the release of 2023/,
  ],
];
for (const [what, change, pointer, words] of WARNINGS)
  test(`warns of ${what}`, () => {
    const {errors, suspicious, warnings} = findingsOf(feedOf(change));
    assert.deepEqual([errors, suspicious], [[], []]);
    assert.deepEqual(pointersOf(warnings), [pointer]);
    assert.match(warnings[0].message, words);
  });

/** Correct changes that are similar to those above. */
const CORRECT = [
  [
    'keys of the publisher, and that of the JSON Schema',
    (f) => Object.assign(f, {$schema: 'feed.schema.json', _memo: 1}),
  ],
  ['the reader’s own zone, and 29 February', (f) => Object.assign(f.observances[0], {zone: 'local', yearly: '02-29'})],
  [
    'a correction of a count that is in the history now',
    (f) => f.corrections.push({id: 'new', date: '2026-10-21', of: 'held', text: 'Why.', was: 99, is: 100}),
  ],
  [
    'a correction that a newer one has corrected',
    (f) => {
      corrected(110, {is: 8, date: '2026-10-30'})(f);
      corrected(110, {id: 'newer', was: 8, is: 110})(f);
    },
  ],
  [
    'a time without contact that has ended',
    (f) =>
      f.people[0].incidents.push(
        {what: 'no-contact', date: '2024-05', until: '2024-06', source},
        {what: 'released', date: '2025-01-01', source},
      ),
  ],
  ['no contact with a held person', (f) => f.people[0].incidents.push({what: 'no-contact', date: '2024-05', source})],
  [
    'a release in the month of the detention',
    (f) => {
      f.people[0].incidents.unshift({what: 'released', date: '2024-03', source});
    },
  ],
  [
    'a released person who was not checked for long',
    (f) => {
      f.people[0].incidents.push({what: 'released', date: '2025-01-01', source});
      delete f.people[0].checkedAt;
    },
  ],
  [
    'a way’s page that was checked',
    (f) => Object.assign(f.ways[0], {url: 'https://example.org/way', checkedAt: '2026-11-20', minutes: 10}),
  ],
  ['a link to a page that is not banned', (f) => (f.organisations[0].designatedIn = [])],
  ['a note with the difference of two exact counts', (f) => (f.figures[0].note = '10 more')],
  [
    'a note with another number beside bounds',
    (f) => Object.assign(f.figures[0], {qualifier: 'at-least', note: '110, 2,010 and 1'}),
  ],
  [
    'a note with a day whose number is the difference of two bounds',
    (f) =>
      Object.assign(f.figures[0], {
        qualifier: 'at-least',
        note: 'Counted on 10 November 2026, 10. November 2026, 10 лістапада 2026, November 10, 2026, 2026-11-10, 10.11.2026.',
      }),
  ],
  [
    'a language of its own beside that of its region, and one that we do not have',
    (f) => (f.title = {en: 'T', be: 'Т', pt: 'T', 'pt-BR': 'T', ja: 'T'}),
  ],
  ['a feed in a language of a region', (f) => (f.lang = 'en-GB')],
  [
    'phases one after the other, the first of which goes on',
    (f) =>
      (f.campaigns[0].phases = [
        {id: 'day', from: 0, until: 0},
        {id: 'all', from: -14, until: 7},
      ]),
  ],
  [
    'small numbers that grow',
    (f) => ([0, 1].forEach((i) => (f.figures[0].history[i].value = [2, 19][i])), (f.figures[0].value = 19)),
  ],
  [
    'an old correction that still explains the present value',
    (f) => {
      f.figures[0].value = 90;
      f.figures[0].history = [{date: '2025-10-01', value: 100, source}];
      Object.assign(f.corrections[0], {section: 'figures', of: 'held', date: '2025-11-01'});
    },
  ],
  [
    'an old retraction',
    (f) => Object.assign(f.corrections[0], {section: 'people', of: 'gone', date: '2024-01-01', retracted: true}),
  ],
  [
    'a message about a figure that was retracted',
    (f) => {
      f.amplify[0].figure = 'gone';
      f.corrections.push({id: 'new', date: '2026-11-01', of: 'gone', text: 'Why.', retracted: true});
    },
  ],
  [
    'a repeated source',
    (f) => f.figures[0].history.forEach((point) => (point.source = {name: 'T', url: 'https://example.org'})),
  ],
];
for (const [what, change] of CORRECT)
  test(`does not warn of ${what}`, () => {
    assert.deepEqual(findingsOf(feedOf(change)), {errors: [], suspicious: [], warnings: []});
  });

test('gives one warning for all texts that lack a language', () => {
  const demo = JSON.parse(readFileSync('demo/feed.json', 'utf8'));
  delete demo.ways[0].title.lt;
  delete demo.ways[1].title.lt;
  const warnings = checkFeed(demo, TODAY).filter(({message}) => message.includes('into lt'));
  assert.deepEqual(
    warnings.map(({pointer, message}) => [pointer, message.includes('/ways/1/title')]),
    [['/ways/0/title', true]],
  );
});

test('does not ask for names of people in every language', () => {
  const demo = JSON.parse(readFileSync('demo/feed.json', 'utf8'));
  const untranslated = () =>
    checkFeed(demo, TODAY).filter(({message}) => /^Not translated into .*\/people\//.test(message));
  demo.people[0].name = {en: 'Mikalai Statkevich'};
  demo.people[0].aliases = [{en: 'Statkevich'}];
  assert.deepEqual(untranslated(), []);
  demo.people[0].incidents[0].note = {en: 'A note.'};
  assert.match(untranslated()[0].message, /: \/people\/0\/incidents\/0\/note\.$/);
});

/* The command. */

test('the demo’s feed may be published', () => {
  put('demo.json', readFileSync('demo/feed.json'));
  const {code, stdout} = run(['check', 'demo.json', '--today', TODAY]);
  assert.equal(code, 0);
  assert.match(stdout, /\n0 errors, 0 suspicious changes, \d+ warnings?\.\n/);
  assert.match(stdout, /Nothing found in: .*observances \(\d+\)/);
});

test('reports errors with their lines and columns and exit code 1, with --json as JSON', () => {
  const text = JSON.stringify(
    feedOf((f) => (f.figures[0].asOf = '5 March 2026')),
    null,
    2,
  );
  put('invalid.json', text);
  const {code, stdout, stderr} = run(['check', 'invalid.json', '--today', TODAY]);
  assert.equal(code, 1);
  assert.equal(stderr, '');
  const line = text.split('\n').findIndex((words) => words.includes('5 March')) + 1;
  const column = text.split('\n')[line - 1].indexOf('"5 March') + 1;
  const place = `${line}:${column}`;
  assert.match(
    stdout,
    new RegExp(`figures\n  ${place}  error  "5 March 2026" is not a date\\.  /figures/0/asOf \\[invalid-value\\]`),
  );
  assert.match(stdout, /must not be published/);
  const result = run(['check', 'invalid.json', '--json', '--today', TODAY]);
  assert.equal(result.code, 1);
  assert.equal(result.stderr, '');
  const {mayPublish, findings} = result.json();
  assert.equal(mayPublish, false);
  const [{message, fix, ...finding}] = findings;
  assert.deepEqual(finding, {
    id: 'invalid-value',
    severity: 'error',
    subject: 'figures',
    pointer: '/figures/0/asOf',
    line,
    column,
  });
  assert.match(message + fix, /^"5 March 2026" is not a date\.Write the date as/);
});

test('reports files that cannot be read and wrong options without a stack trace', () => {
  put('comma.json', '{\n"version": 1,\n}');
  put('latin.json', Buffer.from('{"title": "\xe9"}', 'latin1'));
  put('null.json', 'null');
  put('signed.json', 'solidarity1 key 1 …\n{}');
  for (const [args, code, words] of [
    [['none.json'], 3, /no such file/],
    [['.'], 3, /folder/],
    [['comma.json'], 1, /not valid JSON: line 2, column 13: a key in double quotes is missing/],
    [['latin.json'], 1, /not UTF-8/],
    [['signed.json'], 1, /signed/],
    [['null.json'], 1, /1:1 {2}error {2}null is not an object/],
    [['invalid.json', '--previous', 'none.json'], 3, /no such file/],
    [['invalid.json', '--previous', 'invalid.json'], 1, /invalid\.json is invalid: \/figures/],
    [['invalid.json', '--today', 'tomorrow'], 2, /2026-03-05/],
    [['invalid.json', '--accept', ' '], 2, /reason/],
    [['invalid.json', '--frob'], 2, /--frob/],
    [[], 2, /feed/],
  ]) {
    const result = run(['check', ...args]);
    assert.equal(result.code, code, args.join(' '));
    assert.match(result.stdout + result.stderr, words);
    assert.doesNotMatch(result.stdout + result.stderr, /\n\s+at |Internal error/);
  }
});

test('refuses a jump until it is accepted with a reason', () => {
  const jump = feedOf((f) => {
    f.figures[0].value = 150;
    f.issued = `${day(-1)}T00:00:00Z`;
    delete f.expires;
  });
  const text = `${JSON.stringify(jump, null, '\t')}\n`;
  put('jump.json', text);
  const args = ['check', 'jump.json'];
  assert.equal(run(args).code, 1);
  assert.equal(read('jump.json'), text);

  const {code, stdout} = run([...args, '--accept', ' Verified with the source. ']);
  assert.equal(code, 0, stdout);
  assert.match(stdout, /1 accepted/);
  const written = read('jump.json');
  const {serial, issued, ...rest} = JSON.parse(written);
  const {serial: oldSerial, issued: oldIssued, ...oldRest} = JSON.parse(text);
  assert.equal(serial, oldSerial + 1);
  assert.ok(issued > oldIssued && Math.abs(Date.parse(issued) - Date.now()) < 60_000, issued);
  assert.match(issued, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  oldRest.figures[0].note = 'Verified with the source.';
  assert.deepEqual(rest, oldRest);
  // The file keeps its tabs: only the lines with changes differ.
  const lines = new Set(written.split('\n'));
  assert.ok(text.split('\n').filter((line) => !lines.has(line)).length <= 4);

  assert.equal(run(args).code, 0);
  const again = run([...args, '--accept', 'Again.']);
  assert.equal(again.code, 0);
  assert.match(again.stdout, /nothing to accept: the reason “Again\.” was not added/);
  assert.equal(read('jump.json'), written);
});

test('wants a reason for each figure that changed', () => {
  const text = JSON.stringify(
    feedOf((f) => {
      f.figures.push({...f.figures[0], id: 'women'});
      f.figures.forEach((figure) => (figure.value = 150));
    }),
  );
  const accept = (...reasons) => {
    put('two.json', text);
    const args = reasons.flatMap((reason) => ['--accept', reason]);
    const {code, stdout, stderr} = run(['check', 'two.json', '--today', TODAY, ...args]);
    return {code, output: stdout + stderr, after: read('two.json')};
  };
  for (const [reasons, code, words] of [
    [['Why.'], 2, /One reason cannot be for all that changed: held, women\.[^]*--accept held="…" --accept women="…"/],
    [['held=Why.'], 1, /a reason is missing[^]*--accept held=.* --accept women=/],
    [['held=Why.', 'held=Because.'], 2, /two reasons for held/],
    [['Why.', 'Because.'], 2, /two reasons\./],
    [['held=Why.', 'women= '], 2, /needs a reason/],
    [['held=Why.', 'men=Because.'], 1, /“Because\.” was not added[^]*a reason is missing/],
  ]) {
    const {code: actual, output, after} = accept(...reasons);
    assert.equal(actual, code, output);
    assert.match(output, words);
    assert.equal(after, text);
  }
  for (const reasons of [
    ['women=Some = all.', 'held=Why.'],
    ['held=Why.', 'Some = all.'],
  ]) {
    const {code, output, after} = accept(...reasons);
    assert.equal(code, 0, output);
    assert.deepEqual(
      JSON.parse(after).figures.map(({note}) => note),
      ['Why.', 'Some = all.'],
    );
  }
});

test('accepts an older feed with a serial above the published one', () => {
  const issuedYesterday = (f) => (f.issued = `${day(-1)}T00:00:00Z`);
  put(
    'published.json',
    feedOf((f) => (issuedYesterday(f), (f.serial = 40))),
  );
  put('next.json', feedOf(issuedYesterday));
  const args = ['check', 'next.json', '--previous', 'published.json'];
  assert.deepEqual(
    run([...args, '--json'])
      .json()
      .findings.flatMap(({severity, pointer}) => (severity === 'suspicious' ? [pointer] : [])),
    ['/serial'],
  );
  const {code, json} = run([...args, '--accept', 'Restored.', '--json']);
  assert.equal(code, 0);
  assert.deepEqual([json().accepted, json().serial], [1, 41]);
  assert.equal(run(args).code, 0);
});

test('accepts nothing in a feed with errors', () => {
  for (const change of [(f) => (f.organisations[0].checkedAt = '2099-01-01'), (f) => f.ways.push({...f.ways[0]})]) {
    const text = JSON.stringify(
      feedOf((f) => {
        change(f);
        f.figures[0].value = 150;
      }),
    );
    put('errors.json', text);
    const {code, stdout} = run(['check', 'errors.json', '--accept', 'Because.', '--today', TODAY]);
    assert.equal(code, 1);
    assert.match(stdout, /Nothing was accepted/);
    assert.match(stdout, /1 suspicious change,/);
    assert.equal(read('errors.json'), text);
  }
});

/* Links. */

/** A server that answers by path, and the requests that it received. */
const site = async () => {
  const requests = [];
  const server = createServer((request, response) => {
    const {method, url, headers} = request;
    requests.push({method, url, headers});
    const [, host, path] = url.split('/');
    const end = (status, more) => response.writeHead(status, more).end();
    if (path === 'never') return;
    if (path === 'get-only' && method === 'HEAD') end(405);
    else if (path === 'moved') end(301, {location: `https://${host}/ok`});
    else if (path === 'plain') end(301, {location: 'http://a.example.org/ok'});
    else if (path === 'round') end(302, {location: `https://${host}/round`});
    else if (/^\d+$/.test(path)) end(Number(path));
    else end(200, {'set-cookie': 'reader=7'});
  });
  const none = createServer();
  const at = (one) =>
    new Promise((resolve) => {
      one.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${one.address().port}`));
    });
  const [base, closed] = [await at(server), await at(none)];
  await new Promise((resolve) => none.close(resolve));
  const send = (url, init) => {
    const {host, pathname} = new URL(url);
    return fetch(host === 'gone.example.org' ? closed : `${base}/${host}${pathname}`, init);
  };
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return {requests, send, close};
};

const linked = (...urls) => {
  const feed = feedOf((f) => {
    delete f.organisations[0].url;
    f.photos = [];
    f.ways = urls.map((url, i) => ({...f.ways[0], id: `way-${i}`, url: `https://${url}`}));
  });
  return JSON.parse(JSON.stringify(feed), (key, value) => (key === 'source' ? {name: 'Test'} : value));
};

test('--links requests every address, and reports those that do not answer', async () => {
  const {requests, send, close} = await site();
  const feed = linked(
    'a.example.org/ok',
    'a.example.org/get-only',
    'a.example.org/404',
    'b.example.org/403',
    'b.example.org/moved',
    'b.example.org/plain',
    'c.example.org/round',
    'gone.example.org/',
    'a.example.org/ok',
  );
  const seen = [];
  const dead = await findDeadLinks(feed, {fetch: send, onProgress: (...progress) => seen.push(progress)});
  close();
  assert.deepEqual(
    dead.map(({pointer, message}) => [pointer, message.replace(/^\S+ /, '')]),
    [
      ['/ways/2/url', 'answers with status 404.'],
      ['/ways/3/url', 'answers with status 403; browsers may get another answer.'],
      ['/ways/5/url', 'cannot be reached: it redirects to an address without https.'],
      ['/ways/6/url', 'cannot be reached: too many redirects.'],
      ['/ways/7/url', 'cannot be reached: the site refuses connections.'],
    ],
  );
  assert.deepEqual(seen.at(-1), [8, 8]);
  const methods = (path) => requests.filter(({url}) => url.endsWith(path)).map(({method}) => method);
  assert.deepEqual(methods('/a.example.org/ok'), ['HEAD']);
  assert.deepEqual(methods('/b.example.org/ok'), ['HEAD']);
  assert.deepEqual(methods('/get-only'), ['HEAD', 'GET']);
  for (const {headers} of requests) {
    assert.match(headers['user-agent'], /^solidarity-feed\/\d/);
    assert.ok(!('cookie' in headers) && !('referer' in headers));
  }
});

test('--links stops waiting for a site that does not answer', {timeout: 20_000}, async () => {
  const {send, close} = await site();
  const [{message}] = await findDeadLinks(linked('a.example.org/never'), {fetch: send, timeout: 50});
  close();
  assert.match(message, /no answer in time/);
});

test('--links sends requests to four sites at a time, and to each site one after the other', async () => {
  let [now, most] = [0, 0];
  const send = async () => {
    most = Math.max(most, ++now);
    await new Promise(setImmediate);
    now--;
    return new Response();
  };
  await findDeadLinks(linked(...Array.from({length: 30}, (_, i) => `site-${i}.example.org/ok`)), {fetch: send});
  assert.equal(most, 4);
  most = 0;
  await findDeadLinks(linked(...Array.from({length: 6}, (_, i) => `one.example.org/ok-${i}`)), {fetch: send});
  assert.equal(most, 1);
});

test('sends no requests without --links, and --help says what --links does', () => {
  const trap = put('trap.mjs', 'globalThis.fetch = () => process.exit(99);');
  put('linked.json', linked('example.org/a'));
  const node = ['--import', pathToFileURL(trap).href];
  const args = ['check', 'linked.json', '--today', TODAY];
  assert.equal(run(args, {node}).code, 0);
  assert.equal(run([...args, '--links'], {node}).code, 99);
  const help = run(['check', '--help']).stdout.replace(/\s+/g, ' ');
  assert.match(help, /sends requests from your computer to sites that may be listed as “extremist” in Belarus/);
  assert.match(help, /never use it there/);
});

test('does not overwrite a feed that another program changed', async () => {
  const path = put('shared.json', feedOf());
  const file = await readFeedFile(path);
  const theirs = JSON.stringify(feedOf((f) => (f.serial = 99)));
  put('shared.json', theirs);
  await assert.rejects(rewriteFeed(file, file.json), /has changed .*shared\.json/);
  assert.equal(read('shared.json'), theirs);
});

test('says numbers as they are in the file', () => {
  for (const [text, words] of [
    ['-0', /^-0 is not a count/],
    ['1e999', /^A number that is so large is not a count/],
  ]) {
    const json = JSON.parse(JSON.stringify(feedOf()).replace('"value":110', `"value":${text}`));
    assert.match(errorsOf(json)[0].message, words);
  }
});

test('of two commands that change a feed at once, one writes it, and the other says that it has changed', async () => {
  const path = put('shared.json', feedOf());
  const rounds = 20;
  for (let i = 0; i < rounds; i++) {
    const file = await readFeedFile(path);
    const results = await Promise.allSettled(
      [1, 2, 3].map((n) => rewriteFeed(file, {...file.json, serial: 10 * i + n})),
    );
    const written = results.filter(({status}) => status === 'fulfilled');
    assert.equal(written.length, 1);
    for (const {reason} of results.filter(({status}) => status === 'rejected'))
      assert.match(reason.message, /has changed/);
  }
});

test('says how to remove the lock of a command that was stopped', async () => {
  const path = put('locked.json', feedOf());
  const lock = put('locked.json.lock', '');
  const file = await readFeedFile(path);
  await assert.rejects(rewriteFeed(file, file.json), ({message, fix}) => message.includes(lock) && /remove/.test(fix));
  rmSync(lock);
  await rewriteFeed(file, file.json);
  assert.ok(!existsSync(lock));
});

test('keeps the bytes of a file in which nothing changes', () => {
  const demo = readFileSync('demo/feed.json', 'utf8');
  const json = JSON.parse(demo);
  for (const text of [
    demo,
    demo.replaceAll('\n', '\r\n'),
    JSON.stringify(json),
    JSON.stringify(json, null, 4),
    `${JSON.stringify(json, null, '\t')}\n`,
    '{\n  "a": [],\n  "b": {},\n  "c": { "d": [1, { "e": "\\"{[,:" }] }\n}\n',
    ' { "a":1.0 ,\n\n"b" : "\\u2019" ,"c":[ 1,2 ]}',
  ])
    assert.equal(editJson(parseJson('feed.json', text), JSON.parse(text)), text);
});

/** A text, a change to its value, and the text after it. */
const EDITS = [
  ['a number', '{"a": 1.0,\n "b" :2}', (v) => (v.b = 3), '{"a": 1.0,\n "b" :3}'],
  ['a new key', '{\n  "a": 1,\n  "c": 3\n}\n', (v) => (v.d = 4), '{\n  "a": 1,\n  "c": 3,\n  "d": 4\n}\n'],
  ['a removed key', '{\n  "a": 1,\n  "c": 3\n}\n', (v) => delete v.a, '{\n  "c": 3\n}\n'],
  ['the last key', '{ "a": 1, "c": 3 }', (v) => delete v.c, '{ "a": 1 }'],
  [
    'an item after others on one line each',
    '{\n\t"h": [\n\t\t{"d": 1, "v": 1.0},\n\t\t{"d": 2}\n\t]\n}',
    (v) => v.h.push({d: 3, s: {n: 'x'}}),
    '{\n\t"h": [\n\t\t{"d": 1, "v": 1.0},\n\t\t{"d": 2},\n\t\t{"d": 3, "s": {"n": "x"}}\n\t]\n}',
  ],
  [
    'an item before others',
    '[\r\n  {\r\n    "d": 1\r\n  }\r\n]\r\n',
    (v) => v.unshift({d: 0}),
    '[\r\n  {\r\n    "d": 0\r\n  },\r\n  {\r\n    "d": 1\r\n  }\r\n]\r\n',
  ],
  ['a removed item', '[1.0, 2, 3.0]', (v) => v.splice(1, 1), '[1.0, 3.0]'],
  ['all items', '{"a": [1, 2]}', (v) => (v.a = []), '{"a": []}'],
  ['the first item of a list', '{\n "a": [],\n "b": [1]\n}', (v) => v.a.push(1), '{\n "a": [1],\n "b": [1]\n}'],
  ['a value of another type', '{"a": [1, 2], "b": 1}', (v) => (v.a = {c: 1}), '{"a": {"c": 1}, "b": 1}'],
  ['a text without spaces', '{"a":[{"b":1}]}', (v) => v.a.push({b: 2, c: [1, 2]}), '{"a":[{"b":1},{"b":2,"c":[1,2]}]}'],
  [
    'a key in the middle',
    '{\n  "a": 1,\n  "c": 3\n}',
    ({a, c}) => ({a, b: 2, c}),
    '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}',
  ],
];
for (const [what, text, change, after] of EDITS)
  test(`changes ${what} in a JSON file, and nothing else`, () => {
    const value = JSON.parse(text);
    const changed = change(value);
    const next = changed?.b === 2 && !text.includes('[') ? changed : value;
    assert.equal(editJson(parseJson('feed.json', text), next), after);
    assert.deepEqual(JSON.parse(after), next);
  });

/** A mistake in a JSON file, its line and column, and what is said. */
const MISTAKES = [
  ['{\n"version": 1,\n}', 2, 13, /key in double quotes is missing.*remove the comma/s],
  ['{\n"a": [1, 2,],\n"b": 1\n}', 2, 11, /value is missing.*remove the comma/s],
  ['{\n"version": one,\n"serial": 1,\n"id": "test",\n"title": "Test"\n}', 2, 12, /not a JSON value/],
  ['{\n"version": 1,\n"id": "test,\n"title": "Test"\n}\n', 3, 7, /no closing quote/],
  ['{\n"version": 1,\n"id": "te', 3, 7, /no closing quote/],
  ['{\n"version": 1\n"id": "test",\n"title": "Test",\n"a": 1\n}', 2, 12, /comma is missing/],
  ['{\n"version" 1,\n"id": "test"\n}', 2, 9, /colon is missing/],
  ['{\n"version": 1,\n"a": {"b": 1\n', 3, 12, /closing \} is missing/],
  ['{\n"a": [1\n}\n', 2, 7, /closing \] is missing/],
  ['{\n"a": 1\n}}', 3, 2, /more after the end/],
  ['{\n// note\n"a": 1}', 2, 1, /no comments/],
  ['{\n"a": "\t"}', 2, 6, /line end or tab/],
  ['{\n"a": "\\x"}', 2, 6, /escape is not known/],
  ['{\n"value": 1140,\n"value": 890}', 3, 1, /“value” is there twice/],
  ['', undefined, undefined, /is empty/],
  [`${'['.repeat(200_000)}${']'.repeat(200_000)}`, undefined, undefined, /too many brackets within brackets/],
];
for (const [text, line, column, words] of MISTAKES)
  test(`reports the place of the mistake in ${JSON.stringify(text.slice(0, 40))}`, () => {
    assert.throws(
      () => parseJson('feed.json', text),
      ({message, fix}) => {
        if (line) assert.match(message, new RegExp(`line ${line}, column ${column}: `));
        assert.match(`${message} ${fix}`, words);
        return true;
      },
    );
  });

/** An example of each finding: a change to the feed, and to the published one. */
const EXAMPLES = {
  'invalid-value': (f) => (f.figures[0].value = '1'),
  'missing-key': (f) => delete f.figures[0].definition,
  'invalid-item': (f) => f.ways.push({...f.ways[0]}),
  'misspelt-key': (f) => (f.figures[0].qualifer = 'exact'),
  'unknown-key': (f) => (f.colour = 'red'),
  'unknown-zone': (f) => (f.observances[0].zone = 'Europe/Nowhere'),
  'impossible-day': (f) => (f.observances[0].yearly = '02-30'),
  'implausible-date': (f) => (f.issued = '1970-01-01T00:00:00Z'),
  'later-count': (f) => f.figures[0].history.push({date: '2026-11-21', value: 111, source}),
  'contradicting-correction': (f) => corrected(110, {is: 8})(f),
  'future-date': (f) => (f.organisations[0].checkedAt = '2099-01-01'),
  'missing-text': (f) => (f.ways[0].title = {be: 'Т'}),
  'unknown-reference': (f) => (f.events[0].town = 'none'),
  'source-without-address': (f) => (f.people[0].incidents[0].source = {name: 'Test'}),
  'missing-translation': (f) => (f.ways[0].title = {en: 'T'}),
  'unused-language': (f) => (f.ways[0].title = {en: 'T', be: 'Т', ua: 'Т'}),
  'phase-without-day': (f) => (f.campaigns[0].phases = [{id: 'before', from: -1, until: -14}]),
  'http-in-text': (f) => (f.ways[0].text = 'See http://example.org'),
  'serial-not-raised': (f) => (f.serial = 6),
  'expires-soon': (f) => (f.expires = '2026-11-21T00:00:00Z'),
  'feed-not-checked': (f) => (f.checkedAt = '2026-08-01'),
  'changed-id': (f) => (f.id = 'other'),
  'repeated-date': (f) => f.figures[0].history.push({date: '2026-09-20', value: 95, source}),
  'large-change': (f) => (f.figures[0].value = 150),
  'unexplained-fall': (f) => (f.figures[0].value = 99),
  'noted-change': (f) => Object.assign(f.figures[0], {value: 121, note: 'Why.', asOf: '2026-11-21'}),
  'removed-figure': (f) => (f.figures = []),
  'removed-count': (f) => f.figures[0].history.shift(),
  'changed-count': (f) => (f.figures[0].history[0].value = 91),
  'changed-qualifier': (f) => (f.figures[0].history[0].qualifier = 'at-least'),
  'changed-definition': (f) => (f.figures[0].definition = 'Others.'),
  'changed-source': (f) => (f.figures[0].source = {...source, name: 'Other'}),
  'old-figure': (f) => (f.figures[0].staleAfterDays = 1),
  'figure-not-checked': (f) => (f.figures[0].checkedAt = '2026-08-01'),
  'missing-unit': (f) => delete f.figures[0].unit,
  'repeated-count': (f) => f.figures[0].history.push({date: '2026-11-20', value: 110, source}),
  'implausible-jump': (f) => (f.figures[0].history[0].value = 9),
  'subtracted-bounds': (f) => Object.assign(f.figures[0], {qualifier: 'at-least', note: 'That is 10 more.'}),
  'change-as-correction': (f) => corrected(110, {was: 100, is: 110})(f),
  'ended-correction': (f) => (f.corrections[0].date = '2025-11-01'),
  'shared-name': (f) => (f.organisations[1].name = 'One'),
  'organisation-not-checked': (f) => delete f.organisations[1].checkedAt,
  'closed-with-link': (f) => (f.organisations[0].status = 'closed'),
  'closed-way': (f) => (f.organisations[0].status = 'closed'),
  'way-not-checked': (f) => (f.ways[0].url = 'https://ways.example.org/'),
  'listed-links': (f) => (f.organisations[0].designatedIn = ['BY']),
  'repeated-address': (f) => (f.organisations[1].url = 'https://one.example.org/'),
  'status-unknown': (f) => delete f.people[0].checkedAt,
  'person-not-checked': (f) => (f.people[0].checkedAt = '2026-08-01'),
  'open-contact': (f) =>
    f.people[0].incidents.push(
      {what: 'no-contact', date: '2025-02', source},
      {what: 'exiled', date: '2026-01-05', source},
    ),
  'detained-after-release': (f) => f.people[0].incidents.push({what: 'released', date: '2023', source}),
  'too-large': (f) => (f.corrections = Array.from({length: 6000}, () => ({...f.corrections[0]}))),
};

test('each finding has a stable id', () => {
  const found = (id) => checkFeed(feedOf(EXAMPLES[id]), TODAY, parseFeed(feedOf()).feed).map((finding) => finding.id);
  for (const id of Object.keys(EXAMPLES)) assert.ok(found(id).includes(id), `${id}: ${found(id)}`);
  assert.deepEqual(Object.keys(SEVERITIES).sort(), [...Object.keys(EXAMPLES), 'dead-link'].sort());
});

for (const language of LANGUAGES)
  test(`the desk says in ${language.words.name} what is wrong, where, and what to do`, () => {
    for (const [id, change] of Object.entries(EXAMPLES)) {
      const json = feedOf(change);
      for (const finding of checkFeed(json, TODAY, parseFeed(feedOf()).feed).filter((one) => one.id === id)) {
        const detail = findingDetail(language, finding);
        assert.ok(detail, `${id}: ${JSON.stringify(finding)}`);
        assert.doesNotMatch(detail, /[{}]|undefined|NaN|\d{4}-\d{2}-\d{2}/, id);
        if (language.words.tag !== 'en') assert.match(detail, /[а-яі]{2}/, id);
      }
    }
  });

test('the desk names the item and the field of a finding', () => {
  const [{words}] = LANGUAGES;
  const subjects = (id) => {
    const json = feedOf(EXAMPLES[id]);
    return checkFeed(json, TODAY, parseFeed(feedOf()).feed)
      .filter((finding) => finding.id === id)
      .map((finding) => findingSubject({words}, json, finding));
  };
  for (const [id, expected] of Object.entries({
    'large-change': 'Held · Number',
    'old-figure': 'Held · Day of the count',
    'removed-figure': '',
    'missing-translation': 'T · Title',
    'expires-soon': '',
    'feed-not-checked': 'Day of the last check',
    'person-not-checked': 'Test Person · Day of the last check',
    'repeated-count': 'Held',
  }))
    assert.deepEqual([...new Set(subjects(id))], [expected], id);
});

test('a feed with an error is not another feed than itself', () => {
  const json = feedOf((f) => (f.people[0].incidents = []));
  assert.deepEqual(
    checkFeed(json, TODAY, parseFeed(json).feed).map(({id}) => id),
    ['invalid-item'],
  );
});

test('orders findings by subject, as in the file, and in each by severity', () => {
  put(
    'order.json',
    feedOf((f) => {
      f.expires = '2026-11-21T00:00:00Z';
      f.people[0].checkedAt = '2026-08-01';
      f.corrections[0].date = '2025-11-01';
      f.figures[0].staleAfterDays = 1;
      f.figures[0].value = 99;
      f.figures[0].history.push({date: '2026-09-20', value: 95, source});
    }),
  );
  const {findings} = run(['check', 'order.json', '--json', '--today', TODAY]).json();
  assert.deepEqual(
    findings.map(({subject, severity}) => `${subject} ${severity}`),
    ['head warning', 'figures error', 'figures suspicious', 'figures warning', 'people warning', 'corrections warning'],
  );
});
