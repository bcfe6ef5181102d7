// What the feed tool renders: words, badge, snippet. Calendar and JSON Feed have their own file.
import assert from 'node:assert/strict';
import {access, readFile, readdir} from 'node:fs/promises';
import {readFileSync, readdirSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {runnerImport} from 'vite';
import {launch} from '../support/tab.mjs';
import {campaign} from '../support/campaign.mjs';
import {tempDir} from '../support/feed-tool.mjs';
import {site} from '../support/site.mjs';

const load = async (path) => (await runnerImport(path)).module;
const escape = await load('/src/publish/render/escape.ts');
const words = await load('/src/publish/render/words.ts');
const {targetLocales} = JSON.parse(readFileSync('src/i18n/lit-localize.json', 'utf8'));
const LOCALES = ['en', ...targetLocales];

const voices = Object.fromEntries(
  await Promise.all(LOCALES.map(async (tag) => [tag, {tag, ...(await load(`/src/i18n/cldr/${tag}.ts`))}])),
);

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const openPage = async (t) => {
  const page = await browser.newPage();
  t.after(() => page.close());
  return page;
};

/** Text that wants to be more than text. */
const HOSTILE = `</title><script>alert(1)</script>" onload='x' & \u0000\u0007\u001b[31m\u202e0411\u2066 \ud800 \ufffe]]> &#60;`;
const HARMLESS = `</title><script>alert(1)</script>" onload='x' & [31m0411 \ufffd ]]> &#60;`;

test('text has one door into markup, and nothing hides behind it', () => {
  assert.equal(escape.plain(HOSTILE), HARMLESS);
  assert.equal(escape.plain('a\r\nb\u2028c\td  e'), 'a b c d e');
  assert.equal(escape.plainLines(' a \r\n\u202eb\n\n'), 'a\nb');
  assert.equal(escape.escapeMarkup(`<a href="x" id='y'>&amp;`), '&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;');
  assert.equal(
    escape.plain('1\u00a0140\u200f \u0645\u200c\u0646'),
    '1\u00a0140\u200f \u0645\u200c\u0646',
    'languages are written with these',
  );
  assert.equal(escape.escapeMarkdown('a](javascript:x) *b* `c` <d>'), 'a\\](javascript:x) \\*b\\* \\`c\\` \\<d\\>');
  assert.equal(escape.escapeMarkdownUrl('a b(c)<d>\\'), 'a%20b%28c%29%3cd%3e%5c');
  assert.equal(escape.escapeCalendar('a,b;c\\d\ne'), 'a\\,b\\;c\\\\d e');
});

test('an address is as all programs read it, or none', () => {
  assert.equal(escape.href('https://example.org/ü?"<>'), 'https://example.org/%C3%BC?%22%3C%3E');
  assert.equal(escape.href('https://example.org:99999/'), undefined);
  assert.equal(escape.href(undefined), undefined);
});

test('the tool says the messages of the elements, word for word', () => {
  const sources = new Map(
    readdirSync('src/elements').flatMap((file) =>
      [
        ...readFileSync(`src/elements/${file}`, 'utf8').matchAll(/msg\(\s*'((?:[^'\\]|\\.)*)',\s*\{\s*id: '([^']+)'/g),
      ].map(([, text, id]) => [id, text]),
    ),
  );
  for (const [id, text] of Object.entries(words.ENGLISH)) {
    assert.equal(text, sources.get(id), id);
    for (const locale of targetLocales) assert.ok(voices[locale].templates[id], `${locale}: ${id}`);
  }
});

test('every locale has the words that no element says', () => {
  assert.deepEqual(Object.keys(words.OWN).sort(), [...words.LOCALES].sort());
  assert.deepEqual([...words.LOCALES].sort(), [...LOCALES].sort());
  for (const own of Object.values(words.OWN)) assert.deepEqual(Object.values(own).map(Boolean), [true, true, true]);
});

test('“Source: …” stands alone in every language', () => {
  for (const tag of LOCALES) assert.match(words.join(words.sourceOf('X', voices[tag])), /^[^\s{}.][^{}.]*: X$/, tag);
  assert.equal(words.join(words.sourceOf('X', voices.be)), 'Крыніца: X');
});

test('a sentence begins with a capital and has one end', () => {
  const [first] = words.capital([{text: 'įdomu', lang: 'lt'}]);
  assert.equal(first.text, 'Įdomu');
  assert.equal(words.capital([{text: '21', lang: 'en'}])[0].text, '21');
  assert.equal(words.capital([{text: 'სულ', lang: 'ka'}])[0].text, 'სულ');
  assert.deepEqual(['2026 г.', 'Pozirk', 'So!', '“Ja.”'].map(words.asSentence), ['2026 г.', 'Pozirk.', 'So!', '“Ja.”']);
});

test('directions', () => {
  const rtl = ['ar', 'he', 'fa-IR', 'ur', 'az-Arab', 'yi'];
  assert.deepEqual(
    rtl.map(words.directionOf),
    rtl.map(() => 'rtl'),
  );
  assert.deepEqual(['be', 'az', 'ja', 'no language', ''].map(words.directionOf), Array(5).fill('ltr'));
});

/** Each kind of sentence, with numbers that take each plural form. */
const FIGURES = ['exact', 'at-least', 'more-than', undefined].flatMap((qualifier) =>
  [1, 2, 5, 21, 1140].flatMap((value) =>
    ['held', 'other'].map((id) => ({...campaign().figures[0], id, note: undefined, value, qualifier})),
  ),
);

test('a snippet says what the element says', async (t) => {
  const {run, put, path} = tempDir(t);
  // The elements are asked by id, and several figures called “held” would be a fault: a feed for each.
  const feeds = FIGURES.map((figure) => ({...campaign(), figures: [figure]}));
  const server = await site({
    pages: {
      '/page.html': `<!doctype html><meta charset="utf-8">${feeds
        .map((feed, i) => `<script type="application/json" id="f${i}">${JSON.stringify(feed)}</script>`)
        .join('')}${LOCALES.map((lang) =>
        feeds.map((_, i) => `<solidarity-counter lang="${lang}" src="#f${i}"></solidarity-counter>`).join(''),
      ).join('')}<script src="/dist/solidarity.all.js"></script>`,
    },
  });
  t.after(() => server.close());
  const page = await openPage(t);
  await page.goto(`${server.origin}/page.html`);
  const shown = await page.evaluate(async () => {
    const counters = [...document.querySelectorAll('solidarity-counter')];
    await Promise.all(counters.map((counter) => counter.updateComplete));
    return counters.map(({shadowRoot}) =>
      ['sentence', 'about'].map((part) =>
        shadowRoot
          .querySelector(`[part=${part}]`)
          .textContent.replace(/[ \n]+/g, ' ')
          .trim(),
      ),
    );
  });
  const told = LOCALES.flatMap((tag) =>
    FIGURES.map((figure) =>
      [words.capital(words.sentenceOf(figure, voices[tag], 'en')), words.aboutOf(figure, voices[tag], 'en')].map(
        words.join,
      ),
    ),
  );
  assert.deepEqual(told, shown);
  // And these are the words that the command prints.
  await put('feed.json', feeds[3]);
  await run(['render', 'snippet', 'feed.json', '--lang', 'pl', '--today', '2027-03-01', '--out', 'x.html']);
  const text = (await readFile(path('x.html'), 'utf8')).replace(/<[^>]*>/g, '').trim();
  const [sentence, about] = told[LOCALES.indexOf('pl') * FIGURES.length + 3];
  assert.equal(text, `${sentence}. ${about}.`);
});

const text = (name, value) => ({[name]: value});

/** Figures that try a badge: each language, long, from right to left, hostile. */
const BADGES = [
  ...LOCALES.map((lang) => [lang, {}]),
  [
    'en',
    {id: 'x', title: 'People who were dismissed, expelled or forced to leave for taking part in a test '.repeat(3)},
  ],
  ['en', {id: 'x', title: 'x'.repeat(300), source: {name: 'Ж'.repeat(200)}, value: Number.MAX_SAFE_INTEGER}],
  ['ar', {id: 'x', title: text('ar', 'السجناء السياسيون (اختبار)'), source: {name: text('ar', 'مركز الاختبار')}}],
  ['he', {id: 'x', title: text('he', 'אסירים פוליטיים'), qualifier: undefined}],
  ['ja', {id: 'x', title: text('ja', '政治犯テスト'.repeat(20))}],
  ['en', {id: 'x', title: HOSTILE, source: {name: HOSTILE}, note: HOSTILE, definition: HOSTILE}],
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
  test(`a badge, ${lang} ${i}: nothing overflows or overlaps, and it can be read by light and by night`, async (t) => {
    const {run, put, path} = tempDir(t);
    const figure = {...campaign().figures[0], ...change};
    await put('feed.json', {...campaign(), figures: [figure]});
    const {code, stderr} = await run(['render', 'badge', 'feed.json', '--lang', lang, '--out', 'b.svg']);
    assert.equal(code, 0, stderr);
    const page = await openPage(t);
    const complaints = [];
    page.on('dialog', () => complaints.push('a script ran'));
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
        for (const {x, text} of next) assert.ok(x >= run.x + run.width - 0.2, `${run.text} meets ${text}`);
      }
      assert.ok(seen.width <= 375, `${seen.width} px do not fit a phone`);
    }
    assert.deepEqual(complaints, []);
    if (figure.title === HOSTILE) assert.match(await page.title(), /<script>alert\(1\)/);
  });

