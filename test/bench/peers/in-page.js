// Runs in each page before all else, as `bench`: puts widgets in, and knows when they are there.
/* global shown, NUMBER, WATCHED */
const frame = () => new Promise(requestAnimationFrame);
const later = [];
const {setTimeout} = globalThis;

// A refresh is due after minutes: it is kept, and done when asked for. No timer has the number 0.
globalThis.setTimeout = (act, delay, ...rest) => (delay > 2e5 ? later.push(act) && 0 : setTimeout(act, delay, ...rest));

/** Waits until the last one says it, and is painted. */
const settle = async (text) => {
  const last = globalThis.bench.widgets().at(-1);
  while (!shown(last, text)) await frame();
  await last.updateComplete;
  await frame();
  await frame();
};

/** All nodes of a widget, in whatever roots. */
const nodes = (node) => {
  let sum = 1;
  if (node.shadowRoot) sum += nodes(node.shadowRoot);
  for (const child of node.childNodes) sum += nodes(child);
  return sum;
};

globalThis.bench = {
  later,
  nodes,
  /** Puts `count` widgets into the page, in so many columns, and waits until they are painted. */
  async mount({html, count, columns = 1, code}) {
    const place = document.createElement('div');
    place.id = 'place';
    for (let i = 0; i < columns; i++) {
      const column = document.createElement('div');
      column.append(document.createRange().createContextualFragment(html.repeat(count / columns)));
      place.append(column);
    }
    document.body.append(place);
    if (code) (await import(code)).mount?.(place);
    await settle(NUMBER);
  },
  widgets: () => [...document.querySelectorAll('#place > div > *')],
  settle,
  whole: (text = NUMBER) => globalThis.bench.widgets().every((widget) => shown(widget, text)),
  /** How many of the widgets are on screen. */
  onScreen: () =>
    new Promise((resolve) => {
      const observer = new IntersectionObserver((entries) => {
        resolve(entries.filter(({isIntersecting}) => isIntersecting).length);
        observer.disconnect();
      });
      for (const widget of globalThis.bench.widgets()) observer.observe(widget);
    }),
};

globalThis.seen = {shift: 0};
/** When a reader has the number before him. */
const watch = (selector) => {
  const element = document.querySelector(selector);
  if (element && shown(element, NUMBER)) globalThis.seen.number = performance.now();
  else requestAnimationFrame(() => watch(selector));
};
if (WATCHED) watch(WATCHED);
new PerformanceObserver((list) => {
  for (const {value} of list.getEntries()) globalThis.seen.shift += value;
}).observe({type: 'layout-shift', buffered: true});
new PerformanceObserver((list) => {
  globalThis.seen.paint = list.getEntries().at(-1).startTime;
}).observe({type: 'largest-contentful-paint', buffered: true});
