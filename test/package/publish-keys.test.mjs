// Keys and signatures: the tool as a publisher runs it, and its signed feed on real pages.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {site} from '../support/site.mjs';
import {engines, launch, until} from '../support/tab.mjs';

const tool = resolve('dist/solidarity-feed.js');
const dir = mkdtempSync(join(tmpdir(), 'keys-'));
after(() => rmSync(dir, {recursive: true}));
const path = (name) => join(dir, name);
const read = (name) => readFileSync(path(name), 'utf8');

const run = (...args) => {
  const {status, stdout, stderr} = spawnSync(process.execPath, [tool, ...args], {cwd: dir, encoding: 'utf8'});
  assert.doesNotMatch(stdout + stderr, /\n\s+at |PRIVATE/, 'no stack trace, no private key');
  return {status, stdout, stderr, json: args.includes('--json') ? JSON.parse(stdout) : undefined};
};
const ok = (...args) => {
  const result = run(...args);
  assert.equal(result.status, 0, result.stderr);
  return result;
};
const refused = (message, ...args) => {
  const {status, stderr} = run(...args);
  assert.equal(status, 1);
  assert.match(stderr, message);
};

const demo = JSON.parse(readFileSync('demo/feed.json', 'utf8'));
const publish = (change) => writeFileSync(path('feed.json'), JSON.stringify({...demo, ...change}));
const KEYS = ['daily.key', 'next.key', 'offline.key'];
const pinned = () => KEYS.map((name) => read(`${name}.pub`).trim()).join(' ');

before(() => {
  for (const name of KEYS) ok('keygen', '--out', name);
  publish({serial: 5});
  ok('sign', 'feed.json', '--key', 'daily.key', '--out', 'feed.signed');
});

describe('keygen', () => {
  test('writes a private key for its owner’s eyes only, and prints the public one', () => {
    assert.equal(statSync(path('daily.key')).mode & 0o777, 0o600);
    assert.match(read('daily.key'), /^-----BEGIN PRIVATE KEY-----\n/);
    const {json} = ok('keygen', '--out', 'another.key', '--json');
    assert.match(json.key, /^[\w-]{43}$/);
    assert.match(json.kid, /^[\w-]{8}$/);
    assert.equal(read('another.key.pub'), `${json.key}\n`);
  });

  test('never replaces a key', () => {
    const before = read('daily.key');
    assert.equal(run('keygen', '--out', 'daily.key').status, 3);
    assert.equal(read('daily.key'), before);
  });
});

describe('sign', () => {
  test('leaves the feed’s bytes as they are, behind one line', () => {
    const signed = readFileSync(path('feed.signed'));
    const line = signed.subarray(0, signed.indexOf(10)).toString();
    assert.match(line, /^solidarity1 [\w-]{8} 5 \S{20} \S{20} \d+ [\w-]{43} [\w-]{86}$/);
    assert.deepEqual(signed.subarray(line.length + 1), readFileSync(path('feed.json')));
  });

  test('is for seven days, or for as many as are asked for', () => {
    const days = (issued, expires) => (Date.parse(expires) - Date.parse(issued)) / 86_400_000;
    for (const [args, want] of [
      [[], 7],
      [['--days', '30'], 30],
    ]) {
      const {json} = ok('sign', 'feed.json', '--key', 'daily.key', '--out', 'days.signed', '--json', ...args);
      assert.equal(days(json.issued, json.expires), want);
    }
    assert.equal(run('sign', 'feed.json', '--key', 'daily.key', '--out', 'x', '--days', '91').status, 2);
  });

  test('refuses a feed with a fault, one that is older, and another one with the same serial', () => {
    const before = read('feed.signed');
    const sign = ['sign', 'feed.json', '--key', 'daily.key', '--out', 'feed.signed'];
    publish({serial: 6, figures: [{...demo.figures[0], value: -5}]});
    refused(/\/figures\/0\/value is wrong/, ...sign);
    publish({serial: 4});
    refused(/has serial 5, yours has 4/, ...sign);
    publish({serial: 5, title: 'Other'});
    refused(/another feed with the same serial 5/, ...sign);
    assert.equal(read('feed.signed'), before);
    publish({serial: 5});
    ok(...sign);
  });

  test('replaces no file that is not a signed feed', () => {
    writeFileSync(path('precious.txt'), 'precious');
    refused(/not a signed feed/, 'sign', 'feed.json', '--key', 'daily.key', '--out', 'precious.txt');
    assert.equal(read('precious.txt'), 'precious');
  });

  test('refuses a key that others can read, one of another kind, and what is no key', () => {
    const sign = (key) => ['sign', 'feed.json', '--key', key, '--out', 'y.signed'];
    ok('keygen', '--out', 'open.key');
    chmodSync(path('open.key'), 0o644);
    refused(/Others on this computer can read/, ...sign('open.key'));
    chmodSync(path('daily.key.pub'), 0o600);
    refused(/not a private key/, ...sign('daily.key.pub'));
    chmodSync(path('daily.key.pub'), 0o644);
    assert.equal(run(...sign('none.key')).status, 3);
  });
});

