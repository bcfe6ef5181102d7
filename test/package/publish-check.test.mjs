// `solidarity-feed check`: what must be mended, what is refused, what deserves a look.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {createServer} from 'node:http';
import test from 'node:test';
import {pathToFileURL} from 'node:url';
import {runnerImport} from 'vite';
import {day, folder, tool} from '../support/feed-tool.mjs';

const {
  accepted,
  adviceFor,
  anomaliesOf,
  deadLinks,
  leaves,
  mendOf,
  parseFeed,
  printLike,
  problemsOf,
  published,
  readFeedFile,
  rewriteFeed,
  warningsOf,
} = (await runnerImport('/test/support/publish.ts')).module;

const TODAY = '2026-11-22';
const {path: cwd, put, read} = folder();

const source = {name: 'Test'};

/** A small feed with an item in every section, made up, in which nothing is found; `change` breaks it. */
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

const findingsOf = (feed, previous) => ({
  errors: problemsOf(feed, TODAY),
  refused: anomaliesOf(parseFeed(feed).feed, previous && parseFeed(previous).feed),
  warnings: warningsOf(parseFeed(feed).feed, TODAY),
});

test('nothing is found in a feed that is right', () => {
  assert.deepEqual(findingsOf(feedOf()), {errors: [], refused: [], warnings: []});
});

/** A fault, where it is told, and a word of how it is mended; `parsed` where the parser lets it through. */
const ERRORS = [
  ['a date in words', (f) => (f.figures[0].asOf = '5 March 2026'), '/figures/0/asOf', /Write the date as 2026-03-05/],
  ['a day that the calendar lacks', (f) => (f.figures[0].asOf = '2026-02-30'), '/figures/0/asOf', /calendar/],
  ['a count in quotes', (f) => (f.figures[0].value = '1140'), '/figures/0/value', /without quotes/],
  ['a negative count', (f) => (f.figures[0].history[1].value = -1), '/figures/0/history/1/value', /0 or more/],
  ['a missing definition', (f) => delete f.figures[0].definition, '/figures/0', /Add "definition"/],
  ['an empty text', (f) => (f.figures[0].title = ' '), '/figures/0/title', /None may be empty/],
  ['an unknown qualifier', (f) => (f.figures[0].qualifier = 'about'), '/figures/0/qualifier', /"at-least"/],
  ['an object for a list', (f) => (f.figures = {}), '/figures', /square brackets/],
  ['a word for an object', (f) => (f.figures[0].source = 'Test'), '/figures/0/source', /braces/],
  [
    'an address without s',
    (f) => (f.organisations[0].url = 'http://one.example.org'),
    '/organisations/0/url',
    /leave the url out/,
  ],
  ['an address of nothing', (f) => (f.organisations[0].url = 'one'), '/organisations/0/url', /beginning with https/],
  [
    'a country in words',
    (f) => (f.organisations[0].designatedIn = ['Belarus']),
    '/organisations/0/designatedIn/0',
    /BY/,
  ],
  ['an id with capitals', (f) => (f.ways[0].id = 'My Way'), '/ways/0/id', /small Latin letters/],
  ['a wrong day of the year', (f) => (f.observances[0].yearly = '9 August'), '/observances/0/yearly', /08-09/],
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
  ['yes for true', (f) => (f.sample = 'yes'), '/sample', /true or false/],
  ['another version', (f) => (f.version = 2), '/version', /Write 1/],
  ['an issue date without time', (f) => (f.issued = '2026-11-22'), '/issued', /UTC/],
  ['a wrong language', (f) => (f.lang = 'english!'), '/lang', /tag/],
  ['days in words', (f) => (f.figures[0].staleAfterDays = 'long'), '/figures/0/staleAfterDays', /days/],
  ['an id twice', (f) => f.ways.push({...f.ways[0]}), '/ways/1', /id of its own/],
  ['no day of an observance', (f) => delete f.observances[0].yearly, '/observances/0', /Add "yearly"/],
  ['a time without zone', (f) => (f.events[0].from = '2027-08-09T18:30'), '/events/0', /Add "zone"/],
  ['an end before the beginning', (f) => (f.events[0].until = '2027-08-08'), '/events/0', /from or until/],
  ['a person without incident', (f) => (f.people[0].incidents = []), '/people/0', /what happened/],
  ['a town beyond the pole', (f) => (f.towns[0].latitude = 91), '/towns/0', /-90 to 90/],
  ['an act twice', (f) => f.towns[0].acts.push({...f.towns[0].acts[0]}), '/towns/0/acts/1', /id of its own/],
  ['a count after issued', (f) => (f.figures[0].asOf = '2026-11-23'), '/figures/0', /issued/],
];

