// The servers' settings that we ship, in the servers: one table of promises for nginx and Caddy.
import assert from 'node:assert/strict';
import {X509Certificate, createHash} from 'node:crypto';
import {once} from 'node:events';
import {readFileSync, readdirSync, renameSync, symlinkSync, utimesSync, writeFileSync} from 'node:fs';
import {request} from 'node:http';
import {connect} from 'node:http2';
import {Agent} from 'node:https';
import {join} from 'node:path';
import {test} from 'node:test';
import {setTimeout} from 'node:timers/promises';
import {brotliDecompressSync, gunzipSync, gzipSync} from 'node:zlib';
import puppeteer from 'puppeteer-core';
import {findBrowsers} from '../../scripts/find-browsers.mjs';
import {findServers} from '../../scripts/find-servers.mjs';
import {serve} from '../support/servers.mjs';
import {site} from '../support/site.mjs';

const {found, missing, enough} = findServers();
/** Where CI is set, what is missing is a failure. */
const without = (...names) =>
  names.some((name) => missing.includes(name)) && enough && 'to have it: node scripts/ensure-tools.mjs';

const core = `/chunks/${readdirSync('dist/chunks').find((file) => /^core-.*\.js$/.test(file))}`;
const CACHE = {
  chunk: 'public, max-age=31536000, immutable',
  tag: 'public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800',
  feed: 'public, max-age=60, stale-while-revalidate=60, stale-if-error=604800',
};
const JS = 'text/javascript; charset=utf-8';
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join('; ');

const words = 'Test words of a made-up feed. '.repeat(40);
const files = {
  '/feed.signed': words,
  '/days.ics': words,
  '/badge.svg': `<svg xmlns="http://www.w3.org/2000/svg"><title>${words}</title></svg>`,
  '/index.html': `<!doctype html><title>${words}</title>`,
  '/pages/index.html': `<!doctype html><title>${words}</title>`,
  '/page.css': `/* ${words} */`,
  '/photo.png': Buffer.alloc(2000, 'png'),
  // What must never be served.
  '/.env': 'secret',
  '/.well-kept/feed.json': 'secret',
  '/campaign.key': 'secret',
  '/campaign-key': 'secret',
  '/people.csv': 'secret',
  '/feed.json~': 'secret',
  '/feed.json.bak': 'secret',
  '/feed.JSON.tmp': 'secret',
  // An old feed, packed, beside the new one.
  '/feed.json.gz': gzipSync('secret'),
  '/feed.json.br': 'secret',
};
/** Every kind of file: its path, type, how long it may be kept, what it is packed with, and whether it is a page. */
const KINDS = [
  {path: core, type: JS, cache: CACHE.chunk, packed: ['br', 'gzip']},
  {path: '/solidarity.js', type: JS, cache: CACHE.tag, packed: ['br', 'gzip']},
  {path: '/solidarity.all.js', type: JS, cache: CACHE.tag, packed: ['br', 'gzip']},
  {path: '/feed.json', type: 'application/json', cache: CACHE.feed, packed: ['gzip']},
  {path: '/figures.json', type: 'application/json', cache: CACHE.feed, packed: ['gzip']},
  {path: '/feed.signed', type: 'text/plain; charset=utf-8', cache: CACHE.feed, packed: ['gzip']},
  {path: '/days.ics', type: 'text/calendar; charset=utf-8', cache: CACHE.feed, packed: ['gzip']},
  {path: '/page.css', type: 'text/css; charset=utf-8', cache: CACHE.feed, packed: ['gzip']},
  {path: '/badge.svg', type: 'image/svg+xml', cache: CACHE.feed, packed: ['gzip'], policy: POLICY},
  {path: '/index.html', type: 'text/html; charset=utf-8', cache: CACHE.feed, packed: ['gzip'], policy: POLICY},
  {path: '/photo.png', type: 'image/png', cache: CACHE.feed, packed: []},
];
const UNPACK = {br: brotliDecompressSync, gzip: gunzipSync, identity: (body) => body};

