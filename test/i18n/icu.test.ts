import {executeServerCommand} from '@web/test-runner-commands';
import {expect} from '@open-wc/testing';
import {loaders} from '../../src/i18n/cldr/index.js';
import {formatDate, formatNumber, pluralForm} from '../../src/i18n/format.js';
import type {Locale} from '../../src/i18n/locale-data.js';
import {localeOf} from '../support/describe.js';

/* Every engine writes what full ICU writes, also Chromium, whose ICU lacks a third of these languages. */

const NUMBERS = [0, 1, 2, 5, 11, 21, 111, 889, 999, 1000, 1370, 1371, 1372, 9999, 13_700, 999_999, 1_234_567, 1.5];
const DATES = [
  ...Array.from({length: 12}, (_, month) => `2024-${String(month + 1).padStart(2, '0')}-09`),
  '1991-08-25',
  '2026-12-31',
];

/** Where we differ on purpose: words of ICU, and what we write instead. */
const DIFFERENCES: Readonly<Record<string, {why: string; instead: Readonly<Record<string, string>>}>> = {
  'be-tarask': {
    why: 'CLDR repeats the official orthography',
    instead: {мая: 'траўня', верасня: 'верасьня', снежня: 'сьнежня'},
  },
  'be-Latn': {
    why: 'ICU answers a request for Latin script in Cyrillic',
    instead: {
      студзеня: 'studzienia',
      лютага: 'lutaha',
      сакавіка: 'sakavika',
      красавіка: 'krasavika',
      мая: 'maja',
      чэрвеня: 'červienia',
      ліпеня: 'lipienia',
      жніўня: 'žniŭnia',
      верасня: 'vieraśnia',
      кастрычніка: 'kastryčnika',
      лістапада: 'listapada',
      снежня: 'śniežnia',
      'г.': 'h.',
    },
  },
};

interface Icu {
  readonly numbers: string[];
  readonly dates: string[];
  readonly plurals: string[];
  readonly categories: string[];
}

for (const tag of ['en', ...Object.keys(loaders)])
  describe(`numbers and dates in ${tag}`, () => {
    let locale: Locale;
    let icu: Icu;
    before(async () => {
      locale = await localeOf(tag);
      // English dates are British.
      icu = await executeServerCommand('icu', {
        locale: tag === 'en' ? 'en-GB' : tag,
        numbers: NUMBERS,
        dates: DATES,
      });
    });

    it('formats numbers as ICU does', () => {
      expect(NUMBERS.map((value) => formatNumber(value, locale.data))).to.deep.equal(icu.numbers);
    });

    it('formats long dates as ICU does, in all twelve months', () => {
      const {instead = {}} = DIFFERENCES[tag] ?? {};
      const expected = icu.dates.map((date) =>
        date
          .split(' ')
          .map((word) => instead[word] ?? word)
          .join(' '),
      );
      expect(DATES.map((date) => formatDate(date, locale.data).replace('\u202f', ' '))).to.deep.equal(expected);
    });

    it('chooses the form of each number by its plural category', () => {
      const categories = locale.data.plurals.split(' ');
      expect([...categories].sort()).to.deep.equal([...icu.categories].sort());
      expect(NUMBERS.map((value) => pluralForm(categories.join('|'), value, locale))).to.deep.equal(icu.plurals);
    });
  });
