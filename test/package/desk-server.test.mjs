// `solidarity-feed desk`: serves the desk to this computer alone, and saves to the file.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readdirSync, writeFileSync} from 'node:fs';
import {request} from 'node:http';
import {connect} from 'node:net';
import {networkInterfaces} from 'node:os';
import {resolve} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {deskFeed, deskIn} from '../support/desk.mjs';
import {tempDir} from '../support/feed-tool.mjs';
import {launch, until} from '../support/tab.mjs';

const TOOL = resolve('dist/solidarity-feed.js');
const NEWER = deskFeed().replace('"value": 1140', '"value": 1150').replace('"serial": 7', '"serial": 8');

/** Starts the tool in a folder with a feed; `url` is what it prints. */
const start = async (t, {feed = deskFeed(), name = 'feed.json', args = []} = {}) => {
  const dir = tempDir(t);
  dir.put(name, feed);
  const tool = spawn(process.execPath, [TOOL, 'desk', name, '--no-open', ...args], {cwd: dir.folder});
  t.after(() => tool.kill('SIGKILL'));
  let [out, err] = ['', ''];
  tool.stderr.on('data', (data) => (err += data));
  await new Promise((ready, fail) => {
    tool.stdout.on('data', (data) => {
      out += data;
      if (out.includes('\n')) ready(undefined);
    });
    tool.on('exit', () => fail(new Error(`it ended: ${out}${err}`)));
  });
  const url = new URL(/http:\S+/.exec(out)[0]);
  const [, token] = url.pathname.split('/');
  /** Sends a request as it is: the path is not normalised. */
  const send = (path, {method = 'GET', headers = {}, body = undefined} = {}) =>
    new Promise((done, fail) => {
      const sent = request({host: '127.0.0.1', port: url.port, path, method, headers}, (response) => {
        let text = '';
        response.on('data', (data) => (text += data));
        response.on('end', () => done({status: response.statusCode, headers: response.headers, text}));
      });
      sent.on('error', fail);
      sent.end(body);
    });
  const own = {origin: url.origin, 'sec-fetch-site': 'same-origin'};
  const etag = async () => (await send(`/${token}/feed`)).headers.etag;
  const put = async (body, {headers = {}, ...rest} = {}) =>
    send(`/${token}/feed`, {
      method: 'PUT',
      headers: {...own, 'content-type': 'application/json', 'if-match': await etag(), ...headers},
      body,
      ...rest,
    });
  return {
    ...dir,
    tool,
    url,
    token,
    send,
    put,
    own,
    /** Waits until the tool has printed something. */
    says: async (pattern) => {
      while (!pattern.test(err)) await once(tool.stderr, 'data');
    },
    isUntouched: () => dir.read('feed.json') === feed,
  };
};

