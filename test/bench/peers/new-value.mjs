// A thousand counters are told a new number. Ours get it as on a partner's page: `refresh` is due (its timer is not
// waited for), the feed is asked for again, read, and shown.
import {readFileSync} from 'node:fs';
import {interleaved, plusMinus} from '../measure.mjs';
import {summary} from '../statistics.mjs';
import {table} from '../tables.mjs';
import {figure} from './bundle.mjs';
import {withMany} from './many.mjs';
import {counters} from './pages.mjs';

const MANY = 1000;
const value = figure.value + 1;
const number = value.toLocaleString('en');

const feed = readFileSync('dist/figures.json', 'utf8');
const changed = JSON.parse(feed);
changed.serial++;
changed.figures[0].value = value;

/** At least 300 seconds, which nobody waits for here. */
const refreshing = ({html, ...widget}) => ({...widget, html: html.replace('<solidarity-counter', '$& refresh="300"')});

const measure = (browser, server, widget) =>
  withMany(browser, server, refreshing(widget), async ({tab, mount, heap, read}) => {
    await mount(MANY);
    await heap();
    const act = widget.set
      ? `for (const widget of bench.widgets()) (${widget.set})(widget, ${value})`
      : 'bench.later.pop()()';
    server.put('/figures.json', JSON.stringify(changed));
    await read();
    await tab.evaluate(`{${act}} bench.settle('${number}')`);
    const {cpu} = await read();
    server.put('/figures.json', feed);
    if (!(await tab.evaluate(`bench.whole('${number}')`))) throw new Error(`not all of ${widget.name} say ${number}`);
    return cpu;
  });

export const newValue = async ({browser, server, rounds = 5}) => {
  const results = await interleaved(counters, rounds, (widget) => measure(browser, server, widget));
  const median = (widget) => summary(results.get(widget)).median;
  const against = (widget, name) => (median(widget) / median(counters.find(({floor}) => floor === name))).toFixed(2);
  return {
    'stories/performance.md': {
      'New value': table(
        ['1,000 counters', 'CPU ms', '× vanilla', '× Lit'],
        counters.map((widget) => [
          widget.name,
          plusMinus(results.get(widget)),
          against(widget, 'vanilla'),
          against(widget, 'Lit'),
        ]),
      ),
    },
  };
};
