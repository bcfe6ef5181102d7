// What all commands of `solidarity-feed render` do alike: files, languages, errors, warnings.
import assert from 'node:assert/strict';
import {access, readFile, readdir} from 'node:fs/promises';
import {test} from 'node:test';
import {campaign} from '../support/campaign.mjs';
import {tempDir} from '../support/feed-tool.mjs';
import {LOCALES} from '../support/locales.mjs';

/** A public key, as to its form. */
const KEY = '-'.padEnd(43, 'A');

test('warnings are reported to people and to programs', async (t) => {
  const {run, put} = tempDir(t);
  await put('feed.json', {...campaign(), sample: true, figures: [{...campaign().figures[0], asOf: '2020-01-01'}]});
  const args = ['render', 'snippet', 'feed.json', '--lang', 'ja', '--key', KEY];
  const {warnings, files} = JSON.parse((await run(['--json', ...args])).stdout);
  const {stdout, stderr} = await run(args);
  assert.equal(files[0].content, stdout);
  const lines = stderr.trim().split('\n');
  assert.match(lines.pop(), /solidarity-counter \{ display: block; min-height: \d+px \}/);
  assert.deepEqual(lines, warnings);
  const expected = ['demonstration', 'is of 2020-01-01', '--src', 'ja is none of our languages'];
  assert.equal(warnings.length, expected.length);
  for (const [i, words] of expected.entries()) assert.ok(warnings[i].includes(words), warnings[i]);
});

test('one file for each of our languages', async (t) => {
  const {run, put, path} = tempDir(t);
  await put('feed.json', campaign());
  for (const [kind, name] of [
    [['badge'], 'badge-be.svg'],
    [['badge', '--figure', 'women'], 'badge-women-be.svg'],
    [['snippet'], 'snippet-be.html'],
    [['snippet', '--widget', 'banner'], 'snippet-banner-be.html'],
    [['ics'], 'calendar-be.ics'],
    [['jsonfeed'], 'jsonfeed-be.json'],
  ]) {
    const [what, ...rest] = kind;
    const folder = kind.join('');
    const {code, stderr} = await run(['render', what, 'feed.json', ...rest, '--all-langs', '--out-dir', folder]);
    assert.equal(code, 0, stderr);
    assert.deepEqual(
      (await readdir(path(folder))).sort(),
      LOCALES.map((lang) => name.replace('-be', `-${lang}`)).sort(),
    );
    assert.match(await readFile(path(`${folder}/${name}`), 'utf8'), /[а-я]{5}/);
  }
});

/** An error in each section, a command that needs the section, and what the message says. */
const ERRORS = [
  [['badge'], (feed) => (feed.figures[1].value = 'many'), '/figures/1/value'],
  [['snippet'], (feed) => delete feed.figures[0].source, '/figures/0 lacks source'],
  [['snippet', '--widget', 'countdown'], (feed) => (feed.observances[0].zone = ''), '/observances/0/zone'],
  [
    ['snippet', '--widget', 'banner'],
    (feed) => (feed.campaigns[0].action.url = 'javascript:x'),
    '/campaigns/0/action/url',
  ],
  [['snippet', '--widget', 'ways'], (feed) => (feed.organisations[0].status = 'asleep'), '/organisations/0/status'],
  [['ics'], (feed) => (feed.events[0].from = 'tomorrow'), '/events/0/from'],
  [['ics'], (feed) => (feed.events[1].zone = 'Europe/Nowhere'), '/events/1/zone'],
  [['jsonfeed'], (feed) => (feed.events[1].zone = 'Europe/Nowhere'), '/events/1/zone'],
  [['jsonld'], (feed) => (feed.events[1].zone = 'Europe/Nowhere'), '/events/1/zone'],
  [['jsonfeed'], (feed) => (feed.corrections[0].date = '2999-01-01'), '/corrections/0 has a date after issued'],
  [
    ['snippet', '--widget', 'ways'],
    (feed) => (feed.ways = feed.ways.filter(({id}) => id === 'over')),
    '/ways has no way that is open',
  ],
  [['badge'], (feed) => delete feed.issued, 'lacks issued'],
  [['badge'], (feed) => delete feed.figures, '/figures'],
  [['badge', '--figure', 'nobody'], () => {}, '/figures has no “nobody”'],
  [['snippet', '--widget', 'ways'], (feed) => delete feed.ways, '/ways'],
  [
    ['snippet', '--widget', 'countdown', '--observance', 'named', '--today', '2028-01-01'],
    () => {},
    '/observances has no day of “named”',
  ],
];

for (const [kind, change, place] of ERRORS)
  test(`${kind.join(' ')}: stops for ${place}, and keeps the old file`, async (t) => {
    const {run, put, path} = tempDir(t);
    const feed = campaign();
    change(feed);
    await put('feed.json', feed);
    await put('out', 'the old file');
    const {code, stdout, stderr} = await run(['render', kind[0], 'feed.json', ...kind.slice(1), '--out', 'out']);
    assert.equal(code, 1);
    assert.ok(stderr.includes(place), stderr);
    assert.doesNotMatch(stderr, /Internal|\n\s+at /);
    assert.equal(stdout, '');
    assert.equal(await readFile(path('out'), 'utf8'), 'the old file');
  });

test('an error in a section that is not needed does not matter', async (t) => {
  const {run, put} = tempDir(t);
  await put('feed.json', {...campaign(), events: 'none', ways: [{}]});
  assert.equal((await run(['render', 'badge', 'feed.json'])).code, 0);
});

test('errors in the command line are errors of usage', async (t) => {
  const {run, put, path} = tempDir(t);
  await put('feed.json', campaign());
  for (const args of [
    ['badge', 'feed.json', '--lang', '<'],
    ['badge', 'feed.json', '--all-langs'],
    ['badge', 'feed.json', '--out-dir', 'x'],
    ['badge', 'feed.json', '--all-langs', '--out-dir', 'x', '--lang', 'be'],
    ['badge', 'feed.json', '--all-langs', '--out-dir', 'x', '--out', 'y'],
    ['badge', 'feed.json', '--html', '--markdown'],
    ['snippet', 'feed.json', '--widget', 'clock'],
    ['snippet', 'feed.json', '--links', 'some'],
    ['snippet', 'feed.json', '--script', 'javascript:alert(1)'],
    ['snippet', 'feed.json', '--src', 'data:text/html,x'],
    ['snippet', 'feed.json', '--today', '2027-02-30'],
    ['snippet', 'feed.json', '--key', 'too-short'],
    ['jsonfeed', 'feed.json', '--feed-url', 'news.json'],
    ['poster', 'feed.json'],
    ['badge'],
  ])
    assert.equal((await run(['render', ...args])).code, 2, args.join(' '));
  assert.equal((await run(['render', 'badge', 'nowhere.json'])).code, 3);
  await assert.rejects(access(path('x')));
});
