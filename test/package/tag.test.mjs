// The one tag, as built, on real pages in real browsers.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {site} from '../support/site.mjs';
import {engines, launch, until} from '../support/tab.mjs';
import {gate} from '../support/visit.mjs';

const CSP = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:";
const TAG = '<script async src="/dist/solidarity.js"></script>';
const page = (body, head = TAG) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
const COUNTER = '<solidarity-counter>More than 1,370</solidarity-counter>';

/** Answers these files only when all of them are requested: a page that waits for one before another is never complete. */
const together = (...patterns) => {
  const missing = new Set(patterns);
  const {until, open} = gate();
  return (path) => {
    const pattern = patterns.find((pattern) => pattern.test(path));
    if (!pattern) return undefined;
    missing.delete(pattern);
    if (!missing.size) open();
    return {until};
  };
};

const shown = (tag) => !!document.querySelector(tag)?.shadowRoot?.querySelector('[part~=base]');

for (const [engine, executablePath] of engines) {
  let browser;
  before(async () => {
    browser = await launch(engine, executablePath);
  });
  after(() => browser?.close());

  /** Opens a page of ours; gives what it complained of, too. */
  const visit = async (t, options) => {
    const server = await site({headers: {'content-security-policy': CSP}, ...options});
    const tab = await browser.newPage();
    t.after(async () => {
      await tab.close();
      server.close();
    });
    const complaints = [];
    tab.on('pageerror', (error) => complaints.push(String(error)));
    tab.on('console', (message) => complaints.push(message.text()));
    await tab.goto(`${server.origin}/page.html`);
    return {tab, server, complaints};
  };

  test(`${engine}: shows the number after two round trips, with one request for the feed`, async (t) => {
    const {tab, server, complaints} = await visit(t, {
      pages: {'/page.html': page(COUNTER.repeat(3))},
      answer: together(/core-\w+\.js$/, /feed\.json$/),
    });
    await until(tab, shown, 'solidarity-counter');
    assert.deepEqual(server.paths().sort(), [
      '/dist/chunks/core.js',
      '/dist/feed.json',
      '/dist/solidarity.js',
      '/page.html',
    ]);
    assert.deepEqual(complaints, []);
  });

  for (const [lang, file, words, isGuessed] of [
    ['be', 'be', /палітвязняў/, true],
    ['be-tarask', 'be-tarask', /палітвязьняў/, true],
    ['ar-EG', 'ar', /سجينًا/, true],
    // The script alone does not know that Norwegian has more tags than one.
    ['nn-NO', 'nb', /politiske fanger/, false],
  ])
    test(`${engine}: fetches ${lang}${isGuessed ? ' along with the element' : ''}, and no other language`, async (t) => {
      const {tab, server, complaints} = await visit(t, {
        pages: {
          '/page.html': page(`<p lang="${lang}"><solidarity-counter variant="inline">words</solidarity-counter></p>`),
        },
        answer: isGuessed ? together(/core-\w+\.js$/, /feed\.json$/, /chunks\/.*\.json$/) : undefined,
      });
      await until(tab, shown, 'solidarity-counter');
      assert.ok(server.paths().includes(`/dist/chunks/${file}.json`));
      assert.equal(server.paths().length, 5);
      const sentence = await tab.$eval(
        'solidarity-counter',
        (el) => el.shadowRoot.querySelector('[part=sentence]').textContent,
      );
      assert.match(sentence, words);
      assert.deepEqual(complaints, []);
    });

  test(`${engine}: fetches all modules of an element together`, async (t) => {
    const {tab} = await visit(t, {
      pages: {'/page.html': page('<solidarity-countdown></solidarity-countdown>')},
      answer: together(/core-\w+\.js$/, /countdown-/, /template-element-/, /time-/, /feed\.json$/),
    });
    await until(tab, shown, 'solidarity-countdown');
  });

  test(`${engine}: packing the templates has eaten no space between words`, async (t) => {
    const body =
      '<solidarity-counter variant="inline"></solidarity-counter><solidarity-countdown></solidarity-countdown>';
    const {tab} = await visit(t, {pages: {'/page.html': page(body)}});
    const said = (tag) => document.querySelector(tag).shadowRoot.textContent;
    const words = async (tag) => {
      await until(tab, shown, tag);
      return (await tab.evaluate(said, tag)).replace(/\s+/g, ' ');
    };
    assert.match(
      await words('solidarity-counter'),
      /^at least [\d,]+ political prisoners \(\S+, \d+ \w+ \d{4}(, out of date)?\) \?/,
    );
    assert.match(await words('solidarity-countdown'), /\d+ days.* \d+ \w+ \d{4}/);
  });

  test(`${engine}: all four stand under a strict content security policy, without a referrer or a cookie`, async (t) => {
    const tags = ['counter', 'countdown', 'banner', 'ways'].map((name) => `solidarity-${name}`);
    const {tab, server, complaints} = await visit(t, {
      pages: {'/page.html': page(tags.map((tag) => `<${tag}>words</${tag}>`).join(''))},
    });
    for (const tag of tags) await until(tab, shown, tag);
    assert.deepEqual(complaints, []);
    const feeds = server.requests.filter(({path}) => path === '/dist/feed.json');
    assert.equal(feeds.length, 1);
    assert.deepEqual([feeds[0].referer, feeds[0].cookie], [undefined, undefined]);
    const kept = await tab.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]);
    assert.deepEqual(kept, ['', 0, 0]);
  });

  test(`${engine}: adds nothing to the page but the elements`, async (t) => {
    const bare = `<script src="/before.js"></script>`;
    const {tab} = await visit(t, {
      pages: {
        '/page.html': page(COUNTER + '<solidarity-ways></solidarity-ways>', bare + TAG),
        '/before.js': 'var before; before = Object.getOwnPropertyNames(window)',
      },
    });
    await until(tab, shown, 'solidarity-ways');
    const added = await tab.evaluate(() =>
      Object.getOwnPropertyNames(window).filter(
        (name) => !window.before.includes(name) && !/^(__)?puppeteer|^\d+$/.test(name),
      ),
    );
    assert.deepEqual(added, []);
    assert.equal(await tab.evaluate(() => document.head.querySelectorAll('link[rel*=load],style').length), 0);
  });

  test(`${engine}: waits for one slow feed with elements whose code comes one after another`, async (t) => {
    const {tab, server} = await visit(t, {
      pages: {
        '/page.html': page(
          `${COUNTER}<solidarity-ways></solidarity-ways><solidarity-countdown></solidarity-countdown>`,
        ),
      },
      answer: (path) => ({
        delay: path.endsWith('feed.json') ? 900 : path.includes('ways') ? 300 : path.includes('countdown') ? 600 : 0,
      }),
    });
    for (const tag of ['counter', 'ways', 'countdown']) await until(tab, shown, `solidarity-${tag}`);
    assert.equal(server.paths().filter((path) => path === '/dist/feed.json').length, 1);
  });

  test(`${engine}: finds elements that come later`, async (t) => {
    const {tab, server} = await visit(t, {pages: {'/page.html': page('<main></main>')}});
    await until(tab, () => performance.getEntriesByType('resource').some(({name}) => name.endsWith('solidarity.js')));
    assert.deepEqual(server.paths(), ['/page.html', '/dist/solidarity.js'], 'a page without elements fetches nothing');
    await tab.evaluate(() => document.querySelector('main').append(document.createElement('solidarity-countdown')));
    await until(tab, shown, 'solidarity-countdown');
  });

  test(`${engine}: is harmless twice, and beside another version`, async (t) => {
    const {tab, server, complaints} = await visit(t, {
      pages: {'/page.html': page(COUNTER, TAG + TAG + '<script async src="/dist/solidarity.all.js"></script>')},
    });
    await until(tab, shown, 'solidarity-counter');
    await tab.waitForNetworkIdle();
    assert.equal(server.paths().filter((path) => path === '/dist/chunks/core.js').length <= 1, true);
    assert.deepEqual(complaints, []);
  });

  test(`${engine}: takes the feed from data-feed`, async (t) => {
    const {tab, server} = await visit(t, {
      pages: {
        '/page.html': page(COUNTER, '<script async src="/dist/solidarity.js" data-feed="dist/figures.json"></script>'),
      },
    });
    await until(tab, shown, 'solidarity-counter');
    assert.ok(server.paths().includes('/dist/figures.json'));
    assert.ok(!server.paths().includes('/dist/feed.json'));
  });

  for (const missing of ['/dist/feed.json', 'core'])
    test(`${engine}: keeps the page’s words, and its peace, without ${missing}`, async (t) => {
      const {tab, complaints} = await visit(t, {
        pages: {'/page.html': page(COUNTER)},
        answer: (path) => (path.includes(missing) ? {status: 503} : undefined),
      });
      await tab.waitForNetworkIdle();
      assert.equal(await tab.$eval('solidarity-counter', (el) => el.textContent), 'More than 1,370');
      assert.equal(await tab.evaluate(shown, 'solidarity-counter'), false);
      // The browser itself notes a failed request in the console; nothing else may stand there.
      assert.deepEqual(
        complaints.filter((text) => !/503|Failed to load|Loading/.test(text)),
        [],
      );
    });

  test(`${engine}: sleeps, and keeps the page’s words, where no policy for trusted types is allowed`, async (t) => {
    const {tab, complaints} = await visit(t, {
      headers: {'content-security-policy': `${CSP}; require-trusted-types-for 'script'; trusted-types 'none'`},
      pages: {'/page.html': page(COUNTER)},
    });
    await tab.waitForNetworkIdle();
    assert.equal(await tab.$eval('solidarity-counter', (el) => el.textContent), 'More than 1,370');
    assert.deepEqual(
      complaints.filter((text) => !/trusted.?types|TrustedTypePolicy|Content.Security.Policy/i.test(text)),
      [],
    );
  });

  test(`${engine}: works from another origin`, async (t) => {
    const cdn = await site();
    t.after(() => cdn.close());
    const {tab} = await visit(t, {
      headers: {},
      pages: {
        '/page.html': page(
          `<div lang="de">${COUNTER}</div>`,
          `<script async src="${cdn.origin}/dist/solidarity.js"></script>`,
        ),
      },
    });
    await until(tab, shown, 'solidarity-counter');
    assert.ok(cdn.paths().includes('/dist/feed.json'));
    assert.deepEqual(cdn.requests.map(({cookie}) => cookie).filter(Boolean), []);
  });
}

test('nothing moves where the documented height is reserved', async (t) => {
  const server = await site();
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    server.close();
  });
  for (const path of ['index', 'newspaper', 'partner'])
    for (const width of [360, 800, 1280]) {
      const tab = await browser.newPage();
      await tab.setViewport({width, height: 900});
      await tab.evaluateOnNewDocument(() => {
        window.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) window.shift += entry.value;
        }).observe({type: 'layout-shift', buffered: true});
      });
      await tab.goto(`${server.origin}/demo/${path}.html`, {waitUntil: 'networkidle0'});
      await until(tab, shown, 'solidarity-counter');
      assert.equal(await tab.evaluate(() => window.shift), 0, `${path} at ${width} px`);
      await tab.close();
    }
});
