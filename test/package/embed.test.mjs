// The pages in embed/: as files, by themselves, and in frames.
import assert from 'node:assert/strict';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {test} from 'node:test';
import {campaign} from '../support/campaign.mjs';
import {tempDir} from '../support/feed-tool.mjs';
import {HOSTILE} from '../support/hostile.mjs';
import {LOCALES} from '../support/locales.mjs';
import {site} from '../support/site.mjs';
import {html, inEngines, NUMBER} from '../support/visit.mjs';

const BASE = 'https://widgets.example/v1/';
const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
/** The names of all elements. */
const WIDGETS = manifest.modules
  .flatMap(({declarations}) => declarations)
  .filter(({tagName}) => tagName)
  .map(({tagName}) => tagName.replace('solidarity-', ''));
const pathOf = (widget, lang, extension) => `${lang === 'en' ? '' : `${lang}/`}${widget}.${extension}`;

/** What the feed tool renders of a feed. */
const render = (t, feed, ...args) => {
  const {run, put, path, read} = tempDir(t);
  put('feed.json', feed);
  const {code, stderr, stdout} = run([
    'render',
    'embed',
    'feed.json',
    '--base',
    `${BASE}solidarity.js`,
    '--out-dir',
    'embed',
    ...args,
  ]);
  assert.equal(code, 0, stderr);
  return {stdout, path, read: (name) => read(`embed/${name}`)};
};

test('every element has a page in every language', () => {
  for (const widget of WIDGETS)
    for (const lang of LOCALES)
      assert.ok(existsSync(`dist/embed/${pathOf(widget, lang, 'html')}`), `${widget} ${lang}`);
  const files = readdirSync('dist/embed', {recursive: true}).filter((file) => file.endsWith('.html'));
  assert.equal(files.length, WIDGETS.length * LOCALES.length);
});

test('no page has an inline script or style', () => {
  for (const file of readdirSync('dist/embed', {recursive: true, encoding: 'utf8'}))
    if (file.endsWith('.html'))
      assert.doesNotMatch(
        readFileSync(`dist/embed/${file}`, 'utf8'),
        /<style|<script(?![^>]* src=)|\sstyle=|\son\w+=/,
        file,
      );
});

test('a build that does not know its address claims none', () => {
  const page = readFileSync('dist/embed/counter.html', 'utf8');
  assert.doesNotMatch(page, /canonical|oembed|og:url/);
  assert.equal(existsSync('dist/embed/counter.json'), false);
});

test('pages say what they are, in their language', (t) => {
  const {read, stdout} = render(t, campaign(), '--today', '2027-03-01');
  assert.match(stdout, new RegExp(`^${WIDGETS.length * LOCALES.length * 2} files in embed\n`));
  for (const widget of WIDGETS)
    for (const lang of LOCALES) {
      const page = read(pathOf(widget, lang, 'html'));
      const what = `${widget} ${lang}`;
      assert.match(page, /<title>[^<]{3,}<\/title>/, what);
      assert.match(page, /<meta name="description" content="[^"]{3,}">/, what);
      assert.ok(page.includes(`<link rel="canonical" href="${BASE}embed/${pathOf(widget, lang, 'html')}">`), what);
      assert.ok(
        page.includes(
          `<link rel="alternate" type="application/json+oembed" href="${BASE}embed/${pathOf(widget, lang, 'json')}"`,
        ),
        what,
      );
      assert.match(page, new RegExp(`<solidarity-${widget} lang="${lang}"`), what);
      assert.doesNotMatch(page, /noindex/, what);
    }
  const belarusian = read('be/counter.html');
  assert.match(belarusian, /<html lang="be" dir="ltr">/);
  assert.match(belarusian, /content="Прынамсі 1140 палітвязняў/);
  assert.match(read('ar/counter.html'), /dir="rtl"/);
});

test('the oEmbed response is that of the page', (t) => {
  const {read} = render(t, campaign());
  for (const widget of WIDGETS)
    for (const lang of LOCALES) {
      const {version, type, title, width, height, html, provider_name, cache_age} = JSON.parse(
        read(pathOf(widget, lang, 'json')),
      );
      assert.deepEqual([version, type, width, cache_age], ['1.0', 'rich', 600, 86400]);
      assert.ok(title && provider_name);
      assert.ok(height >= 100 && height <= 1000);
      const address = `${BASE}embed/${pathOf(widget, lang, 'html')}`;
      // What WordPress keeps, and how it looks for it (wp_filter_oembed_result).
      const [, quote, frame] = /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>).*/s.exec(html);
      assert.ok(quote.includes(`<a href="${address}">`) && frame.includes(` src="${address}"`), html);
      assert.equal(html, quote + frame);
    }
});

test('--noindex and --lang', (t) => {
  const {read, path} = render(t, campaign(), '--noindex', '--lang', 'pl');
  assert.match(read('pl/counter.html'), /<meta name="robots" content="noindex">/);
  assert.deepEqual(
    readdirSync(path('embed')).filter((name) => !name.includes('.')),
    ['pl'],
  );
});

