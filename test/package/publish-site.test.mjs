// `solidarity-feed publish`: from a feed to the folder that a campaign uploads.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, utimesSync} from 'node:fs';
import {test} from 'node:test';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import {PNG} from 'pngjs';
import {campaign as anyCampaign} from '../support/campaign.mjs';
import {tempDir} from '../support/feed-tool.mjs';
import {HOSTILE} from '../support/hostile.mjs';
import {LOCALES} from '../support/locales.mjs';

const BASE = 'https://example.org/solidarity/';
const TODAY = '2027-03-01';
const MANIFEST = '.solidarity-feed.json';

/** A campaign without errors. */
const campaign = () => {
  const feed = anyCampaign();
  return {...feed, observances: feed.observances.filter(({id}) => id !== 'never')};
};

/** A folder with a feed, a function that publishes it into `site`, and one that lists what is there. */
const workplace = (t, feed = campaign()) => {
  const dir = tempDir(t);
  dir.put('feed.json', feed);
  const publish = (...args) =>
    dir.run(['--json', 'publish', 'feed.json', '--out', 'site', '--today', TODAY, '--no-widgets', ...args]);
  const files = (folder = 'site') =>
    readdirSync(dir.path(folder), {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.slice(dir.path(folder).length + 1))
      .sort();
  const contents = (folder = 'site') =>
    Object.fromEntries(files(folder).map((name) => [name, readFileSync(dir.path(`${folder}/${name}`), 'base64')]));
  return {...dir, publish, files, contents, has: (name) => existsSync(dir.path(`site/${name}`))};
};
/** Fewer languages, in three scripts: quicker. */
const FEW = ['--lang', 'be', 'en', 'ar', '--url', BASE];

const ok = ({code, stdout, stderr, json}) => {
  assert.equal(code, 0, (stdout + stderr).slice(0, 2000));
  return json();
};

/** The pixels of a PNG: how many colours, and where there is ink right and left of the flag's place. */
const inkOf = (path) => {
  const {width, height, data} = PNG.sync.read(readFileSync(path));
  const colours = new Set();
  const columns = new Set();
  for (let i = 0; i < data.length; i += 4) {
    colours.add(data.readUInt32BE(i));
    if (data[i] < 128 && data[i + 1] < 128 && data[i + 2] < 128) columns.add((i / 4) % width);
  }
  return {
    width,
    height,
    colours: colours.size,
    columns: columns.size,
    first: Math.min(...columns),
    last: Math.max(...columns),
  };
};

test('the demo’s feed in all languages, signed, with a picture of each that is not blank', async (t) => {
  const {run, path, publish, read, has} = workplace(t, readFileSync('demo/feed.json'));
  run(['keygen', '--out', 'daily.key']);
  const today = ['--today', '2026-11-26'];
  const {written} = ok(publish('--url', BASE, '--key', 'daily.key', ...today));
  for (const lang of LOCALES) {
    const file = (name, extension) =>
      lang === 'en' ? `embed/${name}.${extension}` : `embed/${lang}/${name}.${extension}`;
    for (const name of [
      file('counter', 'html'),
      file('counter', 'json'),
      file('map', 'html'),
      `badges/held-${lang}.svg`,
      `badges/held-${lang}.png`,
      `calendars/${lang}.ics`,
      `news/${lang}.json`,
      `events/${lang}.html`,
      `snippets/counter-${lang}.html`,
      `snippets/ways-${lang}.static.html`,
    ])
      assert.ok(written.includes(name), name);
    const picture = inkOf(path(`site/previews/counter-held-${lang}.png`));
    assert.deepEqual([picture.width, picture.height], [1200, 630], lang);
    assert.ok(picture.colours > 20 && picture.columns > 300, `${lang}: ${JSON.stringify(picture)}`);
    const page = read(`site/${file('counter', 'html')}`);
    assert.match(page, new RegExp(`property="og:image" content="${BASE}previews/counter-held-${lang}\\.png"`));
    assert.match(page, /og:image:width" content="1200">\n<meta property="og:image:height" content="630">/);
    assert.match(page, /og:image:alt" content="[^"]*1\D?140[^"]*Pozirk[^"]*">/);
    assert.match(page, /name="twitter:card" content="summary_large_image"/);
  }
  // Nothing is cut, and the flag is at the side where reading begins.
  for (const name of written.filter((one) => /^previews\/.*\.png$/.test(one))) {
    const {first, last} = inkOf(path(`site/${name}`));
    assert.ok(first > 40 && last < 1160, `${name}: ${first} to ${last}`);
  }
  // No picture has a number without its own language's words.
  assert.notDeepEqual(
    inkOf(path('site/previews/counter-held-ar.png')),
    inkOf(path('site/previews/counter-held-he.png')),
  );
  const badge = inkOf(path('site/badges/held-ka.png'));
  assert.ok(badge.colours > 20 && badge.width > 2 * 200, JSON.stringify(badge));
  assert.ok(!has('badges/women-ar.png'), 'a title that the feed lacks in Arabic');
  // The feed and its copies are the same bytes, and signed.
  const feed = readFileSync(path('site/feed.json'));
  assert.deepEqual(feed, readFileSync('demo/feed.json'));
  for (const name of ['feed.json', 'figures.json', 'feed.signed', 'calendars/be.ics', 'news/be.json']) {
    const content = readFileSync(path(`site/${name}`));
    assert.deepEqual(gunzipSync(readFileSync(path(`site/${name}.gz`))), content);
    assert.deepEqual(brotliDecompressSync(readFileSync(path(`site/${name}.br`))), content);
  }
  assert.equal(run(['verify', 'site/feed.signed', '--key', 'daily.key.pub']).code, 0);
  const snippet = read('site/snippets/counter-be.html');
  assert.ok(snippet.includes(`data-key="${read('daily.key.pub').trim()}"`) && snippet.includes(`${BASE}feed.signed`));
  assert.ok(!('history' in JSON.parse(read('site/figures.json')).figures[0]));
  // Without a key the signed feed would grow old.
  const before = read(`site/${MANIFEST}`);
  const unsigned = publish('--url', BASE, ...today);
  assert.equal(unsigned.code, 1);
  assert.match(unsigned.json().error, /signed feed/);
  assert.equal(read(`site/${MANIFEST}`), before);
});

test('the same feed gives the same bytes, and unchanged files keep their time', (t) => {
  const {run, publish, path, files, contents, has} = workplace(t);
  run(['keygen', '--out', 'daily.key']);
  const args = [...FEW, '--key', 'daily.key'];
  const first = ok(publish(...args));
  ok(publish(...args, '--out', 'other'));
  assert.deepEqual(contents(), contents('other'));
  const long = new Date('2020-01-01');
  for (const name of files()) utimesSync(path(`site/${name}`), long, long);
  const second = ok(publish(...args));
  assert.deepEqual([second.written, second.removed], [[], []]);
  assert.deepEqual(second.kept, first.written);
  for (const name of files()) assert.equal(statSync(path(`site/${name}`)).mtimeMs, long.getTime(), name);
  assert.deepEqual(contents(), contents('other'));
  assert.ok(has(MANIFEST));
});

/** The feed with another number, as an editor would write it: the old count goes to the history. */
const recounted = (feed, value = 1150) => {
  const [held, ...others] = feed.figures;
  const {source} = held;
  const point = {date: held.asOf, value: held.value, qualifier: held.qualifier, source};
  const figures = [{...held, value, asOf: '2027-02-28', history: [point]}, ...others];
  return {...feed, serial: feed.serial + 1, issued: '2027-03-01T13:00:00Z', figures};
};

test('a changed figure rewrites only what shows it', (t) => {
  const {publish, put, read} = workplace(t);
  ok(publish(...FEW));
  put('feed.json', recounted(campaign()));
  const dry = ok(publish(...FEW, '--dry-run'));
  assert.ok(!read('site/feed.json').includes('1150'));
  const {written, removed, kept} = ok(publish(...FEW));
  assert.deepEqual(written, dry.written);
  assert.deepEqual(removed, []);
  assert.ok(kept.length > 60);
  const LANGS = ['ar', 'be', 'en'];
  const inEach = (...names) => LANGS.flatMap((lang) => names.map((name) => name.replace('*', lang)));
  const changed = [
    'feed.json',
    'figures.json',
    ...['feed.json', 'figures.json'].flatMap((name) => [`${name}.br`, `${name}.gz`]),
    ...inEach('badges/held-*.svg', 'badges/held-*.png', 'previews/counter-held-*.png'),
    ...inEach('snippets/counter-*.html', 'snippets/counter-*.static.html'),
    ...inEach('snippets/trend-*.html', 'snippets/trend-*.static.html'),
    ...['be', 'en'].map((lang) => `changes/${lang}.html`),
    ...['', 'ar/', 'be/'].flatMap((folder) =>
      ['counter', 'trend'].flatMap((widget) => ['html', 'json'].map((kind) => `embed/${folder}${widget}.${kind}`)),
    ),
  ];
  const serials = /^snippets\/(countdown|banner|ways|events|map)-\w+\.html$/;
  const others = /^changes\/|^embed\/.*(html)$/;
  assert.deepEqual(
    written.filter((name) => !serials.test(name) && !others.test(name)),
    changed.filter((name) => !others.test(name)).sort(),
  );
  for (const name of ['embed/counter.html', 'embed/be/trend.html', 'changes/en.html'])
    assert.ok(written.includes(name), name);
  assert.ok(
    !written.some((name) => /countdown|calendars|news|women/.test(name) && !serials.test(name)),
    written.join(),
  );
  const page = read('site/changes/en.html');
  assert.match(
    page,
    /<del>At least 1,140 political prisoners on 20 February 2027\.<\/del> <ins>At least 1,150 political prisoners on 28 February 2027\./,
  );
  // The page stays when nothing changes, and says of a later change what was before it.
  assert.deepEqual(ok(publish(...FEW)).written, []);
});

test('a refusal changes nothing', async (t) => {
  const {publish, put, contents, path, run, read} = workplace(t);
  run(['keygen', '--out', 'daily.key']);
  ok(publish(...FEW, '--key', 'daily.key'));
  const before = contents();
  const refuse = (name, feed, words, ...args) => {
    put('feed.json', feed);
    const {code, stdout} = publish(...FEW, '--key', 'daily.key', ...args);
    assert.notEqual(code, 0, name);
    assert.match(stdout, words, name);
    assert.deepEqual(contents(), before, name);
  };
  const feed = campaign();
  refuse('an error', {...recounted(feed), events: [{}]}, /missing-key/);
  refuse(
    'a fall without a reason',
    recounted({...feed, figures: [{...feed.figures[0], note: undefined}, ...feed.figures.slice(1)]}, 600),
    /large-change/,
  );
  refuse('an older feed', {...feed, serial: 6}, /serial-not-raised/);
  refuse('another feed with the same serial', {...feed, title: 'Other'}, /serial-not-raised/);
  refuse('not JSON', '{', /not valid JSON/);
  refuse('no feed', [], /mayPublish": false/);
  refuse('an unknown zone', {...recounted(feed), events: [{...feed.events[0], zone: 'Europe/Nowhere'}]}, /zone/);
  refuse('a wrong pin', recounted(feed), /does not name the public key/, '--pin', 'A'.repeat(43));
  refuse('wrong days', recounted(feed), /--days/, '--days', '0');
  put('site/.solidarity-feed.json', read(`site/${MANIFEST}`).replace('"badges/', '"../badges/'));
  put('badges', 'not ours');
  const hostile = publish(...FEW, '--key', 'daily.key');
  assert.equal(hostile.code, 1);
  assert.match(hostile.json().error, /damaged/);
  assert.equal(read('badges'), 'not ours');
  assert.ok(existsSync(path('site/badges')));
});

test('in an emergency everything goes: the head alone is published and signed, whatever the feed has', (t) => {
  const {run, publish, put, path, read, files} = workplace(t);
  run(['keygen', '--out', 'daily.key']);
  const signed = [...FEW, '--no-pictures', '--key', 'daily.key'];
  ok(publish(...signed));
  const before = read('feed.json');
  // Also if there is no time to mend the feed.
  const broken = {...campaign(), people: [{}]};
  put('feed.json', broken);
  assert.notEqual(publish(...signed).code, 0);
  ok(publish(...signed, '--remove-all'));
  const {serial, figures, people, events, title} = JSON.parse(read('site/feed.json'));
  assert.deepEqual(
    [serial, figures, people, events, title],
    [broken.serial + 1, undefined, undefined, undefined, broken.title],
  );
  assert.deepEqual(JSON.parse(read('feed.json')), broken);
  const {code, stdout} = run(['verify', 'site/feed.signed', '--key', read('daily.key.pub').trim()]);
  assert.equal(code, 0, stdout);
  const left = files().filter((name) => /held|badges|calendars|previews/.test(name));
  assert.deepEqual(left, []);
  const figure = String(campaign().figures[0].value);
  for (const name of files().filter((one) => /\.(html|json)$/.test(one)))
    assert.ok(!readFileSync(path(`site/${name}`), 'utf8').includes(figure), name);
  // Later the feed comes back with a higher serial.
  put('feed.json', {...JSON.parse(before), serial: serial + 1});
  ok(publish(...signed));
});

test('a key, and the feed itself, are never in the folder to upload', (t) => {
  const {run, publish, path, put, files} = workplace(t);
  mkdirSync(path('site'));
  run(['keygen', '--out', 'site/daily.key']);
  const {code, stdout} = publish(...FEW, '--key', 'site/daily.key');
  assert.equal(code, 1);
  assert.match(stdout, /private key/);
  put('site/feed.json', campaign());
  const own = run(['publish', 'site/feed.json', '--out', 'site']);
  assert.equal(own.code, 2);
  assert.deepEqual(files(), ['daily.key', 'daily.key.pub', 'feed.json']);
});

test('files of others are neither overwritten nor removed', (t) => {
  const {publish, put, path, read, has} = workplace(t);
  mkdirSync(path('site/chunks'), {recursive: true});
  put('site/notes.txt', 'ours');
  put('site/feed.json', 'somebody’s');
  const refused = publish(...FEW);
  assert.equal(refused.code, 1);
  assert.equal(read('site/feed.json'), 'somebody’s');
  put('site/feed.json', {...campaign(), serial: 1});
  const foreign = publish(...FEW);
  assert.match(foreign.json().error, /did not write: feed\.json/);
  assert.ok(!has('badges'));
  ok(publish(...FEW, '--replace'));
  // What the feed no longer has goes; what publish did not write stays.
  const {events: _, observances: __, ...feed} = campaign();
  put('feed.json', {...feed, campaigns: [], serial: 8});
  const {removed} = ok(publish(...FEW));
  for (const name of ['calendars/be.ics', 'calendars/be.ics.gz', 'previews/countdown-en.png', 'events/ar.html'])
    assert.ok(removed.includes(name), name);
  assert.ok(!has('calendars') && !has('events'));
  assert.equal(read('site/notes.txt'), 'ours');
});

test('it needs no permission but in the folder, which it creates; a refusal leaves none', (t) => {
  const {publish, put, path, has} = workplace(t);
  const args = ['--lang', 'en', '--no-pictures', '--out', 'new/folder/site'];
  put('feed.json', '{');
  assert.notEqual(publish(...args).code, 0);
  assert.ok(!existsSync(path('new/folder/site')));
  put('feed.json', campaign());
  ok(publish(...args));
  assert.ok(existsSync(path('new/folder/site/feed.json')));
  // What cannot be written stops it, and the feed is as it was.
  mkdirSync(path('site/embed/counter.html'), {recursive: true});
  put('site/embed/counter.html/x', '');
  const refused = publish('--lang', 'en', '--no-pictures');
  assert.equal(refused.code, 3);
  assert.ok(!has('feed.json'));
});

test('links are those that are wanted, also in embed pages and snippets', (t) => {
  const {publish, files, read} = workplace(t);
  const linked = (...args) => {
    ok(publish('--no-pictures', '--lang', 'en', '--url', BASE, ...args));
    return files().filter(
      (name) =>
        /^(embed|snippets|changes)\//.test(name) &&
        /<a href="|"provider_url": "https:\/\/example\.org\/"/.test(
          read(`site/${name}`).replace(/<blockquote><a href=.*?<\/a>/, ''),
        ),
    );
  };
  assert.ok(linked().includes('embed/ways.html'));
  assert.deepEqual(linked('--links', 'none'), []);
  for (const name of ['embed/counter.html', 'embed/ways.html', 'snippets/counter-en.html', 'snippets/ways-en.html'])
    assert.match(read(`site/${name}`), /<solidarity-\w+[^>]* links="none"/, name);
  linked('--links', 'unlisted');
  assert.match(read('site/embed/ways.html'), /<solidarity-ways[^>]* links="unlisted"/);
  assert.doesNotMatch(read('site/embed/counter.html'), /<solidarity-counter[^>]* links/);
});

test('a language that we do not have is refused', (t) => {
  const {publish, has} = workplace(t);
  const {code, stdout, stderr} = publish('--lang', 'en', 'zz');
  assert.equal(code, 2);
  assert.match(stdout + stderr, /Our languages are en, ar, be/);
  assert.ok(!has('feed.json'));
});

test('what only a comparison finds is said when it is published: later nothing else can say it', (t) => {
  const {run, publish, put} = workplace(t);
  ok(publish(...FEW, '--no-pictures'));
  const [held, ...others] = campaign().figures;
  const feed = {...campaign(), serial: 8, figures: [{...held, definition: 'All who were ever held.'}, ...others]};
  put('feed.json', feed);
  const args = ['publish', 'feed.json', '--out', 'site', '--today', TODAY, '--no-widgets', '--no-pictures', ...FEW];
  const {code, stderr} = run(args);
  assert.equal(code, 0);
  assert.match(stderr, /^Warning: held says in other words than in the published feed what it counts\. /m);
});

test('a hostile feed is written as text, and what no font has is left out of pictures', (t) => {
  const feed = campaign();
  const [held] = feed.figures;
  const {publish, files, read, has, path} = workplace(t, {
    ...feed,
    title: HOSTILE,
    figures: [
      {...held, source: {name: HOSTILE}, note: HOSTILE, title: HOSTILE},
      {...held, id: 'symbol', unit: undefined, title: 'Symbols 日 😀', note: undefined},
      {...held, id: 'long', unit: undefined, title: 'Word '.repeat(900), note: undefined},
    ],
    corrections: [{id: 'x', date: '2027-02-25', text: HOSTILE}],
  });
  const {warnings} = ok(publish(...FEW));
  for (const name of files().filter((one) => /\.(html|svg)$/.test(one))) {
    const page = read(`site/${name}`);
    assert.doesNotMatch(page, /<script>alert|onload='x'|[\u202e\u2066]/, name);
  }
  assert.ok(has('previews/counter-held-en.png'));
  const {first, last} = inkOf(path('site/previews/counter-held-en.png'));
  assert.ok(first > 100 && last < 1160);
  assert.ok(!has('previews/counter-symbol-en.png') && has('badges/symbol-en.svg'));
  assert.ok(
    warnings.some((one) => /counter-symbol-en\.png is left out: the fonts have no 日 😀/.test(one)),
    warnings.join(),
  );
  assert.ok(
    warnings.some((one) => /counter-long-en\.png is left out: its text is too long/.test(one)),
    warnings.join(),
  );
  assert.ok(read('site/embed/counter.html').includes('og:image'));
});

test('a name of the campaign that no font has is left out of pictures, too', (t) => {
  const {publish, has} = workplace(t, {...campaign(), title: 'Solidarity 日'});
  const {warnings} = ok(publish('--lang', 'en'));
  assert.ok(has('badges/held-en.png') && !has('previews/counter-held-en.png'));
  assert.ok(
    warnings.some((one) => /counter-held-en\.png is left out: the fonts have no 日/.test(one)),
    warnings.join(),
  );
});

test('without the packages for pictures everything else is written, and the line to install them is said', (t) => {
  const {run, publish, put, path, has, read} = workplace(t);
  // A copy that is not beside any node_modules.
  const tool = path('tool.mjs');
  cpSync('dist/solidarity-feed.js', tool);
  const args = ['publish', 'feed.json', '--out', 'site', '--today', TODAY, '--no-widgets', ...FEW];
  const {code, stdout, stderr} = run(args, {tool});
  assert.equal(code, 0, stderr);
  assert.match(stderr, /npm install @resvg\/resvg-js @expo-google-fonts\/noto-sans /);
  assert.match(stdout, /^Written: \d+/m);
  assert.ok(has('badges/held-be.svg') && !has('badges/held-be.png') && !has('previews'));
  assert.doesNotMatch(read('site/embed/counter.html'), /og:image/);
  // Where they are installed they are drawn, and an older picture never stays beside a newer number.
  ok(publish(...FEW));
  assert.match(read('site/embed/counter.html'), /og:image/);
  put('feed.json', recounted(campaign()));
  const {removed} = ok(run(['--json', ...args], {tool}));
  assert.ok(removed.includes('previews/counter-held-be.png'), removed.join());
});

test('the widgets come with it, and the chunks of an older version stay', (t) => {
  const {run, put, read, has} = workplace(t);
  const publish = () =>
    ok(run(['--json', 'publish', 'feed.json', '--out', 'site', '--today', TODAY, ...FEW, '--no-pictures']));
  const {written} = publish();
  for (const name of ['solidarity.js', 'solidarity.js.br', 'embed/embed.js', 'embed/embed.css', 'builder.html'])
    assert.ok(written.includes(name), name);
  assert.equal(written.filter((name) => name.startsWith('chunks/')).length, readdirSync('dist/chunks').length);
  assert.ok(!written.some((name) => /solidarity-feed|types|define/.test(name)));
  // As if an older version had written another chunk.
  put('site/chunks/core-OLD.js', 'old');
  const manifest = JSON.parse(read(`site/${MANIFEST}`));
  put(`site/${MANIFEST}`, {
    ...manifest,
    files: {...manifest.files, 'chunks/core-OLD.js': {hash: 'x'}, 'gone.html': {hash: 'x'}},
  });
  assert.deepEqual(publish().removed, ['gone.html']);
  assert.ok(has('chunks/core-OLD.js'));
});

test('a run that is killed leaves whole files, and the next one completes them', async (t) => {
  const {publish, path, files, contents, has} = workplace(t);
  const args = [
    'publish',
    path('feed.json'),
    '--out',
    path('site'),
    '--today',
    TODAY,
    '--no-widgets',
    '--no-pictures',
    ...FEW,
  ];
  const running = spawn(process.execPath, ['dist/solidarity-feed.js', ...args], {stdio: 'ignore'});
  while (running.exitCode === null && !has('embed')) await new Promise((resolve) => setImmediate(resolve));
  running.kill('SIGKILL');
  await once(running, 'exit');
  const left = contents();
  ok(publish(...FEW, '--no-pictures'));
  const whole = contents();
  for (const [name, content] of Object.entries(left))
    if (!/\.(tmp|lock)$/.test(name) && name !== MANIFEST) assert.equal(content, whole[name], name);
  assert.ok(!files().some((name) => /\.(tmp|lock)$/.test(name)));
});

test('a run that is stopped before it writes the feed has changed nothing that is said twice', (t) => {
  const {publish, put, read} = workplace(t);
  const args = ['--lang', 'en', '--no-pictures'];
  ok(publish(...args));
  const before = read('site/feed.json');
  put('feed.json', recounted(campaign()));
  ok(publish(...args));
  put('site/feed.json', before);
  ok(publish(...args));
  assert.equal(JSON.parse(read(`site/${MANIFEST}`)).publications.length, 1);
  assert.equal(read('site/changes/en.html').match(/<del>/g).length, 1);
});
