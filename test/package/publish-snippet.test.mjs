// The HTML that the feed tool renders for pages, and what other programs make of it.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {autop} from '@wordpress/autop';
import {campaign} from '../support/campaign.mjs';
import {tempDir} from '../support/feed-tool.mjs';
import {HOSTILE} from '../support/hostile.mjs';
import {pages} from '../support/pages.mjs';
import {site} from '../support/site.mjs';
import {until} from '../support/tab.mjs';

const openPage = pages();
const WIDGETS = ['counter', 'countdown', 'banner', 'ways', 'trend', 'people', 'events', 'map', 'photos', 'amplify'];
/** A public key, as to its form. */
const KEY = '-'.padEnd(43, 'A');

const source = {name: 'Test Count', url: 'https://example.org/count'};
/** What the made-up campaign lacks. */
const more = () => ({
  people: [
    {
      id: 'jane',
      name: 'Jane Example',
      consent: 'own',
      incidents: [{what: 'released', date: '2026-12', source, note: 'N'}],
    },
  ],
  photos: [
    {
      id: 'sky',
      url: 'sky.jpg',
      width: 4,
      height: 3,
      alt: 'The sky',
      credit: 'Jane Example',
      licence: {name: 'CC BY 4.0', url: 'https://example.org/licence'},
      consent: 'nobody',
    },
  ],
  amplify: [
    {id: 'held', text: 'In prison: {figure}.', figure: 'held', hashtags: ['#Test'], url: 'https://example.org/'},
  ],
});

/** A snippet of the made-up campaign, changed; written on a day on which no figure is out of date. */
const snippet = (t, args = [], change = () => {}) => {
  const {run, put} = tempDir(t);
  const feed = {...campaign(), ...more()};
  change(feed);
  put('feed.json', feed);
  const {code, stdout, stderr} = run(['render', 'snippet', 'feed.json', '--today', '2027-03-01', ...args]);
  assert.equal(code, 0, stderr);
  return stdout;
};
const plainText = (html) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .trim();
const links = (html) => [...html.matchAll(/<a href="([^"]*)"/g)].map(([, url]) => url);

test('a counter: the script, a minimum serial, and content that is true without it', (t) => {
  const args = ['--key', `${KEY}  ${KEY}`, '--src', '/feed.signed', '--script', 'https://example.org/s.js'];
  const [script, element] = snippet(t, ['--lang', 'be', ...args]).split('\n');
  assert.equal(
    script,
    `<script async src="https://example.org/s.js" referrerpolicy="no-referrer" data-feed="/feed.signed" data-key="${KEY} ${KEY}" data-serial="7"></script>`,
  );
  assert.equal(
    element,
    '<solidarity-counter lang="be" src="/feed.signed">Прынамсі 1140 палітвязняў на 20 лютага 2027\u202fг. Крыніца: ' +
      '<a href="https://example.org/count" rel="noopener noreferrer external nofollow" referrerpolicy="no-referrer">' +
      '<span lang="en" dir="ltr">Test Count</span></a>. Пазней некаторых вызвалілі.</solidarity-counter>',
  );
});

for (const [script, feed] of [
  ['/solidarity/solidarity.js', '/solidarity/feed.json'],
  ['https://cdn.example/v1/solidarity.all.js?x=/y#feed=z', 'https://cdn.example/v1/feed.json'],
  ['solidarity.js', 'feed.json'],
])
  test(`without --src the element names the feed beside the script, ${script}`, (t) => {
    const [tag, element] = snippet(t, ['--script', script]).split('\n');
    assert.doesNotMatch(tag, /data-feed/);
    assert.ok(element.startsWith(`<solidarity-counter lang="en" src="${feed}">`), element);
  });

test('a figure that is out of date says so, and has no link where none is wanted', (t) => {
  assert.match(
    plainText(snippet(t, ['--today', '2027-05-01'])),
    / Source: Test Count\. Out of date\. Later some were released\.$/,
  );
  assert.doesNotMatch(plainText(snippet(t)), /Out of date/);
  assert.deepEqual(links(snippet(t, ['--links', 'none'])), []);
});

test('the figure of --figure is the element’s, too', (t) => {
  const html = snippet(t, ['--figure', 'women']);
  assert.match(html, /<solidarity-counter lang="en" figure="women" src="[^"]*">Women: 21 on 20 February 2027\. Source/);
});

test('where the library or the feed lacks the language the content is English, and marked so', (t) => {
  assert.match(
    snippet(t, ['--lang', 'ja']),
    /<solidarity-counter lang="ja" src="[^"]*"><span lang="en">At least .*<\/span><\/s/,
  );
  assert.match(
    snippet(t, ['--lang', 'ka']),
    /<solidarity-counter lang="ka" src="[^"]*"><span lang="en">At least .*<\/span><\/s/,
  );
  assert.match(snippet(t, ['--lang', 'ja', '--static']), /^<blockquote lang="en">/);
  assert.match(
    snippet(t, ['--lang', 'fa']),
    /<solidarity-counter lang="fa" dir="rtl" src="[^"]*"><span lang="en" dir="ltr">/,
  );
  assert.match(snippet(t, ['--lang', 'be-BY']), /<solidarity-counter lang="be-BY" src="[^"]*">Прынамсі/);
});