test('a text of the feed is text', (t) => {
  const feed = campaign();
  const [figure] = feed.figures;
  feed.title = HOSTILE;
  feed.figures = [{...figure, unit: undefined, title: HOSTILE, note: HOSTILE, source: {name: HOSTILE}}];
  const {read} = render(t, feed);
  for (const name of ['counter.html', 'be/ways.html']) {
    assert.doesNotMatch(read(name), /<script>alert|onload='x'/);
    assert.equal(read(name).match(/<\/title>/g).length, 1);
  }
  assert.doesNotMatch(JSON.parse(read('counter.json')).html, /<script|"\s*onload/);
});

test('without --base nothing is written', (t) => {
  const {run, put} = tempDir(t);
  put('feed.json', campaign());
  for (const base of [[], ['--base', 'javascript:alert(1)'], ['--base', '/solidarity/']])
    assert.notEqual(run(['render', 'embed', 'feed.json', '--out-dir', 'embed', ...base]).code, 0);
});

/** The lines for the page around a frame, as the README has them, with the frames of this test. */
const [, PARENT_SCRIPT] = /<script>(\n {2}addEventListener\('message'.*?)<\/script>/s.exec(
  readFileSync('README.md', 'utf8'),
);
const parentPage = (origin, frames) =>
  html(
    `<main>${frames.map((attributes) => `<iframe width="500" height="50" ${attributes}></iframe>`).join('')}</main><script>${PARENT_SCRIPT.replace('https://your.site/solidarity', `${origin}/dist`)}</script>`,
    "<script>messages = []; addEventListener('message', ({data}) => messages.push(data))</script>",
  );
const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src data:; base-uri 'self'";

inEngines(({engine, visit}) => {
  const embedPath = (path, query = '') => `/dist/embed/${path}${query}`;
  /** Opens an embed page with a strict policy. */
  const openPage = (t, path) =>
    visit(t, {
      path: path.split('?')[0],
      page: {body: readFileSync(`.${path.split('?')[0]}`, 'utf8'), headers: {'content-security-policy': POLICY}},
      ...{},
    });

  test('by itself, under a strict policy', async (t) => {
    const it = await openPage(t, embedPath('counter.html'));
    await it.shows([NUMBER]);
    await it.assertSilent();
    assert.equal(await it.run(() => document.documentElement.dataset.theme), 'auto');
  });

  test('the query has the attributes of the element, and no others', async (t) => {
    const it = await openPage(t, embedPath('counter.html'));
    const query = '?lang=be&figure=women&look=memorial&theme=dark&src=/other.json&onclick=x&id=x&noindex';
    await it.tab.goto(it.server.origin + embedPath('counter.html', query));
    await it.shows(['33']);
    const names = await it.run(() =>
      [...document.querySelector('solidarity-counter').attributes].map(({name, value}) => `${name}=${value}`),
    );
    assert.deepEqual(names, ['lang=be', 'figure=women', 'look=memorial', 'theme=dark']);
    assert.equal(await it.run(() => document.querySelector('meta[name=robots]').content), 'noindex');
    assert.equal(await it.run(() => getComputedStyle(document.documentElement).colorScheme), 'dark');
    await it.assertSilent();
  });

  test('in a folder of a language', async (t) => {
    const it = await openPage(t, embedPath('be/counter.html'));
    await it.shows([NUMBER]);
    assert.match(
      await it.run(() => document.querySelector('solidarity-counter').shadowRoot.textContent),
      /палітвязн|Палітвязн/,
    );
    await it.assertSilent();
  });

  test(
    'without JavaScript it has number, date and source',
    {skip: engine !== 'chromium' && 'its driver cannot'},
    async (t) => {
      const it = await visit(t, {path: '/x.html', page: html('')});
      it.isReusable = false;
      await it.tab.setJavaScriptEnabled(false);
      await it.tab.goto(it.server.origin + embedPath('counter.html'));
      assert.match(
        await it.tab.$eval('main', (main) => main.textContent),
        /^At least 1,140 .* on 5 March 2026\. Source: Pozirk\./,
      );
    },
  );

  for (const sandbox of ['', 'sandbox="allow-scripts"', 'sandbox="allow-scripts allow-same-origin allow-popups"'])
    test(`in a frame ${sandbox}: it shows the number, and the frame gets its height`, async (t) => {
      const it = await visit(t, {body: ''});
      const widgets = await site({pages: {'/dist/feed.json': JSON.stringify(campaign())}});
      t.after(widgets.close);
      const src = widgets.origin + embedPath('counter.html', '?trend');
      await it.run(
        (page) => {
          document.open();
          document.write(page);
          document.close();
        },
        parentPage(widgets.origin, [`src="${src}" ${sandbox}`, 'srcdoc="<p>Other</p>"']),
      );
      await it.until(() => it.run(() => document.querySelector('iframe').height > 150));
      const frame = it.tab.frames().find((frame) => frame.url() === src);
      await it.shows(['1,140'], frame);
      const content = () => frame.evaluate(() => document.querySelector('main').getBoundingClientRect().height);
      await it.until(
        async () => Math.ceil(await content()) === +(await it.run(() => document.querySelector('iframe').height)),
      );
      assert.equal(await it.run(() => document.querySelectorAll('iframe')[1].height), '50');
      assert.equal(await frame.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'light');
    });

  /** A page with a sandboxed frame; the number is shown. */
  const framed = async (t, fragment = '', sandbox = 'allow-scripts') => {
    const it = await visit(t, {body: ''});
    const src = it.server.origin + embedPath('counter.html', fragment);
    await it.run(
      (page) => {
        document.open();
        document.write(page);
        document.close();
      },
      parentPage(it.server.origin, [`src="${src}" sandbox="${sandbox}"`]),
    );
    await it.until(() => it.tab.frames().some((frame) => frame.url() === src));
    const frame = it.tab.frames().find((frame) => frame.url() === src);
    await it.shows([NUMBER], frame);
    return {it, frame};
  };

  test('in WordPress: heights have the secret of the address', async (t) => {
    const {it} = await framed(t, '#?secret=AbCdE12345');
    await it.until(() =>
      it.run(() =>
        messages.some(({message, value, secret}) => message === 'height' && value > 50 && secret === 'AbCdE12345'),
      ),
    );
  });

  test('in WordPress: a secret that comes later is answered, another is not', async (t) => {
    const {it} = await framed(t);
    assert.deepEqual(await it.run(() => messages.filter(({secret}) => secret)), []);
    await it.run(() => frames[0].postMessage({message: 'ready', secret: 'Later12345'}, '*'));
    await it.until(() => it.run(() => messages.some(({secret}) => secret === 'Later12345')));
    await it.run(() => frames[0].postMessage({message: 'ready', secret: 'Second1234'}, '*'));
    await it.run(() => (messages.length = 0));
    await it.run(() => frames[0].postMessage({type: 'solidarity-ready'}, '*'));
    await it.until(() => it.run(() => messages.some(({message}) => message === 'height')));
    assert.deepEqual(await it.run(() => [...new Set(messages.map(({secret}) => secret).filter(Boolean))]), [
      'Later12345',
    ]);
  });

  test('messages from elsewhere, and of another shape, are ignored', async (t) => {
    const {it, frame} = await framed(t);
    await it.run(async () => {
      const other = document.createElement('iframe');
      other.srcdoc =
        "<script>parent.frames[0].postMessage({message: 'ready', secret: 'Stolen1234'}, '*')</scr" + 'ipt>';
      document.body.append(other);
      await new Promise((resolve) => (other.onload = resolve));
      for (const data of [
        null,
        1,
        'ready',
        [],
        {},
        {message: 'ready', secret: '<b>'},
        {message: 'ready', secret: 1},
        {message: {}},
      ])
        frames[0].postMessage(data, '*');
      messages.length = 0;
      frames[0].postMessage({type: 'solidarity-ready'}, '*');
    });
    await it.until(() => it.run(() => messages.length > 0));
    assert.deepEqual(await it.run(() => messages.filter(({secret}) => secret)), []);
    await it.shows([NUMBER], frame);
  });

  test('the lines for the parent ignore what has no height, and other senders', async (t) => {
    const {it, frame} = await framed(t);
    await it.until(() => it.run(() => +document.querySelector('iframe').height > 50));
    const before = await it.run(() => document.querySelector('iframe').height);
    await frame.evaluate(() => {
      for (const height of [-1, 0, 1e9, NaN, '<b>', null, {}, undefined])
        parent.postMessage({type: 'solidarity-height', height}, '*');
      for (const data of [null, 1, 'solidarity-height']) parent.postMessage(data, '*');
    });
    await it.run(() => window.postMessage({type: 'solidarity-height', height: 777}, '*'));
    await it.until(() => it.run(() => messages.some((data) => data?.height === 777)));
    assert.equal(await it.run(() => document.querySelector('iframe').height), before);
  });

  test('where the sandbox forbids to open links, a click shows the address', async (t) => {
    const {it, frame} = await framed(t);
    const click = () =>
      frame.evaluate(() => document.querySelector('solidarity-counter').shadowRoot.querySelector('a').click());
    await click();
    await it.until(() => frame.evaluate(() => !!document.querySelector('#address')));
    const [shown, selected, address] = await frame.evaluate(() => [
      document.querySelector('#address').textContent,
      String(getSelection()),
      document.querySelector('solidarity-counter').shadowRoot.querySelector('a').href,
    ]);
    assert.deepEqual([shown, selected.trim()], [address, address]);
    await click();
    assert.equal(await frame.evaluate(() => document.querySelectorAll('#address').length), 1);
  });
});
