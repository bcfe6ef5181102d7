// Pictures of every element in every state, look and theme: takes them, and compares them with those in `pictures/`, or
// replaces those (`--update`). Writes `output/index.html` to look through them.
import {copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {build} from 'vite';
import {site} from '../support/site.mjs';
import {launch} from '../support/tab.mjs';
import {compareCells} from './compare.mjs';
import {writeIndex} from './index-page.mjs';
import {decode, encode, posterise} from './png.mjs';

const FOLDER = 'test/visual';
const PICTURES = `${FOLDER}/pictures`;
const OUTPUT = `${FOLDER}/output`;
const CELLS = `${PICTURES}/cells.json`;

export const UPDATE = 'npm run visual:update';
export const ELEMENTS = [
  'counter',
  'countdown',
  'banner',
  'ways',
  'trend',
  'people',
  'events',
  'photos',
  'map',
  'amplify',
];
/** Elements whose pictures are large: a few say enough. */
const LARGE = ELEMENTS.slice(4);
const LOOKS = ['campaign', 'newsroom', 'contrast', 'memorial'];
/** Looks with the page's letters, and with their own. */
const LETTERS = ['campaign', 'memorial'];

/**
 * What is pictured of each element; widths are its own, in px. A theme changes no layout, and a language no colours: they
 * are not crossed with everything, so that the pictures stay small (`MAX_BYTES`).
 */
const SHEETS = [
  {lang: 'en', theme: 'light', looks: LOOKS, widths: [320, 640]},
  {lang: 'en', theme: 'dark', looks: LOOKS, widths: [320]},
  {lang: 'be', theme: 'light', looks: LETTERS, widths: [320]},
  {lang: 'ar', theme: 'light', looks: LETTERS, widths: [320]},
];
const LARGE_SHEETS = [
  {lang: 'en', theme: 'light', looks: ['campaign'], widths: [640]},
  {lang: 'en', theme: 'dark', looks: ['campaign'], widths: [320]},
  {lang: 'be', theme: 'light', looks: ['campaign'], widths: [320]},
  {lang: 'ar', theme: 'light', looks: ['campaign'], widths: [320]},
];
/** Of all pictures. */
export const MAX_BYTES = 8 * 2 ** 20;
/** On each side of an element, in px. */
const MARGIN = 16;

/** Whatever could draw letters, colours or scroll bars differently on another machine. */
const FLAGS = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  // Letters at whole pixels: the same letter is the same picture, and a file a third as large.
  '--disable-font-subpixel-positioning',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--disable-gpu',
  '--disable-skia-runtime-opts',
  '--hide-scrollbars',
];

const read = () => (existsSync(CELLS) ? JSON.parse(readFileSync(CELLS, 'utf8')) : {sheets: {}});

/** Fails where a letter is drawn in a font of this machine. */
const assertOwnFonts = async (tab, sheet) => {
  const session = await tab.createCDPSession();
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const {nodes} = await session.send('DOM.getFlattenedDocument', {depth: -1, pierce: true});
  const parents = new Set(
    nodes.flatMap(({nodeType, nodeValue, parentId}) => (nodeType === 3 && nodeValue.trim() ? [parentId] : [])),
  );
  for (const nodeId of parents) {
    const {fonts} = await session.send('CSS.getPlatformFontsForNode', {nodeId}).catch(() => ({fonts: []}));
    const foreign = fonts.find(({isCustomFont}) => !isCustomFont);
    if (!foreign) continue;
    const {outerHTML} = await session.send('DOM.getOuterHTML', {nodeId});
    throw new Error(
      `${sheet}: a letter is in the font ${foreign.familyName} of this machine: ${outerHTML.slice(0, 300)}`,
    );
  }
  await session.detach();
};

/** The picture of a page with its cells, in a window of a width. */
const takePicture = async (tab, look, theme, width) => {
  const window = {width: width + 2 * MARGIN, height: 900};
  await tab.setViewport(window);
  const cells = await tab.evaluate((...words) => globalThis.sheet.apply(...words), look, theme);
  const {top, height} = cells.at(-1);
  // As high as the page: nothing is scrolled, and a banner has room at its edge.
  await tab.setViewport({...window, height: top + height});
  const file = await tab.screenshot({optimizeForSpeed: true, captureBeyondViewport: false});
  return {picture: posterise(decode(Buffer.from(file))), cells};
};

const expectedOf = (name, {sheets}) => {
  const file = `${PICTURES}/${name}.png`;
  return sheets[name] && existsSync(file)
    ? {cells: sheets[name], picture: decode(readFileSync(file))}
    : {cells: [], picture: undefined};
};

