// Starts real browsers for tests outside the test runner.
import {setTimeout} from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import {findBrowsers} from '../../scripts/find-browsers.mjs';

const {found} = findBrowsers();

/** The engines that puppeteer drives, with their programs. */
export const engines = Object.entries(found).filter(([name]) => name !== 'webkit');

/** Starts an engine; by default Chromium. */
export const launch = (engine = 'chromium', executablePath = found[engine], args = []) =>
  puppeteer.launch({
    executablePath,
    // A page that hangs fails its test, and not the whole file.
    protocolTimeout: 30_000,
    browser: engine === 'firefox' ? 'firefox' : 'chrome',
    args: engine === 'chromium' ? [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...args] : [],
  });

/**
 * Evaluates a question in a page until the answer is true, for so many milliseconds at most. The page's security policy forbids
 * puppeteer's own function.
 */
export const until = async (tab, question, argument, limit = 10_000) => {
  for (const end = Date.now() + limit; Date.now() < end; await setTimeout(20))
    if (await tab.evaluate(question, argument)) return;
  throw new Error(`timeout while waiting for ${argument ?? question}`);
};
