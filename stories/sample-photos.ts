import {feed} from './feeds.js';

/* Photos for the stories and their tests: drawings on which “SAMPLE” is written. */

const text = (en: string, be: string) => ({en: `Sample: ${en}`, be: `Узор: ${be}`, ar: 'نص تجريبي باللغة العربية'});
// A path on this host, as a feed has it.
const picture = (url: URL) => url.pathname;

const photo = (id: string, url: string, width: number, height: number, more: object = {}) => ({
  id,
  url,
  width,
  height,
  alt: text('a drawing of people in front of hills.', 'малюнак людзей перад пагоркамі.'),
  credit: text('nobody', 'ніхто'),
  licence: {name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/'},
  consent: 'nobody',
  ...more,
});

export const photos = [
  photo('square', picture(new URL('./samples/square.png', import.meta.url)), 900, 600, {
    caption: text('people on a square.', 'людзі на плошчы.'),
    date: '2026-03-20',
    town: 'exampleville',
  }),
  photo('street', picture(new URL('./samples/street.png', import.meta.url)), 600, 800, {date: '2025'}),
  photo('field', picture(new URL('./samples/field.png', import.meta.url)), 1200, 600, {
    caption: text('people in a field.', 'людзі ў полі.'),
  }),
];

const towns = [
  {id: 'exampleville', name: text('Exampleville', 'Прыкладаў'), country: 'PL', latitude: 52, longitude: 21, acts: []},
];

/** The demo's feed with sample photos. */
export const photoFeed = (list: readonly object[] = photos, change: object = {}) =>
  feed({photos: list, towns, ...change});
