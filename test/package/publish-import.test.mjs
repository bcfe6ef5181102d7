// `solidarity-feed import viasna` and `import csv`: the numbers of a list, and nothing else.
import assert from 'node:assert/strict';
import {appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, utimesSync} from 'node:fs';
import test from 'node:test';
import {pathToFileURL} from 'node:url';
import {runnerImport} from 'vite';
import {day, tempDir} from '../support/feed-tool.mjs';

const {VIASNA, checkFeed, isBlocking, parseFeed, pointsOf, readTable, tally, withCount} = (
  await runnerImport('/test/support/publish.ts')
).module;

const {folder, path, put, read, run} = tempDir();
const FIGURES = VIASNA.figures;
const FIGURE_IDS = Object.keys(FIGURES);

const COLUMNS =
  'id,url,name,status,birthday,gender,arrested,articles,verdict_date,decision,penalty,judge,prosecutor,prison,declaration,release_date,died'.split(
    ',',
  );
const HEADER = COLUMNS.join(',');
/** The day of the made-up lists. */
const AS_OF = '2026-08-30';
const LIST = `viasna-${AS_OF}.csv`;

let ids = 0;
/** The row of a made-up person. */
const person = (cells = {}) => {
  const id = cells.id ?? `secret-${++ids}`;
  const row = {
    url: `https://example.org/person/${id}`,
    name: 'Test Osoba',
    status: 'active',
    birthday: `19${60 + (ids % 40)}-01-31`,
    gender: 'male',
    arrested: '2021-02-03',
    articles: '"342, 1"',
    judge: '"Test ""Judge"" Osoba"',
    declaration: '"in\ntwo lines"',
    ...cells,
    id,
  };
  return COLUMNS.map((column) => row[column] ?? '').join(',');
};
const csv = (...rows) => [HEADER, ...rows].join('\n') + '\n';
const times = (n, cells) => Array.from({length: n}, () => person(cells));

const source = {name: 'Test', url: 'https://example.org/count'};
/** A figure in a made-up feed. */
const figure = (id, value, more = {}) => ({
  id,
  title: {en: 'Title', be: 'Назва'},
  value,
  asOf: '2026-03-05',
  source,
  definition: {en: 'Definition', be: 'Азначэнне'},
  ...more,
});
const feedOf = (figures, more = {}) => ({
  version: 1,
  serial: 4,
  issued: '2026-08-01T00:00:00Z',
  id: 'test',
  title: 'Test',
  figures,
  extra: {kept: [1, 2]},
  ...more,
});
const HELD = () => figure('held', 10, {history: [{date: '2025-12-31', value: 9, source}]});

/** Imports a list into a feed; both are given as content. */
const importInto = (list, feed, args = [], {name = LIST, node, input, kind = ['viasna'], yes = ['--yes']} = {}) => {
  put(name, list);
  const text = typeof feed === 'string' ? feed : JSON.stringify(feed, null, 2);
  put('feed.json', text);
  const result = run(['import', ...kind, name, '--feed', 'feed.json', ...yes, ...args], {node, input});
  const after = read('feed.json');
  return {...result, output: result.stdout + result.stderr, text, after, isUnchanged: after === text};
};

/** A list of 12 held (3 women, 2 minors), 6 former (1 of them dead), 2 not recognised. */
const ALL = csv(
  ...times(7),
  ...times(2, {gender: 'female', birthday: ''}),
  person({gender: 'female', birthday: '31.08.2008'}),
  person({birthday: '2010-05'}),
  person({gender: '', birthday: '2008'}),
  ...times(5, {status: 'former', release_date: '2025-09-11'}),
  person({status: 'former', died: '2024-02-20'}),
  ...times(2, {status: 'np', birthday: 'nobody looks', died: 'nobody looks'}),
);
const ALL_FIGURES = ['--figures', FIGURE_IDS.join(',')];

test('counts the list as each definition says', () => {
  const {code, output, after} = importInto(ALL, feedOf([]), ALL_FIGURES);
  assert.equal(code, 0, output);
  const {figures} = JSON.parse(after);
  assert.deepEqual(Object.fromEntries(figures.map(({id, value}) => [id, value])), {
    held: 12,
    women: 3,
    minors: 2,
    recognised: 18,
    released: 5,
    died: 1,
  });
  assert.deepEqual(
    figures.flatMap(({id, unit}) => (unit ? [[id, unit]] : [])),
    [['held', 'political-prisoner']],
  );
  for (const {id, asOf, checkedAt, qualifier, definition, title, history} of figures) {
    assert.deepEqual([asOf, checkedAt, qualifier, history], [AS_OF, day(), 'at-least', undefined]);
    assert.deepEqual([title.en, definition.en], [FIGURES[id].title.en, FIGURES[id].definition.en]);
  }
  assert.match(output, /2 in the list are not recognised/);
  assert.match(output, /women: 1 not counted, since gender is empty/);
  assert.match(output, /minors: 3 not counted, since birthday is empty or not precise/);
  assert.deepEqual(checkFeed(JSON.parse(after), day()).filter(isBlocking), []);
});