/** Faults that the parser lets through. */
const MORE_ERRORS = [
  [
    'a look in the future',
    (f) => (f.organisations[1].checkedAt = '2026-11-24'),
    '/organisations/1/checkedAt',
    /No reason/,
  ],
  ['a feed of the future', (f) => (f.issued = '2026-11-24T00:00:00Z'), '/issued', /No reason/],
  ['a way of nobody', (f) => f.ways[0].organisations.push('none'), '/ways/0/organisations/1', /organisations/],
  ['an event of nobody', (f) => (f.events[0].organisations = ['none']), '/events/0/organisations/0', /organisations/],
  ['an event nowhere', (f) => (f.events[0].town = 'none'), '/events/0/town', /towns/],
  ['a photo of nowhere', (f) => (f.photos[0].town = 'none'), '/photos/0/town', /towns/],
  ['a photo of nothing', (f) => (f.photos[0].event = 'none'), '/photos/0/event', /events/],
  ['a campaign for nothing', (f) => (f.campaigns[0].observance = 'none'), '/campaigns/0/observance', /observances/],
  ['a correction of nothing', (f) => (f.corrections[0].of = 'none'), '/corrections/0/of', /organisations/],
  ['a correction of nowhere', (f) => (f.corrections[0].section = 'none'), '/corrections/0/of', /section/],
  ['a correction of no figure', (f) => delete f.corrections[0].section, '/corrections/0/of', /figures/],
  ['a text not in the feed’s language', (f) => (f.ways[0].title = {be: 'Т'}), '/ways/0/title', /Add "en"/],
];

