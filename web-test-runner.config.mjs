import {esbuildPlugin} from '@web/dev-server-esbuild';
import {chromeLauncher} from '@web/test-runner';
import puppeteer from 'puppeteer-core';
import {findBrowsers} from './scripts/find-browsers.mjs';
import {commands} from './test/support/commands.mjs';
import {fakeClockBundle} from './test/support/fake-clock-bundle.mjs';
import {faultyFeeds} from './test/support/faulty-feeds.mjs';
import {WebKitLauncher} from './test/support/webkit-launcher.mjs';

const {found, missing, enough} = findBrowsers();
if (!enough) throw new Error(`No ${missing.join(', no ')} to test in: run \`node scripts/ensure-tools.mjs\``);

// West of Greenwich and with summer time: whatever leans on the reader's zone instead of Minsk's is a day off.
process.env.TZ = 'America/New_York';

const launchers = {
  chromium: (executablePath) =>
    chromeLauncher({
      puppeteer,
      // The sandbox refuses to work for root.
      launchOptions: {executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : []},
    }),
  firefox: (executablePath) => chromeLauncher({puppeteer, launchOptions: {browser: 'firefox', executablePath}}),
  webkit: (programs) => new WebKitLauncher(programs),
};

export default {
  files: ['test/**/*.test.ts', '!test/{bench,package}/**'],
  browsers: Object.entries(found).map(([engine, path]) => launchers[engine](path)),
  concurrentBrowsers: 3,
  // Only one page of a browser can have the focus.
  concurrency: 1,
  // Three browsers share what may be two cores, and the stories' file has each of them in eight looks and themes.
  testsFinishTimeout: 600_000,
  nodeResolve: true,
  plugins: [fakeClockBundle(), esbuildPlugin({ts: true, tsconfig: 'tsconfig.json', target: 'esnext'}), commands()],
  middleware: [faultyFeeds],
  testFramework: {config: {timeout: 15_000, forbidOnly: true}},
  testRunnerHtml: (framework) => `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <title>Test</title>
        <script src="/test/support/guard.js"></script>
        <script type="module">
          await import('${framework}');
          guard(mocha);
        </script>
      </head>
      <body></body>
    </html>`,
};
