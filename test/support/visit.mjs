// Real pages in real browsers: what the elements show, which errors reach the page, and what was requested.
import assert from 'node:assert/strict';
import {after, before, describe} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {feed} from './page-feed.mjs';
import {site} from './site.mjs';
import {engines, launch} from './tab.mjs';

/** The fallback content of elements on pages of tests, and the number of their feed. */
export const FALLBACK = 'More than seven hundred';
export const NUMBER = '777';
/** Either is right: the page has removed what we need, or has left enough of it. */
export const EITHER = new Set([FALLBACK, NUMBER]);

export const COUNTER = `<solidarity-counter>${FALLBACK}</solidarity-counter>`;
export const SCRIPT = '/dist/solidarity.js';
export const ALL = '/dist/solidarity.all.js';

/** A tag that loads a script of ours. */
export const tag = (src = SCRIPT, attributes = '') => `<script async src="${src}" ${attributes}></script>`;

/** A page. The icon avoids a request. */
export const html = (body, head = '', {lang = 'en'} = {}) =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Test</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

/** Console messages of browsers about requests that failed or were refused. */
const NETWORK_NOTES =
  /^Failed to load resource|^Access to \S+ at|Loading (module|failed)|NetworkError|Cross-Origin Request Blocked|net::ERR_|^Fetch API cannot load http|^The resource .* was preloaded/;

/** Runs in each page before its own scripts: records our events, and what reaches `window.onerror`. */
const recorder = () => {
  let text = '';
  const add = (line) => (text += `${line}\n`);
  for (const type of ['load', 'error'])
    addEventListener(
      type,
      (event) => {
        const {target, reason, message} = event;
        if (target === window) {
          if (type === 'error') add(`window ${message}`);
        } else if (String(target.localName).startsWith('solidarity-'))
          add(type === 'error' ? `error ${target.localName} ${reason}` : `load ${target.localName}`);
      },
      true,
    );
  addEventListener('unhandledrejection', ({reason}) => add(`rejection ${reason}`), true);
  Object.defineProperty(window, Symbol.for('recorded'), {get: () => text});
};

/** Makes all clocks and timers of a page ten times as fast. */
const hurry = () => {
  const FACTOR = 10;
  const {Date: RealDate, performance, setTimeout, setInterval} = window;
  const {timeout} = AbortSignal;
  const start = RealDate.now();
  const now = () => start + Math.round((RealDate.now() - start) * FACTOR);
  const realNow = performance.now.bind(performance);
  performance.now = () => realNow() * FACTOR;
  window.Date = class Date extends RealDate {
    constructor(...args) {
      super(...(args.length ? args : [now()]));
    }
    static now = now;
  };
  window.setTimeout = (work, ms = 0, ...args) => setTimeout.call(window, work, ms / FACTOR, ...args);
  AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms / FACTOR);
  window.setInterval = (work, ms = 0, ...args) => setInterval.call(window, work, ms / FACTOR, ...args);
};

/**
 * What is visible of each element of ours, in document order: the number, the text of an element without one, or the
 * fallback content. Empty if nothing is visible. Runs in an isolated realm, which the page's scripts cannot change.
 */
const look = () => {
  const isVisible = (node) => {
    const range = new Range();
    range.selectNodeContents(node);
    return [...range.getClientRects()].some(({width, height}) => width > 0 && height > 0);
  };
  const squeeze = (text) => text.replace(/\s+/g, ' ').trim();
  const see = (element) => {
    const base = element.shadowRoot?.querySelector('[part~="base"]');
    if (base && isVisible(base)) {
      const count = element.localName === 'solidarity-counter' && base.querySelector('[part~="count"]');
      return squeeze((count || base).textContent);
    }
    return isVisible(element) ? squeeze(element.textContent) : '';
  };
  const rootOf = Object.getOwnPropertyDescriptor(Element.prototype, 'shadowRoot').get;
  const all = (root, query) => [
    ...(root instanceof Document ? Document : DocumentFragment).prototype.querySelectorAll.call(root, query),
  ];
  const walk = (root) =>
    all(root, '*').flatMap((element) => {
      const name = Object.getOwnPropertyDescriptor(Element.prototype, 'localName').get.call(element);
      if (name.startsWith('solidarity-')) return [see(element)];
      const inner = rootOf.call(element);
      return inner ? walk(inner) : [];
    });
  return walk(document);
};