for (const [list, known] of [
  [ERRORS, true],
  [MORE_ERRORS, false],
])
  for (const [what, change, at, mend] of list)
    test(`${what} must be mended`, () => {
      const feed = feedOf(change);
      const errors = problemsOf(feed, TODAY);
      assert.deepEqual(
        errors.map((error) => error.at),
        [at],
      );
      assert.match(errors[0].mend, mend);
      assert.doesNotMatch(errors[0].what + errors[0].mend, /undefined|\[object/);
      assert.equal(parseFeed(feed).problems.length > 0, known);
    });

test('a date in the future is told beside the parser’s fault, to the leaf', () => {
  const errors = problemsOf(
    feedOf((f) => (f.figures[0].history[0].date = '2027-01-01')),
    TODAY,
  );
  assert.deepEqual(
    errors.map(({at}) => at),
    ['/figures/0', '/figures/0/history/0/date'],
  );
});

test('tomorrow’s date is right somewhere already', () => {
  const feed = feedOf((f) => {
    f.issued = '2026-11-23T00:00:00Z';
    f.figures[0].asOf = '2026-11-23';
  });
  assert.deepEqual(problemsOf(feed, TODAY), []);
});

test('faults of all sections are told at once, several of one section too, and a broken head with them', () => {
  const feed = feedOf((f) => {
    f.serial = 'seven';
    f.figures[0].value = '7';
    f.figures[0].asOf = 'today';
    f.ways[0].category = 'fun';
    delete f.people[0].consent;
  });
  assert.deepEqual(
    problemsOf(feed, TODAY).map(({at}) => at),
    ['/serial', '/figures/0/value', '/figures/0/asOf', '/ways/0/category', '/people/0'],
  );
});

test('what points to a broken section is not called dangling', () => {
  assert.deepEqual(
    problemsOf(
      feedOf((f) => (f.organisations = {})),
      TODAY,
    ).map(({at}) => at),
    ['/organisations'],
  );
});

test('every item that repeats an id is told', () => {
  const feed = feedOf((f) => f.ways.push({...f.ways[0]}, {...f.ways[0]}));
  assert.deepEqual(
    problemsOf(feed, TODAY).map(({at}) => at),
    ['/ways/1', '/ways/2'],
  );
});

test('a reason has an id of its own, also the second one of a day', () => {
  const feed = feedOf((f) => (f.figures[0].value = 150));
  const {refused} = findingsOf(feed);
  const ids = accepted(accepted(feed, refused, 'One.', TODAY), refused, 'Two.', TODAY).corrections.map(({id}) => id);
  assert.deepEqual(ids, ['old', `held-${TODAY}`, `held-${TODAY}-2`]);
});

test('a withdrawn item may be gone', () => {
  const feed = feedOf((f) => Object.assign(f.corrections[0], {section: 'people', of: 'gone', retracted: true}));
  assert.deepEqual(problemsOf(feed, TODAY), []);
});

test('anything that is no feed is told, and nothing is thrown', () => {
  for (const json of [null, 7, 'feed', [], {}, {figures: null}])
    assert.ok(problemsOf(json, TODAY).length, JSON.stringify(json));
});

test('there is advice for every leaf, and for every fault that a section finds', () => {
  for (const [name, leaf] of Object.entries(leaves))
    if (/^[A-Z_]+$/.test(name)) assert.ok(adviceFor({at: '', rule: leaf, value: null}).mend, name);
  const faults = readdirSync('src/feed/sections').flatMap((file) =>
    [...readFileSync(`src/feed/sections/${file}`, 'utf8').matchAll(/every\(\s*\w+,\s*\w+,\s*'([^']+)'/g)].map(
      ([, fault]) => fault,
    ),
  );
  assert.ok(faults.length > 5);
  for (const fault of [...faults, 'repeats an id']) assert.notEqual(mendOf(fault), mendOf('?'), fault);
});

/** A change, what is refused then, and whether the change is judged against the feed as it was. */
const held = (value) => (f) => (f.figures[0].value = value);
const corrected = (value, more) => (f) => {
  f.figures[0].value = value;
  f.corrections.push({id: 'new', date: '2026-11-01', section: 'figures', of: 'held', text: 'Why.', ...more});
};
const REFUSED = [
  ['a rise of a fifth', held(120), []],
  ['a jump', held(121), ['/figures/0/value']],
  ['a jump with a note', (f) => Object.assign(f.figures[0], {value: 121, note: 'Why.'}), ['/figures/0/value']],
  ['a jump with its correction', corrected(121, {is: 121}), []],
  ['a jump with a correction of another value', corrected(121, {is: 112}), ['/figures/0/value']],
  ['a jump with a correction of no value', corrected(121), ['/figures/0/value']],
  ['a jump from nothing', (f) => (f.figures[0].history[1].value = 0), ['/figures/0/value']],
  ['a fall', held(99), ['/figures/0/value']],
  ['a fall with a note', (f) => Object.assign(f.figures[0], {value: 99, note: 'Why.'}), []],
  ['a fall with a correction', corrected(99), []],
  ['a fall with a correction before the earlier point', corrected(99, {date: '2026-10-19'}), ['/figures/0/value']],
  ['a fall with a correction of another item', corrected(99, {section: 'ways', of: 'way'}), ['/figures/0/value']],
  [
    'a fall with a correction of its namesake in another section',
    (f) => {
      corrected(99, {section: 'ways'})(f);
      f.ways[0].id = 'held';
    },
    ['/figures/0/value'],
  ],
  ['a fall with a correction of another earlier value', corrected(99, {was: 5}), ['/figures/0/value']],
  ['a fall with a correction of another new value', corrected(99, {is: 4}), ['/figures/0/value']],
  ['a fall by more than a fifth', held(79), ['/figures/0/value']],
  ['no change', held(100), []],
  ['a figure without history', (f) => delete f.figures[0].history, []],
  ['a name twice', (f) => (f.organisations[1].aliases = [{en: 'x', be: ' FIRST'}]), ['/organisations/1']],
  ['a name twice in one organisation', (f) => (f.organisations[0].aliases = ['One', 'one']), []],
  [
    'a name twice, accepted',
    (f) => {
      f.organisations[1].name = 'one';
      f.corrections.push({id: 'same-name-two', date: TODAY, section: 'organisations', of: 'two', text: 'Why.'});
    },
    [],
  ],
];
for (const [what, change, at] of REFUSED)
  test(`${what} is ${at.length ? 'refused' : 'let through'}`, () => {
    const {errors, refused} = findingsOf(feedOf(change));
    assert.deepEqual(
      refused.map((anomaly) => anomaly.at),
      at,
    );
    assert.deepEqual(errors, []);
  });

const next = (change) => (f) => {
  f.serial++;
  change(f);
};
const REFUSED_AGAINST = [
  ['the next feed', next(() => {}), []],
  ['the same feed', () => {}, []],
  ['another feed of the same serial', (f) => (f.title = 'Other'), ['/serial']],
  ['an older serial', (f) => (f.serial = 6), ['/serial']],
  ['a new point', next((f) => pushed(f, 115)), []],
  ['a jump to a new point', next((f) => pushed(f, 150)), ['/figures/0/value']],
  [
    'a jump that a new history point hides',
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
    'the old value not kept',
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
const pushed = (feed, value) => {
  const [figure] = feed.figures;
  figure.history.push({date: figure.asOf, value: figure.value, source});
  Object.assign(figure, {value, asOf: TODAY});
};
for (const [what, change, at] of REFUSED_AGAINST)
  test(`against the feed before, ${what} is ${at.length ? 'refused' : 'let through'}`, () => {
    const {errors, refused} = findingsOf(feedOf(change), feedOf());
    assert.deepEqual(
      refused.map((anomaly) => anomaly.at),
      at,
    );
    assert.deepEqual(errors, []);
  });

test('a correction that was published before explains nothing new', () => {
  const before = feedOf(corrected(110));
  const after = feedOf((f) => {
    corrected(110)(f);
    f.serial++;
    f.figures[0].history.shift();
  });
  assert.equal(findingsOf(after, before).refused.length, 1);
});

test('whatever is refused can be accepted, once, and the outcome is right', () => {
  for (const [what, change, , previous] of [
    ...REFUSED,
    ...REFUSED_AGAINST.map((entry) => [...entry.slice(0, 3), feedOf()]),
  ]) {
    const feed = feedOf(change);
    const {refused} = findingsOf(feed, previous);
    const whole = published(accepted(feed, refused, 'The reason.', TODAY), '2026-11-22T10:00:00Z', previous?.serial);
    assert.equal(whole.corrections.length, feed.corrections.length + refused.length, what);
    assert.deepEqual(findingsOf(whole, previous).refused, [], what);
    assert.deepEqual(findingsOf(whole, previous).errors, [], what);
  }
});

/** A change, and what is said of it. */
const WARNINGS = [
  ['a feed that has expired', (f) => (f.expires = '2026-11-21T00:00:00Z'), '/expires', /has expired/],
  ['a feed that expires soon', (f) => (f.expires = '2026-11-24T23:00:00Z'), '/expires', /expires: /],
  ['an old look at the feed', (f) => (f.checkedAt = '2026-08-01'), '/checkedAt', /113 days/],
  ['an old figure', (f) => (f.figures[0].staleAfterDays = 1), '/figures/0/asOf', /as old/],
  ['an old look at a figure', (f) => (f.figures[0].checkedAt = '2026-08-01'), '/figures/0/checkedAt', /113 days/],
  [
    'two points of a day',
    (f) => f.figures[0].history.push({date: '2026-09-20', value: 95, source}),
    '/figures/0/history',
    /2026-09-20/,
  ],
  [
    'an old look at an organisation',
    (f) => (f.organisations[0].checkedAt = '2026-08-23'),
    '/organisations/0',
    /91 days/,
  ],
  ['an organisation never looked at', (f) => delete f.organisations[1].checkedAt, '/organisations/1', /no checkedAt/],
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
    'a way of closed organisations',
    (f) => {
      f.organisations[1].status = 'closed';
      f.ways[0].organisations = ['two'];
    },
    '/ways/0/organisations',
    /closed/,
  ],
  [
    'a designated link',
    (f) => (f.organisations[0].designatedIn = ['BY']),
    '/organisations',
    /one\.example\.org \(BY\)/,
  ],
  ['a missing language', (f) => (f.ways[0].title = {en: 'T'}), '/ways/0/title', /Not in be/],
  [
    'an address twice',
    (f) => (f.organisations[1].url = 'https://one.example.org/'),
    '/organisations/1/url',
    /organisations\/0/,
  ],
  ['a plain address in a text', (f) => (f.ways[0].text = 'See http://example.org'), '/ways/0/text', /http:\/\//],
  ['a person looked at long ago', (f) => (f.people[0].checkedAt = '2026-08-01'), '/people/0/checkedAt', /113 days/],
  ['a person looked at too long ago', (f) => (f.people[0].checkedAt = '2026-05-01'), '/people/0', /“unknown”/],
  ['a held person never looked at', (f) => delete f.people[0].checkedAt, '/people/0', /“unknown”/],
  [
    'no contact with a released person',
    (f) =>
      f.people[0].incidents.push(
        {what: 'no-contact', date: '2025-02', source},
        {what: 'exiled', date: '2026-01-05', source},
      ),
    '/people/0/incidents/1',
    /exiled on 2026-01-05/,
  ],
  [
    'a person detained after release',
    (f) => f.people[0].incidents.push({what: 'released', date: '2023', source}),
    '/people/0/incidents/0',
    /after the release of 2023/,
  ],
];
for (const [what, change, at, words] of WARNINGS)
  test(`${what} is worth a look, and no more`, () => {
    const {errors, refused, warnings} = findingsOf(feedOf(change));
    assert.deepEqual([errors, refused], [[], []]);
    assert.deepEqual(
      warnings.map((warning) => warning.at),
      [at],
    );
    assert.match(warnings[0].what, words);
  });

/** What is right, though it looks like one of those above. */
const FINE = [
  [
    'an ended time without contact',
    (f) =>
      f.people[0].incidents.push(
        {what: 'no-contact', date: '2024-05', until: '2024-06', source},
        {what: 'released', date: '2025-01-01', source},
      ),
  ],
  ['no contact with a held person', (f) => f.people[0].incidents.push({what: 'no-contact', date: '2024-05', source})],
  [
    'a release of the same month',
    (f) => {
      f.people[0].incidents.unshift({what: 'released', date: '2024-03', source});
    },
  ],
  [
    'a released person looked at long ago',
    (f) => {
      f.people[0].incidents.push({what: 'released', date: '2025-01-01', source});
      delete f.people[0].checkedAt;
    },
  ],
  ['a clear link', (f) => (f.organisations[0].designatedIn = [])],
  [
    'the same source twice',
    (f) => f.figures[0].history.forEach((point) => (point.source = {name: 'T', url: 'https://example.org'})),
  ],
];
for (const [what, change] of FINE)
  test(`${what} is fine`, () => {
    assert.deepEqual(findingsOf(feedOf(change)), {errors: [], refused: [], warnings: []});
  });

test('many texts without a language are one warning', () => {
  const demo = JSON.parse(readFileSync('demo/feed.json', 'utf8'));
  delete demo.ways[0].title.lt;
  delete demo.ways[1].title.lt;
  const warnings = warningsOf(parseFeed(demo).feed, TODAY).filter(({what}) => what.includes('lt'));
  assert.deepEqual(
    warnings.map(({at, what}) => [at, what.includes('/ways/1/title')]),
    [['/ways/0/title', true]],
  );
});

/* The command. */

test('the demo’s feed may be published', () => {
  const {status, stdout} = tool(['check', 'demo/feed.json', '--today', TODAY]);
  assert.equal(status, 0);
  assert.match(stdout, /0 to mend, 0 refused, \d+ worth a look/);
  assert.match(stdout, /Fine: .*observances \(7\)/);
});

test('a broken feed has its lines told, with exit code 1, and for a program as JSON', () => {
  const text = JSON.stringify(
    feedOf((f) => (f.figures[0].asOf = '5 March 2026')),
    null,
    2,
  );
  put('broken.json', text);
  const {status, stdout, stderr} = tool(['check', 'broken.json', '--today', TODAY], {cwd});
  assert.equal(status, 1);
  assert.equal(stderr, '');
  const line = text.split('\n').findIndex((words) => words.includes('5 March')) + 1;
  assert.match(
    stdout,
    new RegExp(`Must be mended \\(1\\)\n  line ${line}, /figures/0/asOf: "5 March 2026" is not a date`),
  );
  assert.match(stdout, /must not be published/);
  const result = tool(['check', 'broken.json', '--json', '--today', TODAY], {cwd});
  assert.equal(result.status, 1);
  assert.equal(result.stderr, '');
  assert.deepEqual(Object.keys(result.json()), ['errors', 'refused', 'warnings']);
  assert.deepEqual(Object.keys(result.json().errors[0]), ['at', 'what', 'mend']);
});

test('what cannot be read is told without a stack', () => {
  put('comma.json', '{\n"version": 1,\n}');
  put('latin.json', Buffer.from('{"title": "\xe9"}', 'latin1'));
  put('null.json', 'null');
  put('signed.json', 'solidarity1 key 1 …\n{}');
  for (const [args, code, words] of [
    [['none.json'], 3, /no such file/],
    [['.'], 3, /folder/],
    [['comma.json'], 1, /not JSON: line 3/],
    [['latin.json'], 1, /not UTF-8/],
    [['signed.json'], 1, /signed/],
    [['null.json'], 1, /line 1, the feed: null is not an object/],
    [['broken.json', '--previous', 'none.json'], 3, /no such file/],
    [['broken.json', '--previous', 'broken.json'], 1, /broken\.json is broken: \/figures/],
    [['broken.json', '--today', 'tomorrow'], 2, /2026-03-05/],
    [['broken.json', '--accept', ' '], 2, /reason/],
    [['broken.json', '--frob'], 2, /--frob/],
    [[], 2, /feed/],
  ]) {
    const {status, stdout, stderr} = tool(['check', ...args], {cwd});
    assert.equal(status, code, args.join(' '));
    assert.match(stdout + stderr, words);
    assert.doesNotMatch(stdout + stderr, /\n\s+at |Internal fault/);
  }
});

test('a jump is refused, accepted with a reason, and right from then on', () => {
  const text = printLike(
    feedOf((f) => {
      f.figures[0].value = 150;
      f.issued = `${day(-1)}T00:00:00Z`;
      delete f.expires;
    }),
    '{\n\t"a": {\n\t\t"b": 1\n\t}\n}\n',
  );
  put('jump.json', text);
  const args = ['check', 'jump.json'];
  assert.equal(tool(args, {cwd}).status, 1);
  assert.equal(read('jump.json').toString(), text);

  const {status, stdout} = tool([...args, '--accept', ' Verified with the source. '], {cwd});
  assert.equal(status, 0, stdout);
  assert.match(stdout, /1 accepted/);
  const written = read('jump.json').toString();
  const {serial, issued, corrections, ...rest} = JSON.parse(written);
  const {serial: oldSerial, issued: oldIssued, corrections: old, ...oldRest} = JSON.parse(text);
  assert.equal(serial, oldSerial + 1);
  assert.ok(issued > oldIssued && Math.abs(Date.parse(issued) - Date.now()) < 60_000, issued);
  assert.match(issued, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  assert.deepEqual(rest, oldRest);
  assert.deepEqual(corrections, [
    ...old,
    {
      id: `held-${day()}`,
      date: day(),
      section: 'figures',
      of: 'held',
      text: 'Verified with the source.',
      was: 100,
      is: 150,
    },
  ]);
  // The file's own manner: tabs, and no line is another but those that say something else.
  const lines = new Set(written.split('\n'));
  assert.ok(text.split('\n').filter((line) => !lines.has(line)).length <= 4);

  assert.equal(tool(args, {cwd}).status, 0);
  assert.equal(tool([...args, '--accept', 'Again.'], {cwd}).status, 0);
  assert.equal(read('jump.json').toString(), written);
});

test('an older serial is accepted by one above the feed before', () => {
  const old = (f) => (f.issued = `${day(-1)}T00:00:00Z`);
  put(
    'before.json',
    feedOf((f) => (old(f), (f.serial = 40))),
  );
  put('after.json', feedOf(old));
  const args = ['check', 'after.json', '--previous', 'before.json'];
  assert.deepEqual(
    tool([...args, '--json'], {cwd})
      .json()
      .refused.map(({at}) => at),
    ['/serial'],
  );
  const {status, json} = tool([...args, '--accept', 'Restored.', '--json'], {cwd});
  assert.equal(status, 0);
  assert.deepEqual([json().accepted, json().serial], [1, 41]);
  assert.equal(tool(args, {cwd}).status, 0);
});

test('no reason makes a date in the future or an id twice acceptable', () => {
  for (const change of [(f) => (f.organisations[0].checkedAt = '2099-01-01'), (f) => f.ways.push({...f.ways[0]})]) {
    const text = JSON.stringify(
      feedOf((f) => {
        change(f);
        f.figures[0].value = 150;
      }),
    );
    put('never.json', text);
    const {status, stdout} = tool(['check', 'never.json', '--accept', 'Because.', '--today', TODAY], {cwd});
    assert.equal(status, 1);
    assert.match(stdout, /Nothing was accepted/);
    assert.match(stdout, /Refused unless accepted \(1\)/);
    assert.equal(read('never.json').toString(), text);
  }
});

/* Links. */

/** A site that answers by path, and the requests that it got. */
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
  const ask = (url, init) => {
    const {host, pathname} = new URL(url);
    return fetch(host === 'gone.example.org' ? closed : `${base}/${host}${pathname}`, init);
  };
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return {requests, ask, close};
};

const linked = (...urls) =>
  feedOf((f) => {
    delete f.organisations[0].url;
    f.photos = [];
    f.ways = urls.map((url, i) => ({...f.ways[0], id: `way-${i}`, url: `https://${url}`}));
  });

test('--links asks every address, and tells which do not answer', async () => {
  const {requests, ask, close} = await site();
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
  const dead = await deadLinks(feed, {ask, done: (...progress) => seen.push(progress)});
  close();
  assert.deepEqual(
    dead.map(({at, what}) => [at, what.replace(/^\S+ /, '')]),
    [
      ['/ways/2/url', 'answers 404.'],
      ['/ways/3/url', 'answers 403, perhaps to programs only.'],
      ['/ways/5/url', 'cannot be reached: it leads to an address without https.'],
      ['/ways/6/url', 'cannot be reached: it leads on and on.'],
      ['/ways/7/url', 'cannot be reached: the site does not answer.'],
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

test('--links does not wait for ever', {timeout: 20_000}, async () => {
  const {ask, close} = await site();
  const [{what}] = await deadLinks(linked('a.example.org/never'), {ask, timeout: 50});
  close();
  assert.match(what, /no answer in time/);
});

test('--links asks four sites at a time, and each site for one address at a time', async () => {
  let [now, most] = [0, 0];
  const ask = async () => {
    most = Math.max(most, ++now);
    await new Promise(setImmediate);
    now--;
    return new Response();
  };
  await deadLinks(linked(...Array.from({length: 30}, (_, i) => `site-${i}.example.org/ok`)), {ask});
  assert.equal(most, 4);
  most = 0;
  await deadLinks(linked(...Array.from({length: 6}, (_, i) => `one.example.org/ok-${i}`)), {ask});
  assert.equal(most, 1);
});

test('without --links nothing is asked, and --help says what it means', () => {
  const trap = put('trap.mjs', 'globalThis.fetch = () => process.exit(99);');
  put('linked.json', linked('example.org/a'));
  const node = ['--import', pathToFileURL(trap).href];
  const args = ['check', 'linked.json', '--today', TODAY];
  assert.equal(tool(args, {cwd, node}).status, 0);
  assert.equal(tool([...args, '--links'], {cwd, node}).status, 99);
  const {stdout} = tool(['check', '--help']);
  assert.match(stdout.replace(/\s+/g, ' '), /requests from your computer to sites that may be designated/);
  assert.match(stdout.replace(/\s+/g, ' '), /never use it inside Belarus/);
});

test('a feed that someone else changed meanwhile is not overwritten', async () => {
  const path = put('shared.json', feedOf());
  const file = await readFeedFile(path);
  const theirs = JSON.stringify(feedOf((f) => (f.serial = 99)));
  put('shared.json', theirs);
  await assert.rejects(rewriteFeed(file, file.json), /changed by someone else/);
  assert.equal(read('shared.json').toString(), theirs);
});

test('a feed is written in the manner of its file', () => {
  const demo = readFileSync('demo/feed.json', 'utf8');
  const json = JSON.parse(demo);
  for (const text of [
    demo,
    demo.replaceAll('\n', '\r\n'),
    JSON.stringify(json),
    JSON.stringify(json, null, 4),
    `${JSON.stringify(json, null, '\t')}\n`,
    '{\n  "a": [],\n  "b": {},\n  "c": { "d": [1, {"e": "\\"{[,:"}] }\n}\n'.replace(
      '{"e": "\\"{[,:"}',
      '{ "e": "\\"{[,:" }',
    ),
  ])
    assert.equal(printLike(JSON.parse(text), text), text);
});
