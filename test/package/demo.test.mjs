// The pages of the demo, as `npm start` shows them.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {site} from '../support/site.mjs';
import {launch, until} from '../support/tab.mjs';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const TAGS = readdirSync('src/define')
  .filter((file) => file.startsWith('solidarity-'))
  .map((file) => file.replace(/\.ts$/, ''));
const PAGES = ['index', 'newspaper', 'partner', 'campaign', 'civil-society', 'board'];

let server, browser;
before(async () => {
  server = await site();
  browser = await launch();
});
after(async () => {
  await browser.close();
  server.close();
});

/** Opens a page and waits for its elements; gives what it requested elsewhere, and its errors. */
const open = async (path, {width = 1280, scheme = 'light', answer} = {}) => {
  const tab = await browser.newPage();
  const complaints = [];
  tab.on('request', (request) => {
    if (!/^(data:|http:\/\/127)/.test(request.url())) complaints.push(request.url());
  });
  tab.on('pageerror', (error) => complaints.push(String(error)));
  await tab.setViewport({width, height: 800});
  await tab.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
  if (answer) {
    await tab.setRequestInterception(true);
    tab.on('request', (request) => (answer(request.url()) ? request.abort() : request.continue()));
  }
  await tab.goto(`${server.origin}/demo/${path}`, {waitUntil: 'load'});
  const state = answer ? ':state(failed)' : ':state(ready)';
  await until(
    tab,
    ({tags, state}) =>
      [...document.querySelectorAll(tags)].every((element) => element.matches(':defined') && element.matches(state)),
    {tags: TAGS.join(), state},
  );
  return {tab, complaints};
};

for (const page of PAGES)
  for (const width of [320, 1280])
    for (const scheme of ['light', 'dark'])
      test(`${page} at ${width} px, ${scheme}: nothing overflows, no request elsewhere, no issue that axe finds`, async () => {
        const {tab, complaints} = await open(`${page}.html`, {width, scheme});
        assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth), width);
        await tab.evaluate(AXE);
        // What is in the elements is tested in their stories.
        const issues = await tab.evaluate(async (tags) => {
          const {violations} = await axe.run({exclude: tags.map((tag) => [tag])}, {resultTypes: ['violations']});
          return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html}`));
        }, TAGS);
        assert.deepEqual(issues, []);
        assert.deepEqual(complaints, []);
        await tab.close();
      });

for (const page of PAGES)
  test(`${page} has its own words, and no hole, where the feed cannot be loaded`, async () => {
    const {tab} = await open(`${page}.html`, {answer: (url) => url.endsWith('feed.json')});
    const holes = await tab.evaluate(
      (tags) =>
        [...document.querySelectorAll(tags)].flatMap((element) => {
          const {height} = element.getBoundingClientRect();
          return height > 120 ? [`${element.localName} of ${height} px`] : [];
        }),
      TAGS.join(),
    );
    assert.deepEqual(holes, []);
    await tab.close();
  });

/** Opens a page, and gives how far what is in the window has moved until all of its elements were filled. */
const shiftOf = async (path, width) => {
  const tab = await browser.newPage();
  await tab.setViewport({width, height: 800});
  await tab.evaluateOnNewDocument(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const {value} of list.getEntries()) globalThis.shift += value;
    }).observe({type: 'layout-shift', buffered: true});
  });
  await tab.goto(`${server.origin}/demo/${path}.html`);
  await until(
    tab,
    (tags) => [...document.querySelectorAll(tags)].every((one) => one.matches(':state(ready)')),
    TAGS.join(),
  );
  const shift = await tab.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return globalThis.shift;
  });
  await tab.close();
  return shift.toFixed(3);
};

for (const page of PAGES)
  for (const width of [320, 640, 1280])
    test(`${page} at ${width} px: nothing moves when the elements are filled`, async () => {
      assert.equal(await shiftOf(page, width), '0.000');
    });

test('the gallery has every element, in every look, in the language, look and theme that are chosen', async () => {
  const {tab} = await open('index.html?lang=be&look=memorial&scheme=dark&dir=rtl');
  const [tags, looks, page] = await tab.evaluate(() => {
    const examples = [...document.querySelectorAll('.example')];
    const {lang, dir} = document.documentElement;
    return [
      [...new Set(examples.map(({localName}) => localName))],
      examples.map(({look}) => look),
      [lang, dir, document.querySelector('meta[name=color-scheme]').content],
    ];
  });
  assert.deepEqual(tags.sort(), [...TAGS].sort());
  assert.deepEqual([...new Set(looks)].sort(), ['campaign', 'contrast', 'memorial', 'newsroom']);
  assert.equal(looks.filter((look) => look === 'campaign').length, 1);
  assert.deepEqual(page, ['be', 'rtl', 'dark']);
  await tab.close();
});

test('a tag is copied as a page would have it', async () => {
  const {tab} = await open('index.html');
  const copied = await tab.evaluate(async () => {
    let text;
    Object.defineProperty(navigator, 'clipboard', {value: {writeText: async (words) => (text = words)}});
    for (const button of document.querySelectorAll('.looks button')) {
      button.click();
      await new Promise(requestAnimationFrame);
      if (text.includes('newsroom')) break;
    }
    return text;
  });
  assert.equal(copied, '<solidarity-counter look="newsroom" trend>Political prisoners in Belarus</solidarity-counter>');
  await tab.close();
});

for (const [page, day] of [
  ['campaign', '9 August'],
  ['civil-society', '4 August'],
])
  test(`${page} is about ${day}, has no figure of its own, and no script in it`, async () => {
    const html = readFileSync(`demo/${page}.html`, 'utf8');
    assert.doesNotMatch(html, /<script(?![^>]* src=)|style="|\son\w+="/);
    const {tab} = await open(`${page}.html`);
    const [own, countdown] = await tab.evaluate(() => [
      document.body.innerText.match(/\d+/g),
      document.querySelector('solidarity-countdown').shadowRoot.textContent,
    ]);
    // Days and years; figures come from the feed.
    assert.deepEqual(
      [...new Set(own)].filter((number) => !/^(4|9|20[12]\d)$/.test(number)),
      [],
    );
    assert.match(countdown, new RegExp(day));
    await tab.close();
  });
