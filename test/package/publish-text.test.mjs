// The text forms of the later elements: the same sentences as in the elements, in words that stay true.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {at, tempDir} from '../support/feed-tool.mjs';
import {site} from '../support/site.mjs';
import {launch, until} from '../support/tab.mjs';

const TODAY = '2026-11-26';
const LANGS = ['en', 'be', 'pl'];
const WIDGETS = ['trend', 'people', 'events', 'map', 'photos', 'amplify'];
const source = {name: 'Test Count', url: 'https://example.org/count'};
const inAll = (words) => Object.fromEntries(LANGS.map((lang) => [lang, `${words} (${lang})`]));
const demo = JSON.parse(readFileSync('demo/feed.json', 'utf8'));

/** The demo's feed with what it lacks: coming events, photos, and a person who is held. */
const feed = {
  ...demo,
  events: [
    ...demo.events,
    {
      id: 'evening',
      title: inAll('Evening of letters'),
      from: '2026-12-10T18:30',
      until: '2026-12-10T20:00',
      zone: 'Europe/Warsaw',
      place: inAll('Main square'),
      town: demo.towns[0].id,
      organisations: [demo.organisations[0].id],
      status: 'moved',
      source,
      url: 'https://example.org/evening',
    },
    {
      id: 'candles',
      title: inAll('Candles'),
      from: '2026-12-31',
      status: 'planned',
      online: 'https://example.org/',
      source,
    },
  ],
  people: [
    ...demo.people,
    {
      id: 'held',
      name: 'Jane Example',
      consent: 'own',
      checkedAt: '2026-11-20',
      incidents: [
        {what: 'detained', date: '2023-02', source},
        {what: 'no-contact', date: '2024-02-08', source},
      ],
    },
  ],
  photos: [
    {
      id: 'rally',
      url: 'demo/rally.jpg',
      width: 4,
      height: 3,
      alt: inAll('A square'),
      caption: inAll('On the day'),
      credit: 'Jane Example',
      licence: {name: 'CC BY 4.0', url: 'https://example.org/licence'},
      consent: 'own',
      date: '2026-08',
      town: demo.towns[0].id,
    },
    {
      id: 'sky',
      url: 'demo/sky.jpg',
      width: 4,
      height: 3,
      alt: inAll('The sky'),
      credit: 'X',
      licence: {name: 'Y'},
      consent: 'nobody',
    },
  ],
};
const empty = {...feed, events: [], photos: []};

let server, browser;
before(async () => {
  const pageOf = (lang, feed) =>
    `<!doctype html><html lang="${lang}"><meta charset="utf-8"><script src="/dist/solidarity.js" async></script>` +
    `<script type="application/json" id="feed">${JSON.stringify(feed)}</script>` +
    WIDGETS.map((name) => `<solidarity-${name} src="#feed" now="${TODAY}T00:00:00Z"></solidarity-${name}>`).join('');
  server = await site({
    pages: Object.fromEntries(
      LANGS.flatMap((lang) => [
        [`/${lang}.html`, pageOf(lang, feed)],
        [`/${lang}-empty.html`, pageOf(lang, empty)],
      ]),
    ),
  });
  browser = await launch();
});
after(async () => {
  await browser.close();
  server.close();
});

/** The paragraphs and items of the text form. */
const textOf = (t, widget, lang, from = feed, links = 'all') => {
  const {run, put} = tempDir(t);
  put('feed.json', from);
  const args = ['--static', '--widget', widget, '--lang', lang, '--links', links, '--today', TODAY];
  const {code, stdout, stderr} = run(['render', 'snippet', 'feed.json', ...args]);
  assert.equal(code, 0, stderr);
  const plain = (html) =>
    html
      .replace(/<[^>]*>/g, '')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  return [...stdout.matchAll(/<(p|li)[^>]*>(.*?)<\/\1>/g)].map(([, , html]) => plain(html));
};

/** Opens the page of a language, and gives the texts of an element's parts, of one node or of each. */
const shown = async (t, path) => {
  const tab = await browser.newPage();
  t.after(() => tab.close());
  await tab.goto(`${server.origin}/${path}.html`);
  await until(
    tab,
    (names) => names.every((name) => document.querySelector(`solidarity-${name}:state(ready)`)),
    WIDGETS,
  );
  return (widget, each, ...parts) =>
    tab.evaluate(
      (widget, each, parts) => {
        const {shadowRoot} = document.querySelector(`solidarity-${widget}`);
        const textOf = (node) =>
          (node?.localName === 'textarea' ? node.value : (node?.alt ?? node?.textContent ?? ''))
            .replace(/\s+/g, ' ')
            .trim();
        return [...shadowRoot.querySelectorAll(each)].map((node) =>
          parts.map((part) => textOf(part ? node.querySelector(part) : node)),
        );
      },
      widget,
      each,
      parts,
    );
};

