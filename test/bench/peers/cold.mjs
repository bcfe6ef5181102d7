// A first visit to an article with one widget in it, on a slow phone: nothing cached, the processor slowed four times.
import {PredefinedNetworkConditions} from 'puppeteer-core';
import {inject, interleaved, inTab, plusMinus, tasks} from '../measure.mjs';
import {summary} from '../statistics.mjs';
import {table} from '../tables.mjs';
import {figure} from './bundle.mjs';
import {pages} from './pages.mjs';

export const SLOWER = 4;
/** A phone, as Lighthouse has it. */
export const PHONE = {width: 412, height: 823, isMobile: true, hasTouch: true};
/** 1.6 Mbit/s and 150 ms, as Lighthouse puts it to Chromium: 562.5 ms a request, nine tenths of the throughput. */
export const SLOW = PredefinedNetworkConditions['Slow 4G'];
const number = figure.value.toLocaleString('en');

const paragraph = (i) =>
  `<p>${i}. The number moves both ways. Releases come in waves, and are followed by new arrests; people are recognised
months after they were detained, when a verdict or a relative makes the case known. A fall of the number says that fewer
are held, and nothing of the conditions on which they were let go.</p>`;

export const article = ({head, code, body, end = ''}) => `<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<title>An article</title>
<style>body { margin: 16px auto; max-width: 640px; padding: 0 16px; font: 16px/1.5 sans-serif }</style>
${head ?? (code ? `<script async type="module" src="/${code}.js"></script>` : '')}
<h1>How a number is counted when prisons keep silent</h1>
${paragraph(1)}
${body}
${[2, 3, 4, 5, 6, 7, 8].map(paragraph).join('\n')}
${end}`;

const rest = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** One visit without the network's slowness, for the processor; and one with it, for what a reader sees. */
const visit = async (browser, server, {path, selector, shown}) => {
  const url = server.origin + path;
  const ready = async (tab) => {
    await tab.setViewport(PHONE);
    await tab.emulateCPUThrottling(SLOWER);
  };
  const says = (tab) =>
    !selector || tab.$eval(selector, new Function('element', `return (${shown})(element, '${number}')`));
  server.asked();
  const busy = await inTab(browser, async (tab) => {
    await ready(tab);
    const lasted = await tasks(tab, url, async () => {
      await tab.goto(url, {waitUntil: 'networkidle0'});
      await rest(500);
    });
    if (!(await says(tab))) throw new Error(`${path} does not say ${number}`);
    return lasted;
  });
  const asked = server.asked().slice(1);
  const seen = await inTab(browser, async (tab) => {
    await ready(tab);
    await tab.emulateNetworkConditions(SLOW);
    await inject(tab, {shown, NUMBER: number, WATCHED: selector ?? ''}, 'peers/in-page.js');
    await tab.goto(url);
    if (selector) await tab.waitForFunction('seen.number', {polling: 100});
    await tab.waitForNetworkIdle({idleTime: 500});
    return tab.evaluate('seen');
  });
  const bytes = (kind) => asked.filter((file) => kind.test(file.path)).reduce((sum, file) => sum + file.bytes, 0);
  return {
    ...seen,
    requests: asked.length,
    scripts: bytes(/\.js$/),
    data: bytes(/\.json$/),
    cpu: busy.reduce((sum, task) => sum + task, 0),
    longest: Math.max(...busy),
    blocking: busy.reduce((sum, task) => sum + Math.max(0, task - 50), 0),
  };
};

export const cold = async ({browser, server, rounds = 7}) => {
  const list = pages.map((page, i) => {
    const path = `/article-${i}.html`;
    server.put(path, article(page));
    return {...page, path};
  });
  // The first page that a browser opens pays for the browser.
  await visit(browser, server, list[1]);
  const results = await interleaved(list, rounds, (page) => visit(browser, server, page));
  const [bare] = [...results.values()];
  const all = (visits, what) => visits.map((each) => each[what]);
  /** What a page takes more than the bare article of the same round. */
  const beyond = (visits, what) => visits.map((each, round) => each[what] - bare[round][what]);
  const count = (amount) => amount.toLocaleString('en');
  const rows = list.map((page) => {
    const visits = results.get(page);
    const [{requests, scripts, data}] = visits;
    const nothing = visits === bare;
    return {
      name: page.name,
      requests,
      scripts: count(scripts),
      data: count(data),
      bytes: count(scripts + data),
      cpu: nothing ? '0' : plusMinus(beyond(visits, 'cpu')),
      longest: plusMinus(all(visits, 'longest')),
      ratio: (summary(all(visits, 'longest')).median / summary(all(bare, 'longest')).median).toFixed(2),
      blocking: plusMinus(all(visits, 'blocking')),
      shift: plusMinus(all(visits, 'shift'), 3),
      paint: nothing ? '0' : plusMinus(beyond(visits, 'paint')),
      number: page.selector ? plusMinus(all(visits, 'number')) : '–',
    };
  });
  const columns = (head, from) =>
    table(
      Object.values(head),
      from.map((row) => Object.keys(head).map((key) => row[key])),
    );
  return {
    'stories/performance.md': {
      'Cold load': columns(
        {
          name: 'page',
          requests: 'requests',
          scripts: 'scripts, B',
          data: 'feed, B',
          cpu: 'CPU beyond the article’s, ms',
          longest: 'longest task, ms',
          ratio: '× the bare article’s',
          blocking: 'total blocking time, ms',
          shift: 'layout shift',
          paint: 'LCP beyond the article’s, ms',
          number: 'slow 4G: number stands after, ms',
        },
        rows,
      ),
      'At a glance': columns(
        {
          name: 'article with',
          bytes: 'bytes',
          requests: 'requests',
          longest: 'longest task, ms',
          blocking: 'blocking, ms',
          shift: 'layout shift',
          number: 'number after, ms',
        },
        rows.filter(({name}) => !name.startsWith('relative')),
      ),
    },
  };
};
