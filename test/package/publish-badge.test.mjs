// The badges that the feed tool renders, in browsers and in resvg.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Resvg} from '@resvg/resvg-js';
import {runnerImport} from 'vite';
import {campaign} from '../support/campaign.mjs';
import {tempDir} from '../support/feed-tool.mjs';
import {HOSTILE} from '../support/hostile.mjs';
import {LOCALES} from '../support/locales.mjs';
import {pages} from '../support/pages.mjs';

const load = async (path) => (await runnerImport(path)).module;
const openPage = pages();

/** A badge of the made-up campaign's figure, changed; written on a day on which it is not out of date. */
const badge = (t, change = {}, ...args) => {
  const {run, put, path} = tempDir(t);
  put('feed.json', {...campaign(), figures: [{...campaign().figures[0], ...change}]});
  const {code, stdout, stderr} = run(['render', 'badge', 'feed.json', '--today', '2027-03-01', ...args]);
  assert.equal(code, 0, stderr);
  return {stdout, stderr, path};
};
/** The words of a drawn badge, without direction marks. */
const face = (svg) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, words]) => words.replaceAll('\u200f', ''));

/** Figures for badges: each language, long, from right to left, hostile. */
const BADGES = [
  ...LOCALES.map((lang) => [lang, {}]),
  [
    'en',
    {
      unit: undefined,
      title: 'People who were dismissed, expelled or forced to leave for taking part in a test '.repeat(3),
    },
  ],
  ['en', {unit: undefined, title: 'x'.repeat(300), source: {name: 'Ж'.repeat(200)}, value: Number.MAX_SAFE_INTEGER}],
  ['ar', {unit: undefined, title: {ar: 'السجناء السياسيون (اختبار)'}, source: {name: {ar: 'مركز الاختبار'}}}],
  ['he', {unit: undefined, title: {he: 'אסירים פוליטיים'}, qualifier: undefined}],
  ['ja', {unit: undefined, title: {ja: '政治犯テスト'.repeat(20)}}],
  ['en', {unit: undefined, title: HOSTILE, source: {name: HOSTILE}, note: HOSTILE, definition: HOSTILE}],
];

