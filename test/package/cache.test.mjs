// The settings for Varnish that we ship, in Varnish, before nginx with ours: what any cache or CDN must do for a feed.
import assert from 'node:assert/strict';
import {once} from 'node:events';
import {readFileSync, readdirSync, utimesSync, writeFileSync} from 'node:fs';
import {Agent, createServer} from 'node:http';
import {join} from 'node:path';
import {test} from 'node:test';
import {setImmediate} from 'node:timers/promises';
import {gunzipSync} from 'node:zlib';
import {findServers} from '../../scripts/find-servers.mjs';
import {serve} from '../support/servers.mjs';
import {serveCached} from '../support/varnish.mjs';

const {missing, enough} = findServers();
const skip =
  ['nginx', 'openssl', 'varnish'].some((name) => missing.includes(name)) &&
  enough &&
  'to have it: node scripts/ensure-tools.mjs';

const feed = (value) => JSON.stringify({value});
const chunk = `/chunks/${readdirSync('dist/chunks').find((file) => /^core-.*\.js$/.test(file))}`;

/**
 * Varnish before nginx. Between them is a server that counts the requests of readers' files (`asked`), adds
 * `headers` to the answers, waits for `gate`, and is `down` (`reset` ends connections, a number is a status).
 */
const cached = async (t, values) => {
  const nginx = await serve(t, 'nginx', {files: {'/feed.json': feed(1)}});
  const origin = {headers: {}, down: undefined, gate: undefined, asked: []};
  const between = createServer(async ({url, method, headers}, response) => {
    if (!['/integrity.json', '/nothing.json'].includes(url)) origin.asked.push({url, method, headers});
    await origin.gate;
    if (origin.down === 'reset') return void response.destroy();
    if (origin.down) return void response.writeHead(origin.down).end();
    const answer = await nginx.ask(url, headers, {method});
    response.writeHead(answer.status, {...answer.headers, ...origin.headers}).end(answer.body);
  }).listen(0, '127.0.0.1');
  await once(between, 'listening');
  t.after(() => {
    between.closeAllConnections();
    between.close();
  });
  const {ask, purgePort} = await serveCached(t, between.address().port, values);
  return {
    origin,
    ask,
    purge: (path) => ask(path, {}, {method: 'PURGE', port: purgePort}),
    valueOf: async () => JSON.parse((await ask('/feed.json')).body).value,
    // nginx’ ETag is the file’s size and second: two values in one second would be one file to it.
    publish: (value) => {
      const file = join(nginx.root, 'feed.json');
      writeFileSync(file, feed(value));
      utimesSync(file, value, value);
    },
  };
};

/** Asks again until the condition holds. */
const until = async (condition) => {
  for (const end = Date.now() + 10_000; !(await condition()); await setImmediate())
    assert.ok(Date.now() < end, String(condition));
};

/** No grace while the server answers, so that nobody needs to wait for a minute. */
const NO_GRACE = [['set req.grace = 60s;', 'set req.grace = 0s;']];

test('ten thousand tabs at once are one request at the server', {skip}, async (t) => {
  const {origin, ask} = await cached(t);
  const agent = new Agent({keepAlive: true, maxSockets: 500});
  t.after(() => agent.destroy());
  const answers = await Promise.all(
    Array.from({length: 10_000}, (_, i) =>
      ask(`/feed.json?${i}`, {cookie: `reader=${i}`, origin: 'https://example.org'}, {agent}),
    ),
  );
  assert.deepEqual([...new Set(answers.map(({status, body}) => `${status} ${body}`))], [`200 ${feed(1)}`]);
  assert.deepEqual(
    origin.asked.map(({url}) => url),
    ['/feed.json'],
  );
  const {cookie, origin: from} = origin.asked[0].headers;
  assert.deepEqual([cookie, from], [undefined, undefined]);
});