/** Opens the page; `close()` also writes the index. */
export const openStudio = async ({update = false} = {}) => {
  rmSync(OUTPUT, {recursive: true, force: true});
  mkdirSync(OUTPUT, {recursive: true});
  const page = `${OUTPUT}/page`;
  await build({
    configFile: false,
    root: FOLDER,
    base: './',
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: 'output/page',
      target: 'es2022',
      // Some 20 files of fonts, apart from the style sheet.
      assetsInlineLimit: 0,
      rolldownOptions: {input: `${FOLDER}/sheet.html`},
    },
  });
  const server = await site();
  const browser = await launch('chromium', undefined, FLAGS);
  const chromium = (await browser.version()).match(/\/(\d+)/)[1];
  const known = read();
  const isSameChromium = known.chromium === chromium;
  const taken = {};
  const results = [];

  /** A page with an element in all its states, in a language. */
  const open = async (element, lang) => {
    const tab = await browser.newPage();
    const errors = [];
    tab.on('pageerror', (error) => errors.push(String(error)));
    await tab.emulateTimezone('Europe/Vilnius');
    await tab.emulateMediaFeatures([{name: 'prefers-reduced-motion', value: 'reduce'}]);
    await tab.goto(`${server.origin}/${page}/sheet.html`);
    await tab.evaluate((...words) => globalThis.sheet.show(...words), element, lang);
    return {tab, errors};
  };

  /** Takes a picture; gives what is wrong with it. */
  const takeSheet = async (tab, name, {look, theme, width}) => {
    const actual = await takePicture(tab, look, theme, width);
    const expected = update ? actual : expectedOf(name, known);
    const diff = Buffer.alloc(actual.picture.data.length, 255);
    const issues = compareCells(expected, actual, {
      isSameChromium: update || isSameChromium,
      onDiff: (rows, top) => diff.set(rows, top * actual.picture.width * 4),
    });
    taken[name] = actual.cells;
    results.push({name, issues});
    // A picture without issues is the expected one.
    if (update || issues.length) writeFileSync(`${OUTPUT}/${name}.png`, encode(actual.picture));
    if (issues.length && expected.picture)
      writeFileSync(`${OUTPUT}/${name}-diff.png`, encode(posterise({...actual.picture, data: diff})));
    return issues.map((issue) => ({sheet: name, ...issue}));
  };

  /** All pictures of an element: what is wrong with them. */
  const take = async (element) => {
    const issues = [];
    for (const {lang, theme, looks, widths} of LARGE.includes(element) ? LARGE_SHEETS : SHEETS) {
      const {tab, errors} = await open(element, lang);
      for (const look of looks)
        for (const width of widths) {
          const name = [element, lang, look, theme, width].join('-');
          issues.push(...(await takeSheet(tab, name, {look, theme, width})));
          if (theme === 'light' && width === widths[0] && LETTERS.includes(look)) await assertOwnFonts(tab, name);
        }
      await tab.close();
      if (errors.length) throw new Error(`${element}, ${lang}: ${errors.join('; ')}`);
    }
    return issues;
  };

  const save = () => {
    rmSync(PICTURES, {recursive: true, force: true});
    mkdirSync(PICTURES, {recursive: true});
    for (const {name} of results) copyFileSync(`${OUTPUT}/${name}.png`, `${PICTURES}/${name}.png`);
    writeFileSync(CELLS, `${JSON.stringify({chromium, sheets: taken})}\n`);
  };

  return {
    take,
    save,
    chromium: {expected: known.chromium, actual: chromium},
    hasPictures: Object.keys(known.sheets).length > 0,
    async close() {
      await browser.close();
      server.close();
      rmSync(page, {recursive: true, force: true});
      writeIndex(OUTPUT, results);
    },
  };
};

export const bytesOf = () => readdirSync(PICTURES).reduce((sum, file) => sum + statSync(join(PICTURES, file)).size, 0);

export const describe = ({sheet, name, issue, isSerious}) =>
  `${sheet}: ${name} ${issue}${isSerious ? '' : ' (another Chromium: no failure)'}`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const update = process.argv.includes('--update');
  const studio = await openStudio({update});
  try {
    const issues = [];
    for (const element of ELEMENTS) issues.push(...(await studio.take(element)));
    for (const issue of issues) console.log(describe(issue));
    if (issues.some(({isSerious}) => isSerious)) process.exitCode = 1;
    else if (update) studio.save();
  } finally {
    await studio.close();
  }
  if (update && !process.exitCode) console.log(`Pictures: ${(bytesOf() / 2 ** 20).toFixed(1)} MiB`);
  console.log(`To look through them: ${OUTPUT}/index.html`);
}
