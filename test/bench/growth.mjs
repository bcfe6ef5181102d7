// Measures how cost grows with what a page or a feed holds, in Chromium, and writes the tables of
// stories/performance.md below “Growth”. `GROWTH=History npm run bench growth` measures one curve.
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import localize from '../../src/i18n/lit-localize.json' with {type: 'json'};
import {demoFeed, MOST, ofSize, withHistory, withTowns, withWays} from './growth/feeds.mjs';
import {measuring} from './growth/measure.mjs';
import {exponent, summary} from './statistics.mjs';
import {table, writeTables} from './tables.mjs';

const REPETITIONS = 5;
/** What is likely to take longer than this, in ms, is not measured. */
const ENDLESS = 5_000;

const element = (name, attributes = '') => `<solidarity-${name} ${attributes}>words</solidarity-${name}>`;
const oneCounter = element('counter');
const languages = ['en', ...localize.targetLocales];
const counterIn = (lang) => element('counter', `lang="${lang}"`);

/** In the list of ways: a key that nearly all of them match, and back to all; a filter, and back; the button. */
const acts = [
  ['one key', '[type=search]', 'e'],
  ['key back', '[type=search]', 'Backspace'],
  ['filter', '[value=parliamentarians]'],
  ['filter back', '[value=everyone]'],
  ['show all', '[part=more]'],
];

/** CPU time that the feed tool takes to check a feed, Node's own start included. */
const check = (feed) => {
  const folder = mkdtempSync(join(tmpdir(), 'solidarity-growth-'));
  try {
    const path = join(folder, 'feed.json');
    writeFileSync(path, feed);
    const tell = 'process.on("exit", () => console.error(`\\n${Object.values(process.cpuUsage())}`))';
    const words = ['--import', `data:text/javascript,${tell}`, 'dist/solidarity-feed.js', 'check', path];
    const {status, stdout, stderr} = spawnSync(process.execPath, words, {encoding: 'utf8', timeout: 60_000});
    if (status) throw new Error(`${stdout}${stderr}`);
    const [user, system] = stderr.split('\n').at(-2).split(',');
    return {load: (+user + +system) / 1000};
  } finally {
    rmSync(folder, {recursive: true});
  }
};

const counters = (n, feed) => ({...feed, count: n, body: element('counter', feed.inline && 'src="#feed"').repeat(n)});
const listOf = (n, limit) => ({feed: withWays(n), body: element('ways', limit && `limit="${limit}"`), acts});

/**
 * By heading: what grows, its sizes, those `beyond` what can be shown, and by column the page that is measured and,
 * where it is not the CPU time of loading, what is told of it.
 */
const curves = {
  Widgets: {
    of: 'widgets',
    sizes: [1, 10, 100, 300, 1000],
    columns: {
      counters: [(n) => counters(n, {feed: demoFeed})],
      '… with a feed of 512 KiB': [(n) => counters(n, {feed: ofSize.figures(MOST)})],
      'counters, feed in the page': [(n) => counters(n, {inline: demoFeed})],
      '… of 512 KiB': [(n) => counters(n, {inline: ofSize.figures(MOST)})],
      countdowns: [(n) => ({feed: demoFeed, count: n, body: element('countdown').repeat(n)})],
    },
  },
  'Feed size': {
    of: 'KiB',
    sizes: [1, 8, 32, 128, MOST],
    beyond: [MOST + 1],
    columns: Object.fromEntries(
      Object.entries(ofSize).map(([name, make]) => [name, [(kib) => ({feed: make(kib), body: oneCounter})]]),
    ),
  },
  History: {
    of: 'points',
    sizes: [10, 100, 500, 1000, 5000],
    columns: {
      'number alone': [(n) => ({feed: withHistory(n), body: oneCounter})],
      'trend, change': [(n) => ({feed: withHistory(n), body: element('counter', 'trend change')})],
      'nodes in the page': ['trend, change', 'nodes'],
      'characters of markup': ['trend, change', 'markup'],
    },
  },
  Locales: {
    of: 'languages',
    sizes: [1, 5, 10, 20, 35],
    columns: {
      '35 counters': [
        (n) => ({feed: demoFeed, count: 35, body: languages.map((_, i) => counterIn(languages[i % n])).join('')}),
      ],
      'files of ours': ['35 counters', 'requests'],
      'bytes, brotli': ['35 counters', 'bytes'],
    },
  },
  Ways: {
    of: 'ways',
    sizes: [10, 100, 500, 1000, 2000],
    columns: {
      list: [(n) => listOf(n)],
      'one key': ['list', 'one key'],
      filter: ['list', 'filter'],
      'show all': ['list', 'show all'],
      '`limit="20"`': [(n) => listOf(n, 20)],
      '… one key': ['`limit="20"`', 'one key'],
      '… show all': ['`limit="20"`', 'show all'],
      'nodes in the page': ['list', 'nodes'],
    },
  },
  Towns: {
    of: 'towns',
    sizes: [10, 100, 500, 1000, 5000],
    columns: {
      'one counter': [(n) => ({feed: withTowns(n), body: oneCounter})],
      '`solidarity-feed check`': [(n) => check(withTowns(n))],
    },
  },
};