const stop = (text) => text + (/[.!?…]$/.test(text) ? '' : '.');
/** Sentences of those that there are. */
const sentences = (...all) => all.filter(Boolean).map(stop).join(' ');
const normal = (lines) => lines.map((line) => line.replace(/\s+/g, ' '));

for (const lang of LANGS) {
  test(`${lang}: trend has each count with its day and source, and what happened`, async (t) => {
    const say = await shown(t, lang);
    const lines = normal(textOf(t, 'trend', lang));
    const [[title, summary, definition]] = await say(
      'trend',
      '[part~=base]',
      '[part=heading]',
      '[part=summary]',
      '[part=definition] p',
    );
    assert.equal(lines[0], title);
    assert.ok(lines[1].startsWith(stop(summary)), lines[1]);
    assert.equal(lines[2], definition);
    const rows = await say('trend', '[part=table] tbody tr', 'th', 'td', 'td:last-child');
    assert.ok(rows.length > 20);
    const counts = lines.slice(3, 3 + rows.length);
    for (const [i, cells] of rows.entries())
      for (const cell of cells)
        assert.ok(counts[i].toLowerCase().includes(cell.toLowerCase()), `${counts[i]}: ${cell}`);
    const events = await say('trend', '[part=events] li', '');
    assert.deepEqual(lines.slice(3 + rows.length).sort(), events.map(([event]) => stop(event)).sort());
  });

  test(`${lang}: people have their names, where they are, and the day; no number that grows old`, async (t) => {
    const say = await shown(t, lang);
    const lines = normal(textOf(t, 'people', lang));
    const people = await say(
      'people',
      '[part~=person]',
      '[part=name]',
      '[part=status]',
      '[part=note]',
      '[part=contact]',
      '[part=about]',
    );
    assert.equal(people.length, feed.people.length);
    const held = lines.shift();
    const [[name, status, , , about]] = people.splice(0, 1);
    assert.ok(held.startsWith(stop(`${name}: ${status}`)) && held.endsWith(stop(about)) && /2024/.test(held), held);
    assert.deepEqual(
      lines,
      people.map(([name, status, note, , about]) => sentences(`${name}: ${status}`, note, about)),
    );
  });

  test(`${lang}: events are those to come, with their days and places`, async (t) => {
    const say = await shown(t, lang);
    const events = await say(
      'events',
      '[part~=event]',
      '[part=title]',
      '[part=when]',
      '[part=place]',
      '[part=organisers]',
      '[part=source]',
    );
    assert.equal(events.length, 2);
    assert.deepEqual(
      normal(textOf(t, 'events', lang)),
      events.map(
        ([title, when, place, organisers, source]) => `${title}: ${sentences(`${when}, ${place}`, organisers, source)}`,
      ),
    );
  });

  test(`${lang}: a map is its towns with their countries and years`, async (t) => {
    const say = await shown(t, lang);
    const towns = await say('map', '[part=towns] [part=town]', '[part=name]', '[part=country]', '[part=years]');
    assert.equal(towns.length, feed.towns.length);
    assert.deepEqual(
      normal(textOf(t, 'map', lang)).sort(),
      towns.map(([name, country, years]) => `${name.slice(0, -country.length)}, ${country}: ${years}`).sort(),
    );
  });

  test(`${lang}: photos are their captions, places and credits`, async (t) => {
    const say = await shown(t, lang);
    const photos = await say(
      'photos',
      '[part~=photo]',
      '[part=caption]',
      'img, [part=alt]',
      '[part=place]',
      '[part=credit]',
    );
    assert.equal(photos.length, 2);
    assert.deepEqual(
      normal(textOf(t, 'photos', lang)),
      photos.map(([caption, alt, place, credit]) => sentences(caption || alt, place, credit)),
    );
  });

  test(`${lang}: a message has its risk, its figure with the day, and its hashtags`, async (t) => {
    const say = await shown(t, lang);
    const [[warning, text, statement, status, note, source]] = await say(
      'amplify',
      '[part~=base]',
      '[part=warning]',
      'textarea',
      '[part=statement]',
      '[part~=status]',
      '[part=note]',
      '[part=source]',
    );
    const words = (await say('amplify', '[part=word]', 'bdi')).flat();
    assert.deepEqual(normal(textOf(t, 'amplify', lang, feed, 'none')), [
      warning,
      text,
      words.filter((word) => word.startsWith('#')).join(' '),
      sentences(statement, source, status, note),
    ]);
  });

  test(`${lang}: no events is said with its day, and no photos with how to take one`, async (t) => {
    const say = await shown(t, `${lang}-empty`);
    const [[none]] = await say('events', '[part~=base]', '[part=empty]');
    const [line] = normal(textOf(t, 'events', lang, empty));
    assert.match(line, /^22 .*2026.*: /);
    assert.ok(none && line.endsWith(stop(none)), line);
    const [[instructions, consent]] = await say('photos', '[part=empty]', '[part=instructions]', '[part=consent]');
    assert.deepEqual(normal(textOf(t, 'photos', lang, empty)), [sentences(instructions, consent)]);
  });
}