test('the height to reserve is said beside it, where one is measured', (t) => {
  const {run, put} = tempDir(t);
  put('feed.json', campaign());
  const hint = (...args) => run(['render', 'snippet', 'feed.json', ...args]).stderr;
  const [{heights}] = JSON.parse(readFileSync('src/publish/render/heights.json', 'utf8'));
  assert.ok(hint().includes(`solidarity-counter { display: block; min-height: ${heights['320']}px }`), hint());
  assert.match(hint('--widget', 'banner'), /solidarity-banner \{/);
  assert.doesNotMatch(hint('--widget', 'ways'), /min-height/);
  assert.doesNotMatch(hint('--static'), /min-height/);
});

for (const [written, lang] of [
  ['be_BY', 'be'],
  ['by', 'be'],
  ['ua', 'uk'],
  ['pt_BR', 'pt'],
  ['be-x-old', 'be-x-old'],
])
  test(`--lang ${written} is ${lang}`, (t) => {
    assert.match(snippet(t, ['--lang', written]), new RegExp(`<solidarity-counter lang="${lang}"`));
  });

test('static content has no script and no element', (t) => {
  for (const widget of WIDGETS)
    assert.doesNotMatch(snippet(t, ['--static', '--widget', widget]), /<script|solidarity-/);
  assert.match(
    snippet(t, ['--static', '--lang', 'be']),
    /^<blockquote lang="be">\n<p>.*20 лютага 2027.*<a href.*<\/p>\n<p>У зняволенні ў гэтым тэсце\.<\/p>\n<\/blockquote>\n$/,
  );
});

test('a countdown’s content is the next day and its date', (t) => {
  assert.match(
    snippet(t, ['--widget', 'countdown', '--lang', 'be']),
    /\n<solidarity-countdown lang="be" src="[^"]*">Дзень тэсту: 9 жніўня 2027\u202fг\.<\/solidarity-countdown>\n$/,
  );
  assert.equal(
    snippet(t, ['--widget', 'countdown', '--observance', 'leap', '--static']),
    '<p lang="en">Leap Day: 29 February 2028</p>\n',
  );
});

test('a banner’s content is slogan, call and action, which is linked only with the policy all', (t) => {
  const html = snippet(t, ['--widget', 'banner', '--lang', 'be', '--links', 'all', '--campaign', 'main']);
  assert.match(
    html,
    /<solidarity-banner lang="be" campaign="main" src="[^"]*"><strong>Салідарныя з Тэстландыяй<\/strong><br>Зладзьце падзею\.<br><a /,
  );
  assert.deepEqual(links(html), ['https://example.org/act']);
  assert.deepEqual(links(snippet(t, ['--widget', 'banner'])), []);
});

test('an element follows the policy of its content', (t) => {
  for (const [widget, policy, attribute] of [
    ['counter', 'none', ' links="none"'],
    ['counter', 'unlisted', ''],
    ['banner', 'none', ' links="none"'],
    ['banner', 'unlisted', ' links="unlisted"'],
    ['ways', 'all', ''],
  ]) {
    const html = snippet(t, ['--widget', widget, '--links', policy]);
    assert.equal(/<solidarity-\w+[^>]*?( links="\w+"|) src=/.exec(html)[1], attribute, `${widget}, ${policy}`);
    if (policy === 'none') assert.deepEqual(links(html), []);
  }
});

test('the ways’ links follow the policy; closed and military ones are left out', (t) => {
  const usual = snippet(t, ['--widget', 'ways']);
  assert.match(usual, /<solidarity-ways lang="en" links="unlisted" src="[^"]*">• /);
  assert.deepEqual(links(usual), ['https://clear.example.org/', 'https://example.org/learn']);
  assert.match(plainText(usual), /^• Write a letter \(Clear, Banned, Unknown\)• Learn$/);
  const all = snippet(t, ['--widget', 'ways', '--links', 'all']);
  assert.deepEqual(links(all), [
    'https://clear.example.org/',
    'https://banned.example.org/',
    'https://unknown.example.org/',
    'https://example.org/learn',
  ]);
  assert.match(all, /Banned <span role="img" aria-label="called “extremist” in Belarus">⚠︎ BY<\/span><\/a>/);
  assert.match(all, />⚠ marks links /);
  assert.deepEqual(links(snippet(t, ['--widget', 'ways', '--links', 'none'])), []);
  assert.match(
    snippet(t, ['--widget', 'ways', '--static', '--links', 'all']),
    /^<p lang="en">⚠ .*<\/p>\n<ul lang="en">\n<li>/,
  );
});