/** Opens bytes as a file, in pieces of some size. */
const opener = (content, size = Infinity) => {
  const bytes = Buffer.from(content);
  return async function* () {
    for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
  };
};

test('counts a person as a minor until the eighteenth birthday', async () => {
  const minors = async (birthday, asOf) => {
    const table = await readTable(opener(csv(person({birthday}), person())), {name: 'list'});
    return (await tally(table, VIASNA, {asOf, figures: ['minors']})).counts.minors?.value;
  };
  for (const [birthday, asOf, count] of [
    ['2008-08-30', '2026-08-29', 1],
    ['2008-08-30', '2026-08-30', 0],
    ['2008-02-29', '2026-02-28', 1],
    ['2008-02-29', '2026-03-01', 0],
    ['2009', '2026-12-31', 1],
    // Perhaps one: neither 0 nor “at least 0” would be true.
    ['2008', '2026-08-30', undefined],
    ['2007', '2026-01-01', 0],
    ['2008-09', '2026-08-31', 1],
    ['2008-08', '2026-08-15', undefined],
    ['2008-08-30T00:00:00Z', '2026-08-29', 1],
    ['2008-08-30 00:00:00', '2026-08-29', 1],
  ])
    assert.equal(await minors(birthday, asOf), count, `${birthday} on ${asOf}`);
});

test('moves the old value to the history with its note and source, and changes nothing else', () => {
  const held = figure('held', 10, {
    qualifier: 'at-least',
    checkedAt: '2026-03-06',
    note: 'Before the release of Test.',
    staleAfterDays: 30,
    own: 'kept',
    history: [
      {date: '2025-12-31', value: 9, source, note: 'Old'},
      {date: '2024-01-01', value: 5, source},
    ],
  });
  const other = figure('convoys', 3);
  const {code, output, after, text} = importInto(csv(...times(12)), feedOf([other, held]), [
    '--source',
    'Test Counters',
    '--source-url',
    'https://example.org/list',
  ]);
  assert.equal(code, 0, output);
  const [kept, {value, asOf, checkedAt, source: by, note, history, ...rest}] = JSON.parse(after).figures;
  assert.deepEqual(kept, other);
  assert.deepEqual([value, asOf, checkedAt, note], [12, AS_OF, day(), undefined]);
  assert.deepEqual(by, {name: 'Test Counters', url: 'https://example.org/list'});
  assert.deepEqual(history, [
    {date: '2024-01-01', value: 5, source},
    {date: '2025-12-31', value: 9, source, note: 'Old'},
    {date: '2026-03-05', value: 10, qualifier: 'at-least', source, note: 'Before the release of Test.'},
  ]);
  const {id, title, qualifier, definition, staleAfterDays, own} = held;
  assert.deepEqual(rest, {id, title, qualifier, definition, staleAfterDays, own});
  assert.match(output, /its note moved to the history with the value of 2026-03-05/);
  const [{serial, issued, figures, ...headAfter}, {serial: old, issued: before, figures: _, ...head}] = [
    after,
    text,
  ].map((json) => JSON.parse(json));
  assert.equal(figures.length, 2);
  assert.deepEqual(headAfter, head);
  assert.equal(serial, old + 1);
  assert.ok(issued > before && Math.abs(Date.parse(issued) - Date.now()) < 60_000);
});

test('changes an exact count to “at least”, as the mapping says', () => {
  for (const qualifier of ['exact', undefined]) {
    const {after, output} = importInto(csv(...times(10)), feedOf([figure('held', 10, qualifier && {qualifier})]));
    const [{qualifier: now, history}] = JSON.parse(after).figures;
    assert.deepEqual([now, history[0].qualifier], ['at-least', qualifier]);
    assert.match(output, /held: “exact” became “at least”/);
  }
});

test('changes “more than” to “at least”', () => {
  const {after, output} = importInto(csv(...times(10)), feedOf([figure('held', 10, {qualifier: 'more-than'})]));
  const [{qualifier, history}] = JSON.parse(after).figures;
  assert.deepEqual([qualifier, history[0].qualifier], ['at-least', 'more-than']);
  assert.match(output, /“more than” became “at least”/);
});

