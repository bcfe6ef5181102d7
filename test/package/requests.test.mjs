// How requests end, and how what failed comes back: the feed, the locales, and what is loaded when it is needed.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {test} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {gzipSync} from 'node:zlib';
import {correction, feed, figure} from '../support/page-feed.mjs';
import {site} from '../support/site.mjs';
import {ALL, atFirst, COUNTER, FALLBACK, gate, html, inEngines, NUMBER, SCRIPT, tag} from '../support/visit.mjs';

const GOOD = feed(Number(NUMBER));
const FEED = '/dist/feed.json';
const isFeed = /feed\.json$/;
const inline = (js) => `<script>${js}</script>`;
const json = (id, body, type = 'application/json') => `<script type="${type}" id="${id}">${body}</script>`;
const counter = (attributes) => `<solidarity-counter ${attributes}>${FALLBACK}</solidarity-counter>`;
const fileName = (src) => src.slice(src.lastIndexOf('/') + 1);
const redirect = (location, status = 302) => ({status, headers: {location}, body: ''});

/** A body that ends in the middle, and one that comes a little at a time. */
const cut = async function* () {
  yield GOOD.slice(0, 100);
  await pause(20);
  throw new Error('cut');
};
const drip = async function* () {
  for (const char of GOOD) {
    yield char;
    await pause(40);
  }
};

/** All ways in which a request for a feed fails, with the reason that the element gives. */
const failures = {
  ...Object.fromEntries(
    [204, 400, 401, 403, 404, 410, 418, 429, 451, 500, 502, 503, 504].map((status) => [
      `the status ${status}${status === 204 ? '' : ' and a good body'}`,
      [{status, body: status === 204 ? '' : GOOD}, 'http'],
    ]),
  ),
  'nothing in it': [{body: ''}, 'not-json'],
  'white space': [{body: ' \n'}, 'not-json'],
  'a page of the network’s': [{body: '<!doctype html><h1>Sign in</h1>', type: 'text/html'}, 'not-json'],
  'half of it, as a whole': [{body: GOOD.slice(0, GOOD.length / 2)}, 'not-json'],
  'two feeds': [{body: GOOD + GOOD}, 'not-json'],
  'JavaScript around it': [{body: `callback(${GOOD})`}, 'not-json'],
  'UTF-16': [{body: Buffer.from(`\ufeff${GOOD}`, 'utf16le')}, 'not-json'],
  'bytes that are no UTF-8': [{body: Buffer.from(GOOD.replace('Palitical', '')).fill(0xe9, 300, 301)}, 'not-json'],
  'another JSON': [{body: '{"error": "maintenance"}'}, 'not-a-feed'],
  'a list': [{body: `[${GOOD}]`}, 'not-a-feed'],
  null: [{body: 'null'}, 'not-a-feed'],
  'a version that nobody knows': [{body: GOOD.replace('"version":1', '"version":2')}, 'not-a-feed'],
  'a figure that is none': [{body: feed(-5)}, 'section'],
  'no figure of that name': [{body: feed(1, {figures: []})}, 'missing'],
  'more than 512 KiB': [{body: GOOD + ' '.repeat(600 * 1024)}, 'too-large'],
  'a hundred megabytes, compressed': [
    {body: gzipSync(GOOD + ' '.repeat(100 * 1024 * 1024), {level: 1}), headers: {'content-encoding': 'gzip'}},
    'too-large',
  ],
  'a compression that is none': [{body: GOOD, headers: {'content-encoding': 'gzip'}}, 'network'],
  'a connection that ends at once': [{fault: 'reset'}, 'network'],
  'a connection that ends in the middle': [{body: {[Symbol.asyncIterator]: cut}}, 'network'],
  'a redirect to itself': [redirect('/loop'), /^(network|timeout)$/],
  'a redirect to a page': [redirect('/sign-in'), 'not-json'],
  'a redirect to nothing': [{status: 302, body: ''}, /^(network|http)$/],
  'no answer': [{fault: 'hang'}, 'timeout'],
  'half an answer': [{body: GOOD, fault: 'stall'}, 'timeout'],
  'a byte at a time': [{body: {[Symbol.asyncIterator]: drip}}, 'timeout'],
};

