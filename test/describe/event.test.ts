import {expect} from '@open-wc/testing';
import {describeEvent, eventTexts, type EventDescription} from '../../src/describe/event.js';
import type {Event} from '../../src/feed/sections/events.js';
import {contextOf, TAGS, text, type Tag} from '../support/describe.js';

const event: Event = {
  id: 'vigil',
  title: 'Vigil',
  from: '2027-08-09T18:30',
  until: '2027-08-09T20:00',
  zone: 'Europe/Minsk',
  place: 'Square',
  town: 'town',
  organisations: ['a', 'missing', 'b'],
  status: 'cancelled',
  source: {name: 'S', url: 'https://example.org/'},
};
const names = {
  towns: [{id: 'town', name: 'Town', country: 'PL', latitude: 50, longitude: 20, acts: []}],
  organisations: [
    {id: 'a', name: 'A', status: 'active' as const},
    {id: 'b', name: 'B', status: 'active' as const},
  ],
};
const describeIn = async (tag: string, change: Partial<Event> = {}): Promise<EventDescription> =>
  describeEvent({...event, ...change}, names, await contextOf(tag));

/** Heading, time, place, organisers, source. */
const WORDS: Readonly<Record<Tag, readonly string[]>> = {
  en: ['Cancelled: Vigil', '9 August 2027, 18:30 – 20:00 (Minsk, UTC+3)', 'Square, Town', 'A, B', 'Source: S'],
  be: ['Адменена: Vigil', '9 жніўня 2027 г., 18:30 – 20:00 (Мінск, UTC+3)', 'Square, Town', 'A, B', 'Крыніца: S'],
  'be-tarask': [
    'Адменена: Vigil',
    '9 жніўня 2027 г., 18:30 – 20:00 (Менск, UTC+3)',
    'Square, Town',
    'A, B',
    'Крыніца: S',
  ],
  pl: ['Odwołane: Vigil', '9 sierpnia 2027 18:30 – 20:00 (Mińsk, UTC+3)', 'Square, Town', 'A, B', 'Źródło: S'],
  ka: ['გაუქმებულია: Vigil', '9 აგვისტო, 2027, 18:30 – 20:00 (მინსკი, UTC+3)', 'Square, Town', 'A, B', 'წყარო: S'],
  ar: ['ملغى: Vigil', '9 أغسطس 2027، 18:30 – 20:00 (مينسك، UTC+3)', 'Square، Town', 'A، B', 'المصدر: S'],
};

describe('describeEvent', () => {
  for (const tag of TAGS)
    it(`says what, when, where and who in ${tag}`, async () => {
      const {heading, when, place, organisers, source} = await describeIn(tag);
      expect([heading, when, place, organisers, source].map(text)).to.deep.equal(WORDS[tag]);
    });

  for (const [name, change, when] of [
    ['a day', {from: '2027-08-09', until: undefined}, '9 August 2027'],
    ['days', {from: '2027-06-01', until: '2027-06-07'}, '1 June 2027 – 7 June 2027'],
    ['a time without an end', {until: undefined}, '9 August 2027, 18:30 (Minsk, UTC+3)'],
    ['an end on the same day', {until: '2027-08-09'}, '9 August 2027, 18:30 (Minsk, UTC+3)'],
    ['an end on a later day', {until: '2027-08-10'}, '9 August 2027, 18:30 – 10 August 2027 (Minsk, UTC+3)'],
    ['a later time', {until: '2027-08-10T01:00'}, '9 August 2027, 18:30 – 10 August 2027, 01:00 (Minsk, UTC+3)'],
    ['summer time', {zone: 'Europe/Berlin'}, '9 August 2027, 18:30 – 20:00 (Berlin, UTC+2)'],
    [
      'winter time',
      {zone: 'Europe/Berlin', from: '2027-01-16T18:30', until: undefined},
      '16 January 2027, 18:30 (Berlin, UTC+1)',
    ],
    ['the reader’s zone', {zone: 'local'}, '9 August 2027, 18:30 – 20:00'],
  ] as const)
    it(`says ${name}`, async () => {
      expect(text((await describeIn('en', change)).when)).to.equal(when);
    });

  it('leaves out what is not known', async () => {
    const {
      heading,
      status,
      place,
      organisers,
      text: more,
    } = await describeIn('en', {
      status: 'planned',
      place: undefined,
      town: 'elsewhere',
      organisations: undefined,
    });
    expect([text(heading), status, place, organisers, more]).to.deep.equal(['Vigil', undefined, [], [], undefined]);
  });

  it('names the texts that decide its language', () => {
    expect(eventTexts({...event, text: 'T'})).to.deep.equal(['Vigil', 'T']);
  });
});