/** Contrast of two colours, WCAG 2. */
const contrast = (...colours) => {
  const light = (colour) => {
    const [r, g, b] = colour
      .match(/\d+/g)
      .map((n) => (n / 255 <= 0.04045 ? n / 255 / 12.92 : ((n / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [a, b] = colours.map(light).sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
};

for (const [i, [lang, change]] of BADGES.entries())
  test(`a badge, ${lang} ${i}: nothing overflows or overlaps, and it has enough contrast in light and dark`, async (t) => {
    const {path} = badge(t, change, '--lang', lang, '--out', 'b.svg');
    const page = await openPage(t);
    const errors = [];
    page.on('dialog', () => errors.push('a script ran'));
    for (const scheme of ['light', 'dark']) {
      await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
      await page.goto(`file://${path('b.svg')}`);
      const seen = await page.evaluate(() => {
        const svg = document.documentElement;
        const colour = (element) => getComputedStyle(element).fill;
        return {
          root: svg.nodeName,
          nodes: [...new Set([...svg.querySelectorAll('*')].map(({nodeName}) => nodeName))].sort(),
          attributes: [...new Set([...svg.querySelectorAll('*')].flatMap((node) => node.getAttributeNames()))],
          width: svg.viewBox.baseVal.width,
          height: svg.viewBox.baseVal.height,
          surface: colour(svg.querySelector('.surface')),
          runs: [...svg.querySelectorAll('text')].map((node) => {
            const {x, y, width, height} = node.getBBox();
            return {text: node.textContent, line: node.getAttribute('y'), x, y, width, height, colour: colour(node)};
          }),
          role: svg.getAttribute('role'),
          label: svg.getAttribute('aria-label'),
          title: svg.querySelector('title').textContent,
        };
      });
      assert.equal(seen.root, 'svg', 'well-formed');
      assert.deepEqual(seen.nodes, ['desc', 'path', 'rect', 'style', 'text', 'title']);
      assert.deepEqual(
        seen.attributes.filter((name) => /href|src|^on|^style$/.test(name)),
        [],
      );
      assert.equal(seen.role, 'img');
      assert.equal(seen.label, seen.title);
      for (const run of seen.runs) {
        assert.ok(run.x >= 5 && run.x + run.width <= seen.width - 5, `${run.text} overflows`);
        assert.ok(run.y >= 0 && run.y + run.height <= seen.height, `${run.text} overflows`);
        assert.ok(contrast(run.colour, seen.surface) >= 4.5, `${scheme}: ${run.colour} on ${seen.surface}`);
        const next = seen.runs.filter(({line, x}) => line === run.line && x > run.x);
        // A box is about a pixel wider than its letters.
        for (const {x, text} of next) assert.ok(x >= run.x + run.width - 1.1, `${run.text} overlaps ${text}`);
      }
      assert.ok(seen.width <= 375, `${seen.width} px do not fit a phone`);
    }
    assert.deepEqual(errors, []);
    if (change.title === HOSTILE) assert.match(await page.title(), /<script>alert\(1\)/);
  });

test('a line begins with a number only where a word and the number do not fit', async () => {
  const {linesOf} = await load('/src/publish/render/text-lines.ts');
  const {textWidth} = await load('/src/publish/render/text-width.ts');
  const style = {size: 10, boldSize: 12, base: 10, height: 12, colour: 'text', measure: textWidth};
  for (let widest = 80; widest < 300; widest++) {
    const parts = [
      {text: 'What this counts: at least ', lang: 'en'},
      {text: '1,140', lang: 'en', role: 'number'},
      {text: ' people', lang: 'en'},
    ];
    const lines = linesOf(parts, style, widest);
    assert.equal(
      lines.map(({runs}) => runs.map(({text}) => text).join(' ')).join(' '),
      'What this counts: at least 1,140 people',
    );
    assert.ok(!lines.some(({runs: [first]}) => first.bold), `${widest} px`);
  }
});

test('nothing is wider than a line, and words end at hyphens rather than anywhere', async () => {
  const {linesOf} = await load('/src/publish/render/text-lines.ts');
  const style = {
    size: 10,
    boldSize: 20,
    base: 10,
    height: 12,
    colour: 'text',
    measure: (text, size) => size * text.length,
  };
  const lines = (text, widest) =>
    linesOf(
      [
        {text, lang: 'be'},
        {text: '1167', lang: 'be', role: 'number'},
      ],
      style,
      widest,
    ).map(({runs, width}) => {
      assert.ok(width <= widest, `${text}: ${width} of ${widest}`);
      return runs.map((run) => run.text).join(' ');
    });
  assert.deepEqual(lines('Палітвязні-жанчыны: ', 170), ['Палітвязні-', 'жанчыны: 1167']);
  assert.deepEqual(lines('Палітвязні-жанчыны: ', 120), ['Палітвязні-', 'жанчыны:', '1167']);
  assert.deepEqual(lines('Палітвязні: ', 100), ['Палітвязні', ': 1167']);
});

test('the estimated width is near what the font measures', async (t) => {
  const {textWidth} = await load('/src/publish/render/text-width.ts');
  const texts = [];
  for (const lang of LOCALES) texts.push(/<title>([^<]*)</.exec(badge(t, {}, '--lang', lang).stdout)[1]);
  const page = await openPage(t);
  const measured = await page.evaluate((all) => {
    const context = document.createElement('canvas').getContext('2d');
    const widths = (font) => {
      context.font = `100px ${font}`;
      return all.map((one) => context.measureText(one).width);
    };
    const font = ['Verdana', '"DejaVu Sans"'].find((name) => widths(`${name}, serif`)[0] !== widths('serif')[0]);
    return font && widths(font);
  }, texts);
  if (!measured) return t.skip('neither Verdana nor DejaVu Sans is installed');
  for (const [i, one] of texts.entries()) {
    const error = textWidth(one, 100) / measured[i] - 1;

    assert.ok(Math.abs(error) < 0.05, `${one}: ${Math.round(error * 100)} %`);
  }
});

test('date, source and qualifier are on the face of a badge, and in its text alternative', async (t) => {
  const {stdout} = badge(t, {}, '--lang', 'be');
  assert.equal(face(stdout).join(' '), 'Прынамсі 1140 палітвязняў Test Count , 20 лютага 2027\u202fг.');
  const alt = 'Прынамсі 1140 палітвязняў на 20 лютага 2027\u202fг. Крыніца: Test Count.';
  assert.match(stdout, new RegExp(`aria-label="${alt}" lang="be"`));
  assert.match(stdout, new RegExp(`<title>${alt}</title>`));
  assert.match(stdout, /<desc>Пазней некаторых вызвалілі\. У зняволенні ў гэтым тэсце\.<\/desc>/);
  assert.doesNotMatch(
    stdout.replace('xmlns="http://www.w3.org/2000/svg"', ''),
    /https?:|url\(|@import|@font-face|<script/,
  );
});

test('a figure that is out of date says so on its face', async (t) => {
  const old = badge(t, {}, '--today', '2027-05-01');
  assert.match(face(old.stdout).join(' '), /Test Count, 20 February 2027, out of date$/);
  assert.match(old.stdout, /<title>.* Out of date\.<\/title>/);
  assert.match(old.stderr, /Warning: this figure is of 2027-02-20, 70 days old\./);
  assert.doesNotMatch(badge(t).stdout, /out of date/i);
});

test('a badge has its own language; a title that lacks it makes the whole badge English', async (t) => {
  const georgian = badge(t, {}, '--lang', 'ka');
  assert.equal(face(georgian.stdout)[0], 'სულ მცირე');
  assert.match(georgian.stdout, /<desc lang="en">/);
  const english = badge(t, {unit: undefined}, '--lang', 'ka');
  assert.deepEqual(face(english.stdout), ['Political prisoners: at least', '1,140', 'Test Count, 20 February 2027']);
  assert.match(english.stderr, /The feed lacks texts in ka/);
});

test('a badge from right to left has its ribbon and its words on the right', async (t) => {
  const rtl = async (lang, title) => {
    const {stdout, stderr} = badge(t, {unit: undefined, title: {[lang]: title}}, '--lang', lang);
    assert.match(stdout, /<path[^>]* transform="matrix\(-1 0 0 1/);
    assert.match(stdout, new RegExp(`<text[^>]* direction="rtl" lang="${lang}"[^>]*>`));
    const at = [...stdout.matchAll(/<text x="([\d.]+)"[^>]*>\u200f?([^<\u200f]*)/g)];
    return {place: Object.fromEntries(at.map(([, x, words]) => [words, Number(x)])), stderr, all: JSON.stringify(at)};
  };
  const arabic = await rtl('ar', 'السجناء (اختبار)');
  assert.doesNotMatch(arabic.stderr, /none of our languages/);
  assert.ok(arabic.place['1,140'] < arabic.place['السجناء (اختبار): ما لا يقل عن'], arabic.all);
  // A source in Latin letters is read first, too.
  const [date] = Object.entries(arabic.place).filter(([words]) => words.includes('2027'));
  assert.ok(date[1] < arabic.place['Test Count'], arabic.all);
  // We have no Persian: the title is on the right, and the English words keep their own order.
  const persian = await rtl('fa', 'زندانیان (آزمایش)');
  assert.match(persian.stderr, /fa is none of our languages/);
  const {place} = persian;
  assert.ok(place[': at least'] < place['1,140'] && place['1,140'] < place['زندانیان (آزمایش)'], persian.all);
});

for (const [lang, title] of [
  ['ar', 'السجناء السياسيون (اختبار)'],
  ['he', 'אסירים פוליטיים (מבחן)'],
])
  for (const unit of ['political-prisoner', undefined])
    test(`resvg draws the words of a badge beside each other, ${lang} ${unit ?? 'title'}`, async (t) => {
      const {stdout} = badge(t, {unit, title: {[lang]: title}}, '--lang', lang);
      const width = Number(/width="(\d+)"/.exec(stdout)[1]);
      const boxes = stdout.match(/<text.*<\/text>/g).map((text) => {
        const alone = stdout.replace(/<(?:rect|path|text)\b.*\n/g, (line) => (line.startsWith(text) ? line : ''));
        const box = new Resvg(alone).getBBox();
        return {text, line: / y="(\d+)"/.exec(text)[1], x: box.x, end: box.x + box.width};
      });
      for (const {text, line, x, end} of boxes) {
        assert.ok(x >= 5 && end <= width - 5, `${text} overflows: ${x} to ${end} of ${width}`);
        for (const next of boxes.filter((other) => other.line === line && other.x > x))
          assert.ok(next.x >= end, `${text} overlaps ${next.text}`);
      }
    });

test('a badge comes with the lines that embed it', async (t) => {
  const {run, put} = tempDir(t);
  put('feed.json', {...campaign(), figures: [{...campaign().figures[1], title: 'A "b" [c](d) <e>'}]});
  const render = (...args) => run(['render', 'badge', 'feed.json', '--today', '2027-03-01', ...args]).stdout;
  const alt = 'A "b" [c](d) <e>: 21 on 20 February 2027. Source: Test Count.';
  assert.match(
    render('--html', '--address', 'https://example.org/a?b&c=1'),
    /^<img src="https:\/\/example\.org\/a\?b&amp;c=1" alt="A &quot;b&quot; \[c\]\(d\) &lt;e&gt;: 21 on .*" lang="en" width="\d+" height="\d+">\n$/,
  );
  assert.equal(
    render('--markdown', '--address', 'https://example.org/x/'),
    `![${alt.replace(/[[\]<>]/g, '\\$&')}](https://example.org/x/badge-en.svg)\n`,
  );
  assert.match(render('--out', 'my badge.svg'), /^<img src="my badge\.svg".*\n!\[.*\]\(my%20badge\.svg\)\n$/);
  const {files} = JSON.parse(render('--json', '--out', 'x.svg'));
  assert.deepEqual(Object.keys(files[0]), ['lang', 'file', 'html', 'markdown']);
});