test('imports held and the figures that the feed has, or those in --figures', () => {
  const ids = (figures, args) => JSON.parse(importInto(ALL, feedOf(figures), args).after).figures.map(({id}) => id);
  assert.deepEqual(ids([]), ['held']);
  assert.deepEqual(ids([figure('women', 3), figure('released', 5)]), ['women', 'released', 'held']);
  assert.deepEqual(ids([figure('women', 3)], ['--figures', 'died, minors']), ['women', 'minors', 'died']);
});

test('changes nothing for the same list, and adds no second count of a day for another list', () => {
  const first = importInto(csv(...times(10)), feedOf([HELD()]));
  const again = importInto(csv(...times(10)), first.after);
  assert.equal(again.code, 0);
  assert.ok(again.isUnchanged);
  assert.match(again.output, /has these numbers already/);
  const more = importInto(csv(...times(11)), first.after);
  assert.equal(more.code, 1);
  assert.ok(more.isUnchanged);
  const accepted = importInto(csv(...times(11)), first.after, ['--accept', 'One was missed.']);
  assert.equal(accepted.code, 0, accepted.output);
  const {figures, corrections} = JSON.parse(accepted.after);
  assert.deepEqual(
    pointsOf(figures[0]).map(({date, value}) => [date, value]),
    [
      ['2025-12-31', 9],
      ['2026-03-05', 10],
      [AS_OF, 11],
    ],
  );
  assert.deepEqual(
    figures[0].history.map(({date}) => date),
    ['2025-12-31', '2026-03-05'],
  );
  assert.deepEqual([corrections[0].was, corrections[0].is], [10, 11]);
});

test('does not add a point that is in the history already', () => {
  const twice = {date: '2026-03-05', value: 10, source, note: 'Kept'};
  const [next] = withCount(figure('held', 10, {history: [twice]}), {value: 11, asOf: AS_OF, source}, AS_OF);
  assert.deepEqual(next.history, [twice]);
});

test('does not change the feed for a large change or a fall, unless it is accepted with a reason', () => {
  const feed = feedOf([HELD(), figure('women', 3)]);
  for (const [rows, percent] of [
    [13, /\+30 %/],
    [9, /nothing says why/],
    [5, /-50 %/],
  ]) {
    const list = csv(...times(rows - 3), ...times(3, {gender: 'female'}));
    const refused = importInto(list, feed);
    assert.equal(refused.code, 1);
    assert.ok(refused.isUnchanged);
    assert.match(refused.output, percent);
    assert.match(refused.output, /was not changed/);
    const accepted = importInto(list, feed, ['--accept', 'Verified.']);
    assert.equal(accepted.code, 0, accepted.output);
    // Both counts were right, each on its day: nothing is corrected.
    const {corrections, serial, figures} = JSON.parse(accepted.after);
    const [{value, note, history}] = figures;
    assert.deepEqual([serial, corrections, value, note], [5, undefined, rows, 'Verified.']);
    assert.deepEqual([history.at(-1).value, history.at(-1).note], [10, undefined]);
    put('before.json', refused.text);
    for (const args of [[], ['--previous', 'before.json']]) assert.equal(run(['check', 'feed.json', ...args]).code, 0);
  }
});

test('adds a reason to the figure that it is about alone', () => {
  const list = csv(...times(20), ...times(10, {gender: 'female'}));
  const feed = feedOf([HELD(), figure('women', 3)]);
  const together = importInto(list, feed, ['--accept', 'Twenty were arrested.']);
  assert.equal(together.code, 2);
  assert.ok(together.isUnchanged);
  assert.match(together.output, /cannot be for all that changed: held, women/);
  const one = importInto(list, feed, ['--accept', 'held=Twenty were arrested.']);
  assert.equal(one.code, 1);
  assert.ok(one.isUnchanged);
  const {code, after, output} = importInto(list, feed, ['--accept', 'held=Twenty.', '--accept', 'women=Seven.']);
  assert.equal(code, 0, output);
  assert.deepEqual(
    JSON.parse(after).figures.map(({note}) => note),
    ['Twenty.', 'Seven.'],
  );
});

test('does not add a reason that is not needed', () => {
  const {after, output} = importInto(csv(...times(10)), feedOf([HELD()]), ['--accept', 'Just so.']);
  assert.equal(JSON.parse(after).corrections, undefined);
  assert.match(output, /nothing to accept/);
});

