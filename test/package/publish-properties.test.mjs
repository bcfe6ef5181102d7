// A thousand random lists, feeds and texts each, always the same: the tool never crashes, never writes a wrong number, and
// changes no file that it refuses.
import assert from 'node:assert/strict';
import {Writable} from 'node:stream';
import test from 'node:test';
import fc from 'fast-check';
import {runnerImport} from 'vite';
import {tempDir} from '../support/feed-tool.mjs';

const {
  Command,
  UserError,
  VIASNA,
  checkFeed,
  editJson,
  importList,
  isBlocking,
  parseFeed,
  parseJson,
  readTable,
  tally,
} = (await runnerImport('/test/support/publish.ts')).module;

const RUNS = {seed: 20_261_122, numRuns: 1000};
const AS_OF = '2026-08-30';
const COLUMNS = ['id', 'status', 'gender', 'birthday', 'died', 'name'];
const FIGURES = Object.keys(VIASNA.figures);

const opener = (bytes) =>
  async function* () {
    yield bytes;
  };

/** The counts of a list; undefined if it is refused. */
const countList = async (bytes) => {
  try {
    const table = await readTable(opener(bytes), {name: 'list.csv', needed: VIASNA.needed});
    return (await tally(table, VIASNA, {asOf: AS_OF, figures: FIGURES})).counts;
  } catch (error) {
    assert.ok(error instanceof UserError, error.stack);
    return undefined;
  }
};

/* Lists. Each cell is what it means, and a way to write it. */

const NOTHING = ['', 'NULL', 'null', '-', 'n/a', '\u200b', '\u00a0'];
const oneOf = (...values) => fc.constantFrom(...values);
const date = (first, last) =>
  fc
    .date({min: new Date(first), max: new Date(last), noInvalidDate: true})
    .map((time) => time.toISOString().slice(0, 10));
const written = (iso) => {
  const [y, m, d] = iso.split('-');
  return oneOf(iso, `${d}.${m}.${y}`, `${y}/${m}/${d}`, `${iso} 00:00:00`, `${d}.${m}.${y} 0:00`, ` ${iso}\u200b`);
};
const dateCell = (iso) => written(iso).map((text) => ({is: iso, text}));
const none = oneOf(...NOTHING).map((text) => ({is: '', text}));

const person = fc
  .record({
    status: oneOf('active', 'former', 'np').chain((is) =>
      oneOf(is, is.toUpperCase(), ` ${is} `, `${is}\u200b`).map((text) => ({is, text})),
    ),
    gender: fc.oneof(
      oneOf('female', 'Ж', 'f').map((text) => ({is: 'female', text})),
      oneOf('male', 'м', 'M').map((text) => ({is: 'male', text})),
      none,
    ),
    birthday: fc.oneof({weight: 4, arbitrary: date('1950-01-02', '2012-08-29').chain(dateCell)}, none),
    died: fc.oneof({weight: 1, arbitrary: date('2020-05-01', AS_OF).chain(dateCell)}, {weight: 3, arbitrary: none}),
    name: oneOf('Test Osoba', 'Тэст', 'a,b', 'a;b', 'two\nlines', '"quoted"', '', 'Total'),
  })
  // Nobody who is held has died: that would be refused.
  .map((one) => (one.status.is === 'active' ? {...one, died: {is: '', text: ''}} : one));

/** What makes a list wrong: a cell that cannot be read for sure. */
const POISON = {
  id: ['', 'NULL', '1.2E+11', 'Total', 'Итого'],
  status: ['', 'gone', '#REF!', '4'],
  died: [
    '1970-01-01',
    '1900-01-01',
    '30.12.1899',
    '0001-01-01',
    '9999-12-31',
    '2027-01-01',
    '40242',
    'yes',
    '02/30/2024',
  ],
};

