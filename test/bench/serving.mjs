// Measures what a page asks of nginx with our settings, in Chromium over HTTP/2, and writes the tables of
// stories/hosting.md anew: each is the first table below the heading of its name.
import {serve} from '../support/servers.mjs';
import {site} from '../support/site.mjs';
import {launch} from '../support/tab.mjs';
import {table, writeTables} from './tables.mjs';

/** Put in by hand; what each is stands in the first table. */
const [VIEWS, PEAK, CACHES, OPEN, REFRESH] = [100e6, 3, 300, 600, 300];
const [DAY, FEED_AGE, TAG_AGE] = [86_400, 60, 300];

const COUNTER = '<solidarity-counter>words</solidarity-counter>';
const FOUR = ['counter', 'countdown', 'banner', 'ways'].map((name) => `<solidarity-${name}>words</solidarity-${name}>`);
const PAGES = {
  'one counter, `figures.json`': ['data-src="figures.json"', COUNTER],
  'one counter, `feed.json`': ['', COUNTER],
  'all four, `feed.json`': ['', FOUR.join('')],
  'all four in Belarusian': ['', `<div lang="be">${FOUR.join('')}</div>`],
};

const endings = [];
const {origin, trust} = await serve({after: (end) => endings.unshift(end)}, 'nginx', {choices: /^brotli/});
const browser = await launch('chromium', undefined, [trust]);
const partner = await site({
  pages: Object.fromEntries(
    Object.values(PAGES).map(([attribute, body], i) => [
      `/${i}.html`,
      `<!doctype html><html lang="en"><script async src="${origin}/solidarity.js" ${attribute.replace('"f', `"${origin}/f`)}></script>${body}`,
    ]),
  ),
});

/** What goes over the wire, headers and bodies, while something is done in a tab: name of the file to bytes. */
const wire = async (tab, act) => {
  const session = await tab.createCDPSession();
  await session.send('Network.enable');
  const [urls, bytes] = [new Map(), {}];
  session.on('Network.requestWillBeSent', ({requestId, request}) => urls.set(requestId, request.url));
  session.on('Network.loadingFinished', ({requestId, encodedDataLength}) => {
    const url = urls.get(requestId);
    if (encodedDataLength && url?.startsWith(origin))
      bytes[url.slice(origin.length + 1).replace(/-[\w-]{8}\.js$/, '')] = encodedDataLength;
  });
  await act();
  await session.detach();
  return bytes;
};

const views = {};
let again;
let unchanged;
for (const [i, page] of Object.keys(PAGES).entries()) {
  const tab = await (await browser.createBrowserContext()).newPage();
  const open = (query) => tab.goto(`${partner.origin}/${i}.html${query}`, {waitUntil: 'networkidle0'});
  views[page] = await wire(tab, () => open(''));
  again = await wire(tab, () => open('?again'));
  const refresh = async (url) => {
    await (await fetch(url, {cache: 'no-cache', credentials: 'omit', referrerPolicy: 'no-referrer'})).text();
  };
  unchanged = (await wire(tab, () => tab.evaluate(refresh, `${origin}/feed.json`)))['feed.json'] ?? unchanged;
}
if (Object.keys(again).length) throw new Error(`asked again within a minute: ${Object.keys(again)}`);
await browser.close();
partner.close();
for (const end of endings) await end();

const sum = (bytes) => Object.values(bytes).reduce((total, each) => total + each, 0);
const count = (number) => Math.round(number).toLocaleString('en');
const short = (number) => number.toLocaleString('en', {maximumSignificantDigits: 3});
const rate = (bytes, factor = 1) => short((bytes * 8 * factor) / DAY / 1e9);
/** Requests and bytes a day at the edge of a CDN. */
const edge = (page, requests, bytes) => [
  page,
  count(requests * VIEWS),
  count((requests * VIEWS) / DAY),
  short((bytes * VIEWS) / 1e12),
  rate(bytes * VIEWS),
  rate(bytes * VIEWS, PEAK),
];
const EDGE = ['page', 'requests a day', 'a second', 'TB a day', 'Gbit/s, mean', `Gbit/s, peak ${PEAK} ×`];
const light = Object.keys(views)[0];
const files = Object.assign({}, ...Object.values(views));
const refreshes = (OPEN - 0.8 * REFRESH) / REFRESH;
const askedOrigin = CACHES * (DAY / FEED_AGE + DAY / TAG_AGE);

const tables = {
  'What is put in': table(
    ['', 'what', 'here'],
    [
      ['V', 'page views a day', count(VIEWS)],
      ['P', 'the busiest second over the mean one', PEAK],
      ['N', 'caches of the CDN that ask your server, each for itself', CACHES],
      ['T', '`refresh`, in seconds', REFRESH],
      ['D', 'seconds that a page is open and looked at', OPEN],
    ],
  ),
  'What was measured': table(
    ['file', 'bytes on the wire, headers included'],
    [
      ...Object.entries(files)
        .sort()
        .map(([file, bytes]) => [`\`${file}\``, count(bytes)]),
      ['an unchanged feed, asked for again (304)', count(unchanged)],
    ],
  ),
  'One page view': table(
    ['page', 'requests', 'bytes', 'again within a minute', 'another day: requests', 'bytes, feed unchanged', 'changed'],
    Object.entries(views).map(([page, bytes]) => [
      page,
      Object.keys(bytes).length,
      count(sum(bytes)),
      Object.keys(again).length,
      2,
      count(2 * unchanged),
      count(unchanged + files[page === light ? 'figures.json' : 'feed.json']),
    ]),
  ),
  'Every view is a first one': table(
    EDGE,
    Object.entries(views).map(([page, bytes]) => edge(page, Object.keys(bytes).length, sum(bytes))),
  ),
  'Every reader has been here before': table(
    EDGE,
    Object.keys(views)
      .slice(0, 2)
      .map((page, i) => edge(i ? 'any other' : page, 2, unchanged + files[i ? 'feed.json' : 'figures.json'])),
  ),
  'Refresh switched on adds': table(EDGE, [edge('any page', refreshes, refreshes * unchanged)]),
  'What is left for your server': table(
    ['page', 'requests a day', 'a second', 'hit ratio of the edge', 'Mbit/s'],
    Object.entries(views).map(([page, bytes]) => [
      page,
      count(askedOrigin),
      short(askedOrigin / DAY),
      `${(100 * (1 - askedOrigin / (Object.keys(bytes).length * VIEWS))).toFixed(2)} %`,
      short((askedOrigin * unchanged * 8) / DAY / 1e6),
    ]),
  ),
};

await writeTables('stories/hosting.md', tables);
