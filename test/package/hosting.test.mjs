// The servers' settings that we ship, in the servers: one table of promises for nginx and Caddy.
import assert from 'node:assert/strict';
import {once} from 'node:events';
import {readFileSync, readdirSync, renameSync, utimesSync, writeFileSync} from 'node:fs';
import {request} from 'node:http';
import {connect} from 'node:http2';
import {Agent} from 'node:https';
import {connect as connectTo, createServer} from 'node:net';
import {join} from 'node:path';
import {test} from 'node:test';
import {setTimeout} from 'node:timers/promises';
import {brotliDecompressSync, gunzipSync, gzipSync} from 'node:zlib';
import {findServers} from '../../scripts/find-servers.mjs';
import {serve} from '../support/servers.mjs';
import {site} from '../support/site.mjs';
import {launch} from '../support/tab.mjs';

const {found, missing, enough} = findServers();
/** Where CI is set, what is missing is a failure. */
const without = (...names) =>
  names.some((name) => missing.includes(name)) && enough && 'to have it: node scripts/ensure-tools.mjs';

const chunks = readdirSync('dist/chunks');
const core = `/chunks/${chunks.find((file) => /^core-.*\.js$/.test(file))}`;
const locale = `/chunks/${chunks.find((file) => /^be-.*\.json$/.test(file))}`;
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
  '/photo.jpg': Buffer.alloc(2000, 'jpg'),
  '/photo.webp': Buffer.alloc(2000, 'webp'),
  '/.well-known/acme-challenge/token': 'for the certificate',
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
  {path: locale, type: 'application/json', cache: CACHE.chunk, packed: ['br', 'gzip']},
  {path: '/solidarity.js', type: JS, cache: CACHE.tag, packed: ['br', 'gzip']},
  {path: '/solidarity.all.js', type: JS, cache: CACHE.tag, packed: ['br', 'gzip']},
  {path: '/feed.json', type: 'application/json', cache: CACHE.feed, packed: ['gzip']},
  {path: '/figures.json', type: 'application/json', cache: CACHE.feed, packed: ['gzip']},
  {path: '/feed.signed', type: 'text/plain; charset=utf-8', cache: CACHE.feed, packed: ['gzip']},
  {path: '/days.ics', type: 'text/calendar; charset=utf-8', cache: CACHE.feed, packed: ['gzip']},
  {path: '/page.css', type: 'text/css; charset=utf-8', cache: CACHE.feed, packed: ['gzip']},
  {path: '/badge.svg', type: 'image/svg+xml', cache: CACHE.feed, packed: ['gzip'], policy: POLICY},
  {path: '/index.html', type: 'text/html; charset=utf-8', cache: CACHE.feed, packed: ['gzip'], policy: POLICY},
  ...['png', 'jpg', 'webp'].map((kind) => ({
    path: `/photo.${kind}`,
    type: `image/${kind.replace('jpg', 'jpeg')}`,
    cache: CACHE.feed,
    packed: [],
  })),
];
const UNPACK = {br: brotliDecompressSync, gzip: gunzipSync, identity: (body) => body};
const SUFFIX = {br: '.br', gzip: '.gz'};

