// What page views ask of nginx with our settings, in Chromium over HTTP/2.
import {rmSync, utimesSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {serve} from '../support/servers.mjs';
import {site} from '../support/site.mjs';
import {launch} from '../support/tab.mjs';

const COUNTER = '<solidarity-counter>words</solidarity-counter>';
const FOUR = ['counter', 'countdown', 'banner', 'ways'].map((name) => `<solidarity-${name}>words</solidarity-${name}>`);
const PAGES = {
  'one counter, `figures.json`': {feed: 'figures.json', body: COUNTER},
  'one counter, `feed.json`': {feed: 'feed.json', body: COUNTER},
  'all four, `feed.json`': {feed: 'feed.json', body: FOUR.join('')},
  'all four in Belarusian': {feed: 'feed.json', body: `<div lang="be">${FOUR.join('')}</div>`},
};

/** What comes is two days old, until there is such a file: then it is new, with six bytes of header to say so. */
const AGED = ' set $age 172800; if (-f $document_root/another.day) { set $age 0; } add_header Age $age; ';

/** What goes over the wire from an origin while something is done in a tab; bytes are of headers and bodies. */
const wire = async (tab, origin, act) => {
  const session = await tab.createCDPSession();
  await session.send('Network.enable');
  const [urls, answers] = [new Map(), []];
  session.on('Network.requestWillBeSent', ({requestId, request}) => urls.set(requestId, request.url));
  session.on('Network.loadingFinished', ({requestId, encodedDataLength: bytes}) => {
    const url = urls.get(requestId);
    if (!bytes || !url?.startsWith(origin)) return;
    const path = url.slice(origin.length);
    answers.push({path, name: path.slice(1).replace(/-\w{8}\.js(on)?$/, ''), bytes});
  });
  await act();
  await session.detach();
  return answers;
};

/** nginx, a site with the pages, and a browser; `reader(i)` has seen nothing yet, and opens page i. */
const start = async (t, more) => {
  const {origin, root, trust} = await serve(t, 'nginx', {choices: /^brotli/, more});
  const pages = Object.values(PAGES).map(({feed, body}, i) => [
    `/${i}.html`,
    `<!doctype html><html lang="en"><script async src="${origin}/solidarity.js" data-feed="${origin}/${feed}"></script>${body}`,
  ]);
  const partner = await site({pages: Object.fromEntries(pages)});
  t.after(partner.close);
  const browser = await launch('chromium', undefined, [trust]);
  t.after(() => browser.close());
  const reader = async (i) => {
    const context = await browser.createBrowserContext();
    // A tab for each visit: what a tab has in its memory is gone by another day.
    return async () => {
      const tab = await context.newPage();
      const answers = await wire(tab, origin, () =>
        tab.goto(`${partner.origin}/${i}.html`, {waitUntil: 'networkidle0'}),
      );
      await tab.close();
      return answers;
    };
  };
  return {root, reader};
};

/**
 * The file of its feed, and the answers to each page: at the `first` view, `again` at once, and on another day, with the
 * feed as it was (`later`), and with a new one (`changed`).
 */
export const measureViews = async (t) => {
  const [shipped, aged] = [await start(t), await start(t, AGED)];
  const views = {};
  for (const [i, [page, {feed}]] of Object.entries(PAGES).entries()) {
    const open = await shipped.reader(i);
    const [first, again] = [await open(), await open()];
    const another = async (meanwhile) => {
      rmSync(join(aged.root, 'another.day'), {force: true});
      const reopen = await aged.reader(i);
      await reopen();
      writeFileSync(join(aged.root, 'another.day'), '');
      meanwhile();
      return reopen();
    };
    const later = await another(() => {});
    // nginx tells a changed file by its time.
    const changed = await another(() => utimesSync(join(aged.root, feed), i, i));
    views[page] = {feed, first, again, later, changed};
  }
  return views;
};
