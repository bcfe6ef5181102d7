// What the feed tool writes, and what it leaves alone.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import {join, relative, resolve} from 'node:path';
import {test} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {tempDir} from '../support/feed-tool.mjs';
import {site} from '../support/site.mjs';
import {launch, until} from '../support/tab.mjs';

const demo = JSON.parse(readFileSync('demo/feed.json', 'utf8'));

/** A folder with the demo's feed and keys. */
const workplace = (t) => {
  const place = tempDir(t);
  const {put, run} = place;
  put('feed.json', demo);
  const ok = (...args) => {
    const result = run(args);
    assert.equal(result.code, 0, result.stderr);
    return result;
  };
  /** Runs what must be refused, and must change no file. */
  const refused = (message, ...args) => {
    const all = () =>
      readdirSync(place.folder)
        .filter((name) => statSync(place.path(name)).isFile())
        .map((name) => [name, place.read(name)]);
    const before = all();
    const {code, stderr, stdout} = run(args);
    assert.notEqual(code, 0, args.join(' '));
    assert.match(stderr, message);
    assert.doesNotMatch(stderr + stdout, /\n\s+at /);
    assert.deepEqual(all(), before);
  };
  const keys = () => ['daily', 'next', 'offline'].forEach((name) => ok('keygen', '--out', `${name}.key`));
  return {...place, ok, refused, keys};
};

test('a file keeps its permissions, and a link stays a link', (t) => {
  const {put, path, read, ok} = workplace(t);
  mkdirSync(path('site'));
  put('site/badge.svg', 'old');
  chmodSync(path('site/badge.svg'), 0o660);
  symlinkSync('site/badge.svg', path('badge.svg'));
  ok('render', 'badge', 'feed.json', '--out', 'badge.svg');
  assert.ok(lstatSync(path('badge.svg')).isSymbolicLink());
  assert.match(read('site/badge.svg'), /^<svg/);
  assert.equal(statSync(path('site/badge.svg')).mode & 0o777, 0o660);
});

test('what may not be written stays', (t) => {
  const {put, path, refused} = workplace(t);
  put('badge.svg', 'old');
  chmodSync(path('badge.svg'), 0o444);
  refused(/you do not have permission/, 'render', 'badge', 'feed.json', '--out', 'badge.svg');
  refused(/feed\.json is the feed itself/, 'render', 'badge', 'feed.json', '--out', './feed.json');
  mkdirSync(path('folder'));
  refused(/it is a folder/, 'render', 'badge', 'feed.json', '--out', 'folder');
  refused(/is not a file/, 'render', 'badge', 'feed.json', '--out', '/dev/null');
});

test('keygen overwrites no key, neither the private nor the public one', (t) => {
  const {put, path, refused, ok} = workplace(t);
  put('next.key.pub', 'mine');
  refused(/it exists/, 'keygen', '--out', 'next.key');
  put('daily.key', 'mine');
  refused(/it exists/, 'keygen', '--out', 'daily.key');
  assert.ok(!existsSync(path('daily.key.pub')));
  ok('keygen', '--out', 'another.key');
});

