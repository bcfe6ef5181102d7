// The calendar and the JSON Feed that the feed tool renders, read by those who read such files.
import assert from 'node:assert/strict';
import test from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import ICAL from 'ical.js';
import {campaign} from '../support/campaign.mjs';
import {tempDir} from '../support/feed-tool.mjs';
import {targetLocales} from '../support/locales.mjs';

/** What a command renders of the made-up campaign, changed. */
const render = async (t, kind, {change = () => {}, args = [], env = {}} = {}) => {
  const {run, put} = tempDir(t);
  const feed = campaign();
  change(feed);
  await put('feed.json', feed);
  const {code, stdout, stderr} = await run(['render', kind, 'feed.json', ...args], {env});
  assert.equal(code, 0, stderr);
  return stdout;
};

/** A calendar as ical.js reads it: its events by the part of their UID that is ours. */
const calendar = async (t, options) => {
  const text = await render(t, 'ics', options);
  const root = new ICAL.Component(ICAL.parse(text));
  const components = root.getAllSubcomponents('vevent');
  const uid = (component) => component.getFirstPropertyValue('uid');
  assert.equal(new Set(components.map(uid)).size, components.length, 'a UID is there once');
  const find = (name) => components.find((component) => uid(component) === `${name}@test-campaign`);
  return {
    text,
    root,
    names: components.map((component) => uid(component).replace('@test-campaign', '')),
    event: (name) => new ICAL.Event(find(name)),
    value: (name, property) => find(name).getFirstPropertyValue(property),
  };
};

/** The first days of an event, as it is expanded by its rule. */
const days = (event, count) => {
  const iterator = event.iterator();
  return Array.from({length: count}, () => iterator.next()?.toString());
};

const utc = (time) => time.toJSDate().toISOString();

test('a yearly observance is a whole day of every year, from the year of its first one', async (t) => {
  const {event} = await calendar(t);
  assert.deepEqual(days(event('observance.yearly'), 3), ['2012-08-09', '2013-08-09', '2014-08-09']);
  assert.equal(event('observance.yearly').startDate.isDate, true);
  assert.equal(event('observance.yearly').endDate.toString(), '2012-08-10');
});

test('without a first year it begins with the next one after the feed was issued', async (t) => {
  const {event} = await calendar(t);
  assert.deepEqual(days(event('observance.coming'), 2), ['2028-02-20', '2029-02-20']);
});

