// What one, ten, a hundred and a thousand widgets cost from the moment when they are put into a page that has their code
// and data until they are painted; what they keep; and how often they ask for the feed.
import {interleaved, inTab, plusMinus} from '../measure.mjs';
import {summary} from '../statistics.mjs';
import {table} from '../tables.mjs';
import {withMany} from './many.mjs';
import {countdowns, counters} from './pages.mjs';

const COUNTS = [1, 10, 100, 1000];
const MANY = COUNTS.at(-1);

const measure = (browser, server, {widget, count}) =>
  withMany(browser, server, widget, async ({tab, mount, heap, read}) => {
    const before = await heap();
    await read();
    await mount(count);
    const {cpu} = await read();
    const whole = count < MANY || (await tab.evaluate('bench.whole()'));
    if (!whole) throw new Error(`not all of ${widget.name} are there`);
    return {
      cpu,
      heap: ((await heap()) - before) / count,
      nodes: await tab.evaluate('bench.nodes(bench.widgets()[0])'),
    };
  });

/** A page that has so many from the beginning asks so often for the feed. */
const feedRequests = async (browser, server, {head, html}, count) => {
  server.put('/feed.html', `<!doctype html><html lang="en"><meta charset="utf-8">${head}${html.repeat(count)}`);
  server.asked();
  await inTab(browser, (tab) => tab.goto(`${server.origin}/feed.html`, {waitUntil: 'networkidle0'}));
  return server.asked().filter(({path}) => path.endsWith('.json')).length;
};

export const mounts = async ({browser, server, rounds = 5}) => {
  const kinds = {counters, countdowns};
  const runs = Object.values(kinds).flatMap((widgets) =>
    widgets.flatMap((widget) => COUNTS.map((count) => ({widget, count}))),
  );
  const results = await interleaved(runs, rounds, (run) => measure(browser, server, run));
  const of = (widget, count, what) =>
    results.get(runs.find((run) => run.widget === widget && run.count === count)).map((each) => each[what]);
  const rows = (widgets) =>
    widgets.map((widget) => {
      const median = (each) => summary(of(each, MANY, 'cpu')).median;
      const against = (name) => (median(widget) / median(widgets.find(({floor}) => floor === name))).toFixed(2);
      return [
        widget.name,
        ...COUNTS.map((count) => plusMinus(of(widget, count, 'cpu'), count < 100 ? 1 : 0)),
        against('vanilla'),
        against('Lit'),
        plusMinus(of(widget, MANY, 'heap')),
        of(widget, MANY, 'nodes')[0],
      ];
    });
  const head = (kind) => [
    kind,
    ...COUNTS.map((count) => `${count.toLocaleString('en')}, CPU ms`),
    '1,000 × vanilla',
    '1,000 × Lit',
    'JS heap each, B',
    'nodes each',
  ];
  const ours = counters.find(({set}) => !set);
  const requests = [];
  for (const count of COUNTS) requests.push(await feedRequests(browser, server, ours, count));
  return {
    'stories/performance.md': {
      'Mount of counters': table(head('counter'), rows(counters)),
      'Mount of countdowns': table(head('countdown'), rows(countdowns)),
      'Feed requests': table(
        ['counters of ours on a page', 'requests for the feed'],
        COUNTS.map((count, i) => [count.toLocaleString('en'), requests[i]]),
      ),
    },
  };
};