const everywhere = (headers) => {
  assert.equal(headers['access-control-allow-origin'], '*');
  assert.equal(headers['access-control-allow-credentials'], undefined);
  assert.equal(headers['access-control-expose-headers'], 'Retry-After');
  assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['set-cookie'], undefined);
  // Who has fetched the file before is nobody’s business.
  assert.equal(headers['timing-allow-origin'], undefined);
  assert.doesNotMatch(headers.server ?? '', /\d/);
};

/** Four hundred answers to one reader. */
const atOnce = (t, {ask}) => {
  const agent = new Agent({keepAlive: true, maxSockets: 20});
  t.after(() => agent.destroy());
  return Promise.all(Array.from({length: 400}, () => ask('/figures.json', {}, {agent})));
};

for (const name of ['nginx', 'caddy'])
  for (const under of ['', '/solidarity']) {
    const told = `${name}${under && ', under a path of another site'}:`;
    const options = {skip: without(name, 'openssl')};
    const brotli = name === 'caddy' || found.brotli;

    test(`${told} every kind of file has its type, its time and its door open`, options, async (t) => {
      const {ask, root} = await serve(t, name, {files, under, choices: brotli});
      for (const {path, type, cache, packed, policy} of KINDS)
        for (const encoding of [...packed.filter((word) => word !== 'br' || brotli), 'identity']) {
          const {status, headers, body} = await ask(path, {'accept-encoding': encoding, origin: 'https://example.org'});
          assert.equal(status, 200, path);
          assert.equal(headers['content-type'], type, path);
          assert.equal(headers['cache-control'], cache, path);
          assert.equal(headers['content-encoding'] ?? 'identity', encoding, path);
          assert.equal(headers.vary, 'Accept-Encoding', path);
          assert.equal(headers['content-security-policy'], policy, path);
          assert.equal(headers['referrer-policy'], policy && 'no-referrer', path);
          everywhere(headers);
          assert.deepEqual(UNPACK[encoding](body), readFileSync(join(root, path)), path);
        }
      // What a browser sends; the scripts come as the build packed them.
      const {headers, body} = await ask(core, {'accept-encoding': 'gzip, deflate, br, zstd'});
      const best = brotli ? 'br' : 'gzip';
      assert.equal(headers['content-encoding'], best);
      assert.deepEqual(body, readFileSync(`dist${core}.${best === 'br' ? 'br' : 'gz'}`));
      assert.equal((await ask('/photo.png', {'accept-encoding': 'gzip'})).headers['content-encoding'], undefined);
    });

    test(`${told} what has not changed is not sent again, packed or not`, options, async (t) => {
      const {ask} = await serve(t, name, {files, under, choices: brotli});
      for (const {path, cache, packed} of KINDS) {
        const tags = new Map();
        for (const encoding of [...packed.filter((word) => word !== 'br' || brotli), 'identity']) {
          const accept = {'accept-encoding': encoding};
          const first = await ask(path, accept);
          const {etag, 'last-modified': modified} = first.headers;
          assert.ok(!tags.has(etag) || etag.startsWith('W/'), `${path}: one strong ETag for two encodings`);
          tags.set(etag, encoding);
          for (const condition of [{'if-none-match': etag}, {'if-modified-since': modified}]) {
            const {status, headers, body} = await ask(path, {...accept, ...condition});
            assert.equal(status, 304, `${path} ${encoding} ${JSON.stringify(condition)}`);
            assert.equal(body.length, 0);
            assert.equal(headers['cache-control'], cache);
            everywhere(headers);
          }
          assert.equal((await ask(path, {...accept, 'if-none-match': '"another"'})).status, 200);
        }
      }
    });

    test(`${told} a corrected feed is sent at once, though as long as the old one`, options, async (t) => {
      const {ask, root} = await serve(t, name, {files, under});
      const {headers} = await ask('/figures.json', {'accept-encoding': 'gzip'});
      const old = readFileSync(join(root, 'figures.json'), 'utf8');
      const corrected = old.replace(/"value":(\d)/, (_, digit) => `"value":${9 - digit}`);
      assert.notEqual(corrected, old);
      writeFileSync(join(root, 'new'), corrected);
      utimesSync(join(root, 'new'), Date.now() / 1000, Date.parse(headers['last-modified']) / 1000 + 1);
      renameSync(join(root, 'new'), join(root, 'figures.json'));
      const {status, body} = await ask('/figures.json', {'accept-encoding': 'gzip', 'if-none-match': headers.etag});
      assert.equal(status, 200);
      assert.equal(gunzipSync(body).toString(), corrected);
    });

    test(`${told} nothing but the site is served, and no list of it`, options, async (t) => {
      const {ask, root} = await serve(t, name, {files, under});
      // Above all that the site has.
      writeFileSync(join(root, under && '..', '../beside.json'), 'secret');
      const denied = Object.keys(files).filter((path) => String(files[path]) === 'secret' || /\.gz$/.test(path));
      const paths = ['/nowhere.json', '/chunks', '/chunks/', '/types/', '/hosting/nginx.conf', '/pages', ...denied];
      assert.ok(denied.length > 7);
      for (const path of paths) {
        const {status, headers, body} = await ask(path);
        assert.equal(status, 404, path);
        assert.ok(body.length < 200, path);
        assert.equal(headers['cache-control'], undefined, path);
        everywhere(headers);
      }
      for (const path of ['/..%2f..%2fbeside.json', '/%2e%2e/%2e%2e/beside.json', '/../../beside.json', '/../beside.json'])
        assert.doesNotMatch(String((await ask(path)).body), /secret/, path);
      for (const path of ['/', '/pages/'])
        assert.equal((await ask(path)).headers['content-security-policy'], POLICY, path);
    });

    test(`${told} a question beforehand is answered, and nothing can be written`, options, async (t) => {
      const {ask} = await serve(t, name, {files, under});
      const {status, headers, body} = await ask(
        '/feed.json',
        {
          origin: 'https://example.org',
          'access-control-request-method': 'GET',
          'access-control-request-headers': 'if-none-match',
        },
        {method: 'OPTIONS'},
      );
      assert.equal(status, 204);
      assert.equal(body.length, 0);
      assert.equal(headers['access-control-allow-headers'], '*');
      assert.equal(headers['access-control-max-age'], '86400');
      everywhere(headers);
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
        assert.equal((await ask('/feed.json', {}, {method})).status, 405, method);
    });

    test(`${told} nothing about a reader is written down, not even in a fault`, options, async (t) => {
      const {ask, root, logs} = await serve(t, name, {files, under});
      symlinkSync('loop.json', join(root, 'loop.json'));
      const reader = {localAddress: '127.7.7.7', family: 4};
      for (const path of ['/feed.json', '/nowhere.json', '/people.csv', '/.env', '/loop.json', '/a%00b.json'])
        await ask(path, {'user-agent': 'Reader', referer: 'https://reader.example.org/'}, reader);
      await ask('/feed.json', {'user-agent': 'Reader'}, {...reader, method: 'POST'});
      // The line, if there were one, is written by now: a later request has its answer.
      await ask('/');
      assert.doesNotMatch(logs(), /127\.7\.7\.7|Reader|reader\.example/);
    });
  }