const matches = (seen, expected) =>
  expected instanceof RegExp ? expected.test(seen) : expected instanceof Set ? expected.has(seen) : seen === expected;

const describeExpected = (expected) => (expected instanceof Set ? [...expected].join(' or ') : String(expected));

/** A page of a test, open in a browser. */
class Visit {
  complaints = [];
  /** Whether the tab can be used for another page. */
  isReusable = true;

  constructor(tab, server) {
    this.tab = tab;
    this.server = server;
  }

  /** What is visible of our elements, in the page or one of its frames. */
  look(frame = this.tab.mainFrame()) {
    return frame.isolatedRealm().evaluate(look);
  }

  /** The events of our elements, and errors of the page: `error solidarity-counter http`. */
  async events(frame = this.tab.mainFrame()) {
    const text = await frame.evaluate(() => window[Symbol.for('recorded')]);
    return text.split('\n').filter(Boolean);
  }

  async reasons() {
    const events = await this.events();
    return events.filter((event) => event.startsWith('error ')).map((event) => event.split(' ')[2]);
  }

  /** Runs a function in the page. */
  run(work, ...args) {
    return this.tab.evaluate(work, ...args);
  }

  /** Fires an event at the page's window, or at its document. */
  fire(type) {
    return this.run((name) => {
      const target = name === 'visibilitychange' ? document : window;
      target.dispatchEvent(name === 'pageshow' ? new PageTransitionEvent(name, {persisted: true}) : new Event(name));
    }, type);
  }

  /** Waits, ten seconds at most, until a condition holds. */
  async until(condition, describe = () => String(condition)) {
    for (const end = Date.now() + 10_000; Date.now() < end; await pause(25)) {
      // The page may be navigating.
      if (await Promise.resolve(condition()).catch(() => false)) return;
    }
    throw new Error(`timeout while waiting for ${await describe()}`);
  }

  /** Waits until each element shows what is expected of it: a text, a pattern, or a set of texts. */
  async shows(expected, frame) {
    const wanted = (seen, i) => (Array.isArray(expected) ? expected[i] : expected);
    let seen = [];
    await this.until(
      async () => {
        seen = await this.look(frame);
        const isComplete = Array.isArray(expected) ? seen.length === expected.length : seen.length > 0;
        return isComplete && seen.every((text, i) => matches(text, wanted(text, i)));
      },
      async () =>
        `${[expected].flat().map(describeExpected).join(' | ')}; seen: ${seen.join(' | ')}; ` +
        `events: ${(await this.events().catch(() => [])).join(', ')}; page: ${this.complaints.join(', ')}`,
    );
  }

  /** Waits until the page is loaded, requests nothing, and has had the time to work. */
  async quiet() {
    await this.until(
      async () =>
        this.server.isQuiet() &&
        (await this.tab
          .mainFrame()
          .isolatedRealm()
          .evaluate(() => document.readyState === 'complete')),
      () => 'the page to be quiet',
    );
    await this.tab
      .mainFrame()
      .isolatedRealm()
      .evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  }

  /** Asserts that nothing reached the page: no error, no rejection, no console message except the browser's own. */
  async assertSilent(notes) {
    const errors = (await this.events().catch(() => [])).filter((event) => /^(window|rejection) /.test(event));
    const isNote = (text) => NETWORK_NOTES.test(text) || notes?.test(text);
    assert.deepEqual(
      [...errors, ...this.complaints].filter((text) => !isNote(text)),
      [],
      'the page noticed something',
    );
  }
}

