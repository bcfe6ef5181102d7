// Measures what page views ask of nginx with our settings, and how much of that one core answers; writes the tables of
// stories/hosting.md anew, and one of stories/performance.md: each is the first table below the heading of its name.
import {measureLoad} from './serving-load.mjs';
import {measureViews} from './serving-views.mjs';
import {table, writeTables} from './tables.mjs';
import {tidily} from './tidily.mjs';

/** Put in by hand; what each is stands in the first table. */
const [VIEWS, PEAK, CACHES, OPEN, REFRESH] = [100e6, 3, 300, 600, 300];
const [DAY, FEED_AGE, TAG_AGE] = [86_400, 60, 300];

const views = await tidily(measureViews);
const isChunk = ({path}) => path.startsWith('/chunks/');
/** The largest chunk of a page with one counter. */
const [{path: core}] = Object.values(views)[0]
  .first.filter(isChunk)
  .sort((a, b) => b.bytes - a.bytes);
const load = await tidily(measureLoad, core);

const sum = (answers) => answers.reduce((total, {bytes}) => total + bytes, 0);
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
const files = Object.fromEntries(
  Object.values(views).flatMap(({first}) => first.map(({name, bytes}) => [name, bytes])),
);
const [, {later}] = Object.values(views);
const unchanged = later.find(({path}) => path === '/feed.json').bytes;
const refreshes = (OPEN - 0.8 * REFRESH) / REFRESH;
const askedOrigin = CACHES * (DAY / FEED_AGE + DAY / TAG_AGE);

/** Seconds of nginx's processor time: for an answer, for a new connection, and for a first view without any CDN. */
const cost = Object.fromEntries(Object.entries(load).map(([name, {capacity}]) => [name, 1 / capacity]));
const connecting = cost.connection - cost.tag;
const viewing = ({feed, first}, packed) =>
  cost.connection +
  first.filter(isChunk).length * cost.core +
  (packed ? cost.packed : cost[feed === 'feed.json' ? 'feed' : 'figures']);
const cached = ({feed}) =>
  (CACHES / FEED_AGE) * (connecting + cost[feed === 'feed.json' ? 'feed' : 'figures']) +
  (CACHES / TAG_AGE) * cost.connection;
const percent = (part) => `${short(100 * part)} %`;
const ASKED = {
  tag: '`solidarity.js` (brotli)',
  core: `\`${core.slice(1).replace(/-\w{8}\.js$/, '')}\` (brotli)`,
  figures: '`figures.json` (gzip)',
  feed: '`feed.json` (gzip)',
  packed: '`feed.json`, packed beforehand (`gzip_static`)',
  unchanged: '`feed.json`, unchanged (304)',
  connection: '`solidarity.js`, each time with a new connection and a whole TLS handshake',
};
const ANSWERED = ['request', 'bytes', 'slowest 1 %, ms', 'answers a second', 'in a second of nginx’s processor time'];
const answered = Object.entries(ASKED).map(([name, what]) => {
  const {bytes, rate: answers, slowest, capacity} = load[name];
  return [what, count(bytes), short(slowest), count(answers), count(capacity)];
});

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
      ['an unchanged feed, requested again (304)', count(unchanged)],
    ],
  ),
  'One page view': table(
    ['page', 'requests', 'bytes', 'again within a minute', 'another day: requests', 'bytes, feed unchanged', 'changed'],
    Object.entries(views).map(([page, {first, again, later, changed}]) => [
      page,
      first.length,
      count(sum(first)),
      again.length,
      later.length,
      count(sum(later)),
      count(sum(changed)),
    ]),
  ),
  'Every view is a first one': table(
    EDGE,
    Object.entries(views).map(([page, {first}]) => edge(page, first.length, sum(first))),
  ),
  'Every reader has been here before': table(
    EDGE,
    Object.entries(views)
      .slice(0, 2)
      .map(([page, {changed}], i) => edge(i ? 'any other' : page, changed.length, sum(changed))),
  ),
  'Refresh switched on adds': table(EDGE, [edge('any page', refreshes, refreshes * unchanged)]),
  'What is left for your server': table(
    ['page', 'requests a day', 'a second', 'hit ratio of the edge', 'Mbit/s'],
    Object.entries(views).map(([page, {first}]) => [
      page,
      count(askedOrigin),
      short(askedOrigin / DAY),
      `${(100 * (1 - askedOrigin / (first.length * VIEWS))).toFixed(2)} %`,
      short((askedOrigin * unchanged * 8) / DAY / 1e6),
    ]),
  ),
  'What one core answers': table(ANSWERED, answered),
  'How much of a core that is': table(
    ['page', 'behind the CDN, at most', 'no CDN, mean', `no CDN, peak ${PEAK} ×`, 'the same, feed packed beforehand'],
    Object.entries(views).map(([page, view]) => [
      page,
      percent(cached(view)),
      ...[viewing(view), PEAK * viewing(view), PEAK * viewing(view, true)].map((seconds) =>
        percent((seconds * VIEWS) / DAY),
      ),
    ]),
  ),
};

await writeTables('stories/hosting.md', tables);
const brief = ([what, , , ...answers]) => [what, ...answers];
await writeTables('stories/performance.md', {Serving: table(brief(ANSWERED), answered.map(brief))});
