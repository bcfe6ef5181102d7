// `?solidarity-debug`: why does nothing show?
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {site} from '../support/site.mjs';
import {COUNTER, html, inEngines, NUMBER, SCRIPT, tag} from '../support/visit.mjs';

inEngines(({visit}) => {
  /** Opens a page with the debugger, and returns what it says when it is asked, one text an element. */
  const debug = async (t, {body, head = tag(), ...options}) => {
    const it = await visit(t, {page: html('')});
    const server = await site({...options, pages: {'/page.html': html(body, head), ...options.pages}});
    t.after(server.close);
    await it.tab.goto(`${server.origin}/page.html?solidarity-debug`);
    await it.until(() => it.run(() => !!globalThis.solidarity?.debug));
    await it.until(() => server.isQuiet(400));
    return it.run(async () => {
      const lines = [];
      console.info = (...args) => lines.push(args.filter((arg) => typeof arg === 'string').join(' '));
      await solidarity.debug();
      return lines;
    });
  };

  for (const [what, options, expected] of [
    [
      'an element that works',
      {body: '<solidarity-ways></solidarity-ways>'},
      [/^<solidarity-ways> No problem found\.$/],
    ],
    ['no element', {body: '<p>Words</p>'}, [/no element/]],
    ['an old figure', {body: COUNTER}, [/out of date/]],
    [
      'an unknown attribute',
      {body: '<solidarity-ways figur="x" class="y" data-z></solidarity-ways>'},
      [/^<solidarity-ways> Unknown attribute: figur\.$/],
    ],
    ['an unknown element', {body: '<solidarity-clock></solidarity-clock>'}, [/no such element/]],
    ['a hidden element', {body: '<div hidden><solidarity-ways></solidarity-ways></div>'}, [/hides it/]],
    [
      'a feed that is missing',
      {body: COUNTER, pages: {'/dist/feed.json': 404}},
      [/feed\.json: The server answers with status 404/],
    ],
    [
      'a figure that is missing',
      {body: '<solidarity-counter figure="none"></solidarity-counter>'},
      [/fallback content/],
    ],
    [
      'a chunk that is missing',
      {
        body: '<solidarity-ways></solidarity-ways>',
        answer: (path) => (/chunks\/solidarity-ways|solidarity\.all/.test(path) ? 404 : undefined),
      },
      [/Not defined: a file in chunks/],
    ],
    [
      'an element in a shadow root',
      {body: '<div><template shadowrootmode="open"><solidarity-banner></solidarity-banner></template></div>'},
      [/data-define="banner"/],
    ],
  ])
    test(what, async (t) => {
      const lines = await debug(t, options);
      assert.equal(lines.length, expected.length, lines.join('\n'));
      expected.forEach((pattern, i) => assert.match(lines[i], pattern));
    });

  test('a feed on another host without CORS, and one that cannot be reached', async (t) => {
    const other = await site({headers: {'access-control-allow-origin': undefined}});
    t.after(other.close);
    const body = `<solidarity-counter src="${other.origin}/dist/feed.json"></solidarity-counter><solidarity-counter src="http://127.0.0.1:9/feed.json"></solidarity-counter>`;
    const [cors, unreachable] = await debug(t, {body});
    assert.match(cors, /Access-Control-Allow-Origin/);
    assert.match(unreachable, /cannot be reached/);
  });

  test('without the word in the address there is no global, no module and no output', async (t) => {
    const it = await visit(t, {head: tag(SCRIPT)});
    await it.shows([NUMBER]);
    assert.equal(await it.run(() => 'solidarity' in globalThis), false);
    assert.equal(it.server.count('/dist/chunks/debug.js'), 0);
    await it.assertSilent();
  });
});