test('does not report suspicious changes that the feed had before', () => {
  const feed = feedOf([HELD()], {
    organisations: ['one', 'two'].map((id) => ({id, name: 'Same', status: 'active'})),
  });
  assert.equal(importInto(csv(...times(10)), feed).code, 0);
});

test('needs a reason for a list in which nobody is held, also in a feed without figures', () => {
  const list = csv(...times(3, {status: 'former'}));
  assert.equal(importInto(list, feedOf([])).code, 1);
  const {code, after, output} = importInto(list, feedOf([]), ['--accept', 'All are free.']);
  assert.equal(code, 0);
  const {figures, corrections} = JSON.parse(after);
  assert.equal(corrections, undefined);
  assert.deepEqual([figures[0].value, figures[0].qualifier, figures[0].note], [0, undefined, 'All are free.']);
  assert.match(output, /held: 0 is written without “at least”/);
});

test('writes a count of 0 without “at least”', () => {
  const list = csv(...times(10, {birthday: '1980'}));
  const minors = figure('minors', 0, {qualifier: 'at-least', value: 1});
  const {code, after, output} = importInto(list, feedOf([HELD(), minors]), ['--accept', 'The last one turned 18.']);
  assert.equal(code, 0, output);
  const [, {value, qualifier, history}] = JSON.parse(after).figures;
  assert.deepEqual([value, qualifier, history[0].qualifier], [0, undefined, 'at-least']);
  assert.match(output, /minors: 0 is written without “at least”/);
});

test('--dry-run shows the changes and writes nothing', () => {
  const {code, isUnchanged, output} = importInto(csv(...times(11)), feedOf([HELD()]), ['--dry-run']);
  assert.equal(code, 0);
  assert.ok(isUnchanged);
  assert.match(output, /held +10 +11 +2026-08-30 +\+1 \(\+10 %\)/);
  assert.match(output, /--dry-run/);
});

test('prints the result as a table, or as JSON with --json', () => {
  const person = importInto(csv(...times(11)), feedOf([HELD()]));
  assert.match(person.stdout, /figure +was +is +as of +change\nheld +10 +11 +2026-08-30 +\+1 \(\+10 %\)/);
  assert.match(person.stdout, /solidarity-feed check feed\.json\n.*sign/);
  const {stdout, stderr} = importInto(csv(...times(11)), feedOf([HELD()]), ['--json']);
  assert.equal(stderr, '');
  const {figures, written, serial, suspicious, accepted, rows} = JSON.parse(stdout);
  assert.deepEqual(figures, [{id: 'held', was: 10, is: 11, asOf: AS_OF}]);
  assert.deepEqual([written, serial, suspicious, accepted, rows], [true, 5, [], 0, 11]);
});

test('puts no personal data into the feed or the output', () => {
  const cell = (name) => `Osoba-${name}-Secret`;
  const secret = (cells = {}) =>
    person({
      ...Object.fromEntries(COLUMNS.map((column) => [column, cell(column)])),
      id: cell(++ids),
      url: `https://example.org/${cell('url')}`,
      birthday: `19${60 + (ids % 40)}-07-17`,
      gender: 'female',
      status: 'active',
      release_date: '',
      died: '',
      ...cells,
    });
  const good = csv(...Array.from({length: 10}, () => secret()), secret({status: 'former', died: '2024-04-14'}));
  const {code, after, output} = importInto(good, feedOf([]), ALL_FIGURES);
  assert.equal(code, 0, output);
  for (const text of [after, output]) assert.doesNotMatch(text, /osoba|secret|-07-17|2024-04-14/i);
  // Numbers, the day of the list, today, and our own words are all that was added.
  const {figures} = JSON.parse(after);
  for (const {id, title, definition, ...rest} of figures) {
    assert.deepEqual([title.en, definition.en], [FIGURES[id].title.en, FIGURES[id].definition.en]);
    assert.deepEqual(
      Object.keys(rest).filter((key) => !['value', 'qualifier', 'unit', 'asOf', 'checkedAt', 'source'].includes(key)),
      [],
    );
    assert.deepEqual([typeof rest.value, rest.source], ['number', {name: 'Viasna'}]);
  }

  const headless = [...Array(3)].map(() => secret()).join('\n');
  for (const broken of [
    csv(secret({status: 'Osoba'})),
    csv(secret({status: cell('status')})),
    csv(secret({birthday: cell('birthday')})),
    csv(secret({birthday: 'Osoba 12 Secret'})),
    csv(secret({gender: cell('gender')})),
    csv(secret({status: 'former', died: cell('died')})),
    csv(secret({status: 'former', release_date: cell('release')})),
    csv(secret({id: 'Osoba-1-Secret'}), secret({id: 'Osoba-1-Secret'})),
    csv(secret({id: ' '})),
    csv(`${secret()},Osoba-more`),
    csv('Osoba,Secret'),
    csv(secret({name: '"Osoba'})),
    csv(secret({name: 'Osoba "Secret"'})),
    headless,
  ])
    for (const args of [ALL_FIGURES, [...ALL_FIGURES, '--json']]) {
      const result = importInto(broken, feedOf([]), args);
      assert.equal(result.code, 1, result.output);
      assert.ok(result.isUnchanged);
      assert.doesNotMatch(result.output, /osoba|secret/i);
    }
});

