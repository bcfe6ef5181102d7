// The Storybook that `storybook build` has written: what it shows and what it requests.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {site} from '../support/site.mjs';
import {launch, until} from '../support/tab.mjs';

const {entries} = JSON.parse(readFileSync('storybook-static/index.json', 'utf8'));
const docs = Object.values(entries).filter(({type}) => type === 'docs');

let server, browser;
before(async () => {
  server = await site();
  browser = await launch();
});
after(async () => {
  await browser.close();
  server.close();
});

/** Opens a page or story, with the toolbar's choices; gives what it requested elsewhere, and its errors. */
const open = async ({id, type}, globals = '') => {
  const tab = await browser.newPage();
  await tab.setViewport({width: 1200, height: 900});
  const complaints = [];
  const isOurs = (url) => url.startsWith(server.origin) || /^(data|blob):/.test(url);
  tab.on('request', (request) => isOurs(request.url()) || complaints.push(request.url()));
  tab.on('pageerror', (error) => complaints.push(String(error)));
  const view = type === 'docs' ? 'docs' : 'story';
  await tab.goto(`${server.origin}/storybook-static/iframe.html?viewMode=${view}&id=${id}&globals=${globals}`);
  await until(tab, () => document.body.matches('.sb-show-main, .sb-show-errordisplay, .sb-show-nopreview'));
  assert.ok(await tab.evaluate(() => document.body.matches('.sb-show-main')), `${id} is not shown`);
  return {tab, complaints};
};

const STATES = ['loading', 'ready', 'stale', 'failed'];

/** The states of the elements in the stories of a docs page, by story. */
const statesIn = (tab) =>
  tab.evaluate(
    (states) =>
      Object.fromEntries(
        [...document.querySelectorAll('[id^=story--]')].map((story) => [
          story.id.replace(/^story--[\w-]+--([\w-]+?)(--primary)?-inner$/, '$1'),
          [...story.querySelectorAll('*')]
            .filter(({localName}) => localName.startsWith('solidarity-'))
            .map((element) => states.filter((state) => element.matches(`:state(${state})`)).join())[0],
        ]),
      ),
    STATES,
  );

test('there are pages to start from, and one for each element', () => {
  const titles = docs.map(({title}) => title);
  for (const title of ['Welcome', 'Theming', 'Feed', 'Embedding', 'Accessibility', 'Performance', 'Comparison'])
    assert.ok(titles.includes(title), title);
  const elements = readdirSync('src/define').filter((file) => file.startsWith('solidarity-'));
  assert.equal(titles.filter((title) => title.startsWith('Elements/')).length, elements.length);
});

for (const page of docs)
  test(`${page.title} is shown without a request to another server`, async () => {
    const {tab, complaints} = await open(page);
    // Visible: hidden text is not in innerText.
    await until(tab, () => !!document.querySelector('#storybook-docs h1')?.checkVisibility());
    // Each story is rendered.
    await until(tab, () =>
      [...document.querySelectorAll('[id^=story--]')].every(
        (story) => story.querySelector('div') || story.matches('iframe'),
      ),
    );
    assert.deepEqual(complaints, []);
    assert.equal(await tab.evaluate(() => document.body.innerText.includes('| --')), false, 'a table in plain text');
    await tab.close();
  });

test('the stories on one page have each their own day and feed', async () => {
  const {tab} = await open(docs.find(({id}) => id === 'elements-counter--docs'));
  const expected = {live: 'ready', ageing: 'ready', stale: 'ready,stale', failed: 'failed', loading: 'loading'};
  const shown = async () => {
    const states = await statesIn(tab);
    return Object.fromEntries(Object.keys(expected).map((story) => [story, states[story]]));
  };
  for (const end = Date.now() + 10_000; Date.now() < end;)
    if (JSON.stringify(await shown()) === JSON.stringify(expected)) break;
  assert.deepEqual(await shown(), expected);
  await tab.close();
});

test('the toolbar’s language, look, day and feed are those of the element', async () => {
  const story = entries['elements-counter--live'];
  const {tab} = await open(story, 'lang:be;look:memorial;theme:dark;width:320;day:2026-11-22');
  await until(tab, () => document.querySelector('solidarity-counter')?.matches(':state(stale)'));
  const shown = await tab.evaluate(() => {
    const element = document.querySelector('solidarity-counter');
    const {width} = element.getBoundingClientRect();
    return [element.lang, element.look, width, getComputedStyle(element).colorScheme.includes('dark')];
  });
  assert.deepEqual(shown, ['be', 'memorial', 320, true]);
  await tab.close();
  for (const [feed, reason] of Object.entries({offline: 'network', broken: 'not-json', signature: 'signature'})) {
    const {tab, complaints} = await open(story, `feed:${feed}`);
    await until(tab, () => document.querySelector('solidarity-counter')?.matches(':state(failed)'));
    // The event has been fired before we could listen: a second element fires it again.
    const fired = await tab.evaluate(() => {
      const {parentElement, src} = document.querySelector('solidarity-counter');
      const other = document.createElement('solidarity-counter');
      return new Promise((resolve) => {
        other.addEventListener('error', ({reason}) => resolve(reason));
        other.src = src;
        parentElement.append(other);
      });
    });
    assert.equal(fired, reason, feed);
    assert.deepEqual(complaints, []);
    await tab.close();
  }
});

test('the code is the HTML that is shown', async () => {
  const {tab} = await open(
    docs.find(({id}) => id === 'embedding--docs'),
    'lang:pl;look:newsroom',
  );
  const code =
    '<solidarity-counter lang="pl" look="newsroom" trend change>Political prisoners in Belarus</solidarity-counter>';
  await until(tab, (code) => document.body.innerText.includes(code), code);
  await tab.close();
});

for (const [id, names] of Object.entries({
  'elements-counter--docs': ['trend', 'change', 'variant', 'figure', 'count-up'],
  'elements-banner--docs': ['dismiss', 'position', 'links'],
}))
  test(`every attribute has its control in ${id}`, async () => {
    const {tab} = await open(docs.find((page) => page.id === id));
    await until(tab, () => !!document.querySelector('.docblock-argstable tbody tr'));
    const controls = await tab.evaluate(() =>
      [...document.querySelectorAll('.docblock-argstable tbody tr')].flatMap((row) =>
        row.querySelector('td:last-child :is(input, select, textarea, button)') ? [row.cells[0].innerText.trim()] : [],
      ),
    );
    for (const name of names) assert.ok(controls.includes(name), `${name}: ${controls.join()}`);
    assert.deepEqual(
      controls.filter((name) => /^(--|::|:state|src$|look$)/.test(name)),
      [],
      'controls that do nothing',
    );
    await tab.close();
  });
