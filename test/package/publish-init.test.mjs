// `solidarity-feed init`: a valid folder, from options or by asking a person.
import assert from 'node:assert/strict';
import {mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import {runnerImport} from 'vite';
import {launch} from '../support/tab.mjs';
import {tempDir} from '../support/feed-tool.mjs';
import {site} from '../support/site.mjs';

const load = async (path) => (await runnerImport(path)).module;
const {parseFeed} = await load('/src/feed/parse-feed.ts');
const {jsonSchema} = await load('/src/publish/json-schema.ts');
const {answersFromFlags, interview} = await load('/src/publish/init/interview.ts');
const {GROUPS} = await load('/src/publish/init/questions.ts');
const {writeFolder} = await load('/src/publish/init/write-folder.ts');

const ajv = new Ajv({allowUnionTypes: true});
formats(ajv);
const fitsSchema = ajv.compile(jsonSchema());

const HEAD = ['--title', 'Solidarity <with> "Testland"', '--id', 'test-campaign', '--lang', 'be'];
const FIGURE = [
  ...['--figure-title', 'People in a test', '--value', '1140', '--as-of', '2026-03-05', '--source', 'Test Count'],
  ...['--definition', 'All who are in this test.'],
];
const REST = [
  ...['--source-url', 'https://example.org/count', '--qualifier', 'at-least', '--figure-id', 'held'],
  ...['--home', 'https://example.org/', '--slogan', 'Stand with Testland', '--call', 'Hold an event.'],
  ...['--observance', 'Test Day', '--observance-day', '02-29', '--zone', 'Europe/Berlin'],
];

/** The folder that `init` creates; its feed is checked by the parser and the JSON Schema. */
const create = async (t, ...args) => {
  const {run, path} = tempDir(t);
  const {code, stdout, stderr} = await run(['init', 'new', ...args]);
  assert.equal(code, 0, stderr);
  const read = (name) => readFile(path(`new/${name}`), 'utf8');
  const feed = JSON.parse(await read('feed.json'));
  assert.deepEqual(parseFeed(feed).problems, []);
  assert.ok(fitsSchema(feed), JSON.stringify(fitsSchema.errors));
  assert.deepEqual((await readdir(path('new'))).sort(), ['README.md', 'feed.json', 'index.html']);
  return {feed, page: await read('index.html'), readme: await read('README.md'), stdout, run, path};
};

test('writes the answers of all options', async (t) => {
  const {feed, page} = await create(t, ...HEAD, ...FIGURE, ...REST);
  const {issued, ...rest} = feed;
  assert.ok(Math.abs(Date.parse(issued) - Date.now()) < 60_000);
  assert.deepEqual(rest, {
    version: 1,
    serial: 1,
    id: 'test-campaign',
    title: 'Solidarity <with> "Testland"',
    home: 'https://example.org/',
    lang: 'be',
    figures: [
      {
        id: 'held',
        title: 'People in a test',
        value: 1140,
        qualifier: 'at-least',
        unit: 'political-prisoner',
        asOf: '2026-03-05',
        source: {name: 'Test Count', url: 'https://example.org/count'},
        definition: 'All who are in this test.',
      },
    ],
    observances: [{id: 'day', title: 'Test Day', yearly: '02-29', zone: 'Europe/Berlin'}],
    campaigns: [{id: 'main', slogan: 'Stand with Testland', call: 'Hold an event.', observance: 'day'}],
  });
  assert.match(page, /<html lang="be">/);
  assert.match(page, /<title>Solidarity &lt;with&gt; &quot;Testland&quot;<\/title>/);
  assert.match(
    page,
    /<script async src="solidarity\/solidarity\.js"[^>]* data-feed="feed\.json" data-serial="1"><\/script>/,
  );
  assert.match(page, /<solidarity-counter lang="be">Прынамсі 1140 /);
  assert.match(page, /<solidarity-countdown lang="be">Test Day: 29 лютага 20\d\d/);
  assert.match(page, /<solidarity-banner lang="be">/);
  assert.equal(page.match(/<script/g).length, 1);
});

test('leaves out a number that was not given', async (t) => {
  const {feed, page, stdout} = await create(t, ...HEAD);
  assert.deepEqual(Object.keys(feed), ['version', 'serial', 'issued', 'id', 'title', 'lang']);
  assert.doesNotMatch(page, /<solidarity-/);
  assert.match(stdout, /has no number yet/);
});

test('leaves out optional answers', async (t) => {
  const {feed} = await create(t, ...HEAD, ...FIGURE);
  const [{id, qualifier, source}] = feed.figures;
  assert.deepEqual([id, qualifier, source], ['count', undefined, {name: 'Test Count'}]);
  assert.equal(feed.observances, undefined);
});

test('--yes uses the folder’s name as id, and English', async (t) => {
  const {feed} = await create(t, '--title', 'Test', '--yes');
  assert.deepEqual([feed.id, feed.lang], ['new', 'en']);
});

test('accepts the number 0', async (t) => {
  const {feed} = await create(t, ...HEAD, ...FIGURE.with(3, '0'));
  assert.equal(feed.figures[0].value, 0);
});

test('writes a day of one year as a date', async (t) => {
  const {feed} = await create(t, ...HEAD, '--observance', 'Once', '--observance-day', '2099-08-09');
  assert.deepEqual(feed.observances, [{id: 'day', title: 'Once', dates: ['2099-08-09'], zone: 'Europe/Minsk'}]);
});

/** Incomplete and wrong command lines, and parts of the error. */
const REFUSED = [
  [[], ['Missing: --title, --id, --lang.', '--yes']],
  [['--yes'], ['Missing: --title.']],
  [[...HEAD, '--value', '5'], ['Missing: --figure-title, --as-of, --source, --definition.']],
  [[...HEAD, '--slogan', 'x'], ['Missing: --call.']],
  [[...HEAD, '--zone', 'Europe/Minsk'], ['Missing: --observance, --observance-day.']],
  [[...HEAD.with(3, 'Bad Id')], ['--id: The id has']],
  [[...HEAD.with(5, 'x')], ['--lang: A language is written as']],
  [[...HEAD.with(1, ' \u0007 ')], ['--title: The title is a text']],
  [[...HEAD, '--home', 'http://example.org/'], ['--home: An address begins with https://']],
  [[...HEAD, ...FIGURE.with(3, '1,140')], ['--value: A number is written with digits only']],
  [[...HEAD, ...FIGURE.with(3, '9007199254740993')], ['--value: ']],
  [[...HEAD, ...FIGURE.with(3, '1e3')], ['--value: A number is written with digits only']],
  [[...HEAD, ...FIGURE.with(3, '0x10')], ['--value: A number is written with digits only']],
  [[...HEAD, ...FIGURE.with(5, '2999-01-01')], ['--as-of: The day of a count']],
  [[...HEAD, ...FIGURE.with(5, '2026-02-30')], ['--as-of: The day of a count']],
  [[...HEAD, ...FIGURE, '--qualifier', 'about'], ['--qualifier: It is one of these words']],
  [[...HEAD, ...FIGURE.with(3, '0'), '--qualifier', 'at-least'], ['--qualifier: It is one of these words']],
  [[...HEAD, ...FIGURE, '--source-url', 'javascript:x'], ['--source-url: An address begins with']],
  [[...HEAD, ...FIGURE, '--figure-id', 'Held'], ['--figure-id: ']],
  [[...HEAD, '--observance', 'x', '--observance-day', '02-30'], ['--observance-day: A day is written as 08-09']],
  [[...HEAD, '--observance', 'x', '--observance-day', '08-09', '--zone', 'Europe/Nowhere'], ['--zone: A time zone']],
  [
    ['--title', 'x', '--value', 'many'],
    ['Missing: --id, --lang, --figure-title', '--value: A number is'],
  ],
];

for (const [args, sentences] of REFUSED)
  test(`refuses ${args.join(' ').replace(/\s+/g, ' ') || 'no options'}`, async (t) => {
    const {run, folder} = tempDir(t);
    const {code, stdout, stderr} = await run(['init', 'new', ...args]);
    assert.equal(code, 2, stderr);
    for (const sentence of sentences) assert.ok(stderr.includes(sentence), stderr);
    assert.equal(stdout, '');
    assert.deepEqual(await readdir(folder), [], 'nothing was written');
  });

test('does not change a folder that is not empty, and ignores files of operating systems', async (t) => {
  const {run, path} = tempDir(t);
  await mkdir(path('full'));
  await writeFile(path('full/feed.json'), 'mine');
  const {code, stderr} = await run(['init', 'full', ...HEAD]);
  assert.equal(code, 1);
  assert.match(stderr, /full is not empty: it contains feed\.json\./);
  assert.equal(await readFile(path('full/feed.json'), 'utf8'), 'mine');
  assert.deepEqual(await readdir(path('full')), ['feed.json']);
  await mkdir(path('new'));
  await writeFile(path('new/.DS_Store'), '');
  assert.equal((await run(['init', 'new', ...HEAD])).code, 0);
  await writeFile(path('file'), '');
  assert.equal((await run(['init', 'file', ...HEAD])).code, 3);
  assert.equal((await run(['init', 'deep/er', ...HEAD])).code, 0);
});

test('lists the files with --json', async (t) => {
  const {run} = tempDir(t);
  const {stdout, stderr} = await run(['--json', 'init', 'new', ...HEAD]);
  assert.deepEqual(JSON.parse(stdout), {
    folder: 'new',
    files: ['feed.json', 'index.html', 'README.md'].map((name) => join('new', name)),
  });
  assert.equal(stderr, '');
});

test('writes all files or none', async (t) => {
  const {path} = tempDir(t);
  const files = {'a.txt': 'a', 'no such folder/b.txt': 'b'};
  await assert.rejects(writeFolder(path('new/er'), files), /cannot be written/);
  await mkdir(path('empty'));
  await assert.rejects(writeFolder(path('empty'), files), /cannot be written/);
  assert.deepEqual(await readdir(path('.')), ['empty']);
  assert.deepEqual(await readdir(path('empty')), []);
});

test('writes a README with five steps, whose commands work', async (t) => {
  const {readme, run} = await create(t, ...HEAD, ...FIGURE);
  assert.deepEqual(readme.match(/^## .*$/gm), [
    '## 1. Edit',
    '## 2. Check',
    '## 3. Keys',
    '## 4. Publish',
    '## 5. Upload and embed',
  ]);
  assert.match(readme, /^# Solidarity \\<with\\> "Testland"\n/);
  const lines = [...readme.matchAll(/```sh\nsolidarity-feed (.*?)\n```/gs)].map(([, line]) => line.split(' '));
  assert.deepEqual(
    lines.map(([name]) => name),
    ['check', 'keygen', 'publish'],
  );
  const {stdout: help} = await run(['--help']);
  for (const args of lines.filter(([name]) => help.includes(`\n  ${name} `))) {
    const quick = args[0] === 'publish' ? ['--lang', 'en', '--no-widgets', '--no-pictures'] : [];
    const {code, stderr} = await run([...args, ...quick], {cwd: 'new'});
    assert.equal(code, 0, `${args.join(' ')}: ${stderr}`);
  }
});

/** A terminal with a person who gives these answers. */
const terminalWith = (...answers) => {
  const printed = [];
  return {
    printed,
    answers,
    ask: (question) => {
      assert.ok(answers.length, `no answer to: ${question}`);
      return Promise.resolve(answers.shift());
    },
    print: (line) => printed.push(line),
  };
};

const SETTING = {folder: 'my-campaign', today: '2027-03-01'};

test('asks a person, and repeats a question until the answer is valid', async () => {
  const terminal = terminalWith(
    ...['', 'My campaign', 'Bad Id', '', 'be', 'example.org', ''],
    ...['perhaps', 'y', 'Prisoners', '1,140', '1140', '2027-03-02', '2027-03-01', 'Test', '', 'All.', '', ''],
    ...['n', 'Y', 'Day', '02-30', '08-09', ''],
  );
  const answers = await interview({}, SETTING, terminal);
  assert.deepEqual(JSON.parse(JSON.stringify(answers)), {
    title: 'My campaign',
    id: 'my-campaign',
    lang: 'be',
    figureTitle: 'Prisoners',
    value: '1140',
    asOf: '2027-03-01',
    source: 'Test',
    definition: 'All.',
    figureId: 'count',
    observance: 'Day',
    observanceDay: '08-09',
    zone: 'Europe/Minsk',
  });
  assert.deepEqual(terminal.answers, []);
  const wrong = ['title', 'id has', 'address', 'Type y', 'number', 'day of a count', 'day is written'];
  assert.equal(terminal.printed.length, wrong.length);
  for (const [i, words] of wrong.entries()) assert.ok(terminal.printed[i].includes(words), terminal.printed[i]);
});

test('does not ask what valid options answer', async () => {
  const terminal = terminalWith('', '', '', 'n', 'n', '03-25', '');
  const answers = await interview({title: 'Given', observance: 'Day', observanceDay: '25.03.'}, SETTING, terminal);
  assert.equal(answers.title, 'Given');
  assert.equal(answers.observanceDay, '03-25');
  assert.match(terminal.printed[0], /^--observance-day: /);
  assert.deepEqual(terminal.answers, []);
});

test('has an option for every question', () => {
  const questions = GROUPS.flatMap(({questions}) => questions);
  for (const {name, flag} of questions)
    assert.equal(
      flag.slice(2).replace(/-(.)/g, (_, letter) => letter.toUpperCase()),
      name,
    );
  assert.equal(new Set(questions.map(({flag}) => flag)).size, questions.length);
  const {missing} = answersFromFlags(Object.fromEntries(questions.map(({name}) => [name, ''])), SETTING, true);
  assert.deepEqual(missing, []);
});

test('writes a page that shows the feed when the library is beside it', async (t) => {
  // Inside the repository, whose folder is served.
  const folder = await mkdtemp('dist/.init-');
  t.after(() => rm(folder, {recursive: true}));
  const {run, path} = tempDir(t);
  await run(['init', 'new', ...HEAD, ...FIGURE, ...REST]);
  for (const name of ['feed.json', 'index.html'])
    await writeFile(join(folder, name), await readFile(path(`new/${name}`)));
  await symlink('..', join(folder, 'solidarity'));
  const server = await site();
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    server.close();
  });
  const page = await browser.newPage();
  await page.goto(`${server.origin}/${folder}/index.html`);
  for (const tag of ['counter', 'countdown', 'banner'])
    await page.waitForFunction(
      (name) => document.querySelector(name)?.shadowRoot?.querySelector('[part~=base]'),
      {timeout: 20_000},
      `solidarity-${tag}`,
    );
});