/** Invalid lists, and the error with its line. */
const rows = times(3);
const BAD = [
  ['a last line that is cut off', csv(...rows).slice(0, -40), /line 6: (the row has \d+ cells|a quote is opened)/],
  ['a last line with too few cells', csv(...rows, 'x,y'), /line 8: the row has 2 cells, but the header has 17/],
  [
    'a quote that stays open',
    csv(...rows, person({name: '"Test'}), ...rows),
    /line 8: (a quote is opened|there is a quote)/,
  ],
  [
    'a quote that stays open to the end',
    csv(...rows, 'x,"y\n'),
    /line 8: a quote is opened in this row and never closed/,
  ],
  ['a quote inside a text', csv(...rows, person({name: 'Test "T" Test'})), /line 8: there is a quote in the middle/],
  [
    'UTF-8 with a damaged letter',
    Buffer.concat([Buffer.from(csv(...rows, person({name: 'Тэст Тэст'}))), Buffer.from([0xd0, 0x2c])]),
    /line 10: .*UTF-8[^]*--encoding/,
  ],
  ['Latin-1', Buffer.from(csv(...rows, person({name: 'Andr\xe9 \xdcber'})), 'latin1'), /line 8: .*UTF-8/],
  ['KOI8-R', Buffer.from(csv(...rows, person({name: '\xf4\xc5\xd3\xd4'})), 'latin1'), /line 8: .*UTF-8/],
  ['an unknown status', csv(...rows, person({status: 'vanished'})), /line 8: column status: “vanished” is not/],
  ['no status', csv(...rows, person({status: ''})), /line 8: column status/],
  ['an id twice', csv(person({id: 'a'}), person({id: 'b'}), person({id: 'a'})), /line 6: column id: line 2 has/],
  ['an unknown gender', csv(...rows, person({gender: 'yes'})), /line 8: column gender/],
  [
    'a birthday in words',
    csv(...rows, person({birthday: '5 March 2006'})),
    /line 8: column birthday: “5 March 2006”[^]*2026-03-05/,
  ],
  ['a birthday in Russian', csv(...rows, person({birthday: '5 марта 2006'})), /“5 марта 2006” is not a date/],
  ['a birthday of America', csv(...rows, person({birthday: '12/31/2006'})), /“12\/31\/2006” is not a date/],
  ['a day that the calendar lacks', csv(...rows, person({birthday: '31.02.2006'})), /“31.02.2006” is not a date/],
  ['a negative year', csv(...rows, person({birthday: '-2006-01-01'})), /line 8: column birthday/],
  ['a birthday after the list', csv(...rows, person({birthday: '2026-08-31'})), /later than the day of the list/],
  [
    'a release after the list',
    csv(...rows, person({status: 'former', release_date: '2026-09-01'})),
    /line 8: column release_date: 2026-09-01 is later/,
  ],
  [
    'a number for a death',
    csv(...rows, person({status: 'former', died: '1'})),
    /line 8: column died: “1” is not a date/,
  ],
  ['an empty file', '', /is empty/],
  ['blank lines', '\n \n\n', /is empty/],
  ['a header alone', `${HEADER}\n`, /no rows/],
  ['a header without end of line', HEADER, /no rows/],
  ['a missing column', csv(...rows).replace('status', 'state'), /no column “status”[^]*id, url, name, state/],
  ['a column twice', csv(...rows).replace('judge', 'status'), /two columns “status”/],
  ['a spreadsheet', Buffer.from('PK\x03\x04\x14\x00\x06\x00'), /spreadsheet[^]*CSV/],
  ['bytes', Buffer.from([1, 2, 0, 255, 254]), /not text/],
  ['a web page', '<!doctype html><title>Sign in</title>', /web page/],
];
for (const [what, list, words] of BAD)
  test(`refuses ${what}, and does not change the feed`, () => {
    const {code, output, isUnchanged} = importInto(list, feedOf([HELD()]), ALL_FIGURES);
    assert.equal(code, 1, output);
    assert.match(output, words);
    assert.ok(isUnchanged);
    assert.doesNotMatch(output, /\n\s+at |Internal error|undefined/);
  });

