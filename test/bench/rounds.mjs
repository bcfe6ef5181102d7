// How long, and how many round trips after the page, the number takes in each form in which a page can have it: over slow 4G,
// beside the bare article and the vanilla floor. The files are of another origin than the page, as on a partner's site.
// ROUNDS=3: fewer rounds.
import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {setTimeout as pause} from 'node:timers/promises';
import {launch} from '../support/tab.mjs';
import {inject, interleaved, inTab, plusMinus} from './measure.mjs';
import {bundle, figure} from './peers/bundle.mjs';
import {article, PHONE, SLOW, SLOWER} from './peers/cold.mjs';
import {serve} from './peers/server.mjs';
import {table, writeTables} from './tables.mjs';

/** Milliseconds that each answer takes where round trips are counted: more than a page needs between two of them. */
const ROUND_TRIP = 1000;
const {ROUNDS = 7} = process.env;
const number = figure.value.toLocaleString('en');

/** In the page: whether a reader has the number before him, in the element or in its fallback content. */
const shown = (element, text) => (element.shadowRoot ?? element).textContent.includes(text);
/** In the page: when the element of ours has taken over. */
const watchOwn = (text) => {
  const look = () => {
    if (document.querySelector('solidarity-counter')?.shadowRoot?.textContent.includes(text))
      globalThis.taken = performance.now();
    else requestAnimationFrame(look);
  };
  look();
};

const formsAt = (cdn) => {
  const core = readdirSync('dist/chunks').find((file) => /^core-[\w-]{8}\.js$/.test(file));
  const integrity = JSON.parse(readFileSync('dist/integrity.json', 'utf8'));
  const feed = `${cdn}/figures.json`;
  const tag = (file, attributes = '') =>
    `<script async src="${cdn}/${file}" referrerpolicy="no-referrer" data-feed="${feed}" ${attributes}></script>`;
  const pinned = `integrity="${integrity['solidarity.all.js']}" crossorigin="anonymous"`;
  const preload = `<link rel="preload" as="fetch" crossorigin="anonymous" referrerpolicy="no-referrer" href="${feed}">`;
  const modulepreload = `<link rel="modulepreload" referrerpolicy="no-referrer" href="${cdn}/chunks/${core}">`;
  const room = '<style>solidarity-counter { display: block; min-height: 360px }</style>';
  const body = '<solidarity-counter>Political prisoners in Belarus</solidarity-counter>';
  const options = ['--lang', 'en', '--today', figure.day, '--script', `${cdn}/solidarity.js`, '--src', feed];
  const snippet = execFileSync(
    process.execPath,
    ['dist/solidarity-feed.js', 'render', 'snippet', 'dist/figures.json', ...options],
    {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']},
  );
  const ours = (name, head, content = body) => ({
    name,
    head: room + head,
    body: content,
    selector: 'solidarity-counter',
  });
  return [
    {name: 'the bare article', head: '', body: ''},
    {
      name: 'vanilla floor',
      head: `<script async type="module" src="${cdn}/vanilla-counter.js"></script>`,
      body: '<vanilla-counter></vanilla-counter>',
      selector: 'vanilla-counter',
    },
    ours('**script tag**', tag('solidarity.js')),
    ours('**script tag, code and feed preloaded**', modulepreload + preload + tag('solidarity.js')),
    ours('**all in one file**', tag('solidarity.all.js')),
    ours('**all in one file, pinned, feed preloaded**', preload + tag('solidarity.all.js', pinned)),
    ours('**rendered snippet**', '', snippet),
  ];
};

/** The round trips after the page: each request waits for those that were answered before it came. */
const roundTrips = (requests) => {
  const trips = new Map();
  for (const request of requests.toSorted((a, b) => a.from - b.from)) {
    const before = [...trips].filter(([{until}]) => until <= request.from).map(([, trip]) => trip);
    trips.set(request, Math.max(-1, ...before) + 1);
  }
  return Math.max(...trips.values());
};

/** One visit over slow 4G, and one where only answers are slow, to count round trips. Nothing is cached before. */
const visit = async (browser, servers, {path, selector, name}) => {
  const url = servers[0].origin + path;
  const open = (act) =>
    inTab(browser, async (tab) => {
      // What is preloaded is in the cache.
      await tab.setCacheEnabled(true);
      await tab.setViewport(PHONE);
      await tab.evaluateOnNewDocument(watchOwn, number);
      await act(tab);
      if (selector) await tab.waitForFunction('seen.number', {polling: 100});
      if (selector === 'solidarity-counter') await tab.waitForFunction('globalThis.taken', {polling: 100});
      await tab.waitForNetworkIdle({idleTime: 500});
      return tab.evaluate(() => ({
        ...globalThis.seen,
        taken: globalThis.taken,
        first: performance.getEntriesByName('first-contentful-paint')[0].startTime,
      }));
    });
  const prepare = (tab) => inject(tab, {shown, NUMBER: number, WATCHED: selector ?? ''}, 'peers/in-page.js');
  const seen = await open(async (tab) => {
    await tab.emulateCPUThrottling(SLOWER);
    await tab.emulateNetworkConditions(SLOW);
    await prepare(tab);
    await tab.goto(url);
  });
  for (const server of servers) {
    server.asked();
    server.wait(ROUND_TRIP);
  }
  await open(async (tab) => {
    await prepare(tab);
    await tab.goto(url);
  });
  const asked = servers.flatMap((server) => server.asked());
  for (const server of servers) server.wait(0);
  const twice = asked.find((one) => asked.some((other) => other !== one && other.path === one.path));
  if (twice) throw new Error(`${name}: ${twice.path} was requested twice`);
  // Nothing is seen before the page is painted.
  return {...seen, number: Math.max(seen.number, seen.first), requests: asked.length - 1, trips: roundTrips(asked)};
};

const servers = [await serve(), await serve()];
const [own, cdn] = servers;
const browser = await launch();
try {
  cdn.put('/vanilla-counter.js', await bundle('vanilla-counter'));
  const chunks = readdirSync('dist/chunks').filter((file) => file.endsWith('.js'));
  for (const file of [
    'solidarity.js',
    'solidarity.all.js',
    'figures.json',
    ...chunks.map((chunk) => `chunks/${chunk}`),
  ])
    cdn.put(`/${file}`, readFileSync(`dist/${file}`));
  const list = formsAt(cdn.origin).map((form, i) => {
    const path = `/form-${i}.html`;
    own.put(path, article(form));
    return {...form, path};
  });
  // The first page that a browser opens pays for the browser.
  await visit(browser, servers, list[1]);
  await pause(500);
  const results = await interleaved(list, Number(ROUNDS), (form) => visit(browser, servers, form));
  const rows = list.map(({name, selector}) => {
    const visits = results.get(list.find((form) => form.name === name));
    const all = (what) => visits.map((each) => each[what]);
    const beyond = visits.map((each) => each.number - each.first);
    return [
      name,
      visits[0].requests,
      [...new Set(all('trips'))].sort().join('–'),
      plusMinus(all('first')),
      selector ? plusMinus(all('number')) : '–',
      selector ? plusMinus(beyond) : '–',
      selector === 'solidarity-counter' ? plusMinus(all('taken')) : '–',
      plusMinus(all('shift'), 3),
    ];
  });
  const head = [
    'page',
    'requests after the page',
    'round trips after the page',
    'first paint, ms',
    'number, ms',
    'number after the first paint, ms',
    'element has taken over, ms',
    'layout shift',
  ];
  await writeTables('stories/performance.md', {'Round trips': table(head, rows)});
} finally {
  await browser.close();
  for (const server of servers) server.close();
}
