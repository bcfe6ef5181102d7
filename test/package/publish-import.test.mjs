// `solidarity-feed import viasna`: numbers from a list, and nothing but numbers.
import assert from 'node:assert/strict';
import {appendFileSync, mkdirSync, readFileSync, readdirSync, statSync, utimesSync} from 'node:fs';
import {join} from 'node:path';
import test from 'node:test';
import {pathToFileURL} from 'node:url';
import {runnerImport} from 'vite';
import {day, folder, tool} from '../support/feed-tool.mjs';

const {counted, parseFeed, pointsOf, problemsOf, readTable, tally, FIGURE_IDS, FIGURES} = (
  await runnerImport('/test/support/publish.ts')
).module;

const {path: cwd, put, read} = folder();

const COLUMNS =
  'id,url,name,status,birthday,gender,arrested,articles,verdict_date,decision,penalty,judge,prosecutor,prison,declaration,release_date,died'.split(
    ',',
  );
const HEADER = COLUMNS.join(',');
/** The day of the made-up lists. */
const AS_OF = '2026-08-30';
const LIST = `viasna-${AS_OF}.csv`;

let ids = 0;
/** A row of a made-up person. */
const person = (cells = {}) => {
  const id = cells.id ?? `secret-${++ids}`;
  const row = {
    url: `https://example.org/person/${id}`,
    name: 'Test Osoba',
    status: 'active',
    birthday: '1980-01-31',
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
/** A figure of a made-up feed. */
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

/** Imports a list into a feed, each given as content. */
const run = (list, feed, args = [], {name = LIST, node} = {}) => {
  put(name, list);
  const text = typeof feed === 'string' ? feed : JSON.stringify(feed, null, 2);
  put('feed.json', text);
  const result = tool(['import', 'viasna', name, '--feed', 'feed.json', ...args], {cwd, node});
  const after = read('feed.json').toString();
  return {...result, said: result.stdout + result.stderr, text, after, untouched: after === text};
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

test('the list is counted as each definition says', () => {
  const {status, said, after} = run(ALL, feedOf([]), ALL_FIGURES);
  assert.equal(status, 0, said);
  const {figures} = JSON.parse(after);
  assert.deepEqual(Object.fromEntries(figures.map(({id, value}) => [id, value])), {
    held: 12,
    women: 3,
    minors: 2,
    recognised: 18,
    released: 5,
    died: 1,
  });
  for (const {id, asOf, checkedAt, qualifier, definition, title, history} of figures) {
    assert.deepEqual([asOf, checkedAt, qualifier, history], [AS_OF, day(), 'at-least', undefined]);
    assert.deepEqual([title.en, definition.en], [FIGURES[id].title, FIGURES[id].definition]);
  }
  assert.match(said, /2 in the list are not recognised/);
  assert.match(said, /1 held have no gender/);
  assert.match(said, /2 held have no birthday/);
  assert.match(said, /1 held may be under 18/);
  assert.deepEqual(problemsOf(JSON.parse(after), day()), []);
});

test('eighteen is reached on the birthday', async () => {
  const minors = async (birthday, asOf) => {
    const bytes = async function* () {
      yield Buffer.from(csv(person({birthday}), person()));
    };
    const table = await readTable(bytes(), {name: 'list'});
    return (await tally(table, {name: 'list', asOf, wanted: new Set(['minors'])})).counts.minors;
  };
  for (const [birthday, asOf, count] of [
    ['2008-08-30', '2026-08-29', 1],
    ['2008-08-30', '2026-08-30', 0],
    ['2008-02-29', '2026-02-28', 1],
    ['2008-02-29', '2026-03-01', 0],
    ['2009', '2026-12-31', 1],
    ['2008', '2026-08-30', 0],
    ['2007', '2026-01-01', 0],
    ['2008-09', '2026-08-31', 1],
    ['2008-08', '2026-08-15', 0],
    ['2008-08-30T00:00:00Z', '2026-08-29', 1],
    ['2008-08-30 00:00:00', '2026-08-29', 1],
  ])
    assert.equal(await minors(birthday, asOf), count, `${birthday} on ${asOf}`);
});

test('an old value moves into the history with what belongs to it, and all else stays', () => {
  const held = figure('held', 10, {
    qualifier: 'exact',
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
  const {status, said, after, text} = run(csv(...times(12)), feedOf([other, held]), [
    '--source',
    'Test Counters',
    '--source-url',
    'https://example.org/list',
  ]);
  assert.equal(status, 0, said);
  const [kept, {value, asOf, checkedAt, source: by, note, history, ...rest}] = JSON.parse(after).figures;
  assert.deepEqual(kept, other);
  assert.deepEqual([value, asOf, checkedAt, note], [12, AS_OF, day(), undefined]);
  assert.deepEqual(by, {name: 'Test Counters', url: 'https://example.org/list'});
  assert.deepEqual(history, [
    {date: '2024-01-01', value: 5, source},
    {date: '2025-12-31', value: 9, source, note: 'Old'},
    {date: '2026-03-05', value: 10, qualifier: 'exact', source, note: 'Before the release of Test.'},
  ]);
  const {id, title, qualifier, definition, staleAfterDays, own} = held;
  assert.deepEqual(rest, {id, title, qualifier, definition, staleAfterDays, own});
  assert.match(said, /its note went with the value of 2026-03-05/);
  const [{serial, issued, figures, ...headAfter}, {serial: old, issued: before, figures: _, ...head}] = [
    after,
    text,
  ].map((json) => JSON.parse(json));
  assert.equal(figures.length, 2);
  assert.deepEqual(headAfter, head);
  assert.equal(serial, old + 1);
  assert.ok(issued > before && Math.abs(Date.parse(issued) - Date.now()) < 60_000);
});

test('“more than” was a bound: a count is “at least”', () => {
  const {after, said} = run(csv(...times(10)), feedOf([figure('held', 10, {qualifier: 'more-than'})]));
  const [{qualifier, history}] = JSON.parse(after).figures;
  assert.deepEqual([qualifier, history[0].qualifier], ['at-least', 'more-than']);
  assert.match(said, /“more than” became “at least”/);
});

test('only held and what the feed has is taken, unless figures are named', () => {
  const ids = (figures, args) => JSON.parse(run(ALL, feedOf(figures), args).after).figures.map(({id}) => id);
  assert.deepEqual(ids([]), ['held']);
  assert.deepEqual(ids([figure('women', 3), figure('released', 5)]), ['women', 'released', 'held']);
  assert.deepEqual(ids([figure('women', 3)], ['--figures', 'died, minors']), ['women', 'minors', 'died']);
});

test('the same list again changes nothing; another of the same day does not double its point', () => {
  const first = run(csv(...times(10)), feedOf([HELD()]));
  const again = run(csv(...times(10)), first.after);
  assert.equal(again.status, 0);
  assert.ok(again.untouched);
  assert.match(again.said, /says so already/);
  const more = run(csv(...times(11)), first.after);
  assert.equal(more.status, 1);
  assert.ok(more.untouched);
  const accepted = run(csv(...times(11)), first.after, ['--accept', 'One was missed.']);
  assert.equal(accepted.status, 0, accepted.said);
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

test('a point that stood twice, as value and in the history, is not moved a second time', () => {
  const twice = {date: '2026-03-05', value: 10, source, note: 'Kept'};
  const [next] = counted(figure('held', 10, {history: [twice]}), {value: 11, asOf: AS_OF, source}, AS_OF);
  assert.deepEqual(next.history, [twice]);
});

test('a jump or fall leaves the feed byte for byte, until a reason accepts it', () => {
  const feed = feedOf([HELD(), figure('women', 3)]);
  for (const [rows, percent] of [
    [13, /\+30 %/],
    [9, /nothing says why/],
    [5, /-50 %/],
  ]) {
    const list = csv(...times(rows - 3), ...times(3, {gender: 'female'}));
    const refused = run(list, feed);
    assert.equal(refused.status, 1);
    assert.ok(refused.untouched);
    assert.match(refused.said, percent);
    assert.match(refused.said, /is as it was/);
    const accepted = run(list, feed, ['--accept', 'Verified.']);
    assert.equal(accepted.status, 0, accepted.said);
    const {corrections, serial} = JSON.parse(accepted.after);
    assert.equal(serial, 5);
    assert.deepEqual(corrections, [
      {
        id: `held-${day()}`,
        date: day(),
        section: 'figures',
        of: 'held',
        text: 'Verified.',
        was: 10,
        is: rows,
      },
    ]);
    put('before.json', refused.text);
    for (const args of [[], ['--previous', 'before.json']])
      assert.equal(tool(['check', 'feed.json', ...args], {cwd}).status, 0);
  }
});

test('a reason that was not needed is not written', () => {
  const {after, said} = run(csv(...times(10)), feedOf([HELD()]), ['--accept', 'Just so.']);
  assert.equal(JSON.parse(after).corrections, undefined);
  assert.match(said, /Nothing had to be accepted/);
});

test('what was odd in the feed before is not asked about again', () => {
  const feed = feedOf([HELD()], {
    organisations: ['one', 'two'].map((id) => ({id, name: 'Same', status: 'active'})),
  });
  assert.equal(run(csv(...times(10)), feed).status, 0);
});

test('nobody held is not believed without a reason, in a feed that had no figure either', () => {
  const list = csv(...times(3, {status: 'former'}));
  assert.equal(run(list, feedOf([])).status, 1);
  const {status, after} = run(list, feedOf([]), ['--accept', 'All are free.']);
  assert.equal(status, 0);
  assert.equal(JSON.parse(after).corrections.length, 1);
});

test('--dry-run shows all and writes nothing', () => {
  const {status, untouched, said} = run(csv(...times(11)), feedOf([HELD()]), ['--dry-run']);
  assert.equal(status, 0);
  assert.ok(untouched);
  assert.match(said, /held +10 +11 +\+1 \(\+10 %\)/);
  assert.match(said, /--dry-run/);
});

test('the result is a table for a person, JSON for a program', () => {
  const person = run(csv(...times(11)), feedOf([HELD()]));
  assert.match(person.stdout, /figure +was +is +change\nheld +10 +11 +\+1 \(\+10 %\)/);
  assert.match(person.stdout, /solidarity-feed check feed\.json\n.*sign/);
  const {stdout, stderr} = run(csv(...times(11)), feedOf([HELD()]), ['--json']);
  assert.equal(stderr, '');
  const {figures, written, serial, refused, rows} = JSON.parse(stdout);
  assert.deepEqual(figures, [{id: 'held', was: 10, is: 11, asOf: AS_OF}]);
  assert.deepEqual([written, serial, refused, rows], [true, 5, [], 11]);
});

test('nothing of a person gets into the feed, or out of it by any word that is said', () => {
  const cell = (name) => `Osoba-${name}-Secret`;
  const secret = (cells = {}) =>
    person({
      ...Object.fromEntries(COLUMNS.map((column) => [column, cell(column)])),
      id: cell(++ids),
      url: `https://example.org/${cell('url')}`,
      birthday: '1977-07-17',
      gender: 'female',
      status: 'active',
      release_date: '',
      died: '',
      ...cells,
    });
  const good = csv(...Array.from({length: 10}, () => secret()), secret({status: 'former', died: '2024-04-14'}));
  const {status, after, said} = run(good, feedOf([]), ALL_FIGURES);
  assert.equal(status, 0, said);
  for (const text of [after, said]) assert.doesNotMatch(text, /osoba|secret|1977|2024-04-14/i);
  // Numbers, the day of the list, today, and our own words are all that was added.
  const {figures} = JSON.parse(after);
  for (const {id, title, definition, ...rest} of figures) {
    assert.deepEqual([title.en, definition.en], [FIGURES[id].title, FIGURES[id].definition]);
    assert.deepEqual(
      Object.keys(rest).filter((key) => !['value', 'qualifier', 'asOf', 'checkedAt', 'source'].includes(key)),
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
      const result = run(broken, feedOf([]), args);
      assert.equal(result.status, 1, result.said);
      assert.ok(result.untouched);
      assert.doesNotMatch(result.said, /osoba|secret/i);
    }
});

/** Bad lists: what is said of each, with its line. */
const rows = times(3);
const BAD = [
  ['a last line that is cut off', csv(...rows).slice(0, -40), /line 6: (the row has \d+ cells|a quote is opened)/],
  ['a last line with too few cells', csv(...rows, 'x,y'), /line 8: the row has 2 cells, and the header 17/],
  ['a quote that stays open', csv(...rows, person({name: '"Test'}), ...rows), /line 8: a quote (is opened|stands)/],
  [
    'a quote that stays open to the end',
    csv(...rows, 'x,"y\n'),
    /line 8: a quote is opened in this row and never closed/,
  ],
  ['a quote inside a text', csv(...rows, person({name: 'Test "T" Test'})), /line 8: a quote stands in the middle/],
  [
    'Windows-1251',
    Buffer.from(csv(...rows, person({name: '\xc8\xec\xff'})), 'latin1'),
    /line 8: .*UTF-8[^]*windows-1251/,
  ],
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
  ['UTF-16', Buffer.from(`\ufeff${csv(...rows)}`, 'utf16le'), /UTF-16/],
  ['a web page', '<!doctype html><title>Sign in</title>', /web page/],
];
for (const [what, list, words] of BAD)
  test(`${what} is told, and the feed is left alone`, () => {
    const {status, said, untouched} = run(list, feedOf([HELD()]), ALL_FIGURES);
    assert.equal(status, 1, said);
    assert.match(said, words);
    assert.ok(untouched);
    assert.doesNotMatch(said, /\n\s+at |Internal fault|undefined/);
  });

/** Lists that are written another way, and read all the same. */
const GOOD = [
  ['semicolons', (list) => semicolons(list, ';'), /parted by semicolons/],
  ['tabs', (list) => semicolons(list, '\t'), /parted by tabs/],
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
  test(`${what}: the same numbers`, () => {
    const {status, said, stdout} = run(change(ALL), feedOf([]), ALL_FIGURES);
    assert.equal(status, 0, said);
    assert.match(stdout, words);
    assert.match(stdout, /held +– +12 [^]*women +– +3 [^]*recognised +– +18 /);
  });

test('lines are told right below quotes over lines and blank ones, with any end of line', () => {
  const list = csv(...rows, '', person({name: '"two\n\nlines"'}), person({status: 'vanished'}));
  const line = list.split('\n').findIndex((words) => words.includes('vanished')) + 1;
  for (const end of ['\n', '\r\n', '\r'])
    assert.match(run(list.replaceAll('\n', end), feedOf([])).said, new RegExp(`line ${line}: column status`));
});

test('a list may come in pieces of any size', async () => {
  const list = csv(person({name: 'Тэст'}), person({status: 'former'})).replaceAll('\n', '\r\n');
  const read = async (size) => {
    const bytes = Buffer.from(`\ufeff${list}`);
    const pieces = async function* () {
      for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
    };
    const {columns, rows} = await readTable(pieces(), {name: 'list'});
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

test('columns may stand in any order, with others between', () => {
  const list = 'Note,status,"a, b",id\n"x, y",active,1,1\nx,former,2,2\n';
  assert.match(run(list, feedOf([])).said, /held +– +1 /);
});

test('Windows-1251 is read when it is named, and shown to be wrong when it is not that', () => {
  const list = Buffer.from(csv(...times(10), person({name: '\xc8\xec\xff', gender: '\xe6'})), 'latin1');
  const args = ['--encoding', 'windows-1251', '--figures', 'held,women'];
  const {status, said} = run(list, feedOf([]), args);
  assert.equal(status, 0, said);
  assert.match(said, /women +– +1 /);
  assert.equal(run(list, feedOf([]), ['--encoding', 'koi8-r']).status, 2);
});

test('a column that is missing or empty gives no figure, not 0', () => {
  const bare = 'id,status\n1,active\n2,active\n3,former\n';
  const women = figure('women', 3);
  const {status, said, after} = run(bare, feedOf([women, figure('minors', 2)]));
  assert.equal(status, 0, said);
  assert.match(said, /women is left as it was: the list has no column gender/);
  assert.deepEqual(JSON.parse(after).figures[0], women);
  for (const [list, id, words] of [
    [bare, 'women', /no column gender/],
    [bare, 'released', /no column died/],
    [csv(...times(2, {birthday: ''})), 'minors', /column birthday is empty/],
    [csv(...times(2, {gender: '0000-00-00'})), 'women', /column gender is empty/],
    [csv(...times(2), ...times(2, {status: 'former'})), 'died', /column died is empty/],
  ]) {
    const refused = run(list, feedOf([]), ['--figures', id]);
    assert.equal(refused.status, 1);
    assert.match(refused.said, words);
    assert.ok(refused.untouched);
  }
});

test('the contradictions of a list are told', () => {
  const {said} = run(csv(...times(10), person({release_date: '2027-01-01', died: '2026-01-01'})), feedOf([]));
  assert.match(said, /1 counted as held have a date of release/);
  assert.match(said, /1 counted as held have a date of death/);
});

test('the day of the list is said or named, never guessed from the file', () => {
  const list = csv(...times(10));
  const dated = (args, name) => run(list, feedOf([HELD()]), args, {name});
  assert.equal(JSON.parse(dated([], 'list-of-2026-08-29-final.csv').after).figures[0].asOf, '2026-08-29');
  assert.equal(JSON.parse(dated(['--as-of', '2026-08-28'], LIST).after).figures[0].asOf, '2026-08-28');
  put('list.csv', list);
  utimesSync(join(cwd, 'list.csv'), new Date('2026-08-27'), new Date('2026-08-27'));
  for (const [args, name, code, words] of [
    [[], 'list.csv', 2, /--as-of/],
    [[], '2026-08-01-2026-08-30.csv', 2, /--as-of/],
    [[], 'list-2026-02-30.csv', 2, /not a date/],
    [['--as-of', '30 August'], 'list.csv', 2, /not a date/],
    [['--as-of', day(1)], 'list.csv', 1, /future/],
    [['--as-of', '2026-03-04'], 'list.csv', 1, /held has a point of 2026-03-05 already/],
    [['--as-of', '2026-03-04', '--accept', 'Because.'], 'list.csv', 1, /older/],
  ]) {
    const {status, said, untouched} = dated(args, name);
    assert.equal(status, code, said);
    assert.match(said, words);
    assert.ok(untouched);
  }
});

test('wrong wishes are told before the list is read', () => {
  for (const [args, code, words] of [
    [['--source-url', 'http://example.org'], 2, /https/],
    [['--source', ' '], 2, /--source/],
    [['--accept', ''], 2, /reason/],
    [['--figures', 'held,men'], 2, /“men” is no figure/],
    [['--figures', ''], 2, /no figure/],
  ]) {
    const {status, said, untouched} = run('', feedOf([HELD()]), args);
    assert.equal(status, code, said);
    assert.match(said, words);
    assert.ok(untouched);
  }
  assert.equal(tool(['import', 'viasna', LIST], {cwd}).status, 2);
});

test('a list or feed that cannot be read, and a feed that is broken, are told', () => {
  put(LIST, csv(...times(10)));
  mkdirSync(join(cwd, 'folder-2026-08-30'));
  put('broken.json', feedOf([{...HELD(), value: '10'}]));
  for (const [list, feed, code, words] of [
    ['none-2026-08-30.csv', 'feed.json', 3, /none-2026-08-30\.csv cannot be read: there is no such file/],
    ['folder-2026-08-30', 'feed.json', 3, /it is a folder/],
    [LIST, 'none.json', 3, /none\.json cannot be read/],
    [LIST, 'broken.json', 1, /broken\.json is broken: \/figures\/0\/value[^]*solidarity-feed check broken\.json/],
  ]) {
    put('feed.json', feedOf([HELD()]));
    const {status, stdout, stderr} = tool(['import', 'viasna', list, '--feed', feed], {cwd});
    assert.equal(status, code);
    assert.match(stdout + stderr, words);
  }
});

test('a new figure is not written in English into a feed of another language', () => {
  const feed = (figures) => feedOf(figures, {lang: 'be'});
  const {status, said, untouched} = run(ALL, feed([]));
  assert.equal(status, 1);
  assert.match(said, /held[^]*be/);
  assert.ok(untouched);
  assert.equal(run(csv(...times(10)), feed([HELD()])).status, 0);
});

test('the real feed takes a list in its own manner: only what changed is another line', () => {
  const demo = readFileSync('demo/feed.json', 'utf8');
  const list = csv(...times(1150), ...times(170, {gender: 'female'}), ...times(3900, {status: 'former'}));
  const {status, said, after} = run(list, demo, ['--accept', 'Test.']);
  assert.equal(status, 0, said);
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

test('a hundred thousand rows are read in the memory of a thousand', () => {
  const large = join(cwd, 'large-2026-08-30.csv');
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
  const {status, stdout, stderr} = tool(['import', 'viasna', 'large-2026-08-30.csv', '--feed', 'feed.json'], {
    cwd,
    node,
  });
  assert.equal(status, 0, stderr);
  assert.match(stdout, /100,000 rows read[^]*held +– +10,000 /);
  const small = run(csv(...times(1000)), feedOf([]), [], {node});
  const memory = (text) => Number(/RSS (\d+)/.exec(text)[1]);
  assert.ok(memory(stderr) < 3 * memory(small.stderr), `${memory(stderr)} KB against ${memory(small.stderr)} KB`);
});

test('a process killed while it writes leaves the old feed or the new one, whole', () => {
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
    const {signal, untouched, after} = run(list, feedOf([HELD()]), [], {node});
    assert.equal(signal, 'SIGKILL');
    assert.equal(untouched, when === 'before');
    assert.equal(JSON.parse(after).figures[0].value, when === 'before' ? 10 : 11);
  }
  assert.equal(run(list, feedOf([HELD()])).status, 0);
});

test('a refused import leaves nothing beside the feed', () => {
  const before = readdirSync(cwd).sort();
  run(csv(...times(99)), feedOf([HELD()]));
  assert.deepEqual(readdirSync(cwd).sort(), before);
});