test('an answer is the server’s, packed by it, and a copy is confirmed without the server', {skip}, async (t) => {
  const {origin, ask} = await cached(t);
  for (const [path, time] of [
    ['/feed.json', 60],
    ['/solidarity.js', 300],
    [chunk, 31536000],
  ]) {
    const {status, headers, body} = await ask(path, {'accept-encoding': 'gzip, br'});
    assert.equal(status, 200);
    assert.match(headers['cache-control'], new RegExp(`max-age=${time}\\b`));
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers['set-cookie'], undefined);
    assert.deepEqual([headers.via, headers['x-varnish']], [undefined, undefined]);
    const plain = headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
    if (path !== '/feed.json') assert.deepEqual(plain, readFileSync(join('dist', path)));
    assert.equal((await ask(path, {'if-none-match': headers.etag, 'cache-control': 'no-cache'})).status, 304, path);
  }
  assert.equal(origin.asked.length, 3);
});

test('a copy that is a little old is sent at once, while a new one is fetched', {skip}, async (t) => {
  const {origin, valueOf, publish} = await cached(t);
  origin.headers = {age: 59};
  assert.equal(await valueOf(), 1);
  publish(2);
  let release = () => {};
  origin.gate = new Promise((resolve) => (release = resolve));
  await until(async () => {
    assert.equal(await valueOf(), 1);
    return origin.asked.length > 1;
  });
  assert.equal(await valueOf(), 1, 'the server has not answered yet');
  release();
  await until(async () => (await valueOf()) === 2);
});

for (const down of ['reset', 500, 503])
  test(`a server that fails (${down}) is not seen: the last copy stays, however old`, {skip}, async (t) => {
    const {origin, ask, valueOf, publish} = await cached(t, NO_GRACE);
    // Without stale-while-revalidate, which Varnish knows by itself.
    origin.headers = {age: 59, 'cache-control': 'public, max-age=60, stale-if-error=604800'};
    assert.equal(await valueOf(), 1);
    origin.down = down;
    await until(async () => {
      const {status, body} = await ask('/feed.json');
      assert.deepEqual([status, String(body)], [200, feed(1)]);
      return origin.asked.length > 3;
    });
    publish(2);
    origin.down = undefined;
    await until(async () => (await valueOf()) === 2);
  });

test('a file that there never was a copy of is a 503 that says when to come back, and to whom', {skip}, async (t) => {
  const {origin, ask} = await cached(t);
  origin.down = 503;
  const {status, headers} = await ask('/feed.json');
  assert.equal(status, 503);
  assert.equal(headers['retry-after'], '60');
  assert.equal(headers['access-control-allow-origin'], '*');
  assert.equal(headers['access-control-expose-headers'], 'Retry-After');
  origin.down = undefined;
  assert.equal((await ask('/feed.json')).status, 200);
});

test('after a purge a correction is there at once; no reader may purge, also one behind a proxy', {skip}, async (t) => {
  const {ask, purge, valueOf, publish} = await cached(t);
  assert.equal(await valueOf(), 1);
  publish(2);
  assert.equal(await valueOf(), 1);
  // A proxy on this computer, which ends TLS, has the address of the computer for every reader.
  const proxy = createServer(({url, method, headers}, response) =>
    ask(url, headers, {method}).then(({status, body}) => response.writeHead(status).end(body)),
  ).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  t.after(() => proxy.close());
  for (const port of [undefined, proxy.address().port])
    for (const localAddress of ['127.0.0.1', '127.0.0.2']) {
      const {status} = await ask('/feed.json', {}, {method: 'PURGE', localAddress, ...(port && {port})});
      assert.equal(status, 405, `${port} ${localAddress}`);
      assert.equal(await valueOf(), 1);
    }
  assert.equal((await purge('/feed.json')).status, 200);
  assert.equal(await valueOf(), 2);
});

test('readers only read: no other method reaches the server', {skip}, async (t) => {
  const {origin, ask} = await cached(t);
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'BAN', 'PURGE'])
    assert.equal((await ask('/feed.json', {}, {method})).status, 405, method);
  assert.deepEqual(origin.asked, []);
  assert.equal((await ask('/feed.json', {}, {method: 'OPTIONS'})).status, 204);
});