test('29 February comes in leap years, on no other day', async (t) => {
  const {event, value} = await calendar(t);
  assert.deepEqual(days(event('observance.leap'), 3), ['2024-02-29', '2028-02-29', '2032-02-29']);
  assert.equal(value('observance.leap', 'rrule').toString(), 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29');
});

test('days that are named are an event each; a day that no year has is none', async (t) => {
  const {names, event} = await calendar(t);
  assert.deepEqual(names, [
    'observance.yearly',
    'observance.coming',
    'observance.leap',
    'observance.named.2026-05-29',
    'observance.named.2027-11-12',
    'event.summer',
    'event.winter',
    'event.minsk',
    'event.days',
    'event.evening',
    'event.anywhere',
  ]);
  assert.equal(event('observance.named.2027-11-12').isRecurring(), false);
  assert.deepEqual(days(event('observance.named.2027-11-12'), 1), ['2027-11-12']);
});

test('a named day that the rule has already is not there twice, nor one before the first year', async (t) => {
  const change = (feed) =>
    (feed.observances = [
      {id: 'both', title: 'Both', yearly: '08-09', since: 2020, dates: ['2019-05-01', '2027-08-09', '2027-05-29']},
    ]);
  const {names} = await calendar(t, {change});
  assert.deepEqual(names.slice(0, 2), ['observance.both', 'observance.both.2027-05-29']);
  assert.equal(names.filter((name) => name.startsWith('observance')).length, 2);
});

for (const TZ of ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Europe/Berlin'])
  test(`an event is at its instant, by summer and by winter time, made in ${TZ}`, async (t) => {
    const {event, text} = await calendar(t, {env: {TZ}});
    assert.equal(utc(event('event.summer').startDate), '2027-08-09T16:30:00.000Z');
    assert.equal(utc(event('event.summer').endDate), '2027-08-09T18:00:00.000Z');
    assert.equal(utc(event('event.winter').startDate), '2027-01-16T17:30:00.000Z');
    assert.equal(utc(event('event.minsk').startDate), '2027-07-01T15:30:00.000Z');
    assert.equal(event('event.days').startDate.toString(), '2027-06-01');
    assert.equal(text, await render(t, 'ics', {env: {TZ: 'Asia/Kathmandu'}}), 'the same bytes everywhere');
  });

test('an end that is a day stands for all of it', async (t) => {
  const {event} = await calendar(t);
  assert.equal(event('event.days').startDate.isDate, true);
  assert.equal(event('event.days').endDate.toString(), '2027-06-08', 'DTEND is the day after the last one');
  assert.equal(utc(event('event.evening').endDate), '2027-05-02T22:00:00.000Z');
});

test('no end is made up, and a time that is the reader’s own has no zone', async (t) => {
  const {value, text} = await calendar(t);
  assert.equal(value('event.winter', 'dtend'), null);
  assert.equal(value('event.anywhere', 'dtstart').zone.tzid, 'floating');
  assert.match(text, /DTSTART:20270521T210000\r\n/);
  assert.doesNotMatch(text, /TZID/);
});

/** The entries of a calendar, by UID. */
const entries = (text) =>
  Object.fromEntries(text.match(/BEGIN:VEVENT.*?END:VEVENT/gs).map((entry) => [/^UID:(.*)@/m.exec(entry)[1], entry]));

/** Renders calendars of two issues of a feed to one file; `change` is made in the second. */
const reissue = async (t, change, between = (text) => text, prepare = () => {}) => {
  const {run, put, read} = tempDir(t);
  const texts = [];
  for (const [i, edit] of [prepare, change, change].entries()) {
    const feed = {...campaign(), serial: 7 + i, issued: `2027-03-0${1 + i}T12:00:00Z`};
    edit(feed);
    put('feed.json', feed);
    const {code, stderr} = run(['render', 'ics', 'feed.json', '--out', 'calendar.ics']);
    assert.equal(code, 0, stderr);
    texts.push(read('calendar.ics'));
    put('calendar.ics', between(texts[i]));
  }
  return texts.map(entries);
};

test('a cancelled event stays in the calendar, and its name says so', async (t) => {
  const {value} = await calendar(t);
  assert.equal(value('event.minsk', 'status'), 'CANCELLED');
  assert.match(value('event.minsk', 'summary'), /^Cancelled: /);
  assert.equal(value('event.winter', 'status'), 'CONFIRMED');
});

for (const [name, between] of [
  ['the file', (text) => text],
  ['the file with other line ends', (text) => text.replaceAll('\r\n', '\n')],
])
  test(`in a new issue only what has changed is new, after ${name}`, async (t) => {
    const long = 'x'.repeat(60);
    const change = (feed) => {
      feed.events[2].status = 'planned';
      feed.events.push({...feed.events[1], id: long});
    };
    const [before, after, again] = await reissue(t, change, between);
    assert.deepEqual(again, after, 'the issue after it has no news');
    const {'event.minsk': minsk, [`event.${long}`]: added, ...rest} = after;
    const {'event.minsk': _, ...unchanged} = before;
    assert.deepEqual(rest, unchanged);
    for (const [entry, sequence] of [
      [minsk, 1],
      [added, 0],
    ]) {
      assert.match(entry, new RegExp(`^SEQUENCE:${sequence}\\r\\n(?!\\r)`, 'm'));
      assert.match(entry, /^DTSTAMP:20270302T120000Z\r$/m);
    }
  });

for (const [name, yearly] of [
  ['a day', '02-20'],
  ['29 February', '02-29'],
])
  test(`a yearly observance without a first year, ${name}, is the same entry in the years after`, async (t) => {
    const prepare = (feed) => Object.assign(feed.observances[1], {yearly, dates: [`2028-${yearly}`]});
    const change = (feed) => {
      prepare(feed);
      feed.issued = '2032-07-01T12:00:00Z';
    };
    const [before, after] = await reissue(t, change, (text) => text, prepare);
    assert.ok(before['observance.coming'].includes(`DTSTART;VALUE=DATE:2028${yearly.replace('-', '')}`));
    assert.equal(after['observance.coming'], before['observance.coming']);
    assert.deepEqual(Object.keys(after), Object.keys(before), 'what the rule has is not there twice');
  });

test('a yearly observance that moves to another day begins with the next one', async (t) => {
  const change = (feed) => {
    feed.issued = '2032-07-01T12:00:00Z';
    feed.observances[1].yearly = '02-21';
  };
  const [, {'observance.coming': moved}] = await reissue(t, change, (text) => text);
  assert.match(moved, /^DTSTART;VALUE=DATE:20330221\r$/m);
  assert.match(moved, /^SEQUENCE:1\r\n/m);
});

test('without the file of the issue before, the date of the issue is all that differs', async (t) => {
  const [before, after] = await reissue(
    t,
    () => {},
    () => 'something else',
  );
  const undated = (all) => Object.values(all).map((entry) => entry.replace(/^DTSTAMP:.*\r\n/m, ''));
  assert.notDeepEqual(after, before);
  assert.deepEqual(undated(after), undated(before));
});

test('every time in it is the feed’s', async (t) => {
  const {text} = await calendar(t);
  assert.deepEqual(
    new Set(text.match(/^DTSTAMP:.*$/gm).map((line) => line.split(':')[1].trim())),
    new Set(['20270301T120000Z']),
  );
  assert.doesNotMatch(text, /^(CREATED|LAST-MODIFIED)/m);
});

test('text comes through unharmed: commas, semicolons, backslashes, lines, long Cyrillic', async (t) => {
  const long = 'Вельмі доўгі апавяд пра тое, што было; і пра тое, што будзе \\ не будзе 😀 '.repeat(12).trim();
  const change = (feed) => {
    feed.events[0].text = {be: `${long}\nАПОШНІ`, en: 'First line\nSecond line'};
  };
  const {text, value} = await calendar(t, {change});
  assert.equal(value('event.summer', 'summary'), 'March, in summer; \\ test');
  assert.equal(value('event.summer', 'description'), 'First line\nSecond line\nClear\nSource: Test Count');
  assert.equal(value('event.summer', 'location'), 'Main square, Testville');
  assert.equal(value('observance.yearly', 'description'), 'Because; of, \\ tests');
  // ical.js does not know these two as the TEXT that RFC 7986 says they are.
  for (const name of ['NAME', 'X-WR-CALNAME'])
    assert.ok(text.includes(`\r\n${name}:Solidarity\\, with\\; Testland\r\n`));
  const be = await calendar(t, {change, args: ['--lang', 'be']});
  assert.equal(be.value('event.summer', 'description'), `${long}\nАПОШНІ\nClear\nКрыніца: Test Count`);
  assert.equal(be.value('event.summer', 'location'), 'Main square, Тэставічы');
  for (const one of [text, be.text]) {
    assert.ok(one.startsWith('BEGIN:VCALENDAR\r\n') && one.endsWith('\r\nEND:VCALENDAR\r\n'));
    assert.doesNotMatch(one, /[^\r]\n|\r[^\n]/);
    for (const line of one.split('\r\n')) {
      assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.ok(!line.includes('\ufffd'), 'no character is cut');
    }
  }
});

test('an address comes through as it is', async (t) => {
  const url = `https://example.org/7,75399;1.html?${'x,'.repeat(60)}`;
  const {value, text, root} = await calendar(t, {
    change: (feed) => {
      feed.home = 'https://example.org/a,b';
      Object.assign(feed.events[0], {url, designatedIn: []});
    },
  });
  const [{id}] = campaign().events;
  assert.equal(value(`event.${id}`, 'url'), url);
  assert.equal(root.getFirstPropertyValue('url'), 'https://example.org/a,b');
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
});

test('no text can begin a line of its own', async (t) => {
  const evil = 'x\r\nBEGIN:VALARM\r\nATTACH:https://evil.example.org/\r\nEND:VALARM\u0007\u202e';
  const change = (feed) => {
    feed.title = evil;
    feed.events[0] = {...feed.events[0], title: evil, text: evil, place: evil, source: {name: evil}};
    feed.observances[0] = {...feed.observances[0], title: evil, why: evil};
  };
  const {text} = await calendar(t, {change});
  assert.doesNotMatch(text, /^(BEGIN:VALARM|ATTACH|END:VALARM)/m);
  assert.ok(!text.includes('\u0007') && !text.includes('\u202e'));
});

test('links follow the policy', async (t) => {
  const urls = async (...args) => (await render(t, 'ics', {args})).match(/^URL.*$/gm)?.map((line) => line.trim()) ?? [];
  assert.deepEqual(await urls(), [
    'URL:https://example.org/',
    'URL;VALUE=URI:https://example.org/march',
    'URL;VALUE=URI:https://example.org/week',
  ]);
  assert.deepEqual(await urls('--links', 'unlisted'), ['URL;VALUE=URI:https://example.org/march']);
  assert.deepEqual(await urls('--links', 'none'), []);
});

const URI = {type: 'string', format: 'uri', pattern: '^https?://'};
const WORDS = {type: 'string', pattern: '\\S'};

/** The rules of https://www.jsonfeed.org/version/1.1/ for what we write; a key of ours would begin with “_”. */
const JSON_FEED = {
  type: 'object',
  required: ['version', 'title', 'items'],
  additionalProperties: false,
  patternProperties: {'^_': {type: 'object'}},
  properties: {
    version: {const: 'https://jsonfeed.org/version/1.1'},
    title: WORDS,
    home_page_url: URI,
    feed_url: URI,
    description: WORDS,
    next_url: URI,
    icon: URI,
    favicon: URI,
    authors: {type: 'array'},
    language: {type: 'string', pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$'},
    expired: {type: 'boolean'},
    hubs: {type: 'array'},
    items: {
      type: 'array',
      uniqueItems: true,
      items: {
        type: 'object',
        required: ['id'],
        anyOf: [{required: ['content_text']}, {required: ['content_html']}],
        additionalProperties: false,
        patternProperties: {'^_': {type: 'object'}},
        properties: {
          id: WORDS,
          url: URI,
          external_url: URI,
          title: WORDS,
          content_text: WORDS,
          // Plain text alone: a reader's program is not to be trusted with markup of a feed.
          content_html: false,
          summary: WORDS,
          date_published: {type: 'string', format: 'date-time'},
          date_modified: {type: 'string', format: 'date-time'},
          language: {type: 'string', pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$'},
          tags: {type: 'array', items: WORDS},
        },
      },
    },
  },
};

const ajv = new Ajv();
formats(ajv);
const isJsonFeed = ajv.compile(JSON_FEED);

const news = async (t, options) => {
  const feed = JSON.parse(await render(t, 'jsonfeed', options));
  assert.ok(isJsonFeed(feed), JSON.stringify(isJsonFeed.errors));
  const ids = feed.items.map(({id}) => id);
  assert.equal(new Set(ids).size, ids.length);
  return {...feed, item: (id) => feed.items.find((item) => item.id === `test-campaign/${id}`)};
};

test('a JSON Feed, newest first', async (t) => {
  const feed = await news(t, {args: ['--feed-url', 'https://example.org/news.json']});
  assert.equal(feed.title, 'Solidarity, with; Testland');
  assert.equal(feed.home_page_url, 'https://example.org/');
  assert.equal(feed.feed_url, 'https://example.org/news.json');
  assert.equal(feed.language, 'en');
  assert.deepEqual(
    feed.items.map(({id, date_published}) => [id.replace('test-campaign/', ''), date_published]),
    [
      // To come, the soonest first. Readers date an event by the day on which they saw it first.
      ['events/evening', undefined],
      ['events/anywhere', undefined],
      ['events/days', undefined],
      ['events/minsk', undefined],
      ['events/summer', undefined],
      ['corrections/gone', '2027-02-26T00:00:00Z'],
      ['corrections/typo', '2027-02-25T00:00:00Z'],
      ['events/winter', undefined],
    ],
  );
});

test('a new issue in which nothing has changed has the same items', async (t) => {
  const change = (feed) => Object.assign(feed, {serial: 8, issued: '2027-03-02T12:00:00Z'});
  assert.deepEqual((await news(t, {change})).items, (await news(t)).items);
});

test('what an event’s item says', async (t) => {
  const {item} = await news(t);
  assert.deepEqual(item('events/summer'), {
    id: 'test-campaign/events/summer',
    url: 'https://example.org/march',
    title: 'March, in summer; \\ test',
    content_text:
      '9 August 2027, 18:30 – 20:00 (Berlin, UTC+2)\nMain square, Testville\nClear\nFirst line\nSecond line\nSource: Test Count',
    language: 'en',
  });
  assert.equal(item('events/days').content_text.split('\n')[0], '1 June 2027 – 7 June 2027');
  assert.equal(item('events/evening').content_text.split('\n')[0], '1 May 2027, 22:00 – 2 May 2027 (Berlin, UTC+2)');
  assert.equal(item('events/anywhere').content_text.split('\n')[0], '21 May 2027, 21:00');
  assert.equal(item('events/minsk').title, 'Cancelled: Minsk');
  assert.match(item('events/minsk').content_text, /^Cancelled\.\n/);
});

test('what a correction’s item says, and in which language', async (t) => {
  const {item, language} = await news(t, {args: ['--lang', 'be']});
  assert.equal(language, 'be');
  assert.deepEqual(item('corrections/typo'), {
    id: 'test-campaign/corrections/typo',
    // The feed has no Belarusian text of it: all of the item is in English.
    title: 'Correction, 25 February 2027',
    content_text:
      '1,140, not 1,410.\nAt least 1,140 political prisoners on 20 February 2027. Source: Test Count.\nA digit was wrong.',
    date_published: '2027-02-25T00:00:00Z',
    language: 'en',
  });
  assert.equal(item('corrections/gone').title, 'Адклікана, 26 лютага 2027\u202fг.');
  assert.equal(item('corrections/gone').content_text, 'Гэта было не так.');
  assert.equal(item('corrections/gone').language, 'be');
});

test('a language that is none is not passed on', async (t) => {
  const change = (feed) => {
    feed.title = {'"x': 'Test'};
    feed.events[0].title = {'no tag': 'Test'};
  };
  const {language, item} = await news(t, {change});
  assert.deepEqual([language, item('events/summer').language], ['und', 'und']);
});

test('a JSON Feed in every language, of a feed without news, and with links as wanted', async (t) => {
  for (const lang of targetLocales) await news(t, {args: ['--lang', lang]});
  const change = (feed) => Object.assign(feed, {events: undefined, corrections: undefined, home: undefined});
  assert.deepEqual((await news(t, {change})).items, []);
  const none = await news(t, {args: ['--links', 'none']});
  assert.doesNotMatch(JSON.stringify(none).replace(none.version, ''), /https?:/);
});
