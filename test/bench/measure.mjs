// What Chromium says of itself: its main thread's time, its heap, its trace.
import {readFileSync} from 'node:fs';
import {summary} from './statistics.mjs';

/** In another order each time, so that what the machine does meanwhile falls on all alike. */
export const shuffled = (list) =>
  list
    .map((item) => [Math.random(), item])
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);

/** Does `act` with each of a list, so many times over, and gives what came of it by name: each a list of its own. */
export const interleaved = async (list, rounds, act) => {
  const results = new Map(list.map((item) => [item, []]));
  for (let round = 0; round < rounds; round++) {
    for (const item of shuffled(list)) results.get(item).push(await act(item));
    process.stderr.write('.');
  }
  process.stderr.write('\n');
  return results;
};

/** Puts a file before all scripts of a page, with functions and values by name; a block keeps its names to itself. */
export const inject = (tab, names, file) => {
  const known = Object.entries(names).map(
    ([name, it]) => `const ${name} = ${typeof it === 'function' ? it : JSON.stringify(it)};`,
  );
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return tab.evaluateOnNewDocument(`{${known.join('')}${text}}`);
};

/** A fresh tab with nothing in any cache, for one deed. */
export const inTab = async (browser, act) => {
  const context = await browser.createBrowserContext();
  try {
    const tab = await context.newPage();
    await tab.setCacheEnabled(false);
    return await act(tab, context);
  } finally {
    await context.close();
  }
};

/** What a tab's main thread has done since the last reading, in milliseconds; and what is on its heap. */
export const meter = async (tab) => {
  const session = await tab.createCDPSession();
  // What others on the machine do does not count.
  await session.send('Performance.enable', {timeDomain: 'threadTicks'});
  let last = {};
  return {
    async read() {
      const {metrics} = await session.send('Performance.getMetrics');
      const now = Object.fromEntries(metrics.map(({name, value}) => [name, value]));
      const since = (name) => (now[name] - last[name]) * 1e3;
      const read = {cpu: since('TaskDuration'), clock: since('Timestamp')};
      last = now;
      return read;
    },
    /** Bytes of live objects. */
    async heap() {
      for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    },
  };
};

/** Milliseconds, of the processor, that each task of the main thread took from the navigation to `url` on. */
export const tasks = async (tab, url, act) => {
  const categories = ['-*', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];
  await tab.tracing.start({categories});
  await act();
  const {traceEvents} = JSON.parse(new TextDecoder().decode(await tab.tracing.stop()));
  const start = traceEvents.find(
    ({name, args}) => name === 'navigationStart' && args.data?.documentLoaderURL.startsWith(url),
  );
  return (
    traceEvents
      .filter(({name, pid, tid, ts}) => name === 'RunTask' && pid === start.pid && tid === start.tid && ts >= start.ts)
      .map(({tdur, dur}) => (tdur ?? dur) / 1e3)
      // One that the end of the trace has cut has no duration.
      .filter(Number.isFinite)
  );
};

/** `12.3 ± 0.4` */
export const plusMinus = (values, digits = 0) => {
  const {median, spread} = summary(values);
  const written = (number) =>
    (Math.abs(number) < 0.5 * 10 ** -digits ? 0 : number)
      .toLocaleString('en', {minimumFractionDigits: digits, maximumFractionDigits: digits})
      .replace('-', '−');
  return `${written(median)} ± ${written(spread)}`;
};
