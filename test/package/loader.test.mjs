// The loader: every way in which pages run a script, and what happens when its parts cannot be loaded.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {feed} from '../support/page-feed.mjs';
import {signer} from '../support/sign.mjs';
import {site} from '../support/site.mjs';
import {
  ALL,
  atFirst,
  COUNTER,
  EITHER,
  FALLBACK,
  gate,
  html,
  inEngines,
  NUMBER,
  SCRIPT,
  tag,
} from '../support/visit.mjs';

const integrity = JSON.parse(readFileSync('dist/integrity.json', 'utf8'));
const code = Object.fromEntries([SCRIPT, ALL].map((src) => [src, readFileSync(`.${src}`, 'utf8')]));
const encoded = (src) => JSON.stringify(code[src]).replaceAll('</', '<\\/');
const inline = (js, type = '') => `<script ${type}>${js}</script>`;
/** Makes a script with an address, and does something with it. */
const made = (src, rest) => inline(`const script = document.createElement('script'); script.src = '${src}'; ${rest}`);
const SHADOW_TEMPLATE = (content) => `<div><template shadowrootmode="open">${content}</template></div>`;
const jquery = '<script src="/node_modules/jquery/dist/jquery.js"></script>';

/** Ways in which the script runs, and can be identified: by name, the head of the page for an address. */
const ways = {
  async: (src) => tag(src),
  defer: (src) => `<script defer src="${src}"></script>`,
  'a blocking script': (src) => `<script src="${src}"></script>`,
  'a blocking script at the end': (src) => ({body: `${COUNTER}<script src="${src}"></script>`, head: ''}),
  'a relative address': (src) => `<script async src=".${src}"></script>`,
  'an address with a query and a fragment': (src) => tag(`${src}?ver=6.7.1#main`),
  'a file name with a version': (src) => ({
    head: tag(src.replace(/\.js$/, '-1.0.0.min.js')),
    pages: {[src.replace(/\.js$/, '-1.0.0.min.js')]: {body: code[src], type: 'text/javascript'}},
  }),
  'crossorigin and integrity': (src) => tag(src, `crossorigin integrity="${integrity[src.slice(6)]}"`),
  'attributes that keep optimisers away': (src) =>
    tag(src, 'data-no-optimize="1" data-noptimize data-cfasync="false" nowprocket referrerpolicy="no-referrer"'),
  'type="module"': (src) => `<script type="module" src="${src}"></script>`,
  'import in a module': (src) => inline(`import '${src}'`, 'type="module"'),
  'import()': (src) => inline(`import('${src}')`),
  'import() in a module': (src) => inline(`await import('${src}')`, 'type="module"'),
  'import() later': (src) => inline(`setTimeout(() => import('${src}'), 50)`),
  'a module of the page that imports it': (src) => ({
    head: '<script type="module" src="/app.js"></script>',
    pages: {'/app.js': `import '${src}'; window.app = true;`},
  }),
  'an import map': (src) =>
    `<script type="importmap">{"imports": {"widgets": "${src}"}}</script>${inline("import 'widgets'", 'type="module"')}`,
  'document.write': (src) => inline(`document.write('<script src="${src}"><\\/script>')`),
  'createElement and append': (src) => made(src, 'document.head.append(script)'),
  'createElement without async': (src) => made(src, 'script.async = false; document.head.append(script)'),
  'createElement, removed right after': (src) => made(src, 'document.head.append(script); script.remove()'),
  'createElement, removed when it has loaded': (src) =>
    made(src, 'script.onload = () => script.remove(); document.head.append(script)'),
  'createElement with type="module"': (src) => made(src, "script.type = 'module'; document.head.append(script)"),
  'insertAdjacentHTML, and a clone of what it left': (src) =>
    inline(`addEventListener('DOMContentLoaded', () => {
      document.body.insertAdjacentHTML('beforeend', '<script src="${src}"><\\/script>');
      const dead = document.body.lastElementChild;
      const live = document.createElement('script');
      for (const {name, value} of dead.attributes) live.setAttribute(name, value);
      dead.replaceWith(live);
    })`),
  'innerHTML, and a clone beside what it left': (src) =>
    inline(`addEventListener('DOMContentLoaded', () => {
      const div = document.createElement('div');
      div.innerHTML = '<script src="${src}"><\\/script>';
      document.body.append(div);
      const live = document.createElement('script');
      live.src = '${src}';
      document.body.append(live);
    })`),
  'a range, whose scripts run': (src) =>
    inline(`addEventListener('DOMContentLoaded', () => {
      document.body.append(document.createRange().createContextualFragment('<script src="${src}"><\\/script>'));
    })`),
  'a clone of a template’s content': (src) => ({
    body: `<template><script src="${src}"></script>${COUNTER}</template>${inline(
      'document.body.append(document.importNode(document.querySelector("template").content, true))',
    )}`,
    head: '',
  }),
  'a declarative shadow root': (src) => ({body: COUNTER + SHADOW_TEMPLATE(`<script src="${src}"></script>`), head: ''}),
  'a shadow root': (src) => ({
    body: `${COUNTER}<div></div>${made(
      src,
      "document.querySelector('div').attachShadow({mode: 'open'}).append(script)",
    )}`,
    head: '',
  }),
  'a closed shadow root': (src) => ({
    body: `${COUNTER}<div></div>${made(
      src,
      "document.querySelector('div').attachShadow({mode: 'closed'}).append(script)",
    )}`,
    head: '',
  }),
  'a consent tool’s live clone after the blocked tag': (src) =>
    `<script type="text/plain" data-category="functional" src="${src}"></script>` +
    inline(`addEventListener('load', () => {
      const blocked = document.querySelector('[type="text/plain"]');
      const live = document.createElement('script');
      for (const {name, value} of blocked.attributes) if (name !== 'type') live.setAttribute(name, value);
      blocked.after(live);
    })`),
  'a consent tool’s live clone in place of the blocked tag': (src) =>
    `<script type="text/plain" src="${src}"></script>` +
    inline(`addEventListener('load', () => {
      const blocked = document.querySelector('[type="text/plain"]');
      const live = document.createElement('script');
      live.src = blocked.src;
      blocked.replaceWith(live);
    })`),
  'Rocket Loader’s renamed type': (src) =>
    `<script type="a1b2c3-text/javascript" src="${src}"></script>` +
    inline(`addEventListener('load', () => {
      const held = document.querySelector('[type^=a1b2c3]');
      const live = document.createElement('script');
      live.src = held.src;
      held.before(live);
      held.remove();
    })`),
  'a tag with a wrong integrity before a good one': (src) => ({
    head: tag(src, `integrity="sha384-${'A'.repeat(64)}"`) + `<script defer src="${src}?again"></script>`,
    notes: /integrity/,
  }),
  'a tag with a wrong integrity before a good one of the same address': (src) => ({
    head:
      `<script src="${src}" integrity="sha384-${'A'.repeat(64)}"></script>` + `<script defer src="${src}"></script>`,
    notes: /integrity/,
  }),
  'a nomodule tag before a good one': (src) => `<script nomodule src="${src}"></script>${tag(src)}`,
  'a tag of an unknown type before a good one': (src) => `<script type="text/babel" src="${src}"></script>${tag(src)}`,
  'a tag in a noscript before a good one': (src) => `<noscript><script src="${src}"></script></noscript>${tag(src)}`,
  'a tag that failed, and is put again': (src) => ({
    head: made(
      src,
      `script.onerror = () => {
         const again = document.createElement('script');
         again.src = script.src;
         document.head.append(again);
       };
       document.head.append(script);`,
    ),
    answer: atFirst(/solidarity(\.all)?\.js$/, 503),
  }),
  'a redirect of the whole folder': (src) => ({
    head: tag(src.replace('dist', 'latest')),
    answer: (path) => {
      if (path.startsWith('/latest/'))
        return {status: 302, headers: {location: path.replace('latest', 'dist')}, body: ''};
      return undefined;
    },
  }),
  'a foreign <base> before it, and a whole address': (src) => ({
    page: ({headers: {host}}) =>
      html(COUNTER, `<base href="https://base.invalid/page/">${tag(`http://${host}${src}`)}`),
  }),
  'a foreign <base> after it': (src) => `<script defer src="${src}"></script><base href="https://base.invalid/page/">`,
  'a script that writes the page anew': (src) => ({
    body: inline(`addEventListener('load', () => setTimeout(() => {
      document.open();
      document.write(${JSON.stringify(html(COUNTER, tag(src))).replaceAll('</', '<\\/')});
      document.close();
    }))`),
    head: '',
  }),
  'a script that writes the page anew after the first run': (src) => ({
    body: `${COUNTER}${inline(`addEventListener('load', () => setTimeout(() => {
      document.open();
      document.write(${JSON.stringify(html(COUNTER, tag(src))).replaceAll('</', '<\\/')});
      document.close();
    }, 200))`)}`,
    head: tag(src),
  }),
  'quirks mode': (src) => ({page: `<link rel=icon href=data:,>${COUNTER}<script src=${src}></script>`}),
  'a strict policy with a nonce': (src) => ({
    head: `<script nonce="n1" src="${src}"></script>`,
    headers: {
      'content-security-policy':
        "default-src 'none'; script-src 'nonce-n1' 'strict-dynamic'; connect-src 'self'; img-src data:",
    },
  }),
};

/** Copies that may be able to identify themselves, and may not: what counts is that the page does not notice. */
const doubtful = {
  XHTML: (src) => ({
    path: '/page.xhtml',
    page: `<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Test</title><link rel="icon" href="data:,"/>
      <script async="" src="${src}"></script></head><body>${COUNTER}</body></html>`,
    // Lit's templates are HTML.
    reasons: 'any',
  }),
  ...Object.fromEntries(
    [
      [
        'SVG',
        'svg',
        '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><foreignObject width="700" height="500">',
        '</foreignObject></svg>',
      ],
      ['XML', 'xml', '<root>', '</root>'],
    ].flatMap(([kind, suffix, start, end]) =>
      ['', 'src="/nowhere.json"'].map((attributes) => [
        `${kind} with HTML in it${attributes && ', and no feed'}`,
        (src) => ({
          path: `/page.${suffix}`,
          page: `${start}<div xmlns="http://www.w3.org/1999/xhtml" lang="en"><solidarity-counter ${attributes}>${FALLBACK}</solidarity-counter><solidarity-countdown ${attributes}>${FALLBACK}</solidarity-countdown><script src="${src}"></script></div>${end}`,
          answer: (path) => (path === '/nowhere.json' ? 404 : undefined),
          pages: {'/favicon.ico': ''},
          shows: [attributes ? FALLBACK : NUMBER, FALLBACK],
          reasons: 'any',
        }),
      ]),
    ),
  ),
  'an SVG script': (src) => ({
    body: `${COUNTER}<svg xmlns:xlink="http://www.w3.org/1999/xlink"><script xlink:href="${src}"></script></svg>`,
  }),
  'a tag whose address is taken away while it loads': (src) => ({
    head: made(src, "document.head.append(script); script.removeAttribute('src')"),
  }),
  'jQuery’s html(), on the page’s own origin': (src) => ({
    head: jquery,
    body: `<main></main>${inline(`$('main').html(${JSON.stringify(`${COUNTER}<script src="${src}">`)} + '<\\/script>')`)}`,
  }),
  'jQuery’s append(), on the page’s own origin': (src) => ({
    head: jquery,
    body: `<main></main>${inline(`$('main').append(${JSON.stringify(`${COUNTER}<script src="${src}">`)} + '<\\/script>')`)}`,
  }),
  'jQuery’s getScript()': (src) => ({head: jquery + inline(`$.getScript('${src}')`)}),
  'jQuery’s load() of a part of a page': (src) => ({
    head: jquery,
    body: `<main></main>${inline("$('main').load('/part.html')")}`,
    pages: {'/part.html': `${COUNTER}<script src="${src}"></script>`},
  }),
  'a redirect to it, from another name': (src) => ({
    head: tag('/widget'),
    answer: (path) => (path === '/widget' ? {status: 302, headers: {location: src}, body: ''} : undefined),
  }),
};

/** Copies that cannot identify themselves. Nothing is to happen: no error, and no request. */
const unidentifiable = {
  'nomodule alone': (src) => `<script nomodule src="${src}"></script>`,
  'type="text/plain" alone': (src) => `<script type="text/plain" src="${src}"></script>`,
  'inlined by an optimiser': (src) => inline(code[src].replaceAll('</script', '<\\/script')),
  'inlined as a module': (src) => inline(code[src].replaceAll('</script', '<\\/script'), 'type="module"'),
  'inlined, with the address in an attribute': (src) =>
    inline(code[src].replaceAll('</script', '<\\/script'), `data-rocket-src="${src}" id="widgets-js"`),
  eval: (src) => inline(`(0, eval)(${encoded(src)})`),
  'new Function': (src) => inline(`new Function(${encoded(src)})()`),
  'a timer': (src) => inline(`setTimeout(${encoded(src)}, 20)`),
  'a script without a source, removed at once': (src) =>
    inline(`const script = document.createElement('script'); script.text = ${encoded(src)};
      document.head.append(script); script.remove();`),
  'a blob:': (src) =>
    inline(`const script = document.createElement('script');
      script.src = URL.createObjectURL(new Blob([${encoded(src)}], {type: 'text/javascript'}));
      document.head.append(script);`),
  'a data: address': (src) =>
    `<script src="data:text/javascript;base64,${Buffer.from(code[src]).toString('base64')}"></script>`,
  'a module from a blob:': (src) =>
    inline(`import(URL.createObjectURL(new Blob([${encoded(src)}], {type: 'text/javascript'})))`),
  'merged with other scripts': (src) => ({
    head: tag('/wp-content/cache/autoptimize/js/autoptimize_5f2b.js'),
    pages: {'/wp-content/cache/autoptimize/js/autoptimize_5f2b.js': `var first = 1;\n${code[src]}\n;var last = 2;`},
  }),
  'merged by an address of many': (src) => ({
    head: tag(`/_static/??${src},/dist/other.js`),
    pages: {'/_static/': {body: `${code[src]};var other = 1;`, type: 'text/javascript'}},
  }),
  'under another name': (src) => ({
    head: tag('/dist/widgets.js'),
    pages: {'/dist/widgets.js': code[src]},
  }),
  'under a name that only contains ours': (src) => ({
    head: tag('/dist/not-solidarity.js'),
    pages: {'/dist/not-solidarity.js': code[src]},
  }),
  'in a folder of our name': (src) => ({
    head: tag('/solidarity/bundle.js'),
    pages: {'/solidarity/bundle.js': code[src]},
  }),
};

/** A row of a table, of a head or of more. */
const rowOf = (given) => (typeof given === 'string' ? {head: given} : given);
const fileName = (src) => src.slice(src.lastIndexOf('/') + 1);

inEngines(({visit, check}) => {
  for (const src of [SCRIPT, ALL]) {
    for (const [name, way] of Object.entries(ways))
      test(`${fileName(src)} works: ${name}`, (t) => check(t, {...rowOf(way(src)), requests: {'/dist/feed.json': 1}}));

    for (const [name, way] of Object.entries(doubtful))
      test(`${fileName(src)} works, or does nothing: ${name}`, (t) =>
        check(t, {head: '', shows: EITHER, ...rowOf(way(src))}));

    for (const [name, way] of Object.entries(unidentifiable))
      test(`${fileName(src)} does nothing: ${name}`, (t) =>
        check(t, {
          ...rowOf(way(src)),
          shows: FALLBACK,
          requests: {'feed.json': 0, 'chunks/': 0},
        }));

    for (const name of ['srcdoc', 'srcdoc in a sandbox', 'src'])
      test(`${fileName(src)} works in a frame: ${name}`, async (t) => {
        const inner = html(COUNTER, tag(src));
        const escaped = inner.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
        const it = await visit(t, {
          head: '',
          body: {
            srcdoc: `<iframe srcdoc="${escaped}"></iframe>`,
            'srcdoc in a sandbox': `<iframe sandbox="allow-scripts" srcdoc="${escaped}"></iframe>`,
            src: '<iframe src="/inner.html"></iframe>',
          }[name],
          pages: {'/inner.html': inner},
        });
        await it.until(() => Promise.resolve(it.tab.frames().length === 2));
        await it.shows(NUMBER, it.tab.frames()[1]);
        await it.assertSilent();
      });

    test(`${fileName(src)} does no harm in a worker`, async (t) => {
      const it = await visit(t, {
        head: '',
        body: `${COUNTER}${inline(`const worker = new Worker('/worker.js');
          worker.onmessage = ({data}) => (document.title = data);
          worker.onerror = ({message}) => (document.title = message)`)}`,
        pages: {'/worker.js': `importScripts('${src}'); postMessage('went on')`},
      });
      await it.until(() => it.run(() => document.title !== 'Test'));
      assert.equal(await it.run(() => document.title), 'went on');
      await it.assertSilent();
    });

    test(`${fileName(src)}, ten times: one request for each thing`, (t) =>
      check(t, {
        head: tag(src).repeat(5) + `<script defer src="${src}"></script>`.repeat(5),
        body: COUNTER.repeat(3),
        requests: {'/dist/feed.json': 1, '/chunks/core.js': src === ALL ? 0 : 1},
      }));

    test(`${fileName(src)} works from another origin, with no cookie and no referrer`, async (t) => {
      const cdn = await site({pages: {'/dist/feed.json': feed(NUMBER * 1)}});
      t.after(() => cdn.close());
      const it = await check(t, {
        head: inline("document.cookie = 'reader=7'") + tag(cdn.origin + src, 'referrerpolicy="no-referrer"'),
        body: `<div lang="be">${COUNTER}</div>`,
      });
      await it.run(() => (document.cookie = 'reader=; max-age=0'));
      assert.equal(cdn.count('/dist/feed.json'), 1);
      assert.equal(cdn.count(/chunks\/be\./), 1);
      for (const {path, referer, cookie} of cdn.requests) {
        assert.equal(referer, undefined, path);
        // The tag's own request has the cookies of the page's site; ports do not count.
        if (path !== src) assert.equal(cookie, undefined, path);
      }
    });
  }

  test('both files on one page share the work, whichever runs first', async (t) => {
    for (const head of [tag(SCRIPT) + tag(ALL), tag(ALL) + tag(SCRIPT)])
      await check(t, {head, body: COUNTER.repeat(2), shows: [NUMBER, NUMBER]});
  });

  test('two hosts of the script on one page: each element shows one of their feeds, the page notices nothing', async (t) => {
    const other = await site({pages: {'/dist/feed.json': feed(55)}});
    t.after(() => other.close());
    const it = await check(t, {
      head: tag() + tag(`${other.origin}${SCRIPT}`) + tag(`${other.origin}${ALL}`),
      body: COUNTER + COUNTER + `<solidarity-counter src="${other.origin}/dist/feed.json"></solidarity-counter>`,
      shows: [new Set([NUMBER, '55']), new Set([NUMBER, '55']), '55'],
    });
    const [first, second] = await it.look();
    assert.equal(first, second);
  });

  test('import() beside a blocked tag of another host: the address that runs counts', async (t) => {
    const other = await site({pages: {'/dist/feed.json': feed(55)}});
    t.after(() => other.close());
    for (const src of [SCRIPT, ALL])
      for (const blocked of [
        `<script type="text/plain" src="${other.origin}${src}" data-feed="${other.origin}/dist/feed.json"></script>`,
        `<template><script src="${other.origin}${src}"></script></template>`,
        `<noscript><script src="${other.origin}${src}"></script></noscript>`,
      ])
        await check(t, {head: blocked + inline(`import('${src}')`)});
    assert.deepEqual(other.paths(), []);
  });

  test('adds nothing to the page but the elements', async (t) => {
    const names = () => Object.getOwnPropertyNames(window).filter((name) => !/^(__)?puppeteer|^\d+$/.test(name));
    for (const src of [SCRIPT, ALL]) {
      const it = await visit(t, {
        head: inline(`window.before = []; before.push(...(${names})())`) + tag(src),
        body: `${COUNTER}<solidarity-ways></solidarity-ways>`,
      });
      await it.shows([NUMBER, /Write a letter/]);
      assert.deepEqual(await it.run(`(${names})().filter((name) => !before.includes(name))`), []);
      assert.equal(
        await it.run(() => document.querySelectorAll('link[rel*=load], style, script[src*=chunk]').length),
        0,
      );
      assert.deepEqual(await it.run(() => [document.cookie, localStorage.length, sessionStorage.length]), ['', 0, 0]);
    }
  });

  test('a page without elements requests nothing, and finds those that come later', async (t) => {
    const it = await visit(t, {body: '<main></main>'});
    await it.quiet();
    assert.deepEqual(it.server.paths(), ['/page.html', SCRIPT]);
    await it.run((counter) => (document.querySelector('main').innerHTML = counter), COUNTER);
    await it.shows(NUMBER);
    await it.assertSilent();
  });

  test('a text that changes does not make the script look through the page', async (t) => {
    const it = await visit(t, {body: `${COUNTER}<p>0</p>`});
    await it.shows(NUMBER);
    await it.quiet();
    const count = await it.run(async () => {
      let looks = 0;
      for (const name of ['getElementsByTagName', 'querySelector', 'querySelectorAll']) {
        const method = Document.prototype[name];
        Document.prototype[name] = function (selector) {
          looks++;
          return method.call(this, selector);
        };
      }
      const text = document.getElementsByTagName('p')[0];
      looks = 0;
      for (let i = 0; i < 10; i++) {
        text.textContent = i;
        await new Promise((resolve) => setTimeout(resolve));
      }
      return looks;
    });
    assert.equal(count, 0);
  });

  test('elements in a template wait for their clone', async (t) => {
    const it = await visit(t, {body: `<template>${COUNTER}</template>`});
    await it.quiet();
    assert.deepEqual(it.server.paths(), ['/page.html', SCRIPT]);
    await it.run(() => document.body.append(document.querySelector('template').content.cloneNode(true)));
    await it.shows(NUMBER);
    await it.assertSilent();
  });

  for (const [name, attributes] of [
    ['an attribute', 'data-define="counter banner"'],
    [
      'an attribute with junk in it',
      'data-define="  banner\n constructor __proto__ nothing solidarity-counter counter "',
    ],
    ['the address', ''],
  ])
    test(`elements in shadow roots alone are defined by ${name}`, async (t) => {
      const it = await visit(t, {
        head: tag(attributes ? SCRIPT : `${SCRIPT}#define=counter%20banner`, attributes),
        body: `<div id="open"></div><div id="closed"></div>${inline(`
          const roots = ['open', 'closed'].map((mode) => document.getElementById(mode).attachShadow({mode}));
          for (const root of roots) root.innerHTML = '${COUNTER}';
          window.roots = roots;`)}`,
      });
      await it.shows(NUMBER);
      const inClosed = () => roots[1].firstChild.shadowRoot?.querySelector('[part~=count]')?.textContent;
      await it.until(async () => (await it.run(inClosed)) === NUMBER);
      await it.quiet();
      assert.equal(it.server.count('/dist/feed.json'), 1);
      assert.equal(await it.run(() => !!customElements.get('solidarity-banner')), true);
      assert.equal(await it.run(() => !!customElements.get('solidarity-ways')), false);
      await it.assertSilent();
    });

  test('an element made by a script works once its tag is asked for', async (t) => {
    const it = await visit(t, {
      head: tag(SCRIPT, 'data-define="counter"'),
      body: '<div></div>',
    });
    await it.until(() => it.run(() => !!customElements.get('solidarity-counter')));
    await it.run((text) => {
      const element = document.createElement('solidarity-counter');
      element.textContent = text;
      document.querySelector('div').attachShadow({mode: 'open'}).append(element);
    }, FALLBACK);
    await it.shows(NUMBER);
    await it.assertSilent();
  });

  test('Turbo: ten visits with the snippet in the body, then a first countdown: one observer, one request', async (t) => {
    const turbo = '<script src="/node_modules/@hotwired/turbo/dist/turbo.es2017-umd.js"></script>';
    const count = inline(`window.observing = 0;
      const {observe} = MutationObserver.prototype;
      MutationObserver.prototype.observe = function (target, options) {
        if (target === document && options.subtree && options.childList && !options.attributes) observing++;
        return observe.call(this, target, options);
      };`);
    const visitOf = (i, body = '') => html(`<h1>Visit ${i}</h1>${tag()}${body}`, count + turbo);
    const it = await visit(t, {
      page: visitOf(0),
      pages: Object.fromEntries(
        Array.from({length: 11}, (_, i) => [
          `/${i}.html`,
          visitOf(i, i === 10 ? '<solidarity-countdown></solidarity-countdown>' : ''),
        ]),
      ),
    });
    const before = await it.run(() => observing);
    for (let i = 1; i <= 10; i++) {
      await it.run((path) => Turbo.visit(path), `/${i}.html`);
      await it.until(() => it.run((text) => document.querySelector('h1')?.textContent === text, `Visit ${i}`));
    }
    await it.shows(/days/);
    await it.quiet();
    assert.equal(it.server.count('/dist/feed.json'), 1);
    assert.equal(it.server.count('/chunks/solidarity-countdown'), 1);
    assert.ok((await it.run(() => observing)) - before <= 1);
    await it.assertSilent();
  });

  test('a body that is replaced, as Turbo, htmx and pjax do it, shows its elements each time', async (t) => {
    const it = await visit(t);
    await it.shows(NUMBER);
    for (let i = 0; i < 3; i++) {
      await it.run((body) => {
        const next = document.createElement('body');
        next.innerHTML = body;
        document.body.replaceWith(next);
        for (const old of next.querySelectorAll('script')) {
          const live = document.createElement('script');
          for (const {name, value} of old.attributes) live.setAttribute(name, value);
          old.replaceWith(live);
        }
      }, COUNTER + tag());
      await it.shows(NUMBER);
    }
    await it.quiet();
    assert.equal(it.server.count('/dist/feed.json'), 1);
    await it.assertSilent();
  });

  for (const [name, head] of Object.entries({
    'its attribute': `<script type="module" src="${SCRIPT}" data-feed="/other.json"></script>`,
    'its address': `<script type="module" src="${SCRIPT}#feed=/other.json"></script>`,
    'its address, with a query': `<script type="module" src="${SCRIPT}?ver=1#feed=/other.json"></script>`,
    'the address of an import()': inline(`import('${SCRIPT}#feed=/other.json')`),
    'its attribute, beside a blocked tag of the same address': `<script type="text/plain" src="${SCRIPT}"></script><script type="module" src="${SCRIPT}?live" data-feed="/other.json"></script>`,
  }))
    test(`a module takes its feed from ${name}`, (t) =>
      check(t, {head, pages: {'/other.json': feed(55)}, shows: '55', requests: {'/dist/feed.json': 0}}));

  for (const bad of [
    'https://',
    'http://[',
    '//',
    'https://a b.example/',
    'http://x.example:99999/',
    'https://%',
    '#',
  ]) {
    test(`src="${bad}" beside a good element: the one fails, the other works`, (t) =>
      check(t, {
        body: `<solidarity-counter src="${bad}">${FALLBACK}</solidarity-counter>${COUNTER}`,
        shows: [FALLBACK, NUMBER],
        reasons: 'any',
      }).then(async (it) => {
        const reasons = await it.reasons();
        assert.equal(reasons.length, 1);
        assert.match(reasons[0], /^(no-source|network|not-json)$/);
      }));
    if (bad !== '#')
      test(`data-feed="${bad}": elements with a source of their own work`, (t) =>
        check(t, {
          head: tag(SCRIPT, `data-feed="${bad}"`),
          body: `${COUNTER}<solidarity-counter src="/dist/feed.json">${FALLBACK}</solidarity-counter>`,
          shows: [FALLBACK, NUMBER],
          reasons: 'any',
        }).then(async (it) => {
          const reasons = await it.reasons();
          assert.equal(reasons.length, 1);
          assert.match(reasons[0], /^(no-source|network)$/);
        }));
  }

  test('our error event can be told from that of a failed resource, and reaches nobody else', async (t) => {
    const it = await visit(t, {
      head:
        inline(`window.seen = [];
          addEventListener('error', (event) => {
            const {target, bubbles, composed, cancelable, reason} = event;
            seen.push([target.localName, reason, event instanceof ErrorEvent, bubbles, composed, cancelable, event.constructor === Event]);
          }, true);
          addEventListener('error', () => seen.push('bubbled'));`) + tag(),
      body: `${COUNTER}<img src="data:,">`,
      answer: (path) => (path.endsWith('feed.json') ? 500 : undefined),
    });
    await it.until(async () => (await it.reasons()).length === 1);
    const seen = await it.run(() => window.seen);
    assert.deepEqual(
      seen.filter(([name]) => name === 'solidarity-counter'),
      [['solidarity-counter', 'http', false, false, false, false, false]],
    );
    assert.deepEqual(
      seen.filter(([name, reason]) => name === 'img' && reason),
      [],
    );
    await it.shows(FALLBACK);
    await it.assertSilent();
  });

  // A chunk that cannot be loaded, and how it comes back.
  const TAGS = ['counter', 'countdown', 'banner', 'ways'].map((name) => `solidarity-${name}`);
  const files = {core: /chunks\/core-/, countdown: /chunks\/solidarity-countdown-/, ways: /chunks\/solidarity-ways-/};
  const elementOf = {core: 'solidarity-counter', countdown: 'solidarity-countdown', ways: 'solidarity-ways'};
  const shownBy = {core: NUMBER, countdown: /days/, ways: /Write a letter/};
  const element = (name) => `<${name}>${FALLBACK}</${name}>`;
  const failures = {
    503: 503,
    404: 404,
    'a page of the network’s': {body: '<!doctype html><h1>Sign in</h1>', type: 'text/html'},
    'half a file': {body: 'export {core as ', type: 'text/javascript'},
    'code that throws': {body: 'throw new Error("not ours")', type: 'text/javascript'},
    'an empty file': {body: '', type: 'text/javascript'},
    'a connection that ends': {fault: 'reset'},
  };

  for (const [name, failure] of Object.entries(failures))
    test(`a chunk that answers once with ${name}: reason script, and it works later`, async (t) => {
      let isBroken = true;
      const it = await visit(t, {
        body: element('solidarity-countdown'),
        answer: (path) => (isBroken && files.countdown.test(path) ? failure : undefined),
        hurry: true,
      });
      await it.until(async () => (await it.reasons()).includes('script'));
      isBroken = false;
      assert.deepEqual(await it.look(), [FALLBACK]);
      await it.run((html) => document.body.insertAdjacentHTML('beforeend', html), element('solidarity-countdown'));
      await it.shows(/days/);
      await it.assertSilent(/MIME|SyntaxError/);
    });

  for (const chunk of Object.keys(files))
    for (const event of ['online', 'visibilitychange', 'pageshow', 'focus'])
      test(`the chunk ${chunk} answers 503 once: retried on ${event}`, async (t) => {
        const others = chunk === 'core' ? '' : COUNTER;
        const it = await visit(t, {
          body: element(elementOf[chunk]) + others,
          answer: atFirst(files[chunk], 503),
          hurry: true,
        });
        await it.until(async () => (await it.reasons()).includes('script'));
        if (others) await it.shows([FALLBACK, NUMBER]);
        await it.fire(event);
        await it.shows(others ? [shownBy[chunk], NUMBER] : shownBy[chunk]);
        assert.deepEqual(await it.reasons(), ['script']);
        await it.assertSilent();
      });

  for (const [what, path] of Object.entries({
    'the core': /chunks\/core\b|all\.js/,
    'a chunk': /solidarity-ways\b/,
    'the feed': /feed\.json/,
    'the words of a language': /chunks\/be\b/,
  }))
    test(`the clock is set back after a failure of ${what}: it is requested again on the reader’s return`, async (t) => {
      let isBroken = true;
      const it = await visit(t, {
        head: inline(`const {now} = Date; window.ahead = 3 * 36e5; Date.now = () => now.call(Date) + ahead;`) + tag(),
        body: `<div lang="be">${COUNTER}${element('solidarity-ways')}</div>`,
        answer: (requested) => (isBroken && path.test(requested) ? 503 : undefined),
      });
      await it.until(() => Promise.resolve(it.server.count(path) > 0));
      await it.quiet();
      if (what === 'the feed') await it.until(async () => (await it.reasons()).length > 0);
      // Words that are late are done without.
      if (what.startsWith('the words')) await it.until(async () => (await it.look())[0] === NUMBER);
      isBroken = false;
      await it.run(() => (window.ahead = 0));
      const before = it.server.count(path);
      await it.fire('focus');
      await it.run((html) => document.querySelector('div').insertAdjacentHTML('beforeend', html), COUNTER);
      await it.until(() => Promise.resolve(it.server.count(path) > before));
      await it.shows([NUMBER, /./, NUMBER]);
      await it.assertSilent();
    });

  /** A page whose core fails for good: after the second try all elements are there, from one file. */
  const withoutCore = async (t, options) => {
    const it = await visit(t, {answer: (path) => (files.core.test(path) ? 503 : undefined), ...options});
    await it.until(async () => (await it.reasons()).includes('script'));
    await it.fire('focus');
    await it.until(() => Promise.resolve(it.server.count(ALL) === 1));
    return it;
  };
  const [daily, next] = [signer(), signer()];
  const keyed = (keys, path = '/daily.signed') =>
    `<script defer src="${SCRIPT}" data-feed="${path}" data-key="${keys}" referrerpolicy="no-referrer"></script>`;

  test('the core fails for good: all elements come from one file, without a referrer, and heed keys that come later', async (t) => {
    const it = await withoutCore(t, {head: tag(SCRIPT, 'referrerpolicy="no-referrer"')});
    await it.shows(NUMBER);
    for (const {path, referer} of it.server.requests) assert.equal(referer, undefined, path);
    assert.equal(await it.run(() => document.querySelectorAll('script').length), 1);
    await it.run(
      (text) => {
        document.head.append(document.createRange().createContextualFragment(text));
      },
      keyed(daily.key, '/dist/feed.json'),
    );
    await it.shows(FALLBACK);
    await it.assertSilent();
  });

  test('the core fails for good: keys, serials and feeds of several tags are kept apart', async (t) => {
    const it = await withoutCore(t, {
      head:
        keyed(`${daily.key} ${next.key}`) +
        keyed(next.key) +
        keyed(next.key, '/next.signed') +
        `<script defer src="${SCRIPT}" data-feed="/next.signed" data-serial="5"></script>` +
        `<script defer src="${SCRIPT}" data-feed="/next.signed" data-serial="1"></script>`,
      body: ['/daily.signed', '/next.signed', '/old.signed', '']
        .map((path) => `<solidarity-counter src="${path}">${FALLBACK}</solidarity-counter>`)
        .join(''),
      pages: {
        '/daily.signed': daily.seal(feed(101)),
        '/next.signed': next.seal(feed(102)),
        '/old.signed': next.seal(feed(103, {serial: 1})),
      },
    });
    await it.shows([FALLBACK, '102', '103', '102']);
    await it.assertSilent();
  });

  test('the core fails for good, after another page of the application: the feed is that of the first', async (t) => {
    const it = await visit(t, {
      path: '/first/page.html',
      head: tag(SCRIPT, 'data-feed="other.json"'),
      pages: {'/first/other.json': feed(55), '/second/other.json': feed(66)},
      answer: (path) => (files.core.test(path) ? 503 : undefined),
    });
    await it.until(async () => (await it.reasons()).includes('script'));
    await it.run(() => history.pushState(0, '', '/second/page.html'));
    await it.fire('focus');
    await it.shows('55');
    await it.assertSilent();
  });

  test('the core fails for good, on a page with a link alone: it becomes its element all the same', async (t) => {
    const it = await visit(t, {
      body: `<p><a href="/dist/embed/counter.html">${FALLBACK}</a></p>`,
      answer: (path) => (files.core.test(path) ? 503 : undefined),
      hurry: true,
    });
    await it.until(() => Promise.resolve(it.server.count('/chunks/core') > 0));
    await it.quiet();
    await it.until(async () => {
      await it.fire('focus');
      return (await it.look())[0] === NUMBER;
    });
    assert.ok(it.server.count('chunks/') < 10, it.server.paths().join());
    await it.assertSilent();
  });

  test('what was requested before a failure is not used after it: the feed and the language are those of then', async (t) => {
    let value = 55;
    const it = await visit(t, {
      body: `<div lang="be">${COUNTER}</div>`,
      pages: {'/dist/feed.json': () => feed(value)},
      answer: atFirst(files.core, 503),
    });
    await it.until(async () => (await it.reasons()).includes('script'));
    await it.quiet();
    value = 66;
    await it.fire('focus');
    await it.shows('66');
    // Once more in Firefox, where the file with all elements is loaded after the second failure.
    for (const file of ['/dist/feed.json', /chunks\/be\.json/])
      assert.ok([2, 3].includes(it.server.count(file)), `${file}: ${it.server.count(file)}`);
    await it.assertSilent();
  });

  test('chunks that answer 503 many times are retried with back-off, and work in the end', async (t) => {
    const it = await visit(t, {
      body: TAGS.map(element).join(''),
      answer: atFirst(/chunks\//, 503, 16),
      hurry: true,
    });
    await it.until(async () => {
      await it.fire('online');
      const seen = await it.look();
      return seen.every((text) => text && text !== FALLBACK);
    });
    await it.assertSilent();
    assert.ok(it.server.count('chunks/') < 60, `${it.server.count('chunks/')} requests`);
  });

  test('a chunk that fails for good: no loop of requests, and each element says so once for a try', async (t) => {
    const it = await visit(t, {
      body: element('solidarity-ways') + COUNTER,
      answer: (path) => (files.ways.test(path) ? 503 : undefined),
    });
    await it.shows([FALLBACK, NUMBER]);
    await it.until(async () => (await it.reasons()).length > 0);
    await it.quiet();
    assert.ok(it.server.count('/chunks/solidarity-ways') <= 2);
    assert.deepEqual([...new Set(await it.reasons())], ['script']);
    await it.assertSilent();
  });

  test('a chunk that hangs holds nobody else up', async (t) => {
    const it = await visit(t, {
      body: element('solidarity-ways') + COUNTER,
      answer: (path) => (files.ways.test(path) ? {fault: 'hang'} : undefined),
      streaming: true,
    });
    await it.shows([FALLBACK, NUMBER]);
    assert.deepEqual(await it.reasons(), []);
    await it.assertSilent();
  });

  test('an element that comes while its chunk is loading is shown with the others', async (t) => {
    const {until, open} = gate();
    const it = await visit(t, {answer: (path) => (files.core.test(path) ? {until} : undefined), streaming: true});
    await it.until(async () => it.server.count('/chunks/core') === 1);
    await it.run((html) => document.body.insertAdjacentHTML('beforeend', html), COUNTER);
    open();
    await it.shows([NUMBER, NUMBER]);
    await it.quiet();
    assert.equal(it.server.count('/dist/feed.json'), 1);
    await it.assertSilent();
  });

  // What watches over all these tests.
  for (const [name, planted] of [
    ['an error', 'setTimeout(() => { throw new Error("planted") })'],
    ['a rejection', 'Promise.reject(new Error("planted"))'],
    ['a message', 'console.warn("planted")'],
    [
      'an error in a frame',
      'document.body.append(Object.assign(document.createElement("iframe"), {srcdoc: "<script>throw Error(\'planted\')</" + "script>"}))',
    ],
  ])
    test(`these tests notice ${name}`, async (t) => {
      const it = await visit(t, {body: COUNTER + inline(planted)});
      await it.shows(NUMBER);
      await it.until(() => Promise.resolve(it.complaints.length));
      await assert.rejects(it.assertSilent(), /planted/);
    });
});
