import {feed} from './feeds.js';

/* Events for the stories and their tests. They are made up, and say so. They are around 20 March 2026. */

const AR = 'نص تجريبي باللغة العربية';
const text = (en: string, be: string) => ({en: `Sample: ${en}`, be: `Узор: ${be}`, ar: AR});
const source = {name: text('the organisers', 'арганізатары')};
const event = (id: string, title: object, from: string, more: object = {}) => ({
  id,
  title,
  from,
  status: 'planned',
  source,
  designatedIn: [],
  ...more,
});

const towns = [
  {id: 'exampleville', name: text('Exampleville', 'Прыкладаў'), country: 'PL', latitude: 52, longitude: 21, acts: []},
  {id: 'testville', name: text('Testville', 'Спробнае'), country: 'DE', latitude: 52, longitude: 13, acts: []},
];

const vigil = event('vigil', text('a vigil', 'вахта'), '2026-03-20T12:30', {
  until: '2026-03-20T14:00',
  zone: 'Europe/Warsaw',
  place: text('Market Square', 'Рынкавая плошча'),
  town: 'exampleville',
  organisations: ['libereco'],
});
const exhibition = event('exhibition', text('an exhibition', 'выстава'), '2026-03-16', {
  until: '2026-03-22',
  town: 'testville',
  text: text('Postcards from prison.', 'Паштоўкі з турмы.'),
});
const talk = event('talk', text('an online talk', 'размова ў сеціве'), '2026-03-24T19:00', {
  until: '2026-03-24T20:30',
  zone: 'Europe/Berlin',
  online: 'https://example.org/talk',
  url: 'https://example.org/about-the-talk',
});
const day = event('day', text('a day of solidarity', 'дзень салідарнасці'), '2026-03-25', {town: 'testville'});
const picket = event('picket', text('a picket', 'пікет'), '2026-05-21T18:00', {
  zone: 'Europe/Warsaw',
  place: text('In front of the town hall', 'Перад ратушай'),
  town: 'exampleville',
});

/** Today (one is going on), in the next seven days, and later. */
export const coming = [vigil, exhibition, talk, day, picket];

/** In every state. */
export const changed = [
  {...vigil, id: 'planned'},
  {...vigil, id: 'moved', status: 'moved', from: '2026-03-22T12:30', until: '2026-03-22T14:00'},
  {...picket, id: 'postponed', status: 'postponed'},
  {...picket, id: 'cancelled', status: 'cancelled'},
];

/** Enough to choose a place. */
export const many = Array.from({length: 14}, (_, i) => ({
  ...[picket, talk, day][i % 3]!,
  id: `event-${i}`,
  from: `2026-04-${String(i + 1).padStart(2, '0')}`,
  until: undefined,
}));

/** The demo's feed with sample events. */
export const eventFeed = (events: readonly object[], change: object = {}) => feed({events, towns, ...change});