test('other commands say what a signed feed is', () => {
  writeFileSync(path('both.signed'), `solidarity1-revoked x\n${read('feed.signed')}`);
  for (const name of ['feed.signed', 'both.signed'])
    for (const command of [['check'], ['render', 'badge']]) refused(/is a signed feed/, ...command, name);
});

describe('verify', () => {
  test('says what is inside, and writes it', () => {
    const {json} = ok('verify', 'feed.signed', '--key', 'daily.key.pub', '--out', 'inside.json', '--json');
    assert.equal(json.serial, 5);
    assert.equal(json.expired, false);
    assert.equal(read('inside.json'), read('feed.json'));
  });

  test('refuses what was changed, cut, unsigned, or signed by another', () => {
    const signed = read('feed.signed');
    const cases = [
      [signed.replace('1140', '1141'), /wrong digest/],
      [signed.slice(0, -1), /wrong length/],
      [signed.replace(/ 5 /, ' 6 '), /wrong signature/],
      [read('feed.json'), /no envelope/],
    ];
    for (const [text, message] of cases) {
      writeFileSync(path('bad.signed'), text);
      refused(message, 'verify', 'bad.signed', '--key', ...KEYS.map((name) => `${name}.pub`));
    }
    refused(/unknown key/, 'verify', 'feed.signed', '--key', 'next.key.pub');
    refused(/not a public key/, 'verify', 'feed.signed', '--key', 'feed.json');
  });
});

describe('revoke', () => {
  test('takes a key out of use; the next one goes on', () => {
    ok('revoke', 'daily.key.pub', '--key', 'offline.key', '--out', 'revocations.txt');
    refused(
      /is revoked in/,
      ...['sign', 'feed.json', '--key', 'daily.key', '--out', 'r.signed', '--revocations', 'revocations.txt'],
    );
    ok('sign', 'feed.json', '--key', 'next.key', '--out', 'r.signed', '--revocations', 'revocations.txt');
    ok('verify', 'r.signed', '--key', pinned());
    writeFileSync(path('stolen.signed'), read('revocations.txt') + read('feed.signed'));
    refused(/revoked key/, 'verify', 'stolen.signed', '--key', pinned());
  });

  test('is no work for the key itself, nor for one that stands before it', () => {
    refused(/cannot revoke itself/, 'revoke', 'daily.key.pub', '--key', 'daily.key', '--out', 'z.txt');
    ok('revoke', 'offline.key.pub', '--key', 'daily.key', '--out', 'attack.txt');
    ok('sign', 'feed.json', '--key', 'offline.key', '--out', 'o.signed');
    writeFileSync(path('attacked.signed'), read('attack.txt') + read('o.signed'));
    ok('verify', 'attacked.signed', '--key', pinned());
  });
});

