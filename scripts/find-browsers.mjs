import {statSync} from 'node:fs';
import {delimiter, isAbsolute, join} from 'node:path';

const {env} = process;

const isFile = (path) => statSync(path, {throwIfNoEntry: false})?.isFile();

/** The first of these programs that is here; bare names are looked up in PATH. */
const firstOf = (...names) =>
  names
    .flatMap((name) => (isAbsolute(name) ? [name] : env.PATH.split(delimiter).map((folder) => join(folder, name))))
    .find(isFile);

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
  const found = {};
  const missing = [];
  for (const engine of env.ENGINES ? env.ENGINES.split(',') : Object.keys(finders)) {
    if (!finders[engine]) throw new Error(`ENGINES: "${engine}" is none of ${Object.keys(finders).join(', ')}`);
    const path = finders[engine]();
    if (path) found[engine] = path;
    else missing.push(engine);
  }
  return {found, missing, enough: !missing.length || !(env.CI || env.ENGINES || missing.includes('chromium'))};
};
