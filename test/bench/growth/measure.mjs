// A page of a partner in a fresh renderer, and what its main thread works: CPU time as the DevTools protocol counts it
// (`threadTicks`), so that what else the machine does adds little. The processor is not slowed down.
import {readFileSync} from 'node:fs';
import {brotliCompressSync} from 'node:zlib';
import {site} from '../../support/site.mjs';
import {launch} from '../../support/tab.mjs';

/** Settles when each element has told `load` or `error`, and the page was painted. */
const told = (count) => {
  let left = count;
  globalThis.told = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`not all of ${count} elements told anything`)), 60_000);
    const hear = ({target}) => {
      if (target.localName?.startsWith('solidarity-') && !--left) requestAnimationFrame(() => setTimeout(resolve));
    };
    for (const type of ['load', 'error']) document.addEventListener(type, hear, true);
  });
};

const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** All nodes, those inside the elements among them. */
function nodesIn(root = document) {
  const walker = document.createTreeWalker(root);
  let count = 0;
  while (walker.nextNode()) count += 1 + (walker.currentNode.shadowRoot ? nodesIn(walker.currentNode.shadowRoot) : 0);
  return count;
}

const focus = (selector) => {
  const found = [...document.body.children].find(({shadowRoot}) => shadowRoot).shadowRoot.querySelector(selector);
  found?.focus();
  return !!found;
};
const press = () => document.activeElement.shadowRoot?.activeElement?.click();

/** Characters that the first element has rendered. */
const markupOf = () => [...document.body.children].find(({shadowRoot}) => shadowRoot).shadowRoot.innerHTML.length;

const brotli = new Map();
const bytesOf = (path, content) => {
  if (!brotli.has(path)) brotli.set(path, brotliCompressSync(content).length);
  return brotli.get(path);
};

/** Starts what is needed, lets `use` measure with it, and ends it. */
export const measuring = async (use) => {
  const pages = {};
  const server = await site({pages});
  const browser = await launch();

  /**
   * `body` holds `count` elements, which read `feed`, or, as `#feed`, `inline`. Each of `acts` is a name, a
   * selector inside the first element, and a key; without a key what is selected is pressed. Gives what loading and acting cost in ms, the
   * nodes when loaded, and what was fetched of ours.
   */
  const measure = async ({body, count = 1, feed, inline, acts = []}) => {
    pages['/feed.json'] = feed;
    const data = inline
      ? `<script type="application/json" id="feed">${inline.replaceAll('<', '\\u003c')}</script>`
      : '';
    pages['/page.html'] =
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,"><script>(${told})(${count})</script><script async src="/dist/solidarity.js" data-feed="/feed.json"></script>${data}${body}`;
    server.requests.length = 0;
    const context = await browser.createBrowserContext();
    try {
      const tab = await context.newPage();
      const session = await tab.createCDPSession();
      await session.send('Performance.enable', {timeDomain: 'threadTicks'});
      const now = async () => {
        const {metrics} = await session.send('Performance.getMetrics');
        return metrics.find(({name}) => name === 'TaskDuration').value * 1000;
      };
      const cost = async (act) => {
        const before = await now();
        await act();
        await tab.evaluate(painted);
        return (await now()) - before;
      };
      const load = await cost(async () => {
        await tab.goto(`${server.origin}/page.html`);
        await tab.evaluate(() => globalThis.told);
      });
      const files = server.requests.map(({path}) => path).filter((path) => path.startsWith('/dist/'));
      const [nodes, markup] = [await tab.evaluate(nodesIn), await tab.evaluate(markupOf)];
      const costs = {};
      for (const [name, selector, key] of acts) {
        const there = await tab.evaluate(focus, selector);
        await tab.evaluate(painted);
        const spent = await cost(() => (key ? tab.keyboard.press(key) : tab.evaluate(press)));
        if (there) costs[name] = spent;
      }
      return {
        load,
        nodes,
        markup,
        requests: files.length,
        bytes: files.reduce((sum, path) => sum + bytesOf(path, readFileSync(`.${path}`)), 0),
        ...costs,
      };
    } finally {
      await context.close();
    }
  };

  try {
    return await use(measure);
  } finally {
    await browser.close();
    server.close();
  }
};
