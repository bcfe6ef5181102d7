// Boards and posters on screens of all shapes, in all languages: everything is in its place, whole, and large.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {site} from '../support/site.mjs';
import {launch, until} from '../support/tab.mjs';

const {sourceLocale, targetLocales} = JSON.parse(readFileSync('src/i18n/lit-localize.json', 'utf8'));
const LANGUAGES = [sourceLocale, ...targetLocales];
const SIZES = [
  [1920, 360],
  [1920, 540],
  [1080, 1920],
  [1920, 1080],
  [3840, 1080],
  [768, 256],
  [320, 568],
];

const feed = JSON.parse(readFileSync('demo/feed.json', 'utf8'));
// An element speaks a language that all texts have: here all do, in the words of one that needs much room.
for (const figure of feed.figures)
  for (const name of ['title', 'definition', 'note'])
    if (figure[name])
      figure[name] = {...Object.fromEntries(LANGUAGES.map((tag) => [tag, figure[name].fr])), ...figure[name]};

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Board</title>
<style>body { margin: 0 } solidarity-amplify { display: block } .filled { block-size: 100vh }
.filled::part(controls) { display: none }</style>
<script async src="/dist/solidarity.js"></script>
<solidarity-amplify variant="board" campaign="day-of-solidarity-with-civil-society" src="/feed.json"></solidarity-amplify>`;

let server, browser;
before(async () => {
  server = await site({pages: {'/board': page, '/feed.json': JSON.stringify(feed)}});
  browser = await launch();
});
after(async () => {
  await browser.close();
  server.close();
});

/** Opens the page with a board of a variant. */
const open = async ([width, height], variant) => {
  const tab = await browser.newPage();
  await tab.setViewport({width, height});
  // The next slogan when we want it.
  await tab.evaluateOnNewDocument(() => {
    globalThis.setInterval = (work) => {
      globalThis.showNext = work;
      return 1;
    };
  });
  await tab.goto(`${server.origin}/board`);
  await until(tab, () => document.querySelector('solidarity-amplify').matches(':state(ready)'));
  await tab.evaluate((variant) => (document.querySelector('solidarity-amplify').variant = variant), variant);
  await tab.evaluate(() => document.querySelector('solidarity-amplify').updateComplete);
  return tab;
};

/** What is wrong with the board in languages, and how large its letters are; `slogans` of them are shown in each. */
const look = (tab, languages, slogans) =>
  tab.evaluate(
    async (languages, slogans) => {
      const element = document.querySelector('solidarity-amplify');
      const wrong = [];
      let least = Infinity;
      const frames = async () => {
        // One to lay it out, one to fit the letters.
        for (let i = 0; i < 4; i++) await new Promise(requestAnimationFrame);
      };
      const isIn = (inner, outer) =>
        inner.left >= outer.left - 1 &&
        inner.right <= outer.right + 1 &&
        inner.top >= outer.top - 1 &&
        inner.bottom <= outer.bottom + 1;
      const measure = (name) => {
        const board = element.shadowRoot.querySelector('[part~=board]');
        const box = board.getBoundingClientRect();
        const window = {
          left: 0,
          top: 0,
          right: innerWidth,
          bottom: element.matches('.filled, :fullscreen') ? innerHeight : Infinity,
        };
        const {scrollWidth, scrollHeight} = document.documentElement;
        if (scrollWidth > innerWidth || (window.bottom < Infinity && scrollHeight > innerHeight))
          wrong.push(`${name}: scrolls`);
        if (!isIn(box, window)) wrong.push(`${name}: outside the window`);
        if (window.bottom < Infinity && (box.width < innerWidth - 2 || box.height < innerHeight - 2))
          wrong.push(`${name}: does not fill it`);
        const texts = document.createTreeWalker(board, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        for (let text; (text = texts.nextNode());)
          for (const {0: word, index} of text.data.matchAll(/[^\s\u2010-\u2014/-]+/g)) {
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            const rects = [...range.getClientRects()];
            if (!rects.every((rect) => isIn(rect, box))) wrong.push(`${name}: “${word}” is cut`);
            if (new Set(rects.map(({top}) => Math.round(top))).size > 1) wrong.push(`${name}: “${word}” is broken`);
          }
        const zones = [...board.children].map((zone) => zone.getBoundingClientRect());
        if (zones.some(({bottom}, i) => zones[i + 1]?.top < bottom - 1)) wrong.push(`${name}: zones overlap`);
        for (const text of board.querySelectorAll('p'))
          least = Math.min(least, parseFloat(getComputedStyle(text).fontSize));
      };
      for (const lang of languages) {
        element.lang = lang;
        await element.updateComplete;
        await frames();
        if (element.shadowRoot.querySelector('[part~=board]').lang !== lang) wrong.push(`${lang}: not spoken`);
        for (let i = 0; i < slogans; i++) {
          measure(`${lang} ${i}`);
          if (i < slogans - 1) globalThis.showNext();
        }
      }
      return {wrong, least};
    },
    languages,
    slogans,
  );

for (const size of SIZES)
  for (const variant of ['board', 'poster'])
    test(`a ${variant} fills ${size.join(' × ')} px: nothing is cut, broken or too small to read from afar`, async () => {
      const tab = await open(size, variant);
      await tab.evaluate(() => document.querySelector('solidarity-amplify').classList.add('filled'));
      const {wrong, least} = await look(tab, LANGUAGES, 1);
      // Each slogan, too.
      const more = variant === 'board' ? await look(tab, ['be'], LANGUAGES.length) : {wrong: [], least};
      assert.deepEqual([...wrong, ...more.wrong], []);
      const share = Math.min(least, more.least) / Math.min(...size);
      assert.ok(share > 0.035, `letters of ${least} px`);
      await tab.close();
    });

test('so does a board in full screen, whatever the page says of its display', async () => {
  const tab = await open([1920, 360], 'board');
  await tab.evaluate(() => document.querySelector('solidarity-amplify').requestFullscreen());
  await until(tab, () => !!document.fullscreenElement);
  const {wrong} = await look(tab, ['en', 'be', 'ar', 'de', 'ka'], LANGUAGES.length);
  assert.deepEqual(wrong, []);
  await tab.close();
});

test('on paper the letters are a share of its width', async () => {
  const tab = await open([1920, 360], 'board');
  await tab.emulateMediaType('print');
  const share = await tab.evaluate(() => {
    const root = document.querySelector('solidarity-amplify').shadowRoot;
    const slogan = root.querySelector('[part=slogan]');
    return parseFloat(getComputedStyle(slogan).fontSize) / root.querySelector('[part~=board]').clientWidth;
  });
  assert.ok(Math.abs(share - 0.07) < 0.001, String(share));
  await tab.close();
});

for (const width of [320, 1280])
  for (const variant of ['board', 'poster'])
    test(`a ${variant} in a page of ${width} px is as high as its text needs, and no letters are below 11 px`, async () => {
      const tab = await open([width, 800], variant);
      const {wrong, least} = await look(tab, LANGUAGES, 2);
      assert.deepEqual(wrong, []);
      assert.ok(least >= 11, `letters of ${least} px`);
      await tab.close();
    });
