import {join} from 'node:path';
import {firstOf, isFile, lookFor} from './find-programs.mjs';

const {env} = process;

/** A program named by hand must be there: to test in another one would mislead. */
const named = (variable) => {
  const path = env[variable];
  if (path && !isFile(path)) throw new Error(`${variable}=${path} is not a program`);
  return path;
};

const finders = {
  chromium: () =>
    named('CHROME_PATH') ||
    firstOf(
      'google-chrome-stable',
      'google-chrome',
      'chromium',
      'chromium-browser',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      join(env.PROGRAMFILES ?? '/', 'Google/Chrome/Application/chrome.exe'),
    ),
  firefox: () =>
    named('FIREFOX_PATH') ||
    firstOf(
      'firefox-esr',
      'firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      join(env.PROGRAMFILES ?? '/', 'Mozilla Firefox/firefox.exe'),
    ),
  webkit: () => {
    const [driver, screen] = [firstOf('WebKitWebDriver'), firstOf('Xvfb')];
    return driver && screen && {driver, screen};
  },
};

/**
 * The engines to test in: those that are `found`, with their paths, those that are `missing`, and whether that is
 * `enough`. Chromium always has to be there; all have to when CI is set, or when ENGINES names them
 * (`ENGINES=chromium,webkit`).
 */
export const findBrowsers = () => {
  const engines = env.ENGINES?.split(',');
  const strange = engines?.find((engine) => !finders[engine]);
  if (strange !== undefined) throw new Error(`ENGINES: "${strange}" is none of ${Object.keys(finders).join(', ')}`);
  const {found, missing} = lookFor(finders, engines);
  return {found, missing, enough: !missing.length || !(env.CI || engines || missing.includes('chromium'))};
};