test('a number never stands at the beginning of a line without its qualifier', async () => {
  const {linesOf} = await load('/src/publish/render/badge-lines.ts');
  const style = {size: 10, boldSize: 12, base: 10, height: 12, colour: 'text'};
  for (let widest = 40; widest < 300; widest++) {
    const parts = [
      {text: 'What this counts: at least ', lang: 'en'},
      {text: '1,140', lang: 'en', as: 'count'},
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

test('a badge’s estimate is near what the font measures', async (t) => {
  const {textWidth} = await load('/src/publish/render/text-width.ts');
  const {run, put} = tempDir(t);
  await put('feed.json', campaign());
  const texts = [];
  for (const lang of LOCALES) {
    const {stdout} = await run(['render', 'badge', 'feed.json', '--lang', lang]);
    texts.push(/<title>([^<]*)</.exec(stdout)[1]);
  }
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
  if (!measured) return t.skip('neither Verdana nor DejaVu Sans is here');
  for (const [i, one] of texts.entries()) {
    const error = textWidth(one, 100) / measured[i] - 1;

    assert.ok(Math.abs(error) < 0.05, `${one}: ${Math.round(error * 100)} %`);
  }
});

test('the badge’s day, source and qualifier stand on its face, and in words for those who do not see it', async (t) => {
  const {run, put} = tempDir(t);
  await put('feed.json', campaign());
  const {stdout} = await run(['render', 'badge', 'feed.json', '--lang', 'be']);
  const face = [...stdout.matchAll(/<text[^>]*>([^<]*)</g)].map(([, words]) => words).join(' ');
  assert.equal(face, 'Прынамсі 1140 палітвязняў Станам на 20 лютага 2027\u202fг. Крыніца: Test Count');
  const alt = 'Прынамсі 1140 палітвязняў. Станам на 20 лютага 2027\u202fг. Крыніца: Test Count.';
  assert.match(stdout, new RegExp(`aria-label="${alt}" lang="be"`));
  assert.match(stdout, new RegExp(`<title>${alt}</title>`));
  assert.match(stdout, /<desc>Пазней некаторых вызвалілі\. У зняволенні ў гэтым тэсце\.<\/desc>/);
  assert.doesNotMatch(
    stdout.replace('xmlns="http://www.w3.org/2000/svg"', ''),
    /https?:|url\(|@import|@font-face|<script/,
  );
});

test('a badge from right to left has its accent and its words on the right', async (t) => {
  const {run, put} = tempDir(t);
  const [figure] = campaign().figures;
  const badge = async (lang, title) => {
    await put('feed.json', {...campaign(), figures: [{...figure, id: 'x', title: {[lang]: title}}]});
    const {stdout, stderr} = await run(['render', 'badge', 'feed.json', '--lang', lang]);
    assert.match(stdout, /<path[^>]* transform="matrix\(-1 0 0 1/);
    assert.match(stdout, new RegExp(`<text[^>]* direction="rtl" lang="${lang}"[^>]*>`));
    const at = [...stdout.matchAll(/<text x="([\d.]+)"[^>]*>([^<]*)</g)].map(([, x, word]) => [word, Number(x)]);
    return {place: Object.fromEntries(at), stderr, all: JSON.stringify(at)};
  };
  const arabic = await badge('ar', 'السجناء (اختبار)');
  assert.doesNotMatch(arabic.stderr, /none of our languages/);
  assert.ok(arabic.place['1,140'] < arabic.place['السجناء (اختبار): ما لا يقل عن'], arabic.all);
  // Of a language that is not among ours the title stands at the right, and English keeps its own order.
  const persian = await badge('fa', 'زندانیان (آزمایش)');
  assert.match(persian.stderr, /fa is none of our languages/);
  const {place} = persian;
  assert.ok(place['at least'] < place['1,140'] && place['1,140'] < place['زندانیان (آزمایش):'], persian.all);
});

test('a badge comes with the lines that embed it', async (t) => {
  const {run, put} = tempDir(t);
  await put('feed.json', {...campaign(), figures: [{...campaign().figures[1], title: 'A "b" [c](d) <e>'}]});
  const alt = 'A "b" [c](d) <e>: 21. As of February 20, 2027. Source: Test Count.';
  const html = await run(['render', 'badge', 'feed.json', '--html', '--address', 'https://example.org/a?b&c=1']);
  assert.match(
    html.stdout,
    /^<img src="https:\/\/example\.org\/a\?b&amp;c=1" alt="A &quot;b&quot; \[c\]\(d\) &lt;e&gt;: 21\. .*" lang="en" width="\d+" height="\d+">\n$/,
  );
  const markdown = await run(['render', 'badge', 'feed.json', '--markdown', '--address', 'https://example.org/x/']);
  assert.equal(markdown.stdout, `![${alt.replace(/[[\]<>]/g, '\\$&')}](https://example.org/x/badge-en.svg)\n`);
  const both = await run(['render', 'badge', 'feed.json', '--out', 'my badge.svg']);
  assert.match(both.stdout, /^<img src="my badge\.svg".*\n!\[.*\]\(my%20badge\.svg\)\n$/);
  const json = JSON.parse((await run(['--json', 'render', 'badge', 'feed.json', '--out', 'x.svg'])).stdout);
  assert.deepEqual(Object.keys(json.files[0]), ['lang', 'file', 'html', 'markdown']);
});

test('what a person should know of a feed is said, to programs too', async (t) => {
  const {run, put} = tempDir(t);
  await put('feed.json', {...campaign(), sample: true, figures: [{...campaign().figures[0], asOf: '2020-01-01'}]});
  const args = ['render', 'snippet', 'feed.json', '--lang', 'ja', '--key', KEY];
  const {cautions, files} = JSON.parse((await run(['--json', ...args])).stdout);
  const {stdout, stderr} = await run(args);
  assert.equal(files[0].content, stdout);
  assert.deepEqual(stderr.trim().split('\n'), cautions);
  const told = ['demonstration', 'is of 2020-01-01', '--src', 'ja is none of our languages'];
  assert.equal(cautions.length, told.length);
  for (const [i, words] of told.entries()) assert.ok(cautions[i].includes(words), cautions[i]);
});

test('one file for each of our languages', async (t) => {
  const {run, put, path} = tempDir(t);
  await put('feed.json', campaign());
  for (const [kind, name] of [
    [['badge'], 'badge-be.svg'],
    [['badge', '--figure', 'women'], 'badge-women-be.svg'],
    [['snippet'], 'snippet-be.html'],
    [['snippet', '--widget', 'banner'], 'snippet-banner-be.html'],
    [['ics'], 'calendar-be.ics'],
    [['jsonfeed'], 'jsonfeed-be.json'],
  ]) {
    const [what, ...rest] = kind;
    const folder = kind.join('');
    const {code, stderr} = await run(['render', what, 'feed.json', ...rest, '--all-langs', '--out-dir', folder]);
    assert.equal(code, 0, stderr);
    assert.deepEqual(
      (await readdir(path(folder))).sort(),
      LOCALES.map((lang) => name.replace('-be', `-${lang}`)).sort(),
    );
    assert.match(await readFile(path(`${folder}/${name}`), 'utf8'), /[а-я]{5}/);
  }
});

/** A fault in each section, what needs it, and how it is named. */
const FAULTS = [
  [['badge'], (feed) => (feed.figures[1].value = 'many'), '/figures/1/value'],
  [['snippet'], (feed) => delete feed.figures[0].source, '/figures/0 lacks source'],
  [['snippet', '--widget', 'countdown'], (feed) => (feed.observances[0].zone = ''), '/observances/0/zone'],
  [
    ['snippet', '--widget', 'banner'],
    (feed) => (feed.campaigns[0].action.url = 'javascript:x'),
    '/campaigns/0/action/url',
  ],
  [['snippet', '--widget', 'ways'], (feed) => (feed.organisations[0].status = 'asleep'), '/organisations/0/status'],
  [['ics'], (feed) => (feed.events[0].from = 'tomorrow'), '/events/0/from'],
  [['ics'], (feed) => (feed.events[1].zone = 'Europe/Nowhere'), '/events/1/zone'],
  [['jsonfeed'], (feed) => (feed.events[1].zone = 'Europe/Nowhere'), '/events/1/zone'],
  [['jsonfeed'], (feed) => (feed.corrections[0].date = '2999-01-01'), '/corrections/0 has a date after issued'],
  [['badge'], (feed) => delete feed.issued, 'lacks issued'],
  [['badge'], (feed) => delete feed.figures, '/figures'],
  [['badge', '--figure', 'nobody'], () => {}, '/figures has no “nobody”'],
  [['snippet', '--widget', 'ways'], (feed) => delete feed.ways, '/ways'],
  [
    ['snippet', '--widget', 'countdown', '--observance', 'named', '--today', '2028-01-01'],
    () => {},
    '/observances has no day of “named”',
  ],
];

for (const [kind, change, place] of FAULTS)
  test(`${kind.join(' ')}: stops for ${place}, and leaves what was there`, async (t) => {
    const {run, put, path} = tempDir(t);
    const feed = campaign();
    change(feed);
    await put('feed.json', feed);
    await put('out', 'what was there');
    const {code, stdout, stderr} = await run(['render', kind[0], 'feed.json', ...kind.slice(1), '--out', 'out']);
    assert.equal(code, 1);
    assert.ok(stderr.includes(place), stderr);
    assert.doesNotMatch(stderr, /Internal|\n\s+at /);
    assert.equal(stdout, '');
    assert.equal(await readFile(path('out'), 'utf8'), 'what was there');
  });

test('a fault elsewhere is none of its business', async (t) => {
  const {run, put} = tempDir(t);
  await put('feed.json', {...campaign(), events: 'none', ways: [{}]});
  assert.equal((await run(['render', 'badge', 'feed.json'])).code, 0);
});

test('what a command line says wrongly is a fault of usage', async (t) => {
  const {run, put, path} = tempDir(t);
  await put('feed.json', campaign());
  for (const args of [
    ['badge', 'feed.json', '--lang', '<'],
    ['badge', 'feed.json', '--all-langs'],
    ['badge', 'feed.json', '--out-dir', 'x'],
    ['badge', 'feed.json', '--all-langs', '--out-dir', 'x', '--lang', 'be'],
    ['badge', 'feed.json', '--all-langs', '--out-dir', 'x', '--out', 'y'],
    ['badge', 'feed.json', '--html', '--markdown'],
    ['snippet', 'feed.json', '--widget', 'clock'],
    ['snippet', 'feed.json', '--links', 'some'],
    ['snippet', 'feed.json', '--script', 'javascript:alert(1)'],
    ['snippet', 'feed.json', '--src', 'data:text/html,x'],
    ['snippet', 'feed.json', '--today', '2027-02-30'],
    ['snippet', 'feed.json', '--key', 'too-short'],
    ['jsonfeed', 'feed.json', '--feed-url', 'news.json'],
    ['poster', 'feed.json'],
    ['badge'],
  ])
    assert.equal((await run(['render', ...args])).code, 2, args.join(' '));
  assert.equal((await run(['render', 'badge', 'nowhere.json'])).code, 3);
  await assert.rejects(access(path('x')));
});

/** A public key, as to its form. */
const KEY = '-'.padEnd(43, 'A');

/** A snippet's HTML, written on a day on which no figure is old. */
const snippet = async (t, ...args) => {
  const {run, put} = tempDir(t);
  await put('feed.json', campaign());
  const {code, stdout, stderr} = await run(['render', 'snippet', 'feed.json', '--today', '2027-03-01', ...args]);
  assert.equal(code, 0, stderr);
  return stdout;
};
const plainText = (html) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .trim();
const links = (html) => [...html.matchAll(/<a href="([^"]*)"/g)].map(([, url]) => url);

test('a counter’s snippet: the tag, a floor for the feed’s age, and words that are true without it', async (t) => {
  const html = await snippet(
    t,
    '--lang',
    'be',
    '--key',
    `${KEY}  ${KEY}`,
    '--src',
    '/feed.signed',
    '--script',
    'https://example.org/s.js',
  );
  const [tag, element] = html.split('\n');
  assert.equal(
    tag,
    `<script async src="https://example.org/s.js" data-src="/feed.signed" data-key="${KEY} ${KEY}" data-serial="7"></script>`,
  );
  assert.match(
    element,
    /^<solidarity-counter lang="be">Прынамсі <data value="1140" translate="no">1140<\/data> палітвязняў\. /,
  );
  assert.match(element, /Станам на <time datetime="2027-02-20">20 лютага 2027\u202fг\.<\/time> Крыніца: /);
  assert.match(
    element,
    /<a href="https:\/\/example\.org\/count" rel="noopener noreferrer external nofollow" referrerpolicy="no-referrer"><bdi lang="en">Test Count<\/bdi><\/a>\. Пазней некаторых вызвалілі\.<\/solidarity-counter>$/,
  );
  assert.match(
    await snippet(t),
    /^<script async src="\/solidarity\/solidarity\.js" data-serial="7"><\/script>\n<solidarity-counter lang="en">/,
  );
});

test('an old figure says so, and no figure has a link where none is wanted', async (t) => {
  assert.match(
    plainText(await snippet(t, '--today', '2027-05-01')),
    /This figure is old: the number may have changed since\./,
  );
  assert.doesNotMatch(plainText(await snippet(t)), /old/);
  assert.deepEqual(links(await snippet(t, '--links', 'none')), []);
});

test('a figure that was asked for is the element’s too', async (t) => {
  const html = await snippet(t, '--figure', 'women');
  assert.match(html, /<solidarity-counter lang="en" figure="women">Women: <data value="21" /);
});

test('where the library lacks the language its words are English, and marked so', async (t) => {
  assert.match(
    await snippet(t, '--lang', 'ja'),
    /<solidarity-counter lang="ja"><span lang="en">At least .*<\/span><\/solidarity-counter>/,
  );
  assert.match(await snippet(t, '--lang', 'ja', '--static'), /^<blockquote lang="en">/);
  assert.match(await snippet(t, '--lang', 'fa'), /<solidarity-counter lang="fa" dir="rtl"><span lang="en">/);
  assert.match(await snippet(t, '--lang', 'be-BY'), /<solidarity-counter lang="be-BY">Прынамсі/);
});

test('static words need no script and no element', async (t) => {
  for (const widget of ['counter', 'countdown', 'banner', 'ways'])
    assert.doesNotMatch(await snippet(t, '--static', '--widget', widget), /<script|solidarity-/);
  const html = await snippet(t, '--static', '--lang', 'be');
  assert.match(
    html,
    /^<blockquote lang="be">\n<p>.*<time datetime="2027-02-20">.*<a href.*<\/p>\n<p>У зняволенні ў гэтым тэсце\.<\/p>\n<\/blockquote>\n$/,
  );
});

test('a countdown’s words are the next day and its date', async (t) => {
  assert.match(
    await snippet(t, '--widget', 'countdown', '--lang', 'be'),
    /\n<solidarity-countdown lang="be">Дзень тэсту: <time datetime="2027-08-09">9 жніўня 2027\u202fг\.<\/time><\/solidarity-countdown>\n$/,
  );
  assert.equal(
    await snippet(t, '--widget', 'countdown', '--observance', 'leap', '--static'),
    '<p lang="en">Leap Day: <time datetime="2028-02-29">February 29, 2028</time></p>\n',
  );
});

test('a banner’s words are slogan, call and action; its link needs the word', async (t) => {
  const html = await snippet(t, '--widget', 'banner', '--lang', 'be', '--links', 'all', '--campaign', 'main');
  assert.match(
    html,
    /<solidarity-banner lang="be" campaign="main" links="all">\n<p><strong>Салідарныя з Тэстландыяй<\/strong><\/p>\n<p><bdi lang="en">Hold an event\.<\/bdi><\/p>/,
  );
  assert.deepEqual(links(html), ['https://example.org/act']);
  assert.deepEqual(links(await snippet(t, '--widget', 'banner')), []);
});

test('the ways’ links follow the policy, and what is over or military is left out', async (t) => {
  const usual = await snippet(t, '--widget', 'ways');
  assert.match(usual, /<solidarity-ways lang="en" links="unlisted">\n<ul>/);
  assert.deepEqual(links(usual), ['https://clear.example.org/', 'https://example.org/learn']);
  assert.match(plainText(usual), /Write a letter \(Clear, Banned, Unknown\)\nLearn$/);
  const all = await snippet(t, '--widget', 'ways', '--links', 'all', '--lang', 'be');
  assert.deepEqual(links(all), [
    'https://clear.example.org/',
    'https://banned.example.org/',
    'https://unknown.example.org/',
    'https://example.org/learn',
  ]);
  assert.match(all, /Banned<\/bdi> <span role="img" aria-label="у Беларусі названа «экстрэмісцкім»">⚠︎ BY<\/span><\/a>/);
  assert.match(all, /<p>⚠ — спасылкі, за якія/);
  assert.deepEqual(links(await snippet(t, '--widget', 'ways', '--links', 'none')), []);
  assert.match(
    await snippet(t, '--widget', 'ways', '--static', '--links', 'all'),
    /^<p lang="en">⚠ .*<\/p>\n<ul lang="en">/,
  );
});

test('hostile text stays text in a snippet', async (t) => {
  const {run, put, path} = tempDir(t);
  const feed = campaign();
  feed.figures[0] = {
    ...feed.figures[0],
    id: 'x',
    title: {'" onclick="x': HOSTILE},
    note: HOSTILE,
    source: {name: {'" onclick="x': HOSTILE}, url: 'https://example.org/"><script>alert(1)</script>'},
  };
  feed.campaigns[0] = {
    ...feed.campaigns[0],
    slogan: HOSTILE,
    call: HOSTILE,
    action: {text: HOSTILE, url: 'https://example.org/\'"<'},
  };
  feed.ways[0].title = HOSTILE;
  feed.organisations[0].name = HOSTILE;
  feed.observances[0].title = HOSTILE;
  await put('feed.json', feed);
  const page = await openPage(t);
  const complaints = [];
  page.on('dialog', (dialog) => {
    complaints.push('a script ran');
    return dialog.dismiss();
  });
  for (const widget of ['counter', 'countdown', 'banner', 'ways'])
    for (const more of [['--src', '/"><img src=x onerror=alert(1)>'], ['--static']]) {
      const args = ['--widget', widget, '--links', 'all', '--out', 'x.html', '--today', '2027-08-01', ...more];
      assert.equal((await run(['render', 'snippet', 'feed.json', ...args])).code, 0);
      await page.goto(`file://${path('x.html')}`);
      const {handlers, nodes} = await page.evaluate(() => ({
        handlers: [...document.querySelectorAll('*')].flatMap((node) =>
          node.getAttributeNames().filter((name) => name.startsWith('on')),
        ),
        nodes: [...new Set([...document.body.querySelectorAll('*')].map(({localName}) => localName))],
      }));
      assert.deepEqual(handlers, []);
      assert.deepEqual(
        nodes.filter((name) => !/^(a|bdi|blockquote|data|li|p|solidarity-\w+|span|strong|time|ul)$/.test(name)),
        [],
      );
    }
  assert.deepEqual(complaints, []);
});