const asked = Object.keys(curves).filter((heading) => heading.startsWith(process.env.GROWTH ?? ''));

/** What was measured, in all repetitions: [heading, page, size] to results. */
const results = new Map();
const alone = [];
await measuring(async (measure) => {
  for (let i = 0; i < REPETITIONS; i++)
    for (const heading of asked) {
      const {sizes, beyond = [], columns} = curves[heading];
      for (const size of [...sizes, ...beyond])
        for (const [name, [page]] of Object.entries(columns)) {
          if (typeof page === 'string') continue;
          const key = [heading, name, size].join();
          const before = sizes[sizes.indexOf(size) - 1];
          const [smaller] = results.get([heading, name, before].join()) ?? [];
          const made = (smaller?.load * size) / before > ENDLESS ? {load: Infinity} : page(size);
          results.set(key, [...(results.get(key) ?? []), made.body ? await measure(made) : made]);
        }
    }
  if (asked.includes('Locales'))
    for (const lang of languages) alone.push(await measure({feed: demoFeed, body: counterIn(lang)}));
});

const short = (number) => number.toLocaleString('en', {maximumSignificantDigits: 3});
const count = (number) => number.toLocaleString('en');
const spread = ({median, spread}) => (Number.isFinite(median) ? `${short(median)} ± ${short(spread)}` : '–');

/** Where what grows is most of the cost: how what is added to the first size's cost grows. */
const growth = (points) => {
  const [[first, fixed] = []] = points;
  const upper = points.filter(([, cost]) => cost > 1.25 * fixed);
  return upper.length > 1 ? exponent(upper.map(([size, cost]) => [size - first, cost - fixed])).toFixed(2) : '–';
};
/** What the last size costs more than the first, by unit. */
const each = (points) => {
  if (points.length < 2) return '–';
  const [[first, fixed], [last, cost]] = [points[0], points.at(-1)];
  return short((1000 * (cost - fixed)) / (last - first));
};

const tableOf = ({of, sizes, beyond = [], columns}, heading) => {
  const cells = Object.entries(columns).map(([name, [page, what = 'load']]) => {
    const timed = !['nodes', 'markup', 'requests', 'bytes'].includes(what);
    const at = (size) => {
      const values = results.get([heading, timed && typeof page !== 'string' ? name : page, size].join());
      return summary(values.map((result) => result[what] ?? NaN));
    };
    const points = sizes.map((size) => [size, at(size).median]).filter(([, cost]) => Number.isFinite(cost));
    return [
      timed ? `${name}, ms` : name,
      ...[...sizes, ...beyond].map((size) => (timed ? spread(at(size)) : count(at(size).median))),
      timed ? each(points) : '',
      timed ? growth(points) : '',
    ];
  });
  const names = [of, ...[...sizes, ...beyond].map(count), 'each more, µs', 'exponent'];
  const [head, ...rows] = names.map((name, i) => [name, ...cells.map((column) => column[i])]);
  return table(head, rows);
};

const tables = Object.fromEntries(asked.map((heading) => [heading, tableOf(curves[heading], heading)]));
if (alone.length) {
  const range = (what) => [...new Set([Math.min, Math.max].map((of) => count(of(...alone.map((one) => one[what])))))];
  tables['One of thirty-five languages'] = table(
    ['one counter', 'in any of the languages'],
    [
      ['CPU, ms', spread(summary(alone.map(({load}) => load)))],
      ['files of ours', range('requests').join('–')],
      ['bytes, brotli', range('bytes').join('–')],
    ],
  );
}
await writeTables('stories/performance.md', tables);