const COUNTER = '<solidarity-counter lang="en">our words</solidarity-counter>';
const page = (script, attributes, more = '') =>
  `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
  <script async src="/dist/${script}" data-src="/feed.signed" ${attributes}></script>${COUNTER}${more}`;
const state = () => {
  const root = document.querySelector('solidarity-counter').shadowRoot;
  return root?.querySelector('[part=count]')?.textContent ?? (root?.querySelector('slot') ? 'words' : '');
};

for (const [engine, executablePath] of engines) {
  let browser;
  before(async () => {
    // A name that is not loopback's makes an http page what it is on the web: not secure.
    browser = await launch(engine, executablePath, ['--host-resolver-rules=MAP page.test 127.0.0.1']);
  });
  after(() => browser?.close());

  const visit = async (t, html, file = 'feed.signed', host = '127.0.0.1') => {
    const server = await site({pages: {'/page.html': html, '/feed.signed': readFileSync(path(file))}});
    const tab = await browser.newPage();
    t.after(async () => {
      await tab.close();
      server.close();
    });
    const complaints = [];
    tab.on('pageerror', (error) => complaints.push(String(error)));
    await tab.goto(`${server.origin.replace('127.0.0.1', host)}/page.html`);
    return {tab, server, complaints};
  };
  const shows = async (t, want, ...options) => {
    const {tab, server, complaints} = await visit(t, ...options);
    await until(tab, `(${state})() === ${JSON.stringify(want)}`);
    assert.deepEqual(complaints, []);
    return server;
  };

  for (const script of ['solidarity.js', 'solidarity.all.js'])
    test(`${engine}: ${script} shows a feed that the tool signed, and no other`, async (t) => {
      await shows(t, '1,140', page(script, `data-key="${pinned()}"`));
      await shows(t, 'words', page(script, `data-key="${pinned()}"`), 'feed.json');
      await shows(t, 'words', page(script, `data-key="${read('another.key.pub').trim()}"`));
    });

  test(`${engine}: what opens the envelope is fetched along with the elements, and only where a key is pinned`, async (t) => {
    const signed = await shows(t, '1,140', page('solidarity.js', `data-key="${pinned()}"`));
    assert.equal(signed.paths().filter((file) => file === '/dist/chunks/envelope.js').length, 1);
    const plain = await shows(t, '1,140', page('solidarity.js', ''), 'feed.json');
    assert.ok(!plain.paths().includes('/dist/chunks/envelope.js'));
  });

  test(`${engine}: a page refuses a feed older than the one that it was published with`, async (t) => {
    await shows(t, 'words', page('solidarity.js', `data-key="${pinned()}" data-serial="6"`));
    await shows(t, '1,140', page('solidarity.js', `data-key="${pinned()}" data-serial="5"`));
  });

  const snapshot = `<script type="application/json" id="snapshot">${JSON.stringify({
    ...demo,
    figures: [{...demo.figures[0], value: 1131, asOf: '2025-12-31', history: []}],
  })}</script>`;

  test(`${engine}: a page shows its snapshot where the signed feed is refused`, async (t) => {
    const html = page('solidarity.js', 'data-key="AAAA" data-snapshot="#snapshot"', snapshot);
    await shows(t, '1,131', html);
  });

  if (engine === 'chromium')
    test('an http page has no WebCrypto: the snapshot stays, or the page’s words', async (t) => {
      const key = `data-key="${pinned()}"`;
      const {tab} = await visit(t, page('solidarity.js', key), 'feed.signed', 'page.test');
      assert.equal(await tab.evaluate(() => isSecureContext), false);
      await until(tab, `(${state})() === 'words'`);
      await shows(
        t,
        '1,131',
        page('solidarity.js', `${key} data-snapshot="#snapshot"`, snapshot),
        'feed.signed',
        'page.test',
      );
    });
}
