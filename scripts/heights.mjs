// `npm run heights`, after a build: measures in Chromium how high the elements become, and writes the heights to reserve
// into `src/publish/render/heights.json`, from which the feed tool prints them, and into the table of README.md.
import {readFileSync, writeFileSync} from 'node:fs';
import {format, resolveConfig} from 'prettier';
import puppeteer from 'puppeteer-core';
import {preview} from 'vite';
import {findBrowsers} from './find-browsers.mjs';
import {sourceLocale, targetLocales} from './locales.mjs';

const root = new URL('../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const write = async (path, text) =>
  writeFileSync(
    new URL(path, root),
    await format(text, {...(await resolveConfig(new URL(path, root))), filepath: path}),
  );

const feed = JSON.parse(read('demo/feed.json'));

/**
 * What is measured: an element, and its attributes as a snippet has them; where their values are those of the feed, these
 * are apart. Lists are as long as they are: of persons one card is measured, of events and photos what is shown without any.
 */
const VARIANTS = [
  ['counter', ''],
  ['counter', 'trend change'],
  ['counter', 'variant="headline" trend change'],
  ['counter', 'variant="badge"'],
  ['countdown', ''],
  ['banner', ''],
  ['trend', ''],
  ['trend', 'compare', ['compare="women"']],
  ['people', 'person', feed.people.map(({id}) => `person="${id}"`)],
  ['events', ''],
  ['map', ''],
  ['photos', ''],
  ['amplify', ''],
  ['amplify', 'variant="board"'],
  ['amplify', 'variant="poster"'],
];
const LOOKS = ['campaign', 'newsroom', 'contrast', 'memorial'];
/** Days on which the elements say different things: a fresh figure, and one that is out of date. */
const STATES = ['2026-03-20T12:00:00Z', '2026-11-26T12:00:00Z'];
/** Pixels. */
const WIDTHS = [320, 640];
/** Heights are rounded up to a multiple of it: fonts differ. */
const STEP = 10;

const languages = [sourceLocale, ...targetLocales];

/** The demo's feed with the longest of its texts in each language that it lacks. */
const inAllLanguages = (value) => {
  if (!value || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(inAllLanguages);
  if (typeof value.en !== 'string')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inAllLanguages(inner)]));
  const [longest] = Object.values(value).sort((a, b) => b.length - a.length);
  return {...Object.fromEntries(languages.map((tag) => [tag, longest])), ...value};
};

const pageOf = (now) => `<!doctype html>
  <meta charset="utf-8">
  <style>
    body { margin: 0; font: 16px/1.5 system-ui, sans-serif }
    div { display: flow-root }
  </style>
  <script>Date.now = () => ${Date.parse(now)}</script>
  <script type="application/json" id="feed">${JSON.stringify({...inAllLanguages(feed), events: [], photos: []})}</script>
  <script src="/dist/solidarity.all.js" data-feed="#feed"></script>
  ${VARIANTS.flatMap(([name, attributes, values = [attributes]], i) =>
    LOOKS.flatMap((look) =>
      values.map(
        (own) =>
          `<div data-variant="${i}"><solidarity-${name} src="#feed" look="${look}" ${own}></solidarity-${name}></div>`,
      ),
    ),
  ).join('')}`;

/** The tallest height of each variant in a page at a width, over all languages. */
const measure = (page, width) =>
  page.evaluate(
    async (languages, width) => {
      const heights = [];
      document.body.style.width = `${width}px`;
      const elements = /** @type {(HTMLElement & {updateComplete: Promise<unknown>})[]} */ ([
        ...document.querySelectorAll('[data-variant] > *'),
      ]);
      for (const lang of languages) {
        document.documentElement.lang = lang;
        await Promise.resolve();
        for (const element of elements) await element.updateComplete;
        // Boards fit their letters in the frame after the one in which their width has changed.
        for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
        for (const {parentElement} of elements) {
          const {height} = parentElement.getBoundingClientRect();
          const variant = Number(parentElement.dataset.variant);
          heights[variant] = Math.max(heights[variant] ?? 0, height);
        }
      }
      if (!document.querySelector('solidarity-counter:state(ready)')) throw new Error('The elements show nothing.');
      return heights;
    },
    languages,
    width,
  );

const server = await preview({configFile: false, root: root.pathname, logLevel: 'error', build: {outDir: '.'}});
const browser = await puppeteer.launch({
  executablePath: findBrowsers().found.chromium,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const rows = VARIANTS.map(([element, attributes]) => ({element, attributes, heights: {}}));
try {
  for (const now of STATES) {
    const page = await browser.newPage();
    await page.setRequestInterception(true);
    const address = new URL('heights.html', server.resolvedUrls.local[0]).href;
    page.on('request', (request) =>
      request.url() === address ? request.respond({contentType: 'text/html', body: pageOf(now)}) : request.continue(),
    );
    await page.goto(address);
    for (const width of WIDTHS)
      (await measure(page, width)).forEach((height, i) => {
        const {heights} = rows[i];
        heights[width] = Math.max(heights[width] ?? 0, Math.ceil(height / STEP) * STEP);
      });
  }
} finally {
  await browser.close();
  server.httpServer.close();
}

await write('src/publish/render/heights.json', JSON.stringify(rows));
const table = [
  `| px, in a column of | ${WIDTHS.map((width) => `${width} px`).join(' | ')} |`,
  `| --- | ${WIDTHS.map(() => '---').join(' | ')} |`,
  ...rows.map(
    ({element, attributes, heights}) =>
      `| \`<solidarity-${element}${attributes && ` ${attributes}`}>\` | ${WIDTHS.map((width) => heights[width]).join(' | ')} |`,
  ),
].join('\n');
const marks = /(<!-- heights -->\n).*?(\n<!-- \/heights -->)/s;
const readme = read('README.md');
if (!marks.test(readme)) throw new Error('README.md has no <!-- heights --> and <!-- /heights -->');
await write(
  'README.md',
  readme.replace(marks, (_, begin, end) => `${begin}\n${table}\n${end}`),
);
console.table(rows.map(({heights, ...row}) => ({...row, ...heights})));
