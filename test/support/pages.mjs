// Pages of one browser for the tests of a file.
import {after, before} from 'node:test';
import {launch} from './tab.mjs';

/** Starts a browser for the tests of a file. Returns a function that opens a page for a test. */
export const pages = () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser?.close());
  return async (t) => {
    const page = await browser.newPage();
    t.after(() => page.close());
    return page;
  };
};