/** Other formats with the same numbers. */
const GOOD = [
  ['semicolons', (list) => semicolons(list, ';'), /separated by semicolons/],
  ['tabs', (list) => semicolons(list, '\t'), /separated by tabs/],
  ['a byte-order mark', (list) => `\ufeff${list}`],
  ['CRLF', (list) => list.replaceAll('\n', '\r\n')],
  ['CR', (list) => list.replaceAll('\n', '\r')],
  ['capitals in the header', (list) => list.replace(HEADER, HEADER.toUpperCase())],
  ['quotes in the header', (list) => list.replace(HEADER, COLUMNS.map((column) => `"${column}"`).join(','))],
  ['blank lines', (list) => `\n${list.replace(HEADER, `${HEADER}\n\n`)}\n\n`],
  ['no end of the last line', (list) => list.trimEnd()],
];
const semicolons = (list, mark) => list.replace(/"(?:[^"]|"")*"|,/g, (part) => (part === ',' ? mark : part));
for (const [what, change, words = /held/] of GOOD)
  test(`reads a list with ${what}`, () => {
    const {code, output, stdout} = importInto(change(ALL), feedOf([]), ALL_FIGURES);
    assert.equal(code, 0, output);
    assert.match(stdout, words);
    assert.match(stdout, /held +– +12 [^]*women +– +3 [^]*recognised +– +18 /);
  });

test('reports the right line after blank lines and cells of several lines, with any line end', () => {
  const list = csv(...rows, '', person({name: '"two\n\nlines"'}), person({status: 'vanished'}));
  const line = list.split('\n').findIndex((words) => words.includes('vanished')) + 1;
  for (const end of ['\n', '\r\n', '\r'])
    assert.match(importInto(list.replaceAll('\n', end), feedOf([])).output, new RegExp(`line ${line}: column status`));
});

test('reads a list in chunks of any size', async () => {
  const list = csv(person({name: 'Тэст'}), person({status: 'former'})).replaceAll('\n', '\r\n');
  const read = async (size) => {
    const {columns, rows} = await readTable(opener(`\ufeff${list}`, size), {name: 'list'});
    const found = [];
    for await (const {line, cells} of rows) found.push([line, ...cells]);
    return [columns, found];
  };
  const whole = await read(1e6);
  assert.deepEqual(whole[0], COLUMNS);
  assert.deepEqual(
    whole[1].map(([line]) => line),
    [2, 4],
  );
  for (const size of [1, 2, 3, 7, 100]) assert.deepEqual(await read(size), whole, `${size} bytes at a time`);
});

test('reads columns in any order, and ignores others', () => {
  const list = 'Note,status,"a, b",id\n"x, y",active,1,1\nx,former,2,2\n';
  assert.match(importInto(list, feedOf([])).output, /held +– +1 /);
});

test('reads Windows-1251 with --encoding, and refuses unknown encodings', () => {
  const list = Buffer.from(csv(...times(10), person({name: '\xc8\xec\xff', gender: '\xe6'})), 'latin1');
  const args = ['--encoding', 'windows-1251', '--figures', 'held,women'];
  const {code, output} = importInto(list, feedOf([]), args);
  assert.equal(code, 0, output);
  assert.match(output, /women +– +1 /);
  assert.equal(importInto(list, feedOf([]), ['--encoding', 'koi8-r']).code, 2);
});

test('gives no figure, and not 0, for a missing or empty column', () => {
  const bare = 'id,status\n1,active\n2,active\n3,former\n';
  const women = figure('women', 3);
  const {code, output, after} = importInto(bare, feedOf([women, figure('minors', 2)]));
  assert.equal(code, 0, output);
  assert.match(output, /women was not changed: the list has no column gender/);
  assert.deepEqual(JSON.parse(after).figures[0], women);
  for (const [list, id, words] of [
    [bare, 'women', /no column gender/],
    [bare, 'released', /no column died/],
    [csv(...times(2, {birthday: ''})), 'minors', /column birthday is empty/],
    [csv(...times(2, {gender: '0000-00-00'})), 'women', /column gender is empty/],
    [csv(...times(2), ...times(2, {status: 'former'})), 'died', /column died is empty/],
  ]) {
    const refused = importInto(list, feedOf([]), ['--figures', id]);
    assert.equal(refused.code, 1);
    assert.match(refused.output, words);
    assert.ok(refused.isUnchanged);
  }
});