/** What brings back what has failed. */
const returns = {
  online: (it) => it.fire('online'),
  visibilitychange: (it) => it.fire('visibilitychange'),
  pageshow: (it) => it.fire('pageshow'),
  focus: (it) => it.fire('focus'),
  'another element': (it) => it.run((text) => document.body.insertAdjacentHTML('beforeend', text), COUNTER),
};
const wordsOf = (it, i = 0) =>
  it.run(
    (index) =>
      document.querySelectorAll('solidarity-counter')[index].shadowRoot?.querySelector('[part~=base]')?.textContent ??
      '',
    i,
  );

inEngines(({engine, visit, check}) => {
  let turn = 0;
  for (const [name, [response, reason]] of Object.entries(failures)) {
    const [back, come] = Object.entries(returns)[turn++ % 5];
    const src = turn % 2 ? SCRIPT : ALL;
    test(`${fileName(src)}: the feed fails by ${name}; it comes back by ${back}`, async (t) => {
      let isBroken = true;
      const it = await visit(t, {
        head: tag(src),
        answer: (path) => (isBroken && isFeed.test(path) ? response : undefined),
        pages: {'/sign-in': '<!doctype html><h1>Sign in</h1>', '/loop': redirect('/loop')},
        hurry: true,
      });
      await it.until(
        async () => (await it.reasons()).length > 0,
        async () => `an error; events: ${(await it.events()).join()}`,
      );
      assert.match((await it.reasons()).join(), reason instanceof RegExp ? reason : new RegExp(`^${reason}$`));
      assert.deepEqual(await it.look(), [FALLBACK]);
      // What a feed says is no failure of its request: it is asked again only where that was one.
      if (['section', 'missing'].includes(reason)) return it.assertSilent();
      isBroken = false;
      await come(it);
      await it.shows(NUMBER);
      assert.equal((await it.reasons()).length, 1);
      return it.assertSilent();
    });
  }

  for (const [back, come] of Object.entries(returns))
    for (const src of [SCRIPT, ALL])
      test(`${fileName(src)}: a feed that failed comes back by ${back}, without refresh, for all its elements`, async (t) => {
        const it = await visit(t, {
          head: tag(src),
          body: COUNTER.repeat(3) + '<solidarity-ways></solidarity-ways>',
          answer: atFirst(isFeed, 503),
          hurry: true,
        });
        await it.until(async () => (await it.reasons()).length > 0);
        await come(it);
        await it.until(async () => (await it.look()).filter((text) => text === NUMBER).length >= 3);
        await it.quiet();
        assert.equal(it.server.count(FEED), 2);
        await it.assertSilent();
      });

  for (const [name, response] of Object.entries({
    'a BOM': {body: `\ufeff${GOOD}`},
    'another content type': {body: GOOD, type: 'text/plain'},
    'no content type': {body: GOOD, headers: {'content-type': undefined}},
    compression: {body: gzipSync(GOOD), headers: {'content-encoding': 'gzip'}},
    'a redirect': redirect('/moved.json', 301),
    'a cookie to set': {body: GOOD, headers: {'set-cookie': 'reader=7'}},
    'keys twice, and of a prototype': {body: GOOD.replace('{', '{"__proto__":{"value":1},"constructor":{},')},
    'a slow answer': {body: GOOD, delay: 300},
    'white space around it': {body: `\n\n${GOOD}\n`},
  }))
    test(`a feed with ${name} is read`, async (t) => {
      const it = await check(t, {
        answer: (path) => (path === FEED ? response : undefined),
        pages: {'/moved.json': GOOD},
      });
      assert.equal(await it.run(() => document.cookie), '');
    });

  // Other origins.
  for (const [name, headers, reason] of [
    ['allows all', {}],
    ['allows this one', 'this'],
    ['allows none', {'access-control-allow-origin': undefined}, 'network'],
    ['allows another', {'access-control-allow-origin': 'https://other.example'}, 'network'],
  ])
    test(`a feed of another origin that ${name}`, async (t) => {
      let origin;
      const other = await site({
        pages: {
          '/feed.json': ({headers: {origin: from}}) => {
            origin = from;
            return {body: GOOD, headers: headers === 'this' ? {'access-control-allow-origin': from} : headers};
          },
        },
      });
      t.after(() => other.close());
      await check(t, {
        body: counter(`src="${other.origin}/feed.json"`) + COUNTER,
        shows: reason ? [FALLBACK, NUMBER] : [NUMBER, NUMBER],
        reasons: reason ? [reason] : [],
      });
      assert.match(origin, /^http:/);
      assert.deepEqual([other.requests[0].cookie, other.requests[0].referer], [undefined, undefined]);
    });

  test('a feed that redirects to another origin that allows none', async (t) => {
    const other = await site({
      pages: {'/feed.json': {body: GOOD, headers: {'access-control-allow-origin': undefined}}},
    });
    t.after(() => other.close());
    await check(t, {
      answer: (path) => (path === FEED ? redirect(`${other.origin}/feed.json`) : undefined),
      shows: FALLBACK,
      reasons: ['network'],
    });
  });

  test('a feed of a port where nobody listens', (t) =>
    check(t, {
      body: counter('src="http://127.0.0.1:9/feed.json"') + COUNTER,
      shows: [FALLBACK, NUMBER],
      reasons: ['network'],
    }));

  // Politeness.
  for (const retryAfter of ['3600', new Date(Date.now() + 864e5).toUTCString(), '1000000000'])
    test(`Retry-After: ${retryAfter.slice(0, 10)} is kept, whatever brings the reader back`, async (t) => {
      const it = await visit(t, {
        answer: atFirst(isFeed, {status: 503, headers: {'retry-after': retryAfter}}),
        hurry: true,
      });
      await it.until(async () => (await it.reasons()).join() === 'http');
      for (const come of Object.values(returns)) await come(it);
      await pause(1200); // twelve seconds of the page's time: `online` waits for up to ten
      await it.quiet();
      assert.equal(it.server.count(FEED), 1);
      await it.assertSilent();
    });

  for (const retryAfter of ['soon', '', '-1', '0', 'Thu, 01 Jan 1970 00:00:00 GMT'])
    test(`Retry-After: ${retryAfter || 'nothing'} keeps nobody waiting`, async (t) => {
      const it = await visit(t, {
        answer: atFirst(isFeed, {status: 503, headers: {'retry-after': retryAfter}}),
        hurry: true,
      });
      await it.until(async () => (await it.reasons()).join() === 'http');
      await it.fire('focus');
      await it.shows(NUMBER);
      await it.assertSilent();
    });

  test('a feed that fails for good is not asked for at each return', async (t) => {
    const it = await visit(t, {answer: (path) => (path === FEED ? 500 : undefined), hurry: true});
    await it.until(async () => (await it.reasons()).length > 0);
    for (let i = 0; i < 40; i++) {
      await it.fire(['focus', 'pageshow', 'visibilitychange', 'online'][i % 4]);
      await pause(10);
    }
    await it.quiet();
    assert.ok(it.server.count(FEED) <= 8, `${it.server.count(FEED)} requests`);
    assert.deepEqual(await it.look(), [FALLBACK]);
    await it.assertSilent();
  });

  // Elements that leave.
  for (const src of [SCRIPT, ALL])
    for (const [name, response] of Object.entries({
      'is under way': undefined,
      'was 500': 500,
      hangs: {fault: 'hang'},
      'was no JSON': 'nonsense',
    }))
      test(`${fileName(src)}: the element leaves while its feed ${name}; a later one is shown`, async (t) => {
        const {until, open} = gate();
        const it = await visit(t, {head: tag(src), answer: atFirst(isFeed, response ?? {until}), hurry: true});
        await it.until(
          async () => it.server.count(FEED) === 1 && (await it.run(() => !!customElements.get('solidarity-counter'))),
        );
        if (name.startsWith('was')) await it.until(async () => (await it.reasons()).length > 0);
        await it.run(() => document.querySelector('solidarity-counter').remove());
        await pause(50);
        open();
        await it.quiet();
        const before = (await it.reasons()).length;
        await it.run((text) => document.body.insertAdjacentHTML('beforeend', text), COUNTER);
        await it.shows(NUMBER);
        assert.equal((await it.reasons()).length, before);
        await it.assertSilent();
      });

  test('an element that leaves before its code is there, and a later one', async (t) => {
    const {until, open} = gate();
    const it = await visit(t, {answer: (path) => (path.includes('/core-') ? {until} : undefined), streaming: true});
    await it.until(async () => it.server.count('/chunks/core') === 1);
    // The page may be navigating: the server knows of its requests before the browser's driver.
    await it.until(() =>
      it.run(() => {
        const element = document.querySelector('solidarity-counter');
        element?.remove();
        return !!element;
      }),
    );
    open();
    await it.quiet();
    await it.run((text) => document.body.insertAdjacentHTML('beforeend', text), COUNTER);
    await it.shows(NUMBER);
    await it.assertSilent();
  });

  test('an element that moves while its feed is loading is shown, with one request', async (t) => {
    const {until, open} = gate();
    const it = await visit(t, {
      body: `<main></main>${COUNTER}`,
      answer: (path) => (path === FEED ? {until} : undefined),
    });
    await it.until(
      async () => it.server.count(FEED) === 1 && (await it.run(() => !!customElements.get('solidarity-counter'))),
    );
    for (let i = 0; i < 3; i++)
      await it.run(() => document.querySelector('main').prepend(document.querySelector('solidarity-counter')));
    open();
    await it.shows(NUMBER);
    assert.equal(it.server.count(FEED), 1);
    await it.assertSilent();
  });

  for (const file of ['/core-', 'solidarity.all'])
    test(`the feed answers at once, the code (${file}) after eleven seconds: shown`, async (t) => {
      const it = await visit(t, {
        head: file === '/core-' ? tag() : tag() + tag(ALL),
        answer: (path) => (path.includes('/core-') || path.includes(file) ? {delay: 1200} : undefined),
        hurry: true,
      });
      await it.shows(NUMBER);
      assert.deepEqual(await it.reasons(), []);
      assert.equal(it.server.count(FEED), file === '/core-' ? 1 : it.server.count(FEED));
      await it.assertSilent();
    });

  test('the code after eleven seconds, and a feed that has failed: reason, then shown', async (t) => {
    const it = await visit(t, {
      answer: (path, nth) => (path.includes('/core-') ? {delay: 1200} : path === FEED && nth === 1 ? 500 : undefined),
      hurry: true,
    });
    await it.until(async () => (await it.reasons()).join() === 'http');
    await it.fire('focus');
    await it.shows(NUMBER);
    await it.assertSilent();
  });

  test('two feeds: one that fails takes nothing from the other, and comes back', async (t) => {
    const it = await visit(t, {
      body: counter('src="/a.json"') + counter('src="/b.json"') + COUNTER,
      pages: {'/a.json': feed(55), '/b.json': feed(66)},
      answer: atFirst(/^\/a\.json/, 502),
      hurry: true,
    });
    await it.shows([FALLBACK, '66', NUMBER]);
    await it.fire('focus');
    await it.shows(['55', '66', NUMBER]);
    for (const path of ['/b.json', FEED]) assert.equal(it.server.count(path), 1);
    await it.assertSilent();
  });

  test('ten elements, and ten that come later, are one request', async (t) => {
    const it = await visit(t, {body: COUNTER.repeat(10)});
    await it.shows(NUMBER);
    await it.run((text) => document.body.insertAdjacentHTML('beforeend', text), COUNTER.repeat(10));
    await it.shows(Array(20).fill(NUMBER));
    await it.quiet();
    assert.equal(it.server.count(FEED), 1);
    await it.assertSilent();
  });

  // Inline feeds, and pages that are still coming.
  const streamed = (...parts) =>
    async function* () {
      for (const part of parts) {
        yield part;
        if (part !== parts.at(-1)) await pause(150);
      }
    };
  const INLINE = feed(55);
  const [head, end] = [
    `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">`,
    '<p>The end',
  ];
  for (const src of [SCRIPT, ALL])
    for (const [name, parts, shows, reasons = []] of [
      ['below the element', [counter('src="#mine"'), json('mine', INLINE) + end], '55'],
      [
        'in two halves',
        [counter('src="#mine"') + json('mine', INLINE).slice(0, 200), json('mine', INLINE).slice(200) + end],
        '55',
      ],
      [
        'in two halves, before the element',
        [json('mine', INLINE).slice(0, 200), json('mine', INLINE).slice(200) + counter('src="#mine"'), end],
        '55',
      ],
      ['far below', [counter('src="#mine"'), '<p>1', '<p>2', json('mine', INLINE), end], '55'],
      ['never', [counter('src="#mine"'), '<p>1', end], FALLBACK, 'no-source|not-json'],
      ['as half of it', [counter('src="#mine"'), json('mine', INLINE.slice(0, 200)), end], FALLBACK, 'not-json'],
    ])
      test(`${fileName(src)}, the page is still coming: an inline feed ${name}`, async (t) => {
        const it = await visit(t, {
          page: {body: {[Symbol.asyncIterator]: streamed(`${head}${tag(src)}<body>`, ...parts)}},
          streaming: true,
        });
        await it.until(() =>
          it.run(() => document.readyState === 'complete' && document.body.textContent.includes('The end')),
        );
        await it.quiet();
        await it.shows(shows);
        const expected = new RegExp(`^(${[reasons].flat().join('')})$`);
        await it.until(async () => expected.test((await it.reasons()).join()));
        assert.equal(it.server.count(FEED), 0);
        await it.assertSilent();
      });

  for (const src of [SCRIPT, ALL])
    test(`${fileName(src)}, the page is still coming: a snapshot far below, and a feed that fails`, async (t) => {
      const it = await visit(t, {
        page: {
          body: {
            [Symbol.asyncIterator]: streamed(
              `${head}${tag(src, 'data-snapshot="#mine"')}<body>${COUNTER}`,
              '<p>1',
              json('mine', INLINE),
              end,
            ),
          },
        },
        answer: (path) => (path === FEED ? 503 : undefined),
        streaming: true,
      });
      await it.shows('55');
      await it.quiet();
      assert.deepEqual(await it.reasons(), []);
      await it.assertSilent();
    });

  test('an inline feed of a huge serial does not keep the feed out', (t) =>
    check(t, {
      head: json('mine', feed(55, {serial: 2 ** 53 - 1, id: 'feed-of-777'})) + tag(),
      body: counter('src="#mine"') + COUNTER,
      shows: ['55', NUMBER],
    }));

  for (const type of ['text/plain', 'application/ld+json', 'module', '', 'text/x-template'])
    test(`a script of type "${type}" is no inline feed`, (t) =>
      check(t, {
        body:
          json('mine', `(${INLINE})`, type).replace(
            />\((.*)\)<\/script>/s,
            type === '' || type === 'module' ? '></script>' : '>$1</script>',
          ) + counter('src="#mine"'),
        shows: FALLBACK,
        reasons: 'any',
      }));

  test('an inline feed that is changed, or put into the page later', async (t) => {
    const it = await visit(t, {body: counter('src="#mine"')});
    await it.until(async () => (await it.reasons()).length === 1);
    await it.run((text) => {
      const script = document.createElement('script');
      script.type = 'application/json';
      script.id = 'mine';
      script.textContent = text;
      document.body.append(script);
      const next = document.createElement('solidarity-counter');
      next.setAttribute('src', '#mine');
      document.body.append(next);
    }, INLINE);
    await it.until(async () => (await it.look()).includes('55'));
    await it.assertSilent();
  });

  // Locales.
  const isBelarusian = /\/chunks\/be(\.all)?-\w{8}\.json$/;
  const locale = readFileSync(
    `dist/chunks/${readdirSync('dist/chunks').find((name) => /^be-\w{8}\.json$/.test(name))}`,
  );
  const inBelarusian = `<div lang="be">${COUNTER}</div>`;
  for (const src of [SCRIPT, ALL]) {
    for (const [name, response] of Object.entries({
      503: 503,
      404: 404,
      'a page of the network’s': {body: '<!doctype html><h1>Sign in</h1>', type: 'text/html'},
      nothing: {body: ''},
      'half of it': {body: locale.subarray(0, 500)},
      'another JSON': {body: '{"error": "maintenance"}'},
      null: {body: 'null'},
      'a connection that ends': {fault: 'reset'},
      'no answer': {fault: 'hang'},
      'half an answer': {body: locale, fault: 'stall'},
    }))
      test(`${fileName(src)}: the locale answers with ${name} once: English, other languages at once, Belarusian later`, async (t) => {
        let isBroken = true;
        const it = await visit(t, {
          head: tag(src),
          body: `${inBelarusian}<div lang="de">${COUNTER}</div>${COUNTER}`,
          answer: (path) => (isBroken && isBelarusian.test(path) ? response : undefined),
          hurry: true,
        });
        await it.until(async () => /Menschen/.test(await wordsOf(it, 1)) && /people/.test(await wordsOf(it, 2)));
        await it.until(
          async () => /at least 777 people/i.test(await wordsOf(it)),
          async () => `English, not: ${await wordsOf(it)}`,
        );
        assert.deepEqual(await it.reasons(), []);
        isBroken = false;
        await it.until(
          async () => {
            await it.fire('online');
            return /чалавек/.test(await wordsOf(it));
          },
          async () => `Belarusian, not: ${await wordsOf(it)}`,
        );
        assert.deepEqual(await it.look(), [NUMBER, NUMBER, NUMBER]);
        await it.assertSilent(/integrity|digest/);
      });

    test(`${fileName(src)}: a slow locale: English after a while, Belarusian when it is there`, async (t) => {
      const {until, open} = gate();
      const it = await visit(t, {
        head: tag(src),
        body: inBelarusian,
        answer: (path) => (isBelarusian.test(path) ? {until} : undefined),
        hurry: true,
      });
      await it.until(async () => /people/.test(await wordsOf(it)));
      open();
      await it.until(async () => /чалавек/.test(await wordsOf(it)));
      await it.assertSilent();
    });
  }

  test('a locale that is asked for again by a later element after a failure', async (t) => {
    const it = await visit(t, {body: inBelarusian, answer: atFirst(isBelarusian, 503, 2), hurry: true});
    await it.until(async () => /people/.test(await wordsOf(it)));
    await it.until(async () => {
      await it.run((text) => document.body.insertAdjacentHTML('beforeend', text), inBelarusian);
      return /чалавек/.test(await wordsOf(it));
    });
    await it.assertSilent();
  });

  // What is loaded when it is needed: what is shown stays until the new is complete.
  const history = [
    {date: '2026-01-01', value: 700, source: {name: 'Test'}},
    {date: '2026-06-01', value: 740, source: {name: 'Test'}},
  ];
  const rich = feed(Number(NUMBER), {figures: [{...figure(Number(NUMBER)), history}], corrections: [correction]});
  const isExtra = (path) => path.includes('/chunks/') && path.endsWith('.js') && !/\/core-|template-element/.test(path);
  const watchNumber = () => {
    window.gaps = [];
    const look = () => {
      const root = document.querySelector('solidarity-counter').shadowRoot;
      const text = root?.querySelector('[part~=count]')?.textContent;
      if (text !== '777') gaps.push(text ?? root?.innerHTML);
      requestAnimationFrame(look);
    };
    look();
  };
  for (const attribute of ['trend', 'change', 'count-up', 'refresh="600"'])
    test(`${attribute} is set on an element that shows its number, its module is slow, then fails: the number stays`, async (t) => {
      for (const response of [{delay: 300}, 503, {fault: 'hang'}]) {
        const it = await visit(t, {pages: {[FEED]: rich}, answer: (path) => (isExtra(path) ? response : undefined)});
        await it.shows(NUMBER);
        await it.run(watchNumber);
        await it.run((text) => {
          const [name, value = ''] = text.replaceAll('"', '').split('=');
          document.querySelector('solidarity-counter').setAttribute(name, value);
        }, attribute);
        await pause(400);
        await it.quiet();
        assert.deepEqual(await it.run(() => [...new Set(gaps)]), []);
        await it.shows(NUMBER);
        await it.assertSilent();
      }
    });

  for (const attributes of ['', 'trend', 'change', 'trend change count-up'])
    test(`a feed with a correction, ${attributes || 'a plain counter'}: the number waits for no module`, async (t) => {
      for (const response of [503, {fault: 'hang'}]) {
        const it = await visit(t, {
          body: counter(attributes),
          pages: {[FEED]: rich},
          answer: (path) => (isExtra(path) ? response : undefined),
          hurry: true,
          streaming: true,
        });
        await it.shows(/^\d+$/);
        await it.shows(NUMBER);
        await it.assertSilent();
      }
    });

  // Pages that sleep, and come back.
  test('the page comes back from the back-forward cache: the number is there, nothing is asked for again', async (t) => {
    const it = await visit(t, {pages: {'/other.html': html('<p>Other')}});
    await it.shows(NUMBER);
    await it.run(() => addEventListener('pageshow', ({persisted}) => (window.persisted = persisted)));
    await it.tab.goto(`${it.server.origin}/other.html`);
    it.isReusable = false;
    await it.run(() => history.back());
    await it.shows(NUMBER);
    if (await it.run(() => window.persisted)) assert.equal(it.server.count(FEED), 1);
    await it.assertSilent();
  });

  test('the page comes back from the back-forward cache after its feed had failed: it is asked again', async (t) => {
    const it = await visit(t, {pages: {'/other.html': html('<p>Other')}, answer: atFirst(isFeed, 503)});
    await it.until(async () => (await it.reasons()).length > 0);
    await it.tab.goto(`${it.server.origin}/other.html`);
    it.isReusable = false;
    await it.run(() => history.back());
    await it.shows(NUMBER);
    await it.assertSilent();
  });

  test('the reader goes back to a page that is loaded again after its feed had failed: it is asked again', async (t) => {
    const failed = atFirst(isFeed, 503);
    const isPage = /page\.html$/;
    const it = await visit(t, {
      pages: {'/other.html': html('<p>Other')},
      // Without the back-forward cache. Firefox then takes the failure from its HTTP cache.
      answer: (path) => (isPage.test(path) ? {headers: {'cache-control': 'no-store'}} : failed(path)),
    });
    await it.until(async () => (await it.reasons()).length > 0);
    await it.tab.goto(`${it.server.origin}/other.html`);
    it.isReusable = false;
    await it.run(() => history.back());
    await it.shows(NUMBER);
    assert.equal(it.server.count(FEED), 2);
    await it.assertSilent();
  });

  test('the page leaves while everything is loading, and comes back', async (t) => {
    const it = await visit(t, {
      pages: {'/other.html': html('<p>Other')},
      answer: (path, nth) => (path === FEED && nth === 1 ? {fault: 'hang'} : undefined),
      hurry: true,
    });
    await it.until(async () => it.server.count(FEED) === 1);
    await it.tab.goto(`${it.server.origin}/other.html`);
    it.isReusable = false;
    await it.run(() => history.back());
    await it.until(async () => {
      await it.fire('pageshow');
      return (await it.look()).join() === NUMBER;
    });
    await it.assertSilent(/abort/i);
  });

  if (engine === 'chromium')
    test('a page that was frozen while its feed was loading', async (t) => {
      const {until, open} = gate();
      const it = await visit(t, {answer: (path) => (path === FEED ? {until} : undefined)});
      await it.until(async () => it.server.count(FEED) === 1);
      it.isReusable = false;
      const session = await it.tab.createCDPSession();
      await session.send('Page.setWebLifecycleState', {state: 'frozen'});
      open();
      await pause(200);
      await session.send('Page.setWebLifecycleState', {state: 'active'});
      await session.detach();
      await it.shows(NUMBER);
      assert.deepEqual(await it.reasons(), []);
      await it.assertSilent();
    });

  // Text that takes long to check.
  for (const [name, changes] of Object.entries({
    'an address of 120,000 characters': {source: {name: 'Test', url: `https://${'a.'.repeat(60_000)} `}},
    'an address of hyphens': {source: {name: 'Test', url: `https://${'-'.repeat(120_000)}.`}},
    'a title of spaces': {title: ' '.repeat(120_000)},
    'a title of spaces, and a letter': {title: `${' '.repeat(120_000)}a`},
    'a date of digits': {asOf: '2'.repeat(120_000)},
    'a language of hyphens': {title: {[`${'a-'.repeat(60_000)}!`]: 'Title'}},
    'an id of hyphens': {id: `${'a-'.repeat(60_000)}!`},
    'a name of marks': {source: {name: '\u0301'.repeat(120_000)}},
  }))
    test(`a feed with ${name}: the page goes on`, async (t) => {
      const it = await check(t, {
        pages: {[FEED]: feed(1, {figures: [{...figure(1), ...changes}]})},
        body: `${COUNTER}${inline('window.ticks = 0; setInterval(() => ticks++, 10)')}`,
        shows: new Set([FALLBACK, '1']),
        reasons: 'any',
      });
      assert.ok((await it.run(() => ticks)) > 0);
    });
});