test('embed pages say the same, and have titles of their own', (t) => {
  const {run, put, read} = tempDir(t);
  put('feed.json', feed);
  const args = ['--base', 'https://example.org/', '--out-dir', 'embed', '--lang', 'be', '--today', TODAY];
  assert.equal(run(['render', 'embed', 'feed.json', ...args]).code, 0);
  const titles = WIDGETS.map((widget) => {
    const page = read(`embed/be/${widget}.html`);
    const [, inside] = new RegExp(`<solidarity-${widget} [^>]*>(.*)</solidarity-${widget}>`).exec(page);
    assert.ok(inside.length > 100, widget);
    return /<title>(.*)<\/title>/.exec(page)[1];
  });
  assert.equal(new Set(titles).size, WIDGETS.length);
});

test('a feed without the section has no text form of it', (t) => {
  const {run, put} = tempDir(t);
  const {events, photos, people, towns, amplify, figures, ...rest} = feed;
  put('feed.json', rest);
  for (const widget of WIDGETS) {
    const {code, stderr, stdout} = run(['render', 'snippet', 'feed.json', '--widget', widget]);
    assert.equal(code, 1, widget);
    assert.match(stderr, /The feed has nothing in \/\w+\./);
    assert.equal(stdout, '');
  }
});

test('it is rendered for the day in Minsk, where the persons are; an event is over where it is', (t) => {
  const {run, put, read, path} = tempDir(t);
  const held = {what: 'detained', date: '2024-03-09', source};
  put('feed.json', {
    ...demo,
    people: [
      {
        id: 'free',
        name: 'Jane Example',
        consent: 'own',
        checkedAt: '2026-11-28',
        incidents: [held, {what: 'released', date: '2026-11-28', source}],
      },
    ],
    events: [
      {
        id: 'walk',
        title: inAll('Walk'),
        from: '2026-11-27T18:30',
        zone: 'America/Los_Angeles',
        status: 'planned',
        source,
      },
    ],
    issued: '2026-11-27T22:00:00Z',
  });
  // 1:30 in Minsk on 28 November, 14:30 in Los Angeles on 27 November.
  const node = at('2026-11-27T22:30:00Z');
  const rendered = (...args) => {
    const {code, stdout, stderr} = run(['render', ...args], {node});
    assert.equal(code, 0, stderr);
    return stdout;
  };
  const script = ['--script', 'https://example.org/solidarity.js'];
  assert.match(rendered('snippet', 'feed.json', '--widget', 'people', ...script), /Released: 28 November 2026/);
  assert.match(rendered('snippet', 'feed.json', '--widget', 'events', ...script), /Walk/);
  assert.match(rendered('jsonld', 'feed.json', '--lang', 'en'), /Walk/);
  rendered('embed', 'feed.json', '--base', 'https://example.org/', '--out-dir', 'pages', '--lang', 'be');
  assert.match(read('pages/people.html'), /Released: 28 November 2026/);
  const published = run(['publish', 'feed.json', '--out', 'site', '--no-widgets', '--no-pictures', '--lang', 'en'], {
    node,
  });
  assert.equal(published.code, 0, published.stdout);
  assert.match(readFileSync(path('site/snippets/people-en.html'), 'utf8'), /Released: 28 November 2026/);
});