test('reports contradictions in the list', () => {
  const {output} = importInto(csv(...times(10), person({release_date: '2027-01-01'})), feedOf([]));
  assert.match(output, /1 counted as held have a date of release/);
});

test('takes the day of the list from --as-of or the name of the file, never from its date', () => {
  const list = csv(...times(10));
  const dated = (args, name) => importInto(list, feedOf([HELD()]), args, {name});
  assert.equal(JSON.parse(dated([], 'list-of-2026-08-29-final.csv').after).figures[0].asOf, '2026-08-29');
  assert.equal(JSON.parse(dated(['--as-of', '2026-08-28'], LIST).after).figures[0].asOf, '2026-08-28');
  put('list.csv', list);
  utimesSync(path('list.csv'), new Date('2026-08-27'), new Date('2026-08-27'));
  for (const [args, name, wanted, words] of [
    [[], 'list.csv', 2, /--as-of/],
    [[], '2026-08-01-2026-08-30.csv', 2, /--as-of/],
    [[], 'list-2026-02-30.csv', 2, /not a date/],
    [['--as-of', '30 August'], 'list.csv', 2, /not a date/],
    [['--as-of', day(2)], 'list.csv', 1, /future/],
    [['--as-of', '2026-03-04'], 'list.csv', 1, /held already has a count of 2026-03-05/],
    [['--as-of', '2026-03-04', '--accept', 'Because.'], 'list.csv', 1, /older/],
  ]) {
    const {code, output, isUnchanged} = dated(args, name);
    assert.equal(code, wanted, output);
    assert.match(output, words);
    assert.ok(isUnchanged);
  }
});

test('accepts the day that it is somewhere already, as a feed does', () => {
  const at = (time) => ['--import', `data:text/javascript,Date.now=()=>Date.parse('2026-11-24T${time}Z')`];
  put('map.json', {source, date: 'Day', figures: {held: {value: 'Held'}, days: {title: 'T', definition: 'D'}}});
  const people = csv(...times(10));
  const days = (last) => `Day,Held\n2026-11-23,9\n${last},10\n`;
  const viasna = {kind: ['viasna']};
  const dated = {kind: ['csv', '--map', 'map.json']};
  for (const [time, day, list, options, isRead] of [
    ['22:30:00', '2026-11-25', people, viasna, true],
    ['22:30:00', '2026-11-26', people, viasna, false],
    ['08:00:00', '2026-11-25', people, viasna, false],
    ['22:30:00', '2026-11-25', days('2026-11-25'), dated, true],
    ['22:30:00', '2026-11-26', days('2026-11-26'), dated, false],
  ]) {
    const node = at(time);
    const result = importInto(list, feedOf([HELD()]), [], {name: `list-${day}.csv`, node, ...options});
    assert.equal(result.code, isRead ? 0 : 1, result.output);
    if (!isRead) {
      assert.match(result.output, /is in the future|is later than the day/);
      continue;
    }
    const [held, counted] = JSON.parse(result.after).figures;
    assert.equal(held.asOf, day);
    // What is counted, and not read with its day, is of today.
    assert.equal(counted?.asOf ?? '2026-11-24', '2026-11-24');
    assert.equal(run(['check', 'feed.json'], {node}).code, 0);
  }
});

test('reports wrong options before it reads the list', () => {
  for (const [args, wanted, words] of [
    [['--source-url', 'http://example.org'], 2, /https/],
    [['--source', ' '], 2, /--source/],
    [['--accept', ''], 2, /reason/],
    [['--figures', 'held,men'], 2, /no figure “men”/],
    [['--figures', ''], 2, /no figure “”/],
  ]) {
    const {code, output, isUnchanged} = importInto('', feedOf([HELD()]), args);
    assert.equal(code, wanted, output);
    assert.match(output, words);
    assert.ok(isUnchanged);
  }
  assert.equal(run(['import', 'viasna', LIST]).code, 2);
});

test('reports files that cannot be read, and an invalid feed', () => {
  put(LIST, csv(...times(10)));
  mkdirSync(path('folder-2026-08-30'));
  put('invalid.json', feedOf([{...HELD(), value: '10'}]));
  for (const [list, feed, wanted, words] of [
    ['none-2026-08-30.csv', 'feed.json', 3, /none-2026-08-30\.csv cannot be read: there is no such file/],
    ['folder-2026-08-30', 'feed.json', 3, /it is a folder/],
    [LIST, 'none.json', 3, /none\.json cannot be read/],
    [LIST, 'invalid.json', 1, /invalid\.json is invalid: \/figures\/0\/value[^]*solidarity-feed check invalid\.json/],
  ]) {
    put('feed.json', feedOf([HELD()]));
    const {code, stdout, stderr} = run(['import', 'viasna', list, '--feed', feed]);
    assert.equal(code, wanted);
    assert.match(stdout + stderr, words);
  }
});

