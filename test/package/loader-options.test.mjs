// What the script is asked for: feed, keys, serial and snapshot, by attributes or in its address, once or many times.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {test} from 'node:test';
import {feed} from '../support/page-feed.mjs';
import {signer} from '../support/sign.mjs';
import {site} from '../support/site.mjs';
import {ALL, COUNTER, FALLBACK, gate, html, inEngines, NUMBER, SCRIPT, tag} from '../support/visit.mjs';

const inline = (js) => `<script>${js}</script>`;
const json = (id, body, type = 'application/json') => `<script type="${type}" id="${id}">${body}</script>`;
const counter = (attributes = '') => `<solidarity-counter ${attributes}>${FALLBACK}</solidarity-counter>`;
const fileName = (src) => src.slice(src.lastIndexOf('/') + 1);
const [daily, next, stranger] = [signer(), signer(), signer()];

/** Other feeds: unsigned, and signed by two keys. */
const FEEDS = {
  '/other.json': feed(55),
  '/third.json': feed(66),
  '/daily.signed': daily.seal(feed(101)),
  '/next.signed': next.seal(feed(102)),
  '/stranger.signed': stranger.seal(feed(103)),
  '/tampered.signed': Buffer.from(daily.seal(feed(101)).toString().replace('"value":101', '"value":102')),
};

/** A tag as a tag manager makes it: all that survives is the address. */
const managed = (address) =>
  inline(`const script = document.createElement('script'); script.src = '${address}'; script.async = true;
    document.head.append(script)`);

/** Puts another tag into a page that runs. */
const addTag = (it, html) =>
  it.run((text) => {
    const {firstChild} = document.createRange().createContextualFragment(text);
    document.head.append(firstChild);
  }, html);

