// Links to embed pages, placeholders, and the script that names its element, in real pages.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {autop} from '@wordpress/autop';
import {library} from '../support/host-libraries.mjs';
import {feed} from '../support/page-feed.mjs';
import {site} from '../support/site.mjs';
import {ALL, atFirst, FALLBACK, gate, html, inEngines, NUMBER, SCRIPT, tag} from '../support/visit.mjs';

const EMBED = '/dist/embed/counter.html';
const link = (query = '', text = FALLBACK) => `<a href="${EMBED}${query}">${text}</a>`;
const placeholder = (attributes = '', text = FALLBACK) => `<div data-solidarity="counter" ${attributes}>${text}</div>`;
const fileName = (src) => src.slice(src.lastIndexOf('/') + 1);
const addBody = (it, text) =>
  it.run((text) => document.body.append(document.createRange().createContextualFragment(text)), text);
/** The attributes of our elements. */
const attributesIn = (it, selector = 'solidarity-counter') =>
  it.run(
    (selector) =>
      [...document.querySelectorAll(selector)].map((element) =>
        [...element.attributes].map(({name, value}) => `${name}=${value}`).join(' '),
      ),
    selector,
  );

inEngines(({visit, check}) => {
  for (const src of [SCRIPT, ALL]) {
    const name = fileName(src);
    const head = tag(src);

    for (const [what, body, attributes] of [
      ['a link', link(), ['']],
      ['a link with attributes', link('?figure=women&lang=be'), ['figure=women lang=be'], '33'],
      ['the page of a language', `<a href="/dist/embed/be/counter.html">${FALLBACK}</a>`, ['lang=be']],
      ['a placeholder', placeholder('data-look="memorial"'), ['look=memorial']],
      ['a link in a sentence', `<p>There are ${link()} today.</p>`, ['variant=inline']],
      ['what wpautop made of a link', autop(`Text\n\n${link()}\n\nText`), ['']],
      ['what wpautop made of a placeholder', autop(`Text\n\n${placeholder()}\n\nText`), ['']],
      ['what wpautop made of a link on a line of a paragraph', autop(`${link()}\nText`), ['variant=inline']],
    ])
      test(`${name}: ${what}`, async (t) => {
        const it = await check(t, {
          head,
          body,
          shows: /women/.test(body) ? '33' : NUMBER,
          requests: {'/dist/feed.json': 1, [src]: 1},
        });
        assert.deepEqual(await attributesIn(it), attributes);
      });

    test(`${name}: each of the four elements, by link and by placeholder`, async (t) => {
      const names = ['counter', 'countdown', 'banner', 'ways'];
      const links = names.map((name) => `<p><a href="/dist/embed/${name}.html">${FALLBACK}</a></p>`);
      const placeholders = names.map((name) => `<section data-solidarity="${name}">${FALLBACK}</section>`);
      const shown = [NUMBER, /^(?!More).*days/, /Stand with us/, /Write a letter/];
      await check(t, {head, body: [...links, ...placeholders].join(''), shows: [...shown, ...shown]});
    });

    test(`${name}: the tag alone`, async (t) => {
      const it = await check(t, {
        head: '',
        body: `<main><p>Before</p>${tag(src, 'data-widget="counter" data-lang="be" data-feed="/dist/feed.json"')}<p>After</p></main>`,
        requests: {'/dist/feed.json': 1, [src]: 1},
      });
      assert.deepEqual(await attributesIn(it, 'main > script + solidarity-counter + p'), ['']);
      assert.deepEqual(await attributesIn(it), ['lang=be']);
    });

    test(`${name}: an address sets no feed, and no host that sees the readers`, async (t) => {
      const query = 'hosts=pics.example&src=/other.json&look=memorial';
      const data = 'data-hosts="pics.example" data-src="/other.json" data-look="memorial"';
      const it = await visit(t, {
        head,
        body: `<p><a href="/dist/embed/photos.html?${query}">x</a></p><p data-solidarity="photos" ${data}>x</p>`,
      });
      await it.until(async () => (await attributesIn(it, 'solidarity-photos')).length === 2);
      assert.deepEqual(await attributesIn(it, 'solidarity-photos'), ['look=memorial', 'look=memorial']);
      await it.tab.goto(`${it.server.origin}/dist/embed/photos.html?${query}`);
      assert.match((await attributesIn(it, 'solidarity-photos'))[0], /look=memorial/);
      assert.doesNotMatch((await attributesIn(it, 'solidarity-photos'))[0], /hosts|other/);
    });

    test(`${name}: two copies of the tag alone are two elements, and other links are upgraded once`, async (t) => {
      const both = tag(src, 'data-widget="counter"');
      await check(t, {head: '', body: `${both}${link()}${both}`, shows: [NUMBER, NUMBER, NUMBER]});
    });

    test(`${name}: two copies of the script, and the other one`, async (t) => {
      await check(t, {
        head: tag(src) + tag(src) + tag(src === ALL ? SCRIPT : ALL),
        body: link() + placeholder(),
        shows: [NUMBER, NUMBER],
      });
    });

    test(`${name}: later, in a template, and after innerHTML`, async (t) => {
      const it = await visit(t, {head, body: `<p>Text</p><template>${link()}</template>`});
      await it.quiet();
      assert.deepEqual(await it.look(), []);
      await addBody(it, `<p>${link()}</p>`);
      await it.shows([NUMBER]);
      await it.run(() => document.body.append(document.querySelector('template').content.cloneNode(true)));
      await it.shows([NUMBER, NUMBER]);
      await it.run(() => (document.body.innerHTML += ''));
      await it.shows([NUMBER, NUMBER]);
      await addBody(it, placeholder());
      await it.shows([NUMBER, NUMBER, NUMBER]);
      await it.assertSilent();
    });

    test(`${name}: what is not ours stays`, async (t) => {
      const body = [
        '<a href="https://other.example/embed/counter.html">Other</a>',
        '<a href="/other/embed/counter.html">Other</a>',
        `<div contenteditable>${link()}</div>`,
        `<a href="${EMBED}" rel="ugc">Comment</a>`,
        `<a href="javascript:'/embed/counter.html'">Script</a>`,
      ].join('');
      const it = await visit(t, {head, body});
      await it.quiet();
      assert.equal(await it.run(() => document.querySelectorAll('a').length), 5);
      assert.deepEqual(await it.look(), []);
      await it.assertSilent();
    });

    test(`${name}: without a feed the link is there, and works`, async (t) => {
      const it = await check(t, {
        head,
        body: `<p>${link()}</p>`,
        pages: {'/dist/feed.json': 404},
        shows: FALLBACK,
        reasons: ['http'],
      });
      assert.equal(await it.run(() => document.querySelector('solidarity-counter > a').pathname), EMBED);
      await Promise.all([it.tab.waitForNavigation(), it.run(() => document.querySelector('a').click())]);
      assert.equal(await it.run(() => location.pathname), EMBED);
    });

    test(`${name}: a placeholder and a link that were not closed do not hide the article`, async (t) => {
      const article = '<p>The first paragraph.</p><p>The second paragraph.</p>'.repeat(20);
      for (const start of ['<div data-solidarity="counter" />', '<span data-solidarity="counter">']) {
        const it = await visit(t, {head, body: start + article});
        await it.until(async () => (await it.look()).includes(NUMBER));
        assert.match(await it.run(() => document.body.innerText), /The second paragraph/);
        const visible = await it.run(() =>
          [...document.querySelectorAll('p')].every((p) => p.getClientRects().length > 0),
        );
        assert.equal(visible, true, start);
        await it.assertSilent();
      }
    });

    test(`${name}: while the page is read, nothing is moved that the parser is still in`, async (t) => {
      const {until, open} = gate();
      async function* slowly() {
        yield html(`<p>Before</p>${link()}<p>Between</p><div data-solidarity="counter">Half`, tag(src)).replace(
          '</body></html>',
          '',
        );
        await until;
        yield ' and half</div><p>After</p></body></html>';
      }
      const it = await visit(t, {streaming: true, page: {body: slowly()}, path: '/slow.html'});
      const count = () => it.run(() => document.querySelectorAll('solidarity-counter').length);
      await it.until(async () => (await it.look()).includes(NUMBER) && (await count()) > 0);
      assert.equal(await count(), 1);
      open();
      await it.shows([NUMBER, NUMBER]);
      assert.equal(await it.run(() => document.querySelector('div > solidarity-counter').textContent), 'Half and half');
      await it.assertSilent();
    });

    test(`${name}: on another host only its own links are upgraded`, async (t) => {
      const widgets = await site({pages: {'/v1/feed.json': feed(5)}, answer: () => undefined});
      t.after(widgets.close);
      const own = `<p><a href="${widgets.origin}/dist/embed/counter.html">${FALLBACK}</a></p>`;
      const it = await visit(t, {
        head: tag(`${widgets.origin}${src}`, 'data-feed="/dist/feed.json"'),
        body: `${own}<p>${link()}</p>`,
      });
      await it.shows([NUMBER]);
      assert.equal(await it.run(() => document.querySelectorAll('p > a').length), 1);
      await it.assertSilent();
    });
  }

  // Frameworks, which find their nodes again only where they have put them.
  const RENDERED = `<main><p>Text</p>${link()}<p>More</p><div data-solidarity="counter">Words</div></main>`;
  const VUE = `const {createSSRApp, createApp, h, ref} = Vue;
    const view = () => h('main', [h('p', 'Text'), h('a', {href: '${EMBED}'}, '${FALLBACK}'), h('p', 'More'), h('div', {'data-solidarity': 'counter'}, 'Words')]);`;
  const REACT = `const {createElement: h, hydrateRoot, createRoot} = React;
    const view = () => h('main', null, h('p', null, 'Text'), h('a', {href: '${EMBED}'}, '${FALLBACK}'), h('p', null, 'More'), h('div', {'data-solidarity': 'counter'}, 'Words'));`;
  for (const src of [SCRIPT, ALL])
    for (const [what, name, root, script] of [
      [
        'Vue hydrates late',
        'vue',
        `<div id="app">${RENDERED}</div>`,
        `${VUE} setTimeout(() => { createSSRApp({render: view}).mount('#app'); done() }, 300)`,
      ],
      [
        'React hydrates late',
        'react',
        `<div id="root">${RENDERED}</div>`,
        `${REACT} setTimeout(() => { hydrateRoot(document.getElementById('root'), h(view)); setTimeout(done, 100) }, 300)`,
      ],
      [
        'Vue renders, in a root of any name',
        'vue',
        '<div id="any"></div>',
        `${VUE} createApp({render: view}).mount('#any'); setTimeout(done, 300)`,
      ],
      [
        'React renders, in a root of any name',
        'react',
        '<div id="any"></div>',
        `${REACT} createRoot(document.getElementById('any')).render(h(view)); setTimeout(done, 300)`,
      ],
      [
        'Vue puts items before a link, and takes it away',
        'vue',
        '<div id="any"></div>',
        `${VUE} const items = ref([1]);
         createApp({render: () => h('div', items.value.map((i) => i === 1 ? h('a', {key: 1, href: '${EMBED}'}, 'x') : i === 9 ? view() : h('p', {key: i}, i)))}).mount('#any');
         setTimeout(() => { items.value = [3, 1, 2]; setTimeout(() => { items.value = [4, 3, 1, 2]; setTimeout(() => { items.value = [9]; setTimeout(done, 50) }, 50) }, 50) }, 200)`,
      ],
    ])
      test(`${fileName(src)}: ${what}: what is rendered stays, and the page notices nothing`, async (t) => {
        const {src: address, pages} = await library(name);
        const it = await visit(t, {
          head: tag(src),
          body: `${root}<script src="${address}"></script><script>const done = () => (document.title = 'Done'); ${script}</script>`,
          pages,
        });
        await it.until(() => it.run(() => document.title === 'Done'));
        await it.quiet();
        const rendered = await it.run(() => document.querySelector('main').outerHTML);
        assert.equal(rendered, RENDERED);
        await it.assertSilent();
      });

  for (const src of [SCRIPT, ALL])
    for (const [name, script] of [
      ['vue', `${VUE} createSSRApp({render: view}).mount('#any'); setTimeout(done, 300)`],
      ['react', `${REACT} hydrateRoot(document.getElementById('any'), h(view)); setTimeout(done, 300)`],
    ])
      test(`${fileName(src)}: a late module hydrates a root of any name by ${name}: it finds what the server sent`, async (t) => {
        const {src: address, pages} = await library(name);
        const {until, open} = gate();
        const body = `const done = () => (document.title = 'Done'); ${script}`;
        const it = await visit(t, {
          head: `${tag(src)}<script type="module" src="/app.js"></script>`,
          body: `<div id="any">${RENDERED}</div><script src="${address}"></script>`,
          pages: {...pages, '/app.js': {body, until}},
          streaming: true,
        });
        await it.until(() => it.server.count('/app.js') > 0 && it.server.count(fileName(src)) > 0);
        // Time enough for the script.
        await pause(500);
        open();
        await it.until(() => it.run(() => document.title === 'Done'));
        await it.quiet();
        assert.equal(await it.run(() => document.querySelector('main').outerHTML), RENDERED);
        await it.assertSilent();
      });

  for (const src of [SCRIPT, ALL])
    test(`${fileName(src)}: a page with a module script gets its elements when it has loaded`, async (t) => {
      const it = await visit(t, {
        head: `${tag(src)}<script type="module" src="/app.js"></script>`,
        body: link(),
        pages: {'/app.js': '0'},
      });
      await it.shows([NUMBER]);
      await it.assertSilent();
    });

  for (const src of [SCRIPT, ALL])
    test(`${fileName(src)}: a placeholder whose content is set anew has its element again, but not for ever`, async (t) => {
      const it = await visit(t, {head: tag(src), body: placeholder()});
      await it.shows([NUMBER]);
      await it.run(() => (document.querySelector('[data-solidarity]').textContent = 'Other words'));
      await it.shows([NUMBER]);
      assert.equal(await it.run(() => document.querySelector('solidarity-counter').textContent), 'Other words');
      const sets = await it.run(async () => {
        let count = 0;
        const place = document.querySelector('[data-solidarity]');
        new MutationObserver(() => {
          if (place.querySelector('solidarity-counter') && count++ < 1000) place.textContent = 'Mine';
        }).observe(place, {childList: true});
        place.textContent = 'Mine';
        await new Promise((resolve) => setTimeout(resolve, 100));
        return count;
      });
      assert.ok(sets > 0 && sets < 100, `${sets}`);
      await it.assertSilent();
    });

  test('solidarity.js: a page without links and placeholders does not load the module', async (t) => {
    const it = await visit(t, {
      body: `<solidarity-counter>${FALLBACK}</solidarity-counter><a href="/embed/x">Other</a>`,
    });
    await it.shows([NUMBER]);
    await it.quiet();
    assert.equal(it.server.count('/dist/chunks/upgrade.js'), 0);
  });

  for (const [what, body] of Object.entries({
    'a link of another site': '<a href="https://video.example/embed/player.html">A video</a>',
    'a link to another folder': '<a href="/embed/counter.html">x</a>',
    'a link that names our folder': '<a href="https://other.example/embed/?/dist/embed/counter.html">x</a>',
    'somebody else’s data-solidarity': '<div data-solidarity="yes">x</div><p data-solidarity>x</p>',
    'somebody else’s data-widget': '<script data-widget="counter">"use strict"</script>',
    'a link of SVG': '<svg><a href="/dist/embed/counter.html"><text>x</text></a></svg>',
  }))
    test(`solidarity.js: ${what} requests nothing`, async (t) => {
      const it = await visit(t, {body});
      await it.quiet();
      assert.deepEqual(it.server.paths(), ['/page.html', SCRIPT]);
      await it.assertSilent();
    });

  test('solidarity.js: the module is requested again on the return of the reader', async (t) => {
    const it = await visit(t, {body: link(), answer: atFirst(/chunks\/upgrade-/, 404)});
    await it.quiet();
    assert.deepEqual(await it.look(), []);
    await addBody(it, '<p>Later</p>');
    await it.quiet();
    assert.equal(it.server.count('/dist/chunks/upgrade.js'), 1);
    await it.fire('focus');
    await it.shows([NUMBER]);
    assert.equal(it.server.count('/dist/chunks/upgrade.js'), 2);
  });

  test('solidarity.js: feed and core are requested together with the module', async (t) => {
    const {until, open} = gate();
    const it = await visit(t, {
      body: link(),
      streaming: true,
      answer: (path) => (/chunks\/upgrade-/.test(path) ? {until} : undefined),
    });
    await it.until(() => it.server.count('/dist/feed.json') === 1);
    open();
    await it.shows([NUMBER]);
    assert.equal(it.server.count('/dist/feed.json'), 1);
  });
});