const quote = (text) => `"${text.replaceAll('"', '""')}"`;
/** Writes a table as some program does. */
const write = (rows, {separator, end, titles, encoding, empty, always}) => {
  const cell = (text) => (always || /[",;\t|\n]/.test(text) ? quote(text) : text);
  const lines = [COLUMNS, ...rows].map((row) => row.map(cell).join(separator));
  if (empty) lines.splice(1 + (empty % lines.length), 0, separator.repeat(COLUMNS.length - 1));
  const text = [...titles, ...lines, ''].join(end);
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return Buffer.from((encoding === 'bom' ? '\ufeff' : '') + text);
};
const manner = fc.record({
  separator: oneOf(',', ';', '\t', '|'),
  end: oneOf('\n', '\r\n', '\r'),
  titles: oneOf([], ['A list, made up'], ['A list', '', 'as of today'], ['']),
  encoding: oneOf('utf-8', 'bom', 'utf-16le', 'utf-16be'),
  empty: fc.nat(20),
  always: fc.boolean(),
});
const cellsOf = ({status, gender, birthday, died, name}, id) => [
  `p-${id}`,
  status.text,
  gender.text,
  birthday.text,
  died.text,
  name,
];

/** The counts as the definitions of the figures say. */
const expected = (people) => {
  const count = (test) => people.filter(test).length;
  const isHeld = ({status}) => status.is === 'active';
  const isFree = ({status}) => status.is === 'former';
  const limit = `${Number(AS_OF.slice(0, 4)) - 18}${AS_OF.slice(4)}`;
  return {
    held: count(isHeld),
    women: count((one) => isHeld(one) && one.gender.is === 'female'),
    minors: count((one) => isHeld(one) && one.birthday.is > limit),
    recognised: count((one) => isHeld(one) || isFree(one)),
    released: count((one) => isFree(one) && !one.died.is),
    died: count((one) => isFree(one) && one.died.is),
  };
};

test('counts any list as it means, or gives no number', async () => {
  let counted = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(person, {minLength: 1, maxLength: 20}), manner, async (people, how) => {
      const counts = await countList(write(people.map(cellsOf), how));
      if (!counts) return;
      counted++;
      const right = expected(people);
      for (const [id, {value}] of Object.entries(counts)) assert.equal(value, right[id], id);
    }),
    RUNS,
  );
  assert.ok(counted > 900, `${counted} of ${RUNS.numRuns} were counted`);
});

test('gives no number for a list with a cell that cannot be read for sure', async () => {
  const poison = oneOf(...Object.entries(POISON).flatMap(([column, cells]) => cells.map((text) => [column, text])));
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, {minLength: 1, maxLength: 20}),
      manner,
      poison,
      fc.nat(),
      async (people, how, bad, at) => {
        const rows = people.map((one, id) => cellsOf({...one, status: {is: 'former', text: 'former'}}, id));
        rows[at % rows.length][COLUMNS.indexOf(bad[0])] = bad[1];
        assert.equal(await countList(write(rows, how)), undefined);
      },
    ),
    RUNS,
  );
});

test('never crashes, whatever the bytes of a list are', async () => {
  const lines = fc.array(
    fc.oneof(fc.string({unit: 'binary'}), oneOf('id,status', '1,active', 'sep=;', '"', ',,,', '\0', '\r')),
  );
  const bytes = fc.oneof(
    fc.uint8Array({maxLength: 200}).map((array) => Buffer.from(array)),
    lines.map((parts) => Buffer.from(parts.join('\n'))),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => void (await countList(content))),
    RUNS,
  );
});

/* Feeds. */

const source = {name: 'Test'};
const feedOf = (figures) => ({
  version: 1,
  serial: 4,
  issued: '2026-08-31T00:00:00Z',
  id: 'test',
  title: 'Test',
  figures,
});
const held = (value) => ({
  id: 'held',
  title: 'Held',
  value,
  asOf: '2026-03-05',
  source,
  definition: 'Test',
  history: [{date: '2025-12-31', value, source}],
});

/** A value of a feed, or anything else. */
const anything = fc.oneof(
  fc.jsonValue(),
  oneOf(
    '2026-02-30',
    '2026-03-05',
    'https://example.org',
    'held',
    -1,
    0,
    1e21,
    {en: ''},
    {en: 'Test'},
    'at-least',
    null,
    '__proto__',
  ),
);
const feed = fc
  .record({
    value: fc.nat(),
    changes: fc.array(
      fc.tuple(
        oneOf(
          'version',
          'serial',
          'issued',
          'lang',
          'figures',
          'corrections',
          'people',
          'ways',
          'events',
          'organisations',
        ),
        anything,
      ),
      {maxLength: 3},
    ),
    inFigure: fc.array(
      fc.tuple(
        oneOf('id', 'title', 'value', 'asOf', 'qualifier', 'history', 'source', 'note', 'unit', 'staleAfterDays'),
        anything,
      ),
      {maxLength: 3},
    ),
  })
  .map(({value, changes, inFigure}) => ({
    ...feedOf([{...held(value), ...Object.fromEntries(inFigure)}]),
    ...Object.fromEntries(changes),
  }));

