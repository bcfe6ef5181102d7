// What a page preloads is what is used: one round trip after the page. And no request of data carries a cookie.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {test} from 'node:test';
import {feed} from '../support/page-feed.mjs';
import {site} from '../support/site.mjs';
import {ALL, COUNTER, gate, html, inEngines, NUMBER, SCRIPT, tag} from '../support/visit.mjs';

const FEED = '/dist/feed.json';
const GOOD = {body: feed(Number(NUMBER)), headers: {'cache-control': 'public, max-age=60'}};
const COOKIE = "<script>document.cookie = 'reader=7'</script>";
const forget = (it) => it.run(() => (document.cookie = 'reader=; max-age=0'));
const core = `/dist/chunks/${readdirSync('dist/chunks').find((file) => /^core-[\w-]{8}\.js$/.test(file))}`;
const integrity = JSON.parse(readFileSync('dist/integrity.json', 'utf8'))['solidarity.all.js'];

const preload = (href) =>
  `<link rel="preload" as="fetch" crossorigin="anonymous" referrerpolicy="no-referrer" href="${href}">`;
/** Each form: the tag that the page has, and what it preloads besides the feed, at an origin. */
const forms = {
  'solidarity.all.js, pinned': [
    ALL,
    (origin) => tag(origin + ALL, `integrity="${integrity}" crossorigin="anonymous" referrerpolicy="no-referrer"`),
    [],
  ],
  'solidarity.js': [
    SCRIPT,
    (origin) =>
      `<link rel="modulepreload" referrerpolicy="no-referrer" href="${origin}${core}">` +
      tag(origin + SCRIPT, 'referrerpolicy="no-referrer"'),
    [core],
  ],
};

inEngines(({visit}) => {
  for (const [name, [script, head, others]] of Object.entries(forms))
    test(`one round trip: ${name}, with a preloaded feed of another origin`, async (t) => {
      // The script is not answered before all else has been requested.
      const all = gate();
      const wanted = new Set([FEED, ...others]);
      const cdn = await site({
        pages: {[FEED]: GOOD},
        answer: (path) => {
          wanted.delete(path);
          if (!wanted.size) all.open();
          return path === script ? {until: all.until} : undefined;
        },
      });
      t.after(cdn.close);
      const it = await visit(t, {head: COOKIE + preload(cdn.origin + FEED) + head(cdn.origin)});
      await it.shows(NUMBER);
      await it.quiet();
      await forget(it);
      for (const path of [FEED, script, ...others])
        assert.equal(cdn.requests.filter((request) => request.path === path).length, 1, path);
      for (const {path, cookie, referer} of cdn.requests) {
        assert.equal(referer, undefined, path);
        // A classic script’s own request has the cookies of the page’s site; ports do not count.
        if (path !== SCRIPT) assert.equal(cookie, undefined, path);
      }
      // Nor does the browser say that it has not used what was preloaded.
      await it.assertSilent();
      assert.deepEqual(
        it.complaints.filter((text) => /preload/.test(text)),
        [],
      );
    });

  test('no cookie with a feed: of the page’s origin, of another that redirects to it, or in a frame without an address', async (t) => {
    const elsewhere = await site({answer: (path) => (path === FEED ? redirect : undefined)});
    t.after(elsewhere.close);
    const redirect = {status: 302, headers: {}, body: ''};
    const frame = html(COUNTER, tag()).replaceAll('"', '&quot;');
    const it = await visit(t, {
      pages: {[FEED]: GOOD, '/own.json': GOOD},
      head: COOKIE + tag(),
      body: `${COUNTER}<iframe srcdoc="${frame}"></iframe>`,
    });
    redirect.headers.location = `${it.server.origin}/own.json`;
    await it.shows(NUMBER);
    await it.until(async () => it.server.count(FEED) > 0 && it.tab.frames().length === 2);
    const inner = it.tab.frames()[1];
    await it.shows(NUMBER, inner);
    await it.run((src) => {
      const element = document.createElement('solidarity-counter');
      element.setAttribute('src', src);
      document.body.append(element);
    }, elsewhere.origin + FEED);
    await it.until(() => it.server.count('/own.json') > 0);
    await forget(it);
    const feeds = [...it.server.requests, ...elsewhere.requests].filter(({path}) => path.endsWith('.json'));
    assert.ok(feeds.length >= 3, feeds.map(({path}) => path).join());
    for (const {path, cookie} of feeds) assert.equal(cookie, undefined, path);
  });
});