inEngines(({engine, visit, check}) => {
  for (const src of [SCRIPT, ALL]) {
    const name = fileName(src);

    // Which feed.
    for (const [what, address] of Object.entries({
      'a path': '/other.json',
      'a relative path': 'other.json',
      'a path with dots': './x/../other.json',
      'a path with spaces around it': '  /other.json\n',
      'a path with a query': '/other.json?day=1',
      'a path with a fragment': '/other.json#latest',
      'an encoded path': '/oth%65r.json',
    }))
      test(`${name} data-feed: ${what}`, (t) =>
        check(t, {
          head: tag(src, `data-feed="${address}"`),
          pages: FEEDS,
          shows: '55',
          requests: {'/other.json': 1, '/dist/feed.json': 0},
        }));

    test(`${name} data-feed: a whole address, and one without its scheme`, async (t) => {
      const other = await site({pages: FEEDS});
      t.after(() => other.close());
      for (const origin of [other.origin, other.origin.replace('http:', ''), other.origin.replace('http:', 'HTTP:')])
        await check(t, {head: tag(src, `data-feed="${origin}/other.json"`), shows: '55'});
    });

    test(`${name} data-feed: resolved against the page, not the script`, (t) =>
      check(t, {
        path: '/news/today/page.html',
        head: tag(src, 'data-feed="../feed.json"'),
        pages: {'/news/feed.json': feed(55)},
        shows: '55',
        requests: {'/news/feed.json': 1, '/dist/feed.json': 0},
      }));

    test(`${name} data-feed: a data: address`, (t) =>
      check(t, {
        head: tag(src, `data-feed="data:application/json;base64,${Buffer.from(feed(55)).toString('base64')}"`),
        shows: '55',
        requests: {'/dist/feed.json': 0},
      }));

    test(`${name} data-feed: an inline feed`, (t) =>
      check(t, {
        head: json('mine', feed(55)) + tag(src, 'data-feed="#mine"'),
        shows: '55',
        requests: {'/dist/feed.json': 0},
      }));

    test(`${name}: spaces around a source do not count, and spaces alone are none`, (t) =>
      check(t, {
        head: json('mine', feed(55)) + tag(src),
        body: counter('src=" #mine"') + counter('src=" /other.json\n"') + counter('src=" "'),
        pages: {'/other.json': feed(66)},
        shows: ['55', '66', NUMBER],
        requests: {'/page.html': 1, '/other.json': 1, '/dist/feed.json': 1},
      }));

    test(`${name}: an inline feed in the shadow root of its element, before one of the document`, (t) =>
      check(t, {
        head: json('mine', feed(55)) + json('other', feed(66)) + tag(src, 'data-define="counter"'),
        body: `<div></div>${inline(`document.querySelector('div').attachShadow({mode: 'open'}).innerHTML =
          ${JSON.stringify(json('mine', feed(77)) + counter('src="#mine"') + counter('src="#other"')).replaceAll('</script', '<\\/script')}`)}${counter('src="#mine"')}`,
        shows: ['77', '66', '55'],
      }));

    for (const address of [
      'javascript:document.title=1',
      'ftp://127.0.0.1/feed.json',
      'file:///etc/passwd',
      'about:blank',
      'https://a:b@127.0.0.1/feed.json',
    ])
      test(`${name} data-feed="${address}": fails like a request`, async (t) => {
        const it = await check(t, {
          head: tag(src, `data-feed="${address}"`),
          shows: FALLBACK,
          reasons: 'any',
          notes: /Fetch API cannot load|URL scheme|security|Cross-Origin|Not allowed to load/i,
          requests: {'/dist/feed.json': 0},
        });
        assert.match((await it.reasons()).join(), /^(network|not-json|http|no-source)$/);
        assert.equal(await it.run(() => document.title), 'Test');
      });

    for (const [what, head] of [
      ['data-feed', tag(src, 'data-feed="other.json"')],
      ['the feed in the address', managed(`${src}#feed=other.json`)],
    ])
      test(`${name}: ${what} is that of the page that named it, also after another page of the application`, async (t) => {
        const {until, open} = gate();
        const it = await visit(t, {
          path: '/first/page.html',
          head,
          body: '<main></main>',
          pages: {'/first/other.json': feed(55), '/second/other.json': feed(66)},
          answer: (path) => (path.includes('/core') ? {until} : undefined),
          streaming: true,
        });
        await it.until(() => it.server.count(src) === 1);
        await it.quiet();
        await it.run((body) => (document.querySelector('main').innerHTML = body), counter());
        if (src === SCRIPT) await it.until(() => it.server.count('/core') === 1);
        await it.run(() => history.pushState(0, '', '/second/page.html'));
        open();
        await it.shows('55');
        assert.equal(it.server.count('/second/other.json'), 0);
        await it.assertSilent();
      });

    test(`${name}: an empty data-feed is none`, (t) =>
      check(t, {head: tag(src, 'data-feed=""'), requests: {'/dist/feed.json': 1}}));

    test(`${name}: spellings of one address are one feed`, (t) =>
      check(t, {
        head: tag(src, 'data-feed="other.json"'),
        body: ['', 'src="/other.json"', 'src="./other.json"', 'src=" other.json"', 'src="x/../other.json"']
          .map(counter)
          .join(''),
        pages: FEEDS,
        shows: Array(5).fill('55'),
        requests: {'/other.json': 1},
      }));

    // Other tools' attributes.
    for (const [tool, head] of Object.entries({
      Klaro: `<script type="text/plain" data-type="application/javascript" data-name="solidarity" data-src="${src}"></script>`,
      'cookieconsent v3': `<script type="text/plain" data-category="functional" data-src="${src}"></script>`,
      LiteSpeed: `<script type="litespeed/javascript" data-src="${src}"></script>`,
    }))
      for (const own of ['', 'data-feed="/other.json"'])
        test(`${name} by ${tool}, which names it in data-src${own && ', with a feed of its own'}`, (t) =>
          check(t, {
            head:
              head.replace('data-src', `${own} data-src`) +
              inline(`addEventListener('load', () => {
                const held = document.querySelector('script[type]');
                const live = document.createElement('script');
                for (const {name, value} of held.attributes) if (name !== 'type') live.setAttribute(name, value);
                live.src = held.dataset.src;
                held.replaceWith(live);
              })`),
            pages: FEEDS,
            shows: own ? '55' : NUMBER,
            requests: {'/dist/feed.json': own ? 0 : 1, '/other.json': own ? 1 : 0, [src]: 1},
          }));

    // In the address.
    for (const [what, address] of Object.entries({
      'a feed': '#feed=/other.json',
      'a feed, encoded': '#feed=%2Fother.json',
      'a feed after others': '#utm=1&feed=/other.json&x',
      'a feed after a query': '?ver=1#feed=/other.json',
    }))
      test(`${name}, options in its address: ${what}`, (t) =>
        check(t, {head: managed(src + address), pages: FEEDS, shows: '55', requests: {'/dist/feed.json': 0}}));

    for (const address of [
      '#',
      '#feed=',
      '#feed',
      '#%',
      '#%E0%A4%A',
      '#&&==',
      '#top',
      '#constructor=1&__proto__=2&toString=3',
    ])
      test(`${name}, options in its address: ${address} says nothing`, (t) =>
        check(t, {head: managed(src + address), requests: {'/dist/feed.json': 1}}));

    test(`${name}: an attribute wins over the address`, (t) =>
      check(t, {
        head: tag(`${src}#feed=/third.json&serial=99`, 'data-feed="/other.json" data-serial="5"'),
        pages: FEEDS,
        shows: '55',
        requests: {'/third.json': 0, '/dist/feed.json': 0},
      }));

    // Keys.
    const keyed = (keys, more = '') => tag(src, `data-feed="/daily.signed" data-key="${keys}" ${more}`);
    for (const [what, keys] of Object.entries({
      'one key': daily.key,
      'two keys': `${next.key} ${daily.key}`,
      'keys on lines of their own': `\n  ${daily.key}\n\t${next.key}\n`,
      'a key beside junk': `nonsense ${daily.key} =`,
    }))
      test(`${name} data-key: ${what}`, (t) => check(t, {head: keyed(keys), pages: FEEDS, shows: '101'}));

    test(`${name}: the key in its address`, (t) =>
      check(t, {
        head: managed(`${src}#feed=/daily.signed&key=${next.key}%20${daily.key}`),
        pages: FEEDS,
        shows: '101',
      }));

    test(`${name}: the key in its address, spaces as in a form`, (t) =>
      check(t, {head: managed(`${src}#key=${next.key}+${daily.key}&feed=/daily.signed`), pages: FEEDS, shows: '101'}));

    for (const [what, head] of Object.entries({
      'an unsigned feed': tag(src, `data-key="${daily.key}"`),
      'an unsigned feed, the key in the address': managed(`${src}#key=${daily.key}`),
      'a feed of another key': keyed(next.key),
      'a feed that was changed': tag(src, `data-feed="/tampered.signed" data-key="${daily.key}"`),
      'any feed with an empty list of keys': keyed(''),
      'any feed with a blank list of keys': keyed(' \n'),
      'any feed with a key that is none': keyed('nonsense'),
      'any feed with half a key': keyed(daily.key.slice(1)),
      'any feed with an empty key in the address': managed(`${src}#key=&feed=/daily.signed`),
      'any feed with a key without a value in the address': managed(`${src}#key&feed=/daily.signed`),
      'a feed of the key in the address where the attribute names another': tag(
        `${src}#key=${daily.key}`,
        `data-feed="/daily.signed" data-key="${next.key}"`,
      ),
    }))
      test(`${name} with keys refuses ${what}`, (t) =>
        check(t, {head, pages: FEEDS, shows: FALLBACK, reasons: ['signature']}));

    test(`${name} with keys refuses unsigned feeds of other addresses, and shows signed and inline ones`, (t) =>
      check(t, {
        head: json('mine', feed(66)) + keyed(daily.key),
        body: ['', 'src="/other.json"', 'src="/next.signed"', 'src="/daily.signed?again"', 'src="#mine"']
          .map(counter)
          .join(''),
        pages: FEEDS,
        shows: ['101', FALLBACK, FALLBACK, '101', '66'],
        reasons: ['signature', 'signature'],
      }));

    test(`${name}: keys of a second tag count, wherever it stands`, async (t) => {
      for (const head of [
        tag(src) + tag(src, `data-key="${daily.key}"`),
        tag(src, `data-key="${daily.key}"`) + tag(src),
      ])
        await check(t, {head, shows: FALLBACK, reasons: 'any'});
    });

    // One unsigned feed, and a key that some tag names: wherever it is, nothing unsigned is shown.
    const module = (address, attributes = '') => `<script type="module" src="${address}" ${attributes}></script>`;
    const key = `data-key="${daily.key}"`;
    const inShadow = (content) => ({
      head: '',
      body: `${COUNTER}<div><template shadowrootmode="open"><p></p><div><template shadowrootmode="open">${content}</template></div></template></div>`,
    });
    for (const [what, given] of Object.entries({
      'behind another # in the address': {head: managed(`${src}#snapshot=#figs&key=${daily.key}`)},
      'on the second of two modules': {head: module(src) + module(src, key)},
      'on the first of two modules': {head: module(src, key) + module(src)},
      'in the address of the second of two modules': {head: module(src) + module(`${src}#key=${daily.key}`)},
      'on a module, beside import()': {head: module(`${src}?1`, key) + inline(`import('${src}')`)},
      'in the address of import(), beside a tag': {
        head: `<script defer src="${src}"></script>${inline(`import('${src}#key=${daily.key}')`)}`,
      },
      'on a tag in a shadow root': inShadow(`<script src="${src}" ${key}></script>`),
      'in the address of a tag in a shadow root': inShadow(`<script src="${src}#key=${daily.key}"></script>`),
      'on a module in a shadow root, where a form has fields that are named like members': {
        ...inShadow(module(src, key)),
        head: '<form><input name="shadowRoot"><input name="shadowRoot"><input name="localName"></form>',
      },
    }))
      test(`${name}: a key ${what}`, (t) => check(t, {...given, shows: FALLBACK, reasons: ['signature']}));

    const other = src === SCRIPT ? ALL : SCRIPT;
    const renamed = (path) => path.replace(/(\.all)?\.js$/, '$1-1.2.js');
    const versions = Object.fromEntries(
      [src, other].map((path) => [renamed(path), {body: readFileSync(`.${path}`), type: 'text/javascript'}]),
    );
    for (const [what, next] of Object.entries({
      'the other file': other,
      'another version': renamed(src),
      'another version of the other file': renamed(other),
    }))
      test(`${name}, then ${what} with keys: the unsigned number goes away`, async (t) => {
        const it = await check(t, {head: tag(src), pages: versions});
        await addTag(it, tag(next, key));
        await it.shows(FALLBACK);
        await it.assertSilent();
      });

    test(`${name} with keys, then the other file without: what that defines is held to them`, async (t) => {
      const it = await check(t, {head: tag(src, key), body: '', pages: versions, shows: [], reasons: []});
      await addTag(it, tag(other));
      await it.quiet();
      await it.run((html) => document.body.insertAdjacentHTML('beforeend', html), COUNTER);
      await it.until(async () => (await it.reasons()).length);
      assert.deepEqual(await it.reasons(), ['signature']);
      await it.shows(FALLBACK);
    });

    test(`${name}: keys of a tag that is written after document.open()`, async (t) => {
      const it = await check(t, {head: tag(src)});
      await it.run(
        (page) => {
          document.open();
          document.write(page);
          document.close();
        },
        html(COUNTER, tag(src, key)),
      );
      await it.shows(FALLBACK);
      await it.assertSilent();
    });

    test(`${name} in a page that is prerendered requests nothing before its reader comes`, async (t) => {
      const it = await visit(t, {
        head: '<script type="speculationrules">{"prerender": [{"urls": ["/next.html"], "eagerness": "immediate"}]}</script>',
        body: '',
        pages: {'/next.html': html(COUNTER, tag(src))},
      });
      it.isReusable = false;
      if (engine === 'chromium') {
        await it.until(() => Promise.resolve(it.server.count(src) === 1));
        await it.until(() => Promise.resolve(it.server.isQuiet(500)));
        assert.deepEqual(it.server.paths(), ['/page.html', '/next.html', src]);
      }
      await it.run(() => void (location.href = '/next.html'));
      await it.until(() => Promise.resolve(it.server.count('/dist/feed.json') === 1));
      assert.equal(it.server.count('/next.html'), 1);
    });

    test(`${name}: a later tag cannot take keys back, or add one`, async (t) => {
      const feedTag = (keys) => tag(src, `data-feed="/next.signed" ${keys === undefined ? '' : `data-key="${keys}"`}`);
      const it = await check(t, {head: feedTag(daily.key), pages: FEEDS, shows: FALLBACK, reasons: ['signature']});
      for (const keys of [undefined, next.key, `${daily.key} ${next.key}`, '']) {
        await addTag(it, feedTag(keys));
        await it.quiet();
        await it.run((html) => document.body.insertAdjacentHTML('beforeend', html), counter());
        await it.quiet();
        assert.deepEqual(new Set(await it.look()), new Set([FALLBACK]), String(keys));
      }
      await it.assertSilent();
    });

    test(`${name}: a tag with keys that comes when the number is there takes the unsigned number away`, async (t) => {
      const it = await check(t, {head: tag(src)});
      await addTag(it, tag(src, `data-key="${daily.key}"`));
      await it.shows(FALLBACK);
      await it.assertSilent();
    });

    test(`${name}: a tag with keys and a signed feed that comes later replaces the number`, async (t) => {
      const it = await check(t, {head: tag(src), pages: FEEDS});
      await addTag(it, keyed(daily.key));
      await it.shows('101');
      await it.assertSilent();
    });

    test(`${name}: each feed is held to its own keys`, (t) =>
      check(t, {
        head:
          tag(src, `data-feed="/daily.signed" data-key="${daily.key}"`) +
          `<script defer src="${src}" data-feed="/next.signed" data-key="${next.key}"></script>`,
        body: ['src="/daily.signed"', 'src="/next.signed"', 'src="/swapped/daily.signed"'].map(counter).join(''),
        pages: {...FEEDS, '/swapped/daily.signed': stranger.seal(feed(103))},
        shows: ['101', '102', FALLBACK],
        // Again if the second tag comes when the feed was refused: it may have brought a key.
        reasons: new Set(['signature']),
      }));

    test(`${name}: a publisher’s key does not open another publisher’s feed`, (t) =>
      check(t, {
        head:
          tag(src, `data-feed="/a.signed" data-key="${daily.key}"`) +
          `<script defer src="${src}" data-feed="/b.signed" data-key="${next.key}"></script>`,
        body: ['src="/a.signed"', 'src="/b.signed"'].map(counter).join(''),
        pages: {'/a.signed': next.seal(feed(102)), '/b.signed': daily.seal(feed(101))},
        shows: [FALLBACK, FALLBACK],
        reasons: new Set(['signature']),
      }));

    for (const [what, script] of Object.entries({
      'has no Ed25519': `SubtleCrypto.prototype.importKey = async () => { throw new DOMException('Ed25519', 'NotSupportedError') }`,
      'has no WebCrypto': `Object.defineProperty(crypto, 'subtle', {value: undefined})`,
      'has no crypto at all': `Object.defineProperty(window, 'crypto', {value: undefined})`,
    }))
      test(`${name} with keys in an engine that ${what}: reason no-crypto, and the snapshot stays`, async (t) => {
        await check(t, {
          head: inline(script) + keyed(daily.key),
          pages: FEEDS,
          shows: FALLBACK,
          reasons: ['no-crypto'],
        });
        await check(t, {
          head: inline(script) + json('snapshot', feed(66)) + keyed(daily.key, 'data-snapshot="#snapshot"'),
          pages: FEEDS,
          shows: '66',
        });
      });

    // Serials. Those of the feeds here are 5.
    for (const serial of ['0', '4', '5', '000005'])
      test(`${name} data-serial="${serial}" lets a feed of serial 5 in`, (t) =>
        check(t, {head: tag(src, `data-serial="${serial}"`)}));

    for (const serial of [
      '6',
      '9007199254740991',
      '99999999999999999999',
      'nr 12',
      '',
      ' ',
      '1e0',
      '-1',
      '1.5',
      '+3',
      '0x1',
      'NaN',
      'Infinity',
      'null',
      '٣',
      '1,2',
      '5 6',
      'latest',
    ])
      test(`${name} data-serial="${serial}" refuses a feed of serial 5`, (t) =>
        check(t, {head: tag(src, `data-serial="${serial}"`), shows: FALLBACK, reasons: ['rollback']}));

    test(`${name}: the serial in its address`, async (t) => {
      await check(t, {head: managed(`${src}#serial=6`), shows: FALLBACK, reasons: ['rollback']});
      await check(t, {head: managed(`${src}#serial=5`)});
      await check(t, {head: managed(`${src}#serial=`), shows: FALLBACK, reasons: ['rollback']});
    });

    test(`${name}: the highest serial of all its tags counts`, async (t) => {
      for (const serials of [
        ['6', '1'],
        ['1', '6'],
        ['6', ''],
        ['nr 12', '1'],
      ])
        await check(t, {
          head: serials.map((serial) => `<script defer src="${src}" data-serial="${serial}"></script>`).join(''),
          shows: FALLBACK,
          reasons: 'any',
        });
    });

    test(`${name}: a serial that comes when an older number is there takes it away`, async (t) => {
      const it = await check(t, {head: tag(src)});
      await addTag(it, tag(src, 'data-serial="6"'));
      await it.shows(FALLBACK);
      await it.assertSilent();
    });

    test(`${name}: a serial binds its own feed alone`, (t) =>
      check(t, {
        head: tag(src, 'data-feed="/other.json" data-serial="9"'),
        body: counter() + counter('src="/third.json"'),
        pages: FEEDS,
        shows: [FALLBACK, '66'],
        reasons: ['rollback'],
      }));

    // The snapshot.
    test(`${name}: the snapshot is there until the feed is`, async (t) => {
      const {until, open} = gate();
      const it = await visit(t, {
        head: json('snapshot', feed(66)) + tag(src, 'data-snapshot="#snapshot"'),
        answer: (path) => (path === '/dist/feed.json' ? {until} : undefined),
      });
      await it.shows('66');
      open();
      await it.shows(NUMBER);
      assert.deepEqual(await it.reasons(), []);
      await it.assertSilent();
    });

    for (const [what, head, shows] of [
      ['stays where the feed fails', json('snapshot', feed(66)) + tag(src, 'data-snapshot="#snapshot"'), '66'],
      ['in the address', json('snapshot', feed(66)) + managed(`${src}#snapshot=%23snapshot`), '66'],
      [
        'below the script',
        `<script defer src="${src}" data-snapshot="#snapshot"></script>${json('snapshot', feed(66))}`,
        '66',
      ],
      [
        'of another element’s id is none',
        `<div id="snapshot" hidden>${feed(66)}</div>` + tag(src, 'data-snapshot="#snapshot"'),
        FALLBACK,
      ],
      [
        'in a script that runs is none',
        tag(src, 'data-snapshot="#snapshot"') + json('snapshot', `(${feed(66)})`, 'text/plain'),
        FALLBACK,
      ],
      ['that is no JSON is none', json('snapshot', '{') + tag(src, 'data-snapshot="#snapshot"'), FALLBACK],
      ['that is not there is none', tag(src, 'data-snapshot="#snapshot"'), FALLBACK],
      ['without an id is none', tag(src, 'data-snapshot=""'), FALLBACK],
    ])
      test(`${name}, a snapshot: ${what}`, (t) =>
        check(t, {
          head,
          answer: (path) => (path === '/dist/feed.json' ? 503 : undefined),
          shows,
          reasons: shows === FALLBACK ? ['http'] : [],
        }));

    test(`${name}: a snapshot of a huge serial does not keep the feed out`, (t) =>
      check(t, {
        head:
          json('snapshot', feed(66, {serial: 2 ** 53 - 1, id: 'feed-of-777'})) + tag(src, 'data-snapshot="#snapshot"'),
      }));

    // Two publishers.
    const publishers = (first, second) => ({
      head: '',
      body:
        tag(src, `data-feed="${first}"`) +
        counter(`src="${first}"`) +
        tag(src, `data-feed="${second}"`) +
        counter(`src="${second}"`),
    });
    test(`${name}: two publishers’ snippets each show their own feed, in either order`, async (t) => {
      await check(t, {
        ...publishers('/other.json', '/third.json'),
        pages: FEEDS,
        shows: ['55', '66'],
        requests: {'/other.json': 1, '/third.json': 1, '/dist/feed.json': 0},
      });
      await check(t, {...publishers('/third.json', '/other.json'), pages: FEEDS, shows: ['66', '55']});
    });

    test(`${name}: two publishers with scripts of their own each show their own feed`, async (t) => {
      const other = await site({pages: {'/dist/feed.json': feed(55)}});
      t.after(() => other.close());
      const snippet = (origin) => tag(origin + src) + counter(`src="${origin}/dist/feed.json"`);
      for (const isFirst of [true, false]) {
        await check(t, {
          page: ({headers: {host}}) => {
            const both = [snippet(`http://${host}`), snippet(other.origin)];
            return html((isFirst ? both : both.reverse()).join(''));
          },
          shows: isFirst ? [NUMBER, '55'] : ['55', NUMBER],
        });
      }
    });

    test(`${name}: the last tag names the feed of elements that name none`, async (t) => {
      const it = await check(t, {
        head: `<script defer src="${src}" data-feed="/other.json"></script><script defer src="${src}" data-feed="/third.json"></script>`,
        body: COUNTER,
        pages: FEEDS,
        shows: '66',
      });
      await addTag(it, tag(src, 'data-feed="/other.json"'));
      await it.shows('55');
      await it.assertSilent();
    });

    // An attribute goes away: the default again.
    for (const [what, remove] of Object.entries({
      removeAttribute: (element) => element.removeAttribute('src'),
      'src=""': (element) => element.setAttribute('src', ''),
      'src = undefined': (element) => (element.src = undefined),
      'src = null': (element) => (element.src = null),
      "src = ''": (element) => (element.src = ''),
    }))
      test(`${name}: an element’s source goes away by ${what}: the script’s feed again`, async (t) => {
        const it = await check(t, {body: counter('src="/other.json"'), head: tag(src), pages: FEEDS, shows: '55'});
        await it.run(`(${remove})(document.querySelector('solidarity-counter'))`);
        await it.shows(NUMBER);
        assert.deepEqual(await it.reasons(), []);
        await it.assertSilent();
      });

    test(`${name}: an element’s source that goes away, or changes, while it loads`, async (t) => {
      const {until, open} = gate();
      const it = await visit(t, {
        head: tag(src),
        body: counter('src="/other.json"') + counter('src="/other.json"'),
        pages: FEEDS,
        answer: (path) => (path === '/other.json' ? {until} : undefined),
      });
      await it.until(async () => it.server.count('/other.json') === 1);
      await it.run(() => {
        const [first, second] = document.querySelectorAll('solidarity-counter');
        first.removeAttribute('src');
        second.setAttribute('src', '/third.json');
      });
      await it.shows([NUMBER, '66']);
      open();
      await it.quiet();
      await it.shows([NUMBER, '66']);
      assert.deepEqual(await it.reasons(), []);
      await it.assertSilent();
    });

    test(`${name}: other attributes that go away give the default again`, async (t) => {
      const it = await check(t, {
        body: counter('figure="women" lang="be" variant="inline" refresh="600"'),
        head: tag(src),
        shows: '33',
      });
      await it.run(() => {
        const element = document.querySelector('solidarity-counter');
        for (const name of ['figure', 'lang', 'variant', 'refresh']) element.removeAttribute(name);
      });
      await it.shows(NUMBER);
      const sentence = await it.run(
        () => document.querySelector('solidarity-counter').shadowRoot.querySelector('[part~=base]').textContent,
      );
      assert.match(sentence, /people/);
      await it.assertSilent();
    });

    test(`${name}: an empty source in the markup is none`, (t) =>
      check(t, {
        head: tag(src),
        body: counter('src=""') + counter('src') + counter(),
        shows: [NUMBER, NUMBER, NUMBER],
        requests: {'/dist/feed.json': 1, '/page.html': 1},
      }));

    // What leaves the page.
    test(`${name} with referrerpolicy sends no referrer, in four languages`, async (t) => {
      const it = await check(t, {
        head: tag(src, 'referrerpolicy="no-referrer"'),
        body:
          ['be', 'de', 'en'].map((lang) => `<div lang="${lang}">${COUNTER}</div>`).join('') +
          '<solidarity-ways></solidarity-ways>',
        shows: [NUMBER, NUMBER, NUMBER, /Write a letter/],
      });
      for (const {path, referer} of it.server.requests) assert.equal(referer, undefined, path);
    });
  }

  // Locales beside a pinned file.
  const {'solidarity.all.js': hash} = JSON.parse(readFileSync('dist/integrity.json', 'utf8'));
  const pinned = `<script async src="${ALL}" integrity="${hash}" crossorigin></script>`;
  const isBelarusian = /\/chunks\/be(\.all)?-\w{8}\.js(on)?$/;
  const words = (it) =>
    it.run(() => document.querySelector('solidarity-counter').shadowRoot.querySelector('[part~=base]').textContent);
  const locale = readdirSync('dist/chunks').find((name) => /^be-\w{8}\.js(on)?$/.test(name));
  const original = readFileSync(`dist/chunks/${locale}`, 'utf8');

  test('solidarity.all.js, pinned, speaks Belarusian where the locale is whole', async (t) => {
    const it = await check(t, {head: pinned, body: `<div lang="be">${COUNTER}</div>`});
    await it.until(async () => /чалавек/.test(await words(it)));
    await it.assertSilent();
  });

  for (const [what, body] of Object.entries({
    'other words': original.replaceAll('чалавек', 'злачынц'),
    'one byte more': `${original} `,
    code: 'window.pwned = true; export const locale = {tag: "be"}',
    'a page': '<!doctype html><script>window.pwned = true</script>',
    nothing: '',
  }))
    for (const tampered of [pinned, tag(SCRIPT)])
      test(`a locale that holds ${what}, beside ${tampered === pinned ? 'the pinned file' : 'solidarity.js'}: it does not run`, async (t) => {
        const it = await check(t, {
          head: tampered,
          body: `<div lang="be">${COUNTER}</div>`,
          answer: (path) => (isBelarusian.test(path) ? {body} : undefined),
          notes: /integrity|digest|MIME|SyntaxError/i,
        });
        assert.equal(await it.run(() => window.pwned), undefined);
        if (tampered === pinned) assert.doesNotMatch(await words(it), /злачынц|чалавек/);
        if (tampered === pinned) assert.match(await words(it), /at least 777 people/i);
      });

  test('markup in a locale stays text', async (t) => {
    const it = await check(t, {
      head: tag(SCRIPT),
      body: `<div lang="be">${COUNTER}</div>`,
      answer: (path) =>
        isBelarusian.test(path)
          ? {body: original.replaceAll('чалавек', '<img src=x onerror=window.pwned=1>')}
          : undefined,
    });
    assert.equal(
      await it.run(() => document.querySelector('solidarity-counter').shadowRoot.querySelectorAll('img').length),
      0,
    );
    assert.equal(await it.run(() => window.pwned), undefined);
    assert.ok(engine);
  });
});

// The tags that we tell people to paste.
const documents = [
  'README.md',
  ...['demo', 'stories'].flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`)),
];
for (const path of documents.filter((path) => /\.(md|mdx|html)$/.test(path))) {
  const tags = readFileSync(path, 'utf8').match(/<script[^>]*solidarity(\.all)?\.js"[^>]*>/g) ?? [];
  if (tags.length)
    test(`${path}: each script tag sends no referrer`, () => {
      for (const text of tags) assert.match(text, /referrerpolicy="no-referrer"/, text);
    });
}