test('checks any feed without a crash, and passes none that widgets refuse', () => {
  fc.assert(
    fc.property(feed, feed, (json, other) => {
      const published = parseFeed(other).feed;
      const findings = checkFeed(json, '2026-09-01', published);
      for (const {message, fix} of findings) assert.doesNotMatch(message + fix, /undefined|\[object/);
      if (!findings.some(isBlocking)) assert.deepEqual(parseFeed(json).problems, []);
    }),
    RUNS,
  );
});

test('edits any JSON file to any value, and keeps its bytes where nothing changes', () => {
  const format = oneOf(undefined, 2, '\t');
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), format, (before, after, space) => {
      const text = JSON.stringify(before, null, space);
      const file = parseJson('feed.json', text);
      assert.equal(editJson(file, JSON.parse(text)), text);
      const next = JSON.parse(JSON.stringify(after));
      assert.deepEqual(JSON.parse(editJson(file, next)), next);
    }),
    RUNS,
  );
});

test('reports a mistake in any text that is not JSON, and accepts what is', () => {
  const texts = fc.oneof(
    fc.string({unit: 'binary'}),
    fc.json().chain((text) => fc.nat(text.length).map((at) => text.slice(0, at))),
  );
  const isJson = (text) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  fc.assert(
    fc.property(texts, (text) => {
      try {
        parseJson('feed.json', text);
        assert.ok(isJson(text));
      } catch (error) {
        assert.ok(error instanceof UserError, error.stack);
        assert.ok(!isJson(text) || /is there twice/.test(error.message), error.message);
        if (text.trim()) assert.match(error.message, /line \d+, column \d+: /);
      }
    }),
    RUNS,
  );
});

/* The command. */

/** Runs a command in this process, and drops what it prints. */
const runQuietly = async (args) => {
  const {stdout, stderr} = process;
  const sink = new Writable({write: (_chunk, _encoding, done) => done()});
  const program = new Command().exitOverride().option('--json');
  importList(program);
  try {
    Object.defineProperty(process, 'stdout', {value: sink, configurable: true});
    Object.defineProperty(process, 'stderr', {value: sink, configurable: true});
    await program.parseAsync(args, {from: 'user'});
    return process.exitCode ?? 0;
  } catch (error) {
    assert.ok(error instanceof UserError, error.stack);
    return 1;
  } finally {
    process.exitCode = undefined;
    Object.defineProperty(process, 'stdout', {value: stdout, configurable: true});
    Object.defineProperty(process, 'stderr', {value: stderr, configurable: true});
  }
};

test('writes right numbers into a feed, or does not change its file', async (t) => {
  const {path, put, read} = tempDir(t);
  const name = `list-${AS_OF}.csv`;
  const mark = oneOf(undefined, undefined, ['status', 'gone'], ['died', '1900-01-01']);
  let writes = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, {minLength: 4, maxLength: 12}),
      manner,
      fc.nat(12),
      mark,
      async (people, how, value, bad) => {
        const rows = people.map(cellsOf);
        if (bad) rows[0][COLUMNS.indexOf(bad[0])] = bad[1];
        put(name, write(rows, how));
        const text = JSON.stringify(feedOf([held(value)]), null, 2);
        put('feed.json', text);
        const code = await runQuietly(['import', 'viasna', path(name), '--feed', path('feed.json'), '--yes']);
        const after = read('feed.json');
        if (code) return void assert.equal(after, text);
        const {figures, serial} = JSON.parse(after);
        assert.equal(figures[0].value, expected(people).held);
        if (after === text) return;
        writes++;
        assert.deepEqual([serial, figures[0].asOf, parseFeed(JSON.parse(after)).problems], [5, AS_OF, []]);
      },
    ),
    RUNS,
  );
  assert.ok(writes > 50, `${writes} were written`);
});