/** Answers the first requests that match a pattern, `times` of them, with a response, and all others as usual. */
export const atFirst = (pattern, response, times = 1) => {
  let count = 0;
  return (path) => (pattern.test(path) && count++ < times ? response : undefined);
};

/** A promise for a response to wait for (`until`), and the function that resolves it (`open`). */
export const gate = () => {
  let open;
  const until = new Promise((resolve) => (open = resolve));
  return {until, open};
};

/**
 * Defines tests for each engine. `define` is given the engine's name and `visit(t, options)`, which opens a page:
 * its HTML is `page`, or `body` and `head`; `hurry` lets its clock run ten times as fast; `during` is called with the
 * visit before the page is opened; the other options are those of `site`. Tabs are windows, so that all are visible.
 */
export const inEngines = (define) => {
  for (const [engine, executablePath] of engines)
    describe(engine, {concurrency: 4}, () => {
      let browser;
      const idle = [];
      before(async () => {
        browser = await launch(engine, executablePath);
      });
      after(() => browser?.close());

      const newTab = async () => {
        const tab = await browser.newPage({type: 'window'});
        await tab.evaluateOnNewDocument(recorder);
        return tab;
      };

      const visit = async (t, {page, body = COUNTER, head = tag(), path = '/page.html', pages, ...options} = {}) => {
        const server = await site({
          pages: {
            '/dist/feed.json': feed(NUMBER * 1),
            [path]: page ?? html(body, head),
            ...pages,
          },
          ...options,
        });
        const tab = idle.pop() ?? (await newTab());
        const it = new Visit(tab, server);
        const onError = (error) => it.complaints.push(String(error.message ?? error));
        const onConsole = (message) => it.complaints.push(message.text());
        tab.on('pageerror', onError).on('console', onConsole);
        const {identifier} = (options.hurry && (await tab.evaluateOnNewDocument(hurry))) || {};
        t.after(async () => {
          tab.off('pageerror', onError).off('console', onConsole);
          if (identifier) await tab.removeScriptToEvaluateOnNewDocument(identifier);
          server.close();
          const isAlive = await Promise.race([tab.evaluate(() => true).catch(() => false), pause(1000, false)]);
          if (isAlive && it.isReusable) idle.push(tab);
          else tab.close().catch(() => {});
        });
        const loading = tab.goto(server.origin + path);
        // A test of a page that is still streaming decides when to go on.
        loading.catch(() => {});
        if (!options.streaming) await loading;
        return it;
      };

      define({engine, visit, check: (t, row) => check(visit, t, row)});
    });
};

/**
 * Checks one row of a table of pages: opens it, calls `act`, and asserts that the elements show what they should
 * (`shows`), that they fire no `error` events except `reasons` (a list, a set of those that may be repeated, or `any`), that
 * nothing reaches the page (except messages that match `notes`), that all requested files exist, and that each path in
 * `requests` is requested so often.
 */
const check = async (visit, t, {shows = NUMBER, reasons = [], requests, act, notes, ...options}) => {
  const it = await visit(t, options);
  await act?.(it);
  // The fallback content is there from the beginning: the test is whether it stays.
  const stays = [shows].flat().some((expected) => expected === FALLBACK || expected instanceof Set);
  if (stays || requests) await it.quiet();
  if (reasons !== 'any') {
    let fired;
    await it.until(
      async () => {
        fired = await it.reasons();
        // A set says nothing about how often.
        const seen = reasons instanceof Set ? [...new Set(fired)] : fired;
        return seen.sort().join() === [...reasons].sort().join();
      },
      () => `error events: ${[...reasons].join() || 'none'}; fired: ${fired.join()}; page: ${it.complaints.join(', ')}`,
    );
  }
  await it.shows(shows);
  await it.assertSilent(notes);
  assert.deepEqual(it.server.missing, [], 'requested, and not there');
  if (requests)
    assert.deepEqual(
      Object.fromEntries(Object.keys(requests).map((path) => [path, it.server.count(path)])),
      requests,
      `requests: ${it.server.paths().join(' ')}`,
    );
  return it;
};