for (const name of ['nginx', 'caddy']) {
  const options = {skip: without(name, 'openssl')};

  test(`${name}: speaks HTTP/2, and only by TLS`, options, async (t) => {
    const {origin, certificate, plain, ask} = await serve(t, name, {files});
    const session = connect(origin, {ca: certificate});
    t.after(() => session.close());
    const stream = session.request({':path': '/feed.json'});
    const [headers] = await once(stream, 'response');
    stream.resume();
    assert.equal(headers[':status'], 200);
    assert.equal(session.alpnProtocol, 'h2');
    assert.equal(headers['strict-transport-security'], 'max-age=31536000');
    for (const version of ['TLSv1', 'TLSv1.1'])
      await assert.rejects(ask('/', {}, {minVersion: version, maxVersion: version, ciphers: 'DEFAULT:@SECLEVEL=0'}));
    // Caddy’s own doing on port 80, which a test cannot have.
    if (name === 'nginx') {
      const [answer] = await once(request({port: plain, path: '/feed.json'}).end(), 'response');
      answer.resume();
      assert.deepEqual([answer.statusCode, answer.headers.location], [301, 'https://localhost/feed.json']);
    }
  });

  test(`${name}: four hundred requests at once of one address are answered`, options, async (t) => {
    const answers = await atOnce(t, await serve(t, name, {files}));
    assert.deepEqual([...new Set(answers.map(({status}) => status))], [200]);
  });

  test(`${name}: our pages work in Chromium under their policy`, options, async (t) => {
    const ours = Object.fromEntries(
      ['newspaper', 'partner'].map((page) => [
        `/${page}.html`,
        readFileSync(`demo/${page}.html`, 'utf8').replace('../dist/', ''),
      ]),
    );
    const styles = Object.fromEntries(
      ['newspaper', 'demo'].map((page) => [`/${page}.css`, readFileSync(`demo/${page}.css`)]),
    );
    const inline = '<!doctype html><link rel="icon" href="data:,"><script>document.title = "ran"</script>';
    const {origin, certificate} = await serve(t, name, {files: {...ours, ...styles, '/inline.html': inline}});
    const key = new X509Certificate(certificate).publicKey.export({type: 'spki', format: 'der'});
    const trust = `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`;
    const browser = await puppeteer.launch({
      executablePath: findBrowsers().found.chromium,
      args: [trust, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    });
    const partner = await site({
      pages: {
        '/page.html': `<!doctype html><html lang="de"><meta charset="windows-1251"><link rel="icon" href="data:,">
          <script async src="${origin}/solidarity.all.js" crossorigin></script><solidarity-counter>words</solidarity-counter>`,
      },
    });
    t.after(async () => {
      await browser.close();
      partner.close();
    });

    /** Opens a page and waits for its elements; gives what it complained of. */
    const visit = async (url, tags) => {
      const tab = await browser.newPage();
      const complaints = [];
      tab.on('pageerror', (error) => complaints.push(String(error)));
      tab.on('console', (message) => complaints.push(message.text()));
      await tab.goto(url, {waitUntil: 'networkidle0'});
      for (const tag of tags) {
        const shown = () =>
          tab.evaluate((it) => !!document.querySelector(it)?.shadowRoot?.querySelector('[part~=base]'), tag);
        for (const end = Date.now() + 10_000; !(await shown()); await setTimeout(20))
          if (Date.now() > end) throw new Error(`${url} never shows ${tag}: ${complaints.join(' ')}`);
      }
      return {tab, complaints};
    };

    for (const [page, tags] of [
      ['newspaper', ['solidarity-counter']],
      ['partner', ['solidarity-counter', 'solidarity-countdown', 'solidarity-banner', 'solidarity-ways']],
    ])
      assert.deepEqual((await visit(`${origin}/${page}.html`, tags)).complaints, [], page);

    // The policy is in force: the same page with a script of its own has something to complain of.
    const {tab, complaints} = await visit(`${origin}/inline.html`, []);
    assert.equal(await tab.title(), '');
    assert.match(complaints.join(), /Content Security Policy/);

    // From another origin, on a page that is not UTF-8.
    const far = await visit(`${partner.origin}/page.html`, ['solidarity-counter']);
    assert.deepEqual(far.complaints, []);
    const text = await far.tab.$eval('solidarity-counter', (el) => el.shadowRoot.textContent);
    assert.match(text, /März/);
  });
}

test('nginx: who asks too often is told when to come back, where that is switched on', {
  skip: without('nginx', 'openssl'),
}, async (t) => {
  const answers = await atOnce(t, await serve(t, 'nginx', {files, choices: true}));
  const refused = answers.filter(({status}) => status !== 200);
  assert.ok(refused.length > 0 && refused.length < 300, `${refused.length} refused`);
  for (const {status, headers} of refused) {
    assert.equal(status, 429);
    assert.equal(headers['retry-after'], '300');
    everywhere(headers);
  }
  for (const {headers} of answers.filter(({status}) => status === 200)) assert.equal(headers['retry-after'], undefined);
});
