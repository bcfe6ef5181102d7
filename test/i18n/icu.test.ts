import {executeServerCommand} from '@web/test-runner-commands';
import {expect} from '@open-wc/testing';
import {table as english} from '../../src/i18n/cldr/en.js';
import {loaders} from '../../src/i18n/cldr/index.js';
import {formatDate, formatNumber, pluralForm} from '../../src/i18n/format.js';
import type {Table} from '../../src/i18n/locale-data.js';

/* In each engine, Chromium above all, which lacks a third of these languages: we write what full ICU writes. */

const NUMBERS = [0, 1, 2, 5, 11, 21, 111, 889, 999, 1000, 1370, 1371, 1372, 9999, 13_700, 999_999, 1_234_567, 1.5];
const DATES = [
  ...Array.from({length: 12}, (_, month) => `2024-${String(month + 1).padStart(2, '0')}-09`),
  '1991-08-25',
  '2026-12-31',
];

/** Where we differ, and mean it: the words of CLDR that another stands for. */
const MEANT: Readonly<Record<string, {why: string; instead: Readonly<Record<string, string>>}>> = {
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

const all = [['en', () => Promise.resolve({table: english})] as const, ...Object.entries(loaders)];

for (const [locale, load] of all)
  describe(`numbers and dates in ${locale}`, () => {
    let table: Table;
    let icu: Icu;
    before(async () => {
      table = (await load()).table;
      icu = await executeServerCommand('icu', {locale, numbers: NUMBERS, dates: DATES});
    });

    it('numbers are as ICU writes them', () => {
      expect(NUMBERS.map((value) => formatNumber(value, table))).to.deep.equal(icu.numbers);
    });

    it('long dates are, in all twelve months', () => {
      const {instead = {}} = MEANT[locale] ?? {};
      const meant = icu.dates.map((date) =>
        date
          .split(' ')
          .map((word) => instead[word] ?? word)
          .join(' '),
      );
      expect(DATES.map((date) => formatDate(date, table).replace('\u202f', ' '))).to.deep.equal(meant);
    });

    it('the form that a number takes is the one of its plural category', () => {
      const order = table.plurals.split(' ');
      expect([...order].sort()).to.deep.equal([...icu.categories].sort());
      const voice = {tag: locale, table};
      expect(NUMBERS.map((value) => pluralForm(order.join('|'), value, voice))).to.deep.equal(icu.plurals);
    });
  });