const everywhere = (headers) => {
  assert.equal(headers['access-control-allow-origin'], '*');
  assert.equal(headers['access-control-allow-credentials'], undefined);
  assert.equal(headers['access-control-expose-headers'], 'Retry-After');
  assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['set-cookie'], undefined);
  // Who has fetched the file before is nobody’s business.
  assert.equal(headers['timing-allow-origin'], undefined);
  assert.ok([undefined, 'nginx'].includes(headers.server), headers.server);
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
    const choices = found.brotli && /^brotli/;

    test(`${told} every kind of file has its type, its time and its door open`, options, async (t) => {
      const {ask, root} = await serve(t, name, {files, under, choices});
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
          // Scripts and locales are sent as the build compressed them.
          if ((type === JS || path === locale) && encoding !== 'identity')
            assert.deepEqual(body, readFileSync(join(root, path + SUFFIX[encoding])));
        }
      // What a browser says, and what a CDN adds.
      const accept = {'accept-encoding': 'gzip, deflate, br, zstd', via: '1.1 cdn.example.org'};
      assert.equal((await ask(core, accept)).headers['content-encoding'], brotli ? 'br' : 'gzip');
      const feed = await ask('/feed.json', accept);
      assert.equal(feed.headers['content-encoding'], 'gzip');
      assert.ok(feed.body.length < gzipSync(gunzipSync(feed.body), {level: 3}).length);
    });

    test(`${told} what has not changed is not sent again, packed or not`, options, async (t) => {
      const {ask} = await serve(t, name, {files, under, choices});
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
      for (const path of [
        '/..%2f..%2fbeside.json',
        '/%2e%2e/%2e%2e/beside.json',
        '/../../beside.json',
        '/../beside.json',
      ])
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

    // Only Linux has more than one address of its own from the start.
    const linux = {skip: options.skip || (process.platform !== 'linux' && 'a reader needs an address')};
    test(`${told} nothing about a reader is written down, not even in a fault`, linux, async (t) => {
      const {ask, root, logs, port, plain} = await serve(t, name, {files, under});
      const reader = {localAddress: '127.7.7.7', family: 4};
      // A fault of the server’s own: this cannot be opened.
      const fault = createServer().listen(join(root, 'fault.json'));
      await once(fault, 'listening');
      t.after(() => fault.close());
      const headers = {'user-agent': 'Reader', referer: 'https://reader.example.org/'};
      for (const path of ['/feed.json', '/nowhere.json', '/people.csv', '/.env']) await ask(path, headers, reader);
      assert.equal((await ask('/fault.json', headers, reader)).status, name === 'nginx' ? 500 : 404);
      await ask('/feed.json', headers, {...reader, method: 'POST'});
      // What is not even a request is under no path: it is the affair of the site around.
      if (!under) {
        await ask('/a%00b.json', headers, reader);
        const clumsy = connectTo({port, host: '127.0.0.1', localAddress: reader.localAddress});
        clumsy.end('GET / HTTP/1.0\r\n\r\n').resume();
        await once(clumsy, 'close');
      }
      if (plain) await once(request({...reader, port: plain, path: '/feed.json'}).end(), 'response');
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
      const get = async (path) => {
        const [answer] = await once(request({port: plain, path}).end(), 'response');
        answer.resume();
        return [answer.statusCode, answer.headers.location];
      };
      assert.deepEqual(await get('/feed.json?a=b'), [301, 'https://localhost/feed.json?a=b']);
      assert.deepEqual(await get('/.well-known/acme-challenge/token'), [200, undefined]);
    }
  });

  test(`${name}: four hundred requests at once of one address are answered`, options, async (t) => {
    const answers = await atOnce(t, await serve(t, name, {files}));
    assert.deepEqual([...new Set(answers.map(({status}) => status))], [200]);
  });

  test(`${name}: our pages work in Chromium under their policy`, options, async (t) => {
    const pages = Object.fromEntries(
      ['index', 'newspaper', 'partner'].map((page) => [
        `/${page}.html`,
        readFileSync(`demo/${page}.html`, 'utf8').replace('../dist/', ''),
      ]),
    );
    const beside = Object.fromEntries(
      ['newspaper.css', 'partner.css', 'demo.css', 'index.js'].map((file) => [
        `/${file}`,
        readFileSync(`demo/${file}`),
      ]),
    );
    const inline = '<!doctype html><link rel="icon" href="data:,"><script>document.title = "ran"</script>';
    const {origin, trust} = await serve(t, name, {files: {...pages, ...beside, '/inline.html': inline}});
    const browser = await launch('chromium', undefined, [trust]);
    t.after(() => browser.close());

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

    const all = ['solidarity-counter', 'solidarity-countdown', 'solidarity-banner', 'solidarity-ways'];
    for (const [page, tags] of Object.entries({index: all, newspaper: all.slice(0, 2), partner: all}))
      assert.deepEqual((await visit(`${origin}/${page}.html`, tags)).complaints, [], page);

    // The policy is in force: the same page with a script of its own has something to complain of.
    const strict = await visit(`${origin}/inline.html`, []);
    assert.equal(await strict.tab.title(), '');
    assert.match(strict.complaints.join(), /Content Security Policy/);

    // A partner's page, not in UTF-8, under the policies that stories/hosting.md names.
    for (const policy of [
      `script-src ${origin}; connect-src ${origin}`,
      `script-src 'nonce-example' 'strict-dynamic'; connect-src ${origin}`,
    ])
      for (const script of ['solidarity.js', 'solidarity.all.js']) {
        const partner = await site({
          headers: {'content-security-policy': `default-src 'none'; img-src data:; ${policy}`},
          pages: {
            '/page.html': `<!doctype html><html lang="de"><meta charset="windows-1251"><link rel="icon" href="data:,">
              <script async nonce="example" src="${origin}/${script}"></script>
              <solidarity-counter>words</solidarity-counter>`,
          },
        });
        t.after(() => partner.close());
        const {tab, complaints} = await visit(`${partner.origin}/page.html`, ['solidarity-counter']);
        assert.deepEqual(complaints, [], policy);
        assert.match(await tab.$eval('solidarity-counter', (el) => el.shadowRoot.textContent), /März/);
      }
  });
}

const rare = {skip: without('nginx', 'openssl')};
test('nginx: the feed is sent from its .gz, where that is switched on', rare, async (t) => {
  const packed = gzipSync(readFileSync('dist/feed.json'), {level: 9});
  const {ask} = await serve(t, 'nginx', {files: {'/feed.json.gz': packed}, choices: /^gzip_static/});
  const {headers, body} = await ask('/feed.json', {'accept-encoding': 'gzip'});
  assert.deepEqual(body, packed);
  assert.equal(headers['cache-control'], CACHE.feed);
});

test('nginx: who asks too often is told when to come back, where that is switched on', rare, async (t) => {
  const answers = await atOnce(t, await serve(t, 'nginx', {files, choices: /limit|retry/i}));
  const refused = answers.filter(({status}) => status !== 200);
  assert.ok(refused.length > 0 && refused.length < 300, `${refused.length} refused`);
  for (const {status, headers} of refused) {
    assert.equal(status, 429);
    assert.equal(headers['retry-after'], '300');
    everywhere(headers);
  }
  for (const {headers} of answers.filter(({status}) => status === 200)) assert.equal(headers['retry-after'], undefined);
});