test('adds no English figure to a feed in another language', () => {
  const feed = (figures) => feedOf(figures, {lang: 'be'});
  const {code, output, isUnchanged} = importInto(ALL, feed([]));
  assert.equal(code, 1);
  assert.match(output, /held[^]*be/);
  assert.ok(isUnchanged);
  assert.equal(importInto(csv(...times(10)), feed([HELD()])).code, 0);
});

test('changes only the lines of the demo’s feed that have changes', () => {
  const demo = readFileSync('demo/feed.json', 'utf8');
  const list = csv(...times(1150), ...times(170, {gender: 'female'}), ...times(3900, {status: 'former'}));
  const {code, output, after} = importInto(list, demo, ['--accept', 'Test.']);
  assert.equal(code, 0, output);
  // All that follows the figures, up to the end of the last section, is the same text.
  assert.ok(after.includes(demo.slice(demo.indexOf('  "observances"'), demo.lastIndexOf(']'))));
  assert.match(
    after,
    /\n {8}\{"date": "2026-03-05", "value": 1140, "qualifier": "at-least", "source": \{"name": "Pozirk"/,
  );
  assert.deepEqual(parseFeed(JSON.parse(after)).problems, []);
});

/** Says at its end how much memory Node ever had, in kilobytes. */
const gauge = put(
  'gauge.mjs',
  `process.on('exit', () => process.stderr.write('RSS ' + process.resourceUsage().maxRSS + '\\n'));`,
);

test('reads a hundred thousand rows with the memory of a thousand', () => {
  const large = path('large-2026-08-30.csv');
  put('large-2026-08-30.csv', `${HEADER}\n`);
  for (let i = 0; i < 100; i++) {
    const lines = Array.from({length: 1000}, (_, j) =>
      person({id: `${i}-${j}`, status: j % 10 ? 'former' : 'active', decision: `"${'Made-up words. '.repeat(5)}"`}),
    );
    appendFileSync(large, `${lines.join('\n')}\n`);
  }
  assert.ok(statSync(large).size > 15e6);
  put('feed.json', feedOf([]));
  const node = ['--max-old-space-size=64', '--import', pathToFileURL(gauge).href];
  const {code, stdout, stderr} = run(['import', 'viasna', 'large-2026-08-30.csv', '--feed', 'feed.json', '--yes'], {
    node,
  });
  assert.equal(code, 0, stderr);
  assert.match(stdout, /100,000 rows read[^]*held +– +10,000 /);
  const small = importInto(csv(...times(1000)), feedOf([]), [], {node});
  const memory = (text) => Number(/RSS (\d+)/.exec(text)[1]);
  assert.ok(memory(stderr) < 3 * memory(small.stderr), `${memory(stderr)} KB against ${memory(small.stderr)} KB`);
});

test('leaves the complete old or new feed if the process is killed while it writes', () => {
  const killed = (when) =>
    put(
      'kill.mjs',
      `import fs from 'node:fs/promises';
      import {syncBuiltinESMExports} from 'node:module';
      const {rename} = fs;
      fs.rename = async (...args) => {
        if (${when === 'after'}) await rename(...args);
        process.kill(process.pid, 'SIGKILL');
        await new Promise(() => setInterval(() => {}, 1000));
      };
      syncBuiltinESMExports();`,
    );
  const list = csv(...times(11));
  for (const when of ['before', 'after']) {
    const node = ['--import', pathToFileURL(killed(when)).href];
    const {signal, isUnchanged, after} = importInto(list, feedOf([HELD()]), [], {node});
    assert.equal(signal, 'SIGKILL');
    assert.equal(isUnchanged, when === 'before');
    assert.equal(JSON.parse(after).figures[0].value, when === 'before' ? 10 : 11);
    // Nobody waits for the lock of the killed process.
    assert.ok(existsSync(path('feed.json.lock')));
    const next = importInto(list, feedOf([HELD()]));
    assert.equal(next.code, 0, next.output);
    assert.equal(JSON.parse(next.after).figures[0].value, 11);
    assert.ok(!existsSync(path('feed.json.lock')));
  }
});

test('leaves no temporary files after a refused import', () => {
  const before = readdirSync(folder).sort();
  importInto(csv(...times(99)), feedOf([HELD()]));
  assert.deepEqual(readdirSync(folder).sort(), before);
});