describe('the server of the desk', {concurrency: 4}, () => {
  test('the address has a port and a token of each run, on 127.0.0.1 alone', async (t) => {
    const [one, two] = await Promise.all([start(t), start(t)]);
    assert.equal(one.url.hostname, '127.0.0.1');
    assert.notEqual(one.url.port, two.url.port);
    assert.notEqual(one.token, two.token);
    assert.match(one.token, /^[\w-]{32}$/);
    for (const {address, internal, family} of Object.values(networkInterfaces()).flat())
      if (!internal && family === 'IPv4') {
        const socket = connect({host: address, port: Number(one.url.port)});
        const event = await new Promise((done) => {
          socket.on('connect', () => done('connect')).on('error', () => done('error'));
        });
        socket.destroy();
        assert.equal(event, 'error', address);
      }
  });

  test('serves the page, its files and the feed, which nobody may frame, keep or sniff', async (t) => {
    const {send, token} = await start(t);
    const page = await send(`/${token}/desk.html`);
    assert.equal(page.status, 200);
    assert.match(page.text, /<meta name="feed-file" content="feed\.json" \/>/);
    const feed = await send(`/${token}/feed`);
    assert.equal(feed.text, deskFeed());
    for (const file of ['desk.js', 'desk.css', 'solidarity.js'])
      assert.equal((await send(`/${token}/${file}`)).status, 200, file);
    for (const {headers} of [page, feed]) {
      assert.equal(headers['cache-control'], 'no-store');
      assert.match(headers['content-security-policy'], /frame-ancestors 'none'/);
      assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['referrer-policy'], 'no-referrer');
      assert.equal(headers['access-control-allow-origin'], undefined);
    }
  });

  test('a name with signs of its own is a name', async (t) => {
    const {send, token} = await start(t, {name: "a$&$'b.json"});
    const {text} = await send(`/${token}/desk.html`);
    assert.match(text, /<meta name="feed-file" content="a\$&amp;\$&#39;b\.json" \/>\n {2}<\/head>/);
    assert.equal(text.match(/<\/head>/g).length, 1);
  });

  test('refuses what does not come from the desk: wrong token, Host, Origin or site, other methods and paths', async (t) => {
    const {send, token, url, own, isUntouched, put} = await start(t);
    const {port} = url;
    const feed = `/${token}/feed`;
    for (const [what, path, options, status] of [
      ['no token', '/feed', {}, 404],
      ['no token', '/', {}, 404],
      ['a wrong token', `/${'x'.repeat(32)}/feed`, {}, 404],
      ['a part of the token', `/${token.slice(0, -1)}/feed`, {}, 404],
      ['DNS rebinding', feed, {headers: {host: `evil.example:${port}`}}, 403],
      ['another port', feed, {headers: {host: '127.0.0.1:1'}}, 403],
      ['no port', feed, {headers: {host: '127.0.0.1'}}, 403],
      ['another name of this computer', feed, {headers: {host: `localhost:${port}`}}, 403],
      ['another origin', feed, {headers: {origin: 'https://evil.example'}}, 403],
      ['a page without an origin', feed, {headers: {origin: 'null'}}, 403],
      ['another port of this computer', feed, {headers: {origin: 'http://127.0.0.1:1'}}, 403],
      ['a page of another site', feed, {headers: {'sec-fetch-site': 'cross-site'}}, 403],
      ['a page of another port', feed, {headers: {'sec-fetch-site': 'same-site'}}, 403],
      [
        'a simple request',
        feed,
        {method: 'POST', headers: {origin: 'https://evil.example', 'content-type': 'text/plain'}, body: NEWER},
        403,
      ],
      ['a form without an origin', feed, {method: 'POST', headers: {'content-type': 'text/plain'}, body: NEWER}, 405],
      [
        'a preflight',
        feed,
        {method: 'OPTIONS', headers: {origin: 'https://evil.example', 'access-control-request-method': 'PUT'}},
        403,
      ],
      ['a preflight of its own', feed, {method: 'OPTIONS', headers: own}, 405],
      ['no method of ours', feed, {method: 'DELETE', headers: own}, 405],
      [
        'a PUT without an origin',
        feed,
        {method: 'PUT', headers: {'content-type': 'application/json'}, body: NEWER},
        403,
      ],
      ['the tool itself', `/${token}/solidarity-feed.js`, {}, 404],
      ['out of the folder', `/${token}/../package.json`, {}, 404],
      ['out of the folder, in disguise', `/${token}/..%2fpackage.json`, {}, 404],
      ['out of a folder', `/${token}/chunks/../../package.json`, {}, 404],
      ['out of a folder', `/${token}/chunks/..`, {}, 404],
      ['a whole address', `http://evil.example/${token}/feed`, {}, 404],
    ]) {
      const {status: got, text, headers} = await send(path, options);
      assert.equal(got, status, `${what} ${path}`);
      assert.doesNotMatch(text, /"figures"|"name"/, what);
      assert.equal(headers['access-control-allow-origin'], undefined, what);
    }
    for (const [what, options, status] of [
      ['of a page of another site', {headers: {'sec-fetch-site': 'cross-site'}}, 403],
      ['typed into the address bar', {headers: {'sec-fetch-site': 'none'}}, 403],
      ['as text, which needs no preflight', {headers: {'content-type': 'text/plain'}}, 415],
      ['of a feed that was not read', {headers: {'if-match': undefined}}, 412],
      ['over any feed', {headers: {'if-match': '*'}}, 412],
    ]) {
      const {headers} = options;
      const clean = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value ?? '']));
      assert.equal((await put(NEWER, {headers: clean})).status, status, `a PUT ${what}`);
    }
    assert.ok(isUntouched());
  });

  test('saves whole feeds without errors, and only over the one that was read', async (t) => {
    const {put, read, path, folder, says, isUntouched} = await start(t);
    for (const [what, body, status] of [
      ['a part', NEWER.slice(0, 200), 422],
      ['no feed', '[]', 422],
      ['bytes that are no text', Buffer.from([0x7b, 0xff, 0x7d]), 422],
      ['an error', NEWER.replace('"planned"', '"maybe"'), 422],
      ['too much', ' '.repeat(6 * 1024 * 1024), 413],
    ]) {
      assert.equal(
        (await put(body).catch(({code}) => ({status: code === 'EPIPE' || code === 'ECONNRESET' ? 413 : code}))).status,
        status,
        what,
      );
      assert.ok(isUntouched(), what);
    }
    const {status, headers} = await put(NEWER);
    assert.equal(status, 204);
    assert.equal(read('feed.json'), NEWER);
    await says(/feed\.json is saved, with serial 8\./);
    // Another program writes it; the desk knows the version before.
    writeFileSync(path('feed.json'), deskFeed());
    assert.equal((await put(NEWER, {headers: {'if-match': headers.etag}})).status, 412);
    assert.ok(isUntouched());
    for (const body of ['null', '[]', '7', '{}', NEWER.replace('"serial": 8', '"serial": "8"')]) {
      assert.equal((await put(body, {headers: {'x-with-errors': 'yes'}})).status, 422, body);
      assert.ok(isUntouched(), body);
    }
    const maybe = NEWER.replace('"planned"', '"maybe"');
    assert.equal((await put(maybe, {headers: {'x-with-errors': 'yes'}})).status, 204);
    assert.equal(read('feed.json'), maybe);
    assert.deepEqual(readdirSync(folder), ['feed.json'], 'no temporary file is left');
  });

  test('a body that never ends is cut off', async (t) => {
    const {url, token, own, isUntouched} = await start(t);
    const sent = request(`${url.origin}/${token}/feed`, {
      method: 'PUT',
      headers: {...own, 'content-type': 'application/json', 'transfer-encoding': 'chunked'},
    });
    const ended = new Promise((done) => {
      sent.on('response', ({statusCode}) => done(statusCode));
      sent.on('error', ({code}) => done(code));
    });
    let isDone = false;
    void ended.then(() => (isDone = true));
    while (!isDone)
      if (!sent.write('x'.repeat(1024 * 1024))) await Promise.race([once(sent, 'drain').catch(() => {}), ended]);
    assert.ok([413, 'EPIPE', 'ECONNRESET'].includes(await ended));
    assert.ok(isUntouched());
  });

  test('says how it ends, and why it does not begin', async (t) => {
    const {tool, says} = await start(t);
    tool.kill('SIGINT');
    const [code] = await once(tool, 'exit');
    assert.equal(code, 0);
    await says(/until you press Ctrl\+C[\s\S]*The desk is closed\. feed\.json is as it was saved last\./);
    const {run, put} = tempDir(t);
    assert.match(run(['desk', 'none.json']).stderr, /none\.json cannot be read/);
    assert.match(run(['desk', put('broken.json', '{\n"a": 1,,\n}')]).stderr, /line 2/);
    assert.equal(run(['desk', put('feed.json', deskFeed()), '--port', 'x']).code, 2);
  });

  describe('in the browser', () => {
    let browser;
    before(async () => {
      browser = await launch();
    });
    after(() => browser.close());

    test('opens the feed at once, saves to the file, and tells when the tool is gone', async (t) => {
      const {url, read, tool, path} = await start(t);
      const tab = await browser.newPage();
      t.after(() => tab.close());
      const complaints = [];
      tab.on('pageerror', ({message}) => complaints.push(message));
      tab.on('console', (message) => complaints.push(message.text()));
      const desk = deskIn(tab);
      await tab.goto(url.href);
      await desk.isOpen();
      await desk.previewShows('1,140');
      const links = await tab.$$eval('a[href]', (all) => all.map(({href}) => href));
      for (const link of links.filter((href) => href.startsWith(url.origin)))
        assert.equal(await tab.evaluate((href) => fetch(href).then(({status}) => status), link), 200, link);
      const change = async (value) => {
        await desk.click('[data-edit="count-0"]');
        await desk.fill({value});
        await desk.apply();
        await desk.click('#save');
      };
      const says = (words) => until(tab, (words) => document.querySelector('.bar').innerText.includes(words), words);
      await change('1150');
      await says('feed.json is saved, with serial 8');
      assert.equal(JSON.parse(read('feed.json')).figures[0].value, 1150);
      await change('1160');
      await says('with serial 9');
      assert.deepEqual(complaints, []);

      writeFileSync(path('feed.json'), deskFeed());
      await change('1170');
      await until(tab, () => document.activeElement.id === 'conflict');
      assert.equal(read('feed.json'), deskFeed());
      await desk.click('#keep');
      await says('is saved');
      assert.equal(JSON.parse(read('feed.json')).figures[0].value, 1170);

      tool.kill('SIGINT');
      await once(tool, 'exit');
      await change('1180');
      await says('The program in the terminal has ended');
      await says('Not saved');
    });

    test('no page of another site gets at the feed', async (t) => {
      const {url, token, isUntouched} = await start(t);
      const tab = await browser.newPage();
      t.after(() => tab.close());
      await tab.goto('data:text/html,<title>evil</title>');
      const results = await tab.evaluate(
        async (origin, token, body) => {
          const attempt = (path, init) =>
            fetch(origin + path, init).then(
              ({type, status}) => `${type} ${status}`,
              () => 'refused',
            );
          const image = (path) =>
            new Promise((done) => {
              const element = new Image();
              element.onload = () => done('loaded');
              element.onerror = () => done('refused');
              element.src = origin + path;
            });
          return [
            await attempt(`/${token}/feed`),
            await attempt(`/${token}/feed`, {method: 'PUT', body, headers: {'content-type': 'application/json'}}),
            await attempt(`/${token}/feed`, {method: 'POST', body, mode: 'no-cors'}).then((answer) =>
              answer.replace('opaque 0', 'refused'),
            ),
            await image(`/${token}/desk.css`),
          ];
        },
        url.origin,
        token,
        NEWER,
      );
      assert.deepEqual(results, ['refused', 'refused', 'refused', 'refused']);
      assert.ok(isUntouched());
    });
  });
});
