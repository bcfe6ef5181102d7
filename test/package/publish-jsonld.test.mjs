// The coming events for search engines that the feed tool renders.
import assert from 'node:assert/strict';
import test from 'node:test';
import {campaign} from '../support/campaign.mjs';
import {tempDir} from '../support/feed-tool.mjs';

const source = {name: 'Test'};
const towns = [{id: 'town', name: {en: 'Town', be: 'Горад'}, country: 'PL', latitude: 52, longitude: 21, acts: []}];
const event = (id, from, more = {}) => ({id, title: `Title of ${id}`, from, status: 'planned', source, ...more});

/** The events of a feed, as a search engine reads them. */
const eventsOf = async (t, events, args = []) => {
  const {run, put} = tempDir(t);
  await put('feed.json', {...campaign(), towns, events});
  const {code, stdout, stderr} = await run(['render', 'jsonld', 'feed.json', '--today', '2027-08-01', ...args]);
  assert.equal(code, 0, stderr);
  const [, json] = /^<script type="application\/ld\+json">\n([^<]*)\n<\/script>\n$/.exec(stdout);
  const {'@context': context, '@graph': graph} = JSON.parse(json);
  assert.equal(context, 'https://schema.org');
  return graph;
};

test('an event at a place has all that schema.org asks for', async (t) => {
  const [found] = await eventsOf(t, [
    event('vigil', '2027-08-09T18:30', {
      until: '2027-08-09T20:00',
      zone: 'Europe/Warsaw',
      place: 'Square',
      town: 'town',
      text: 'With candles.',
      url: 'https://page.example/',
    }),
  ]);
  assert.deepEqual(found, {
    '@type': 'Event',
    name: 'Title of vigil',
    startDate: '2027-08-09T18:30:00+02:00',
    endDate: '2027-08-09T20:00:00+02:00',
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: [
      {
        '@type': 'Place',
        name: 'Square',
        address: {'@type': 'PostalAddress', addressLocality: 'Town', addressCountry: 'PL'},
      },
    ],
    description: 'With candles.',
    url: 'https://page.example/',
    inLanguage: 'en',
  });
});

for (const [what, change, expected] of [
  ['a day has no time', {from: '2027-08-09'}, {startDate: '2027-08-09'}],
  [
    'a zone west of Greenwich',
    {from: '2027-08-09T18:30', zone: 'America/St_Johns'},
    {startDate: '2027-08-09T18:30:00-02:30'},
  ],
  ['the reader’s zone has no distance', {from: '2027-08-09T18:30', zone: 'local'}, {startDate: '2027-08-09T18:30:00'}],
  ['moved', {status: 'moved'}, {eventStatus: 'https://schema.org/EventRescheduled'}],
  ['postponed', {status: 'postponed'}, {eventStatus: 'https://schema.org/EventPostponed'}],
  ['cancelled', {status: 'cancelled'}, {eventStatus: 'https://schema.org/EventCancelled'}],
  [
    'online',
    {online: 'https://talk.example/'},
    {
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      location: [{'@type': 'VirtualLocation', url: 'https://talk.example/'}],
    },
  ],
  [
    'at a place and online',
    {online: 'https://talk.example/', country: 'DE'},
    {eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode'},
  ],
])
  test(`an event: ${what}`, async (t) => {
    const [found] = await eventsOf(t, [event('e', '2027-08-09', change)]);
    for (const [key, value] of Object.entries(expected)) assert.deepEqual(found[key], value);
  });

test('events that are over are left out, and those that are not yet are not', async (t) => {
  const events = [
    event('over', '2027-07-31'),
    event('on', '2027-07-30', {until: '2027-08-01'}),
    event('today', '2027-08-01'),
  ];
  assert.deepEqual(
    (await eventsOf(t, events)).map(({name}) => name),
    ['Title of on', 'Title of today'],
  );
});

test('has no link that the policy forbids', async (t) => {
  const listed = event('e', '2027-08-09', {
    url: 'https://a.example/',
    online: 'https://b.example/',
    designatedIn: ['BY'],
  });
  const [found] = await eventsOf(t, [listed], ['--links', 'unlisted']);
  assert.doesNotMatch(JSON.stringify(found), /https:\/\/[ab]\.example/);
});

test('no text ends the script', async (t) => {
  const [{name}] = await eventsOf(t, [event('e', '2027-08-09', {title: '</script><script>alert(1)</script>'})]);
  assert.equal(name, '</script><script>alert(1)</script>');
});

test('speaks the language of each event, where it has the one that is wanted', async (t) => {
  const both = event('both', '2027-08-09', {title: {en: 'Vigil', be: 'Вахта'}, town: 'town'});
  const found = await eventsOf(t, [both, event('english', '2027-08-09')], ['--lang', 'be']);
  assert.deepEqual(
    found.map(({name, inLanguage}) => [name, inLanguage]),
    [
      ['Вахта', 'be'],
      ['Title of english', 'en'],
    ],
  );
});
