// Keys and signatures: the commands of the feed tool, and a signed feed on real pages.
import assert from 'node:assert/strict';
import {chmodSync, readFileSync, statSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {tempDir} from '../support/feed-tool.mjs';
import {site} from '../support/site.mjs';
import {engines, launch, until} from '../support/tab.mjs';

const {path, put, read, run: runTool} = tempDir();

const run = (...args) => {
  const result = runTool(args);
  assert.doesNotMatch(result.stdout + result.stderr, /\n\s+at |PRIVATE/, 'no stack trace, no private key');
  return result;
};
const ok = (...args) => {
  const result = run(...args);
  assert.equal(result.code, 0, result.stderr);
  return result;
};
const refused = (message, ...args) => {
  const {code, stderr} = run(...args);
  assert.equal(code, 1);
  assert.match(stderr, message);
};

const demo = JSON.parse(readFileSync('demo/feed.json', 'utf8'));
const publish = (change) => put('feed.json', {...demo, ...change});
const KEYS = ['daily.key', 'next.key', 'offline.key'];
const pinned = () => KEYS.map((name) => read(`${name}.pub`).trim()).join(' ');

before(() => {
  for (const name of KEYS) ok('keygen', '--out', name);
  publish({serial: 5});
  ok('sign', 'feed.json', '--key', 'daily.key', '--out', 'feed.signed');
});

describe('keygen', () => {
  test('writes a private key that only its owner can read, and prints the public one', () => {
    assert.equal(statSync(path('daily.key')).mode & 0o777, 0o600);
    assert.match(read('daily.key'), /^-----BEGIN PRIVATE KEY-----\n/);
    const {key, kid} = ok('keygen', '--out', 'another.key', '--json').json();
    assert.match(key, /^[\w-]{43}$/);
    assert.match(kid, /^[\w-]{8}$/);
    assert.equal(read('another.key.pub'), `${key}\n`);
  });

  test('never overwrites a key', () => {
    const before = read('daily.key');
    assert.equal(run('keygen', '--out', 'daily.key').code, 3);
    assert.equal(read('daily.key'), before);
  });
});

describe('sign', () => {
  test('signs no feed in which check finds an error', () => {
    const [held, ...others] = demo.figures;
    const {source, asOf} = held;
    for (const [change, words] of [
      [{...held, history: [...held.history, {date: held.history[0].date, value: 1, source}]}, /has two counts of/],
      [{...held, qualifer: 'at-least'}, /“qualifer” is not known/],
      [{...held, history: [{date: `${Number(asOf.slice(0, 4))}-06-01`, value: 1, source}]}, /has a later count/],
    ]) {
      put('wrong.json', {...demo, figures: [change, ...others]});
      refused(words, 'sign', 'wrong.json', '--key', 'daily.key', '--out', 'wrong.signed');
      assert.equal(run('verify', 'wrong.signed', '--key', 'daily.key.pub').code, 3);
    }
  });

  test('keeps the bytes of the feed, after one line', () => {
    const signed = readFileSync(path('feed.signed'));
    const line = signed.subarray(0, signed.indexOf(10)).toString();
    assert.match(line, /^solidarity1 [\w-]{8} 5 \S{20} \S{20} \d+ [\w-]{43} [\w-]{86}$/);
    assert.deepEqual(signed.subarray(line.length + 1), readFileSync(path('feed.json')));
  });

  test('expires after seven days, or after --days', () => {
    const sign = ['sign', 'feed.json', '--key', 'daily.key', '--out', 'days.signed', '--json'];
    const days = (issued, expires) => (Date.parse(expires) - Date.parse(issued)) / 86_400_000;
    for (const [args, want] of [
      [[], 7],
      [['--days', '30'], 30],
    ]) {
      const {issued, expires} = ok(...sign, ...args).json();
      assert.equal(days(issued, expires), want);
    }
    assert.equal(run('sign', 'feed.json', '--key', 'daily.key', '--out', 'x', '--days', '91').code, 2);
  });

  test('refuses an invalid feed, an older one, and another one with the same serial', () => {
    const before = read('feed.signed');
    const sign = ['sign', 'feed.json', '--key', 'daily.key', '--out', 'feed.signed'];
    publish({serial: 6, figures: [{...demo.figures[0], value: -5}]});
    refused(/\/figures\/0\/value is wrong/, ...sign);
    publish({serial: 4});
    refused(/has serial 5, yours has 4/, ...sign);
    publish({serial: 5, title: 'Other'});
    refused(/another feed with the same serial, 5/, ...sign);
    assert.equal(read('feed.signed'), before);
    publish({serial: 5});
    ok(...sign);
  });

  test('does not overwrite a file that is not a signed feed', () => {
    put('precious.txt', 'precious');
    refused(/not a signed feed/, 'sign', 'feed.json', '--key', 'daily.key', '--out', 'precious.txt');
    assert.equal(read('precious.txt'), 'precious');
  });

  test('refuses a key that others can read, a key of another type, and a file that is not a key', () => {
    const sign = (key) => ['sign', 'feed.json', '--key', key, '--out', 'y.signed'];
    ok('keygen', '--out', 'open.key');
    chmodSync(path('open.key'), 0o644);
    refused(/Other users of this computer can read/, ...sign('open.key'));
    chmodSync(path('daily.key.pub'), 0o600);
    refused(/not a private key/, ...sign('daily.key.pub'));
    chmodSync(path('daily.key.pub'), 0o644);
    assert.equal(run(...sign('none.key')).code, 3);
  });
});

test('other commands recognise a signed feed', () => {
  put('both.signed', `solidarity1-revoked x\n${read('feed.signed')}`);
  for (const name of ['feed.signed', 'both.signed'])
    for (const command of [['check'], ['render', 'badge']]) refused(/is a signed feed/, ...command, name);
});

describe('verify', () => {
  test('reports the header, and writes the feed', () => {
    const result = ok('verify', 'feed.signed', '--key', 'daily.key.pub', '--out', 'inside.json', '--json').json();
    assert.equal(result.serial, 5);
    assert.equal(result.expired, false);
    assert.equal(read('inside.json'), read('feed.json'));
  });

  test('refuses a feed that was changed or cut, is not signed, or is signed with another key', () => {
    const signed = read('feed.signed');
    const cases = [
      [signed.replace('1140', '1141'), /wrong digest/],
      [signed.slice(0, -1), /wrong length/],
      [signed.replace(/ 5 /, ' 6 '), /wrong signature/],
      [read('feed.json'), /no envelope/],
    ];
    for (const [text, message] of cases) {
      put('bad.signed', text);
      refused(message, 'verify', 'bad.signed', '--key', ...KEYS.map((name) => `${name}.pub`));
    }
    refused(/unknown key/, 'verify', 'feed.signed', '--key', 'next.key.pub');
    refused(/not a public key/, 'verify', 'feed.signed', '--key', 'feed.json');
  });
});

describe('revoke', () => {
  test('revokes a key; the next one is still valid', () => {
    ok('revoke', 'daily.key.pub', '--key', 'offline.key', '--out', 'revocations.txt');
    refused(
      /is revoked in/,
      ...['sign', 'feed.json', '--key', 'daily.key', '--out', 'r.signed', '--revocations', 'revocations.txt'],
    );
    ok('sign', 'feed.json', '--key', 'next.key', '--out', 'r.signed', '--revocations', 'revocations.txt');
    ok('verify', 'r.signed', '--key', pinned());
    put('stolen.signed', read('revocations.txt') + read('feed.signed'));
    refused(/revoked key/, 'verify', 'stolen.signed', '--key', pinned());
  });

  test('a key cannot revoke itself or a key after it', () => {
    refused(/cannot revoke itself/, 'revoke', 'daily.key.pub', '--key', 'daily.key', '--out', 'z.txt');
    ok('revoke', 'offline.key.pub', '--key', 'daily.key', '--out', 'attack.txt');
    ok('sign', 'feed.json', '--key', 'offline.key', '--out', 'o.signed');
    put('attacked.signed', read('attack.txt') + read('o.signed'));
    ok('verify', 'attacked.signed', '--key', pinned());
  });
});

const COUNTER = '<solidarity-counter lang="en">our words</solidarity-counter>';
const page = (script, attributes, more = '') =>
  `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
  <script async src="/dist/${script}" data-feed="/feed.signed" ${attributes}></script>${COUNTER}${more}`;
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

  test(`${engine}: the chunk for envelopes is loaded together with the elements, and only if a key is pinned`, async (t) => {
    const signed = await shows(t, '1,140', page('solidarity.js', `data-key="${pinned()}"`));
    assert.equal(signed.paths().filter((file) => file === '/dist/chunks/envelope.js').length, 1);
    const plain = await shows(t, '1,140', page('solidarity.js', ''), 'feed.json');
    assert.ok(!plain.paths().includes('/dist/chunks/envelope.js'));
  });

  test(`${engine}: a page refuses a feed that is older than its data-serial`, async (t) => {
    await shows(t, 'words', page('solidarity.js', `data-key="${pinned()}" data-serial="6"`));
    await shows(t, '1,140', page('solidarity.js', `data-key="${pinned()}" data-serial="5"`));
  });

  const snapshot = `<script type="application/json" id="snapshot">${JSON.stringify({
    ...demo,
    figures: [{...demo.figures[0], value: 1131, asOf: '2025-12-31', history: []}],
  })}</script>`;

  test(`${engine}: a page shows its snapshot if the signed feed is refused`, async (t) => {
    const html = page('solidarity.js', 'data-key="AAAA" data-snapshot="#snapshot"', snapshot);
    await shows(t, '1,131', html);
  });

  if (engine === 'chromium')
    test('an http page has no WebCrypto, and keeps the snapshot or the fallback content', async (t) => {
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
