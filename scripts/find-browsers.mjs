import {join} from 'node:path';
import {firstOf, isFile, lookFor} from './find-programs.mjs';

const {env} = process;

/** The path that an environment variable sets. Throws if there is no such file: tests in another browser would mislead. */
const pathFrom = (variable) => {
  const path = env[variable];
  if (path && !isFile(path)) throw new Error(`${variable}=${path}: there is no such file`);
  return path;
};

const finders = {
  chromium: () =>
    pathFrom('CHROME_PATH') ||
    firstOf(
      'google-chrome-stable',
      'google-chrome',
      'chromium',
      'chromium-browser',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      join(env.PROGRAMFILES ?? '/', 'Google/Chrome/Application/chrome.exe'),
    ),
  firefox: () =>
    pathFrom('FIREFOX_PATH') ||
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
 * The engines to test in: those `found`, with their paths, those `missing`, and whether the tests can run without the
 * missing ones (`enough`). Chromium is always required. All engines are required if CI is set, and those that ENGINES
 * names (`ENGINES=chromium,webkit`).
 */
export const findBrowsers = () => {
  const engines = env.ENGINES?.split(',');
  const unknown = engines?.find((engine) => !finders[engine]);
  if (unknown !== undefined)
    throw new Error(`ENGINES: unknown engine "${unknown}"; known are ${Object.keys(finders).join(', ')}`);
  const {found, missing} = lookFor(finders, engines);
  return {found, missing, enough: !missing.length || !(env.CI || engines || missing.includes('chromium'))};
};
