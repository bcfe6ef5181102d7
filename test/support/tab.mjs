// Real browsers on pages of ours, outside the test runner.
import {setTimeout} from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import {findBrowsers} from '../../scripts/find-browsers.mjs';

const {found} = findBrowsers();

/** The engines that puppeteer drives, with their programs. */
export const engines = Object.entries(found).filter(([name]) => name !== 'webkit');

/** Starts an engine; Chromium where none is named. */
export const launch = (engine = 'chromium', executablePath = found[engine], args = []) =>
  puppeteer.launch({
    executablePath,
    // A page that hangs fails its test, and not the whole file by its time.
    protocolTimeout: 30_000,
    browser: engine === 'firefox' ? 'firefox' : 'chrome',
    args: engine === 'chromium' ? [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...args] : [],
  });

/** Asks a page until it answers yes; its security policy forbids the browser driver's own way to wait. */
export const until = async (tab, question, argument) => {
  for (const end = Date.now() + 10_000; Date.now() < end; await setTimeout(20))
    if (await tab.evaluate(question, argument)) return;
  throw new Error(`waited in vain for ${argument ?? question}`);
};