test('text of another direction is isolated', (t) => {
  const html = snippet(t, ['--static'], (feed) => (feed.figures[0].source.name = 'مركز الاختبار'));
  assert.match(html, /Source: <a [^>]*><span dir="auto">مركز الاختبار<\/span><\/a>\./);
});

/** Snippets that a page or a feed reader gets, by their arguments. */
const KINDS = WIDGETS.flatMap((widget) => [
  ['--widget', widget, '--links', 'all'],
  ['--widget', widget, '--links', 'all', '--lang', 'ka'],
  ['--widget', widget, '--links', 'all', '--static'],
]);

/** The text of HTML as a browser reads it, and that inside its element of ours. */
const textsOf = async (page, html) => {
  await page.setContent(html);
  return page.evaluate(() => {
    const textOf = (node) => node?.textContent.replace(/\s+/g, ' ').trim();
    const all = [...document.body.querySelectorAll('*')];
    return {all: textOf(document.body), inside: textOf(all.find(({localName}) => localName.startsWith('solidarity-')))};
  });
};

for (const args of KINDS)
  test(`WordPress keeps the content where it is, ${args.join(' ')}`, async (t) => {
    const html = snippet(t, args);
    const page = await openPage(t);
    const pasted = await textsOf(page, html);
    const published = await textsOf(page, autop(`Before.\n\n${html}\n\nAfter.`));
    assert.equal(published.all, `Before. ${pasted.all} After.`);
    assert.equal(published.inside, args.includes('--static') ? undefined : pasted.all);
  });

/** What every sanitizer of HTML keeps. */
const KEPT = /^(a|blockquote|br|li|p|span|strong|ul)$/;

for (const args of KINDS)
  test(`a sanitizer that removes inline elements with their content leaves no gap, ${args.join(' ')}`, (t) => {
    const html = snippet(t, args).replace(/<\/?(script|solidarity)\b[^>]*>/g, '');
    for (const [, name] of html.matchAll(/<(\w+)/g)) assert.match(name, KEPT);
    if (!args.includes('counter')) return;
    const pruned = plainText(html.replace(/<a .*?<\/a>/g, ''));
    assert.match(pruned, /^At least 1,140 political prisoners on 20 February 2027\./);
  });

test('snippets of two publishers on one page show their own feeds', async (t) => {
  const publishers = [
    ['/a/feed.json', 99, 77],
    ['/b/feed.json', 7, 1140],
  ].map(([src, serial, value]) => {
    const change = (feed) => {
      feed.serial = serial;
      feed.figures[0].value = value;
    };
    const feed = campaign();
    change(feed);
    return {src, feed, html: snippet(t, ['--src', src, '--script', '/dist/solidarity.js'], change)};
  });
  const server = await site({
    pages: {
      '/page.html': `<!doctype html><meta charset="utf-8">${publishers.map(({html}) => html).join('')}`,
      ...Object.fromEntries(publishers.map(({src, feed}) => [src, JSON.stringify(feed)])),
    },
  });
  t.after(() => server.close());
  const page = await openPage(t);
  await page.goto(`${server.origin}/page.html`);
  await until(page, () => document.querySelectorAll('solidarity-counter:state(ready)').length === 2);
  const numbers = await page.$$eval('solidarity-counter', (counters) =>
    counters.map(({shadowRoot}) => shadowRoot.querySelector('[part~=count]').textContent),
  );
  assert.deepEqual(numbers, ['77', '1,140']);
});

test('hostile text stays text', async (t) => {
  const change = (feed) => {
    feed.figures[0] = {
      ...feed.figures[0],
      unit: undefined,
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
    feed.people[0] = {...feed.people[0], name: HOSTILE, incidents: [{...feed.people[0].incidents[0], note: HOSTILE}]};
    feed.events[0] = {...feed.events[0], title: HOSTILE, place: HOSTILE};
    feed.towns[0].name = HOSTILE;
    feed.photos[0] = {...feed.photos[0], alt: HOSTILE, credit: HOSTILE, licence: {name: HOSTILE}};
    feed.amplify[0].text = HOSTILE;
  };
  const page = await openPage(t);
  const dialogs = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  for (const widget of WIDGETS)
    for (const more of [['--src', '/"><img src=x onerror=alert(1)>'], ['--static']]) {
      const args = ['--widget', widget, '--links', 'all', '--today', '2027-08-01', ...more];
      await page.setContent(snippet(t, args, change));
      const {handlers, nodes} = await page.evaluate(() => ({
        handlers: [...document.querySelectorAll('*')].flatMap((node) =>
          node.getAttributeNames().filter((name) => name.startsWith('on')),
        ),
        nodes: [...new Set([...document.body.querySelectorAll('*')].map(({localName}) => localName))],
      }));
      assert.deepEqual(handlers, []);
      assert.deepEqual(
        nodes.filter((name) => !KEPT.test(name) && !/^solidarity-\w+$/.test(name)),
        [],
      );
    }
  assert.deepEqual(dialogs, []);
});
