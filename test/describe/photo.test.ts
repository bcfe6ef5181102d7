import {expect} from '@open-wc/testing';
import {describePhoto, photoTexts} from '../../src/describe/photo.js';
import {knownLanguages} from '../../src/feed/known-languages.js';
import type {Photo} from '../../src/feed/sections/photos.js';
import {hasLang} from '../../src/feed/text.js';
import {contextOf, TAGS, text, type Tag} from '../support/describe.js';

const photo: Photo = {
  id: 'square',
  url: 'square.jpg',
  width: 3,
  height: 2,
  alt: 'People on a square.',
  credit: 'Jane Example',
  licence: {name: 'CC BY 4.0', url: 'https://licence.example/'},
  consent: 'nobody',
  caption: 'The square',
  date: '2026-08-09',
  town: 'town',
};
const towns = [{id: 'town', name: 'Town', country: 'PL', latitude: 50, longitude: 20, acts: []}];

/** Place, credit. */
const WORDS: Readonly<Record<Tag, readonly [string, string]>> = {
  en: ['Town, 9 August 2026', 'Photo: Jane Example, CC BY 4.0'],
  be: ['Town, 9 жніўня 2026 г.', 'Фота: Jane Example, CC BY 4.0'],
  'be-tarask': ['Town, 9 жніўня 2026 г.', 'Фота: Jane Example, CC BY 4.0'],
  pl: ['Town, 9 sierpnia 2026', 'Zdjęcie: Jane Example, CC BY 4.0'],
  ka: ['Town, 9 აგვისტო, 2026', 'ფოტო: Jane Example, CC BY 4.0'],
  ar: ['Town، 9 أغسطس 2026', 'الصورة: Jane Example، CC BY 4.0'],
};

describe('describePhoto', () => {
  for (const tag of TAGS)
    it(`says where, when, by whom and under which licence in ${tag}`, async () => {
      const {alt, caption, place, credit} = describePhoto(photo, towns, await contextOf(tag));
      expect([alt.text, caption!.text]).to.deep.equal(['People on a square.', 'The square']);
      expect([text(place), text(credit)]).to.deep.equal(WORDS[tag]);
      expect(credit.at(-1)!.url).to.equal('https://licence.example/');
    });

  for (const [change, place] of [
    [{date: '2025-08'}, 'Town, 08/2025'],
    [{date: '2025', town: 'elsewhere'}, '2025'],
    [{date: undefined}, 'Town'],
    [{date: undefined, town: undefined}, ''],
  ] as const)
    it(`says “${place}” for ${JSON.stringify(change)}`, async () => {
      expect(text(describePhoto({...photo, ...change}, towns, await contextOf('en')).place)).to.equal(place);
    });

  it('names the texts that decide its language', () => {
    expect(photoTexts(photo)).to.deep.equal(['People on a square.', 'The square']);
    expect(photoTexts({...photo, caption: undefined})).to.deep.equal(['People on a square.']);
  });
});

describe('a list by many hands', () => {
  it('has the languages of all of its texts', () => {
    const [known] = knownLanguages(['A', {be: 'Б', de: 'B'}, {be: 'В'}], 'pl');
    expect(['pl', 'be', 'de', 'en', 'ru'].map((tag) => hasLang(known!, tag, 'pl'))).to.deep.equal([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('has no text where it is empty', () => {
    expect(knownLanguages([])).to.deep.equal([]);
  });
});