test('revocations are added to their own file only, each once', (t) => {
  const {read, put, refused, ok, keys} = workplace(t);
  keys();
  refused(/is not a file of revocations/, 'revoke', 'daily.key.pub', '--key', 'offline.key', '--out', 'feed.json');
  refused(/is not a file of revocations/, 'revoke', 'daily.key.pub', '--key', 'offline.key', '--out', 'next.key');
  for (let n = 0; n < 9; n++) ok('revoke', 'daily.key.pub', '--key', 'offline.key', '--out', 'revoked.txt');
  assert.equal(read('revoked.txt').split('\n').length, 2);
  // As another editor saves it.
  put('revoked.txt', `${read('revoked.txt').replace('\n', '\r\n')}\r\n`);
  const sign = ['sign', 'feed.json', '--key', 'next.key', '--out', 'feed.signed', '--revocations'];
  ok(...sign, 'revoked.txt');
  ok('verify', 'feed.signed', '--key', 'daily.key.pub', 'next.key.pub', 'offline.key.pub');
  put('commented.txt', `# lost\n${read('revoked.txt')}`);
  refused(/commented\.txt is not a file of revocations: “# lost” is not one/, ...sign, 'commented.txt');
  refused(/is not a file of revocations/, ...sign, 'feed.json');
  refused(
    /feed\.signed is the signed feed itself/,
    'verify',
    'feed.signed',
    '--key',
    'next.key.pub',
    '--out',
    'feed.signed',
  );
});

test('nothing is signed that pages refuse', (t) => {
  const {put, run, refused, keys} = workplace(t);
  keys();
  const sign = ['sign', 'feed.json', '--key', 'daily.key', '--out', 'feed.signed'];
  put('feed.json', {...demo, serial: 1764183600000000});
  refused(/Pages would refuse the signed feed: no envelope/, ...sign);
  const [figure] = demo.figures;
  const figures = Array.from({length: 3000}, (_, i) => ({
    ...figure,
    id: i ? `figure-${i}` : figure.id,
    history: undefined,
  }));
  put('feed.json', {...demo, figures});
  refused(/The feed has \d+ bytes without indentation; pages read at most 524288/, ...sign);
  assert.match(run(['check', 'feed.json']).stdout, /pages read at most 524288/);
});

const LOCK = 'site/.solidarity-feed.lock';
test('one command at a time publishes into a folder', async (t) => {
  const {put, path, folder, refused, ok} = workplace(t);
  const publish = ['publish', 'feed.json', '--out', 'site', '--lang', 'en'];
  mkdirSync(path('site'));
  put(LOCK, '');
  refused(/site\/\.solidarity-feed\.lock exists, since another command is changing it/, ...publish);
  rmSync(path(LOCK));
  const tool = spawn(process.execPath, [resolve('dist/solidarity-feed.js'), ...publish], {cwd: folder});
  while (!existsSync(path(LOCK))) {
    assert.equal(tool.exitCode, null);
    await pause(10);
  }
  tool.kill('SIGKILL');
  await once(tool, 'close');
  assert.ok(existsSync(path(LOCK)));
  ok(...publish);
  assert.ok(!existsSync(path(LOCK)));
});

test('an output that nobody reads to its end is no error of ours', async (t) => {
  const {folder} = workplace(t);
  const tool = spawn(process.execPath, [resolve('dist/solidarity-feed.js'), 'render', 'ics', 'feed.json'], {
    cwd: folder,
  });
  tool.stdout.destroy();
  let errors = '';
  tool.stderr.on('data', (text) => (errors += text));
  await once(tool, 'close');
  assert.doesNotMatch(errors, /EPIPE|\n\s+at /);
});

test('the widgets that publish writes have all that the builder loads', (t) => {
  const {path, ok} = workplace(t);
  ok('publish', 'feed.json', '--out', 'site', '--lang', 'en', '--no-pictures');
  const builder = readFileSync('dist/builder.js', 'utf8');
  const loaded = [...builder.matchAll(/import\(["'`]\.\/([\w.-]+)["'`]\)/g)].map(([, name]) => name);
  assert.ok(loaded.length);
  for (const name of [...loaded, ...readdirSync('dist/builder').map((file) => `builder/${file}`)])
    assert.ok(existsSync(path(`site/${name}`)), name);
});

test('the builder of a signed site hands out the keys, and previews the signed feed', async (t) => {
  const {path, read, ok, keys} = workplace(t);
  keys();
  const names = ['daily', 'next', 'offline'].map((name) => `${name}.key.pub`);
  const files = (folder) =>
    Object.fromEntries(
      readdirSync(path(folder), {recursive: true, withFileTypes: true})
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((file) => [`/s/${relative(path(folder), file)}`, readFileSync(file)]),
    );
  const pages = {};
  const [browser, server] = await Promise.all([launch(), site({pages})]);
  t.after(async () => {
    server.close();
    await browser.close();
  });
  ok(
    ...['publish', 'feed.json', '--out', 'site', '--lang', 'en', '--no-pictures', '--url', `${server.origin}/s/`],
    ...['--key', 'daily.key', '--pin', ...names],
  );
  Object.assign(pages, files('site'));
  const tab = await browser.newPage();
  const code = () =>
    [...document.querySelectorAll('section[aria-labelledby="snippet"] code-block code')].map((one) => one.textContent);
  const snippetOf = async (form) => {
    await tab.goto(`${server.origin}/s/builder.html#widget=counter&lang=en&form=${form}`);
    await tab.reload();
    await until(tab, () => !!document.querySelector('section[aria-labelledby="snippet"] code-block code'));
    return (await tab.evaluate(code)).join('\n');
  };
  assert.equal(await snippetOf('script'), read('site/snippets/counter-en.html').trim());
  const pinned = names.map((name) => read(name).trim()).join(' ');
  for (const form of ['pinned', 'tag', 'link'])
    assert.ok(
      (await snippetOf(form)).includes(`data-feed="${server.origin}/s/feed.signed" data-key="${pinned}"`),
      form,
    );
  assert.ok((await snippetOf('npm')).includes(`configure({feed: '${server.origin}/s/feed.signed', key: '${pinned}'`));
  await until(tab, () => !!document.querySelector('.page > *')?.shadowRoot?.querySelector('[part~="count"]'));
  assert.ok(server.count('/s/feed.signed'));
});
