// What a thousand countdowns cost each second: all on screen at once, none on screen, in a tab behind another.
import {interleaved, plusMinus} from '../measure.mjs';
import {summary} from '../statistics.mjs';
import {table} from '../tables.mjs';
import {withMany} from './many.mjs';
import {countdowns} from './pages.mjs';

const [MANY, COLUMNS, SECONDS] = [1000, 40, 5];
const rest = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Forty columns in the flow, small enough that all are in the window. */
const style = `#place { position: absolute; top: 0; left: 0; width: ${COLUMNS * 320}px }
#place { transform: scale(0.1); transform-origin: 0 0 }
#place > div { float: left; width: 320px }
#place.away { top: 20000px }
/* The one that came with the page. */
body > :not(#place) { display: none !important }`;

const measure = (browser, server, widget) =>
  withMany(browser, server, {...widget, style}, async ({tab, context, mount, read}) => {
    await mount(MANY, COLUMNS);
    const during = async (onScreen, hidden) => {
      await rest(2);
      const is = await tab.evaluate(async () => [
        document.hidden || (await globalThis.bench.onScreen()),
        document.hidden,
      ]);
      if (String(is) !== String([hidden || onScreen, hidden]))
        throw new Error(`${widget.name} is not where it should be: ${is}`);
      await rest(0.5);
      await read();
      await rest(SECONDS);
      const {cpu, clock} = await read();
      // The reading takes something, too.
      const {cpu: own} = await read();
      return (Math.max(0, cpu - own) / clock) * 1e3;
    };
    const seen = await during(MANY, false);
    await tab.evaluate(() => document.getElementById('place').classList.add('away'));
    const away = await during(0, false);
    await tab.evaluate(() => document.getElementById('place').classList.remove('away'));
    await rest(1);
    // Chromium without a window hides the tabs behind the front one, as with one.
    await (await context.newPage()).bringToFront();
    const hidden = await during(MANY, true);
    return {seen, away, hidden};
  });

export const ticks = async ({browser, server, rounds = 3}) => {
  const results = await interleaved(countdowns, rounds, (widget) => measure(browser, server, widget));
  const all = (widget, what) => results.get(widget).map((each) => each[what]);
  const median = (widget) => summary(all(widget, 'seen')).median;
  const vanilla = countdowns.find(({floor}) => floor === 'vanilla');
  return {
    'stories/performance.md': {
      Tick: table(
        ['1,000 countdowns, CPU ms a second', 'on screen', '× vanilla', 'off screen', 'in a hidden tab'],
        countdowns.map((widget) => [
          widget.name,
          plusMinus(all(widget, 'seen')),
          (median(widget) / median(vanilla)).toFixed(2),
          plusMinus(all(widget, 'away'), 2),
          plusMinus(all(widget, 'hidden'), 2),
        ]),
      ),
    },
  };
};
