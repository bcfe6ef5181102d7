import {expect} from '@open-wc/testing';
import {describeFigure, describeStatement, figureTexts} from '../../src/describe/figure.js';
import {contextOf, figureOf, localeOf, TAGS, text, type Tag} from '../support/describe.js';
import {capitalizeParts} from '../../src/describe/parts.js';
import type {Qualifier} from '../../src/feed/sections/figures.js';

/** One value for each plural form of the languages, and one with a group of digits. */
const VALUES = [1, 2, 5, 11, 21, 100, 1140];

const UNITS: Readonly<Record<Tag, Readonly<Record<Qualifier, readonly string[]>>>> = {
  en: {
    exact: ['1 political prisoner', ...['2', '5', '11', '21', '100', '1,140'].map((n) => `${n} political prisoners`)],
    'at-least': [
      'At least 1 political prisoner',
      ...['2', '5', '11', '21', '100', '1,140'].map((n) => `At least ${n} political prisoners`),
    ],
    'more-than': [
      'More than 1 political prisoner',
      ...['2', '5', '11', '21', '100', '1,140'].map((n) => `More than ${n} political prisoners`),
    ],
  },
  be: {
    exact: [
      '1 палітвязень',
      '2 палітвязні',
      '5 палітвязняў',
      '11 палітвязняў',
      '21 палітвязень',
      '100 палітвязняў',
      '1140 палітвязняў',
    ],
    'at-least': [
      'Прынамсі 1 палітвязень',
      'Прынамсі 2 палітвязні',
      'Прынамсі 5 палітвязняў',
      'Прынамсі 11 палітвязняў',
      'Прынамсі 21 палітвязень',
      'Прынамсі 100 палітвязняў',
      'Прынамсі 1140 палітвязняў',
    ],
    'more-than': [
      'Больш за 1 палітвязня',
      'Больш за 2 палітвязняў',
      'Больш за 5 палітвязняў',
      'Больш за 11 палітвязняў',
      'Больш за 21 палітвязня',
      'Больш за 100 палітвязняў',
      'Больш за 1140 палітвязняў',
    ],
  },
  'be-tarask': {
    exact: [
      '1 палітвязень',
      '2 палітвязьні',
      '5 палітвязьняў',
      '11 палітвязьняў',
      '21 палітвязень',
      '100 палітвязьняў',
      '1140 палітвязьняў',
    ],
    'at-least': [
      'Прынамсі 1 палітвязень',
      'Прынамсі 2 палітвязьні',
      'Прынамсі 5 палітвязьняў',
      'Прынамсі 11 палітвязьняў',
      'Прынамсі 21 палітвязень',
      'Прынамсі 100 палітвязьняў',
      'Прынамсі 1140 палітвязьняў',
    ],
    'more-than': [
      'Больш за 1 палітвязьня',
      'Больш за 2 палітвязьняў',
      'Больш за 5 палітвязьняў',
      'Больш за 11 палітвязьняў',
      'Больш за 21 палітвязьня',
      'Больш за 100 палітвязьняў',
      'Больш за 1140 палітвязьняў',
    ],
  },
  pl: {
    exact: ['1 więzień polityczny', ...['2', '5', '11', '21', '100', '1140'].map((n) => `${n} więźniów politycznych`)],
    'at-least': [
      'Co najmniej 1 więzień polityczny',
      ...['2', '5', '11', '21', '100', '1140'].map((n) => `Co najmniej ${n} więźniów politycznych`),
    ],
    'more-than': [
      'Ponad 1 więźnia politycznego',
      ...['2', '5', '11', '21', '100', '1140'].map((n) => `Ponad ${n} więźniów politycznych`),
    ],
  },
  ka: {
    exact: VALUES.map((n) => `${n} პოლიტპატიმარი`),
    'at-least': VALUES.map((n) => `სულ მცირე ${n} პოლიტპატიმარი`),
    'more-than': VALUES.map((n) => `${n}-ზე მეტი პოლიტპატიმარი`),
  },
  ar: {
    exact: [
      '1 سجين سياسي',
      '2 سجينان سياسيان',
      '5 سجناء سياسيين',
      '11 سجينًا سياسيًا',
      '21 سجينًا سياسيًا',
      '100 سجين سياسي',
      '1,140 سجينًا سياسيًا',
    ],
    'at-least': [
      'ما لا يقل عن 1 سجين سياسي',
      'ما لا يقل عن 2 سجينين سياسيين',
      'ما لا يقل عن 5 سجناء سياسيين',
      'ما لا يقل عن 11 سجينًا سياسيًا',
      'ما لا يقل عن 21 سجينًا سياسيًا',
      'ما لا يقل عن 100 سجين سياسي',
      'ما لا يقل عن 1,140 سجينًا سياسيًا',
    ],
    'more-than': [
      'أكثر من 1 سجين سياسي',
      'أكثر من 2 سجينين سياسيين',
      'أكثر من 5 سجناء سياسيين',
      'أكثر من 11 سجينًا سياسيًا',
      'أكثر من 21 سجينًا سياسيًا',
      'أكثر من 100 سجين سياسي',
      'أكثر من 1,140 سجينًا سياسيًا',
    ],
  },
};

/** People on a day: 1, 2, 5 and 1140, at least 21, more than 21. */
const PEOPLE: Readonly<Record<Tag, readonly string[]>> = {
  en: [
    '1 person on 5 March 2026',
    '2 people on 5 March 2026',
    '5 people on 5 March 2026',
    '1,140 people on 5 March 2026',
    'At least 21 people on 5 March 2026',
    'More than 21 people on 5 March 2026',
  ],
  be: [
    '1 чалавек на 5 сакавіка 2026 г.',
    '2 чалавекі на 5 сакавіка 2026 г.',
    '5 чалавек на 5 сакавіка 2026 г.',
    '1140 чалавек на 5 сакавіка 2026 г.',
    'Прынамсі 21 чалавек на 5 сакавіка 2026 г.',
    'Больш за 21 чалавека на 5 сакавіка 2026 г.',
  ],
  'be-tarask': [
    '1 чалавек на 5 сакавіка 2026 г.',
    '2 чалавекі на 5 сакавіка 2026 г.',
    '5 чалавек на 5 сакавіка 2026 г.',
    '1140 чалавек на 5 сакавіка 2026 г.',
    'Прынамсі 21 чалавек на 5 сакавіка 2026 г.',
    'Больш за 21 чалавека на 5 сакавіка 2026 г.',
  ],
  pl: [
    '1 osoba, stan na 5 marca 2026',
    '2 osoby, stan na 5 marca 2026',
    '5 osób, stan na 5 marca 2026',
    '1140 osób, stan na 5 marca 2026',
    'Co najmniej 21 osób, stan na 5 marca 2026',
    'Ponad 21 osób, stan na 5 marca 2026',
  ],
  ka: [
    '1 ადამიანი (5 მარტი, 2026)',
    '2 ადამიანი (5 მარტი, 2026)',
    '5 ადამიანი (5 მარტი, 2026)',
    '1140 ადამიანი (5 მარტი, 2026)',
    'სულ მცირე 21 ადამიანი (5 მარტი, 2026)',
    '21-ზე მეტი ადამიანი (5 მარტი, 2026)',
  ],
  ar: [
    '1 شخص في 5 مارس 2026',
    '2 شخصان في 5 مارس 2026',
    '5 أشخاص في 5 مارس 2026',
    '1,140 شخصًا في 5 مارس 2026',
    'ما لا يقل عن 21 شخصًا في 5 مارس 2026',
    'أكثر من 21 شخصًا في 5 مارس 2026',
  ],
};

/** A figure without a unit: exact, at least, more than; with its day; its source; both after a phrase. */
const TITLED: Readonly<Record<Tag, readonly string[]>> = {
  en: ['X: 5', 'X: at least 5', 'X: more than 5', '5 on 5 March 2026', 'Source: Pozirk', 'Pozirk, 5 March 2026'],
  be: [
    'X: 5',
    'X: прынамсі 5',
    'X: больш за 5',
    '5 на 5 сакавіка 2026 г.',
    'Крыніца: Pozirk',
    'Pozirk, 5 сакавіка 2026 г.',
  ],
  'be-tarask': [
    'X: 5',
    'X: прынамсі 5',
    'X: больш за 5',
    '5 на 5 сакавіка 2026 г.',
    'Крыніца: Pozirk',
    'Pozirk, 5 сакавіка 2026 г.',
  ],
  pl: ['X: 5', 'X: co najmniej 5', 'X: ponad 5', '5, stan na 5 marca 2026', 'Źródło: Pozirk', 'Pozirk, 5 marca 2026'],
  ka: ['X: 5', 'X: სულ მცირე 5', 'X: 5-ზე მეტი', '5 (5 მარტი, 2026)', 'წყარო: Pozirk', 'Pozirk, 5 მარტი, 2026'],
  ar: ['X: 5', 'X: ما لا يقل عن 5', 'X: أكثر من 5', '5 في 5 مارس 2026', 'المصدر: Pozirk', 'Pozirk، 5 مارس 2026'],
};

describe('describeFigure', () => {
  for (const tag of TAGS) {
    for (const qualifier of ['exact', 'at-least', 'more-than'] as const)
      it(`says ${qualifier} in ${tag}, in each plural form`, async () => {
        const context = await contextOf(tag);
        expect(
          VALUES.map((value) => text(capitalizeParts(describeFigure(figureOf({value, qualifier}), context).phrase))),
        ).to.deep.equal(UNITS[tag][qualifier]);
      });

    it(`says how many people there were on a day, in each plural form, in ${tag}`, async () => {
      const context = await contextOf(tag);
      const people = (value: number, qualifier: Qualifier) =>
        text(describeFigure(figureOf({value, qualifier}), context).sentence);
      expect([
        ...[1, 2, 5, 1140].map((value) => people(value, 'exact')),
        people(21, 'at-least'),
        people(21, 'more-than'),
      ]).to.deep.equal(PEOPLE[tag]);
    });

    it(`says a figure without a unit by its title, and its date and source, in ${tag}`, async () => {
      const context = await contextOf(tag);
      const describe = (qualifier?: Qualifier) =>
        describeFigure(figureOf({unit: undefined, title: 'X', value: 5, qualifier}), context);
      expect([
        ...[undefined, 'at-least' as const, 'more-than' as const].map((one) => text(describe(one).phrase)),
        text(describe().sentence),
        text(describe().source),
        text(describe().origin),
      ]).to.deep.equal(TITLED[tag]);
    });
  }

  it('takes the unit from the feed, whatever the id is', async () => {
    const context = await contextOf('en');
    const figure = {unit: undefined, title: 'Journalists held', value: 30};
    expect(text(describeStatement(figureOf(figure), context))).to.equal('Journalists held: 30 on 5 March 2026');
    expect(text(describeStatement(figureOf({id: 'other', value: 30}), context))).to.equal(
      '30 political prisoners on 5 March 2026',
    );
  });

  it('keeps braces in a title as they are', async () => {
    const title = 'Held in {place} since {constructor}, {n}';
    const {phrase} = describeFigure(figureOf({unit: undefined, title, value: 55}), await contextOf('be'));
    expect(text(phrase)).to.equal(`${title}: 55`);
  });

  it('begins a sentence with a capital, and a phrase with a small letter', async () => {
    const describe = async (tag: string, change: object) => {
      const context = await contextOf(tag);
      return [
        text(describeFigure(figureOf(change), context).phrase),
        text(describeStatement(figureOf(change), context)),
      ];
    };
    expect(await describe('en', {value: 5, qualifier: 'at-least'})).to.deep.equal([
      'at least 5 political prisoners',
      'At least 5 political prisoners on 5 March 2026',
    ]);
    expect(await describe('tr', {unit: undefined, title: {tr: 'istanbul'}, value: 5})).to.deep.equal([
      'istanbul: 5',
      '5 Mart 2026 itibarıyla istanbul: 5',
    ]);
    expect(await describe('ka', {unit: undefined, title: {ka: 'სულ'}, value: 5})).to.deep.equal([
      'სულ: 5',
      'სულ: 5 (5 მარტი, 2026)',
    ]);
  });

  it('has the number, the date and the source as parts with values', async () => {
    const {sentence, origin} = describeFigure(figureOf({qualifier: 'at-least'}), await contextOf('be'));
    const date = {text: '5 сакавіка 2026\u202fг.', lang: 'be', role: 'date', value: '2026-03-05'};
    expect(sentence.filter(({role}) => role)).to.deep.equal([
      {text: '1140', lang: 'be', role: 'number', value: '1140'},
      date,
    ]);
    expect(origin.filter(({role}) => role)).to.deep.equal([
      {text: 'Pozirk', lang: 'en', role: 'source', url: 'https://example.org/count'},
      date,
    ]);
  });

  it('says how old a figure is', async () => {
    const context = await contextOf('en');
    const staleness = (today: string, expires?: string) => {
      const {staleness, status, note, origin} = describeFigure(figureOf(), {...context, today, expires});
      expect(text(origin).endsWith(', out of date')).to.equal(staleness === 'stale');
      return [staleness, status?.text, note?.text];
    };
    expect(staleness('2026-03-20')).to.deep.equal([undefined, undefined, undefined]);
    expect(staleness('2026-04-10')).to.deep.equal(['ageing', 'An update is due.', undefined]);
    expect(staleness('2026-05-01')).to.deep.equal(['stale', 'Out of date.', 'The number may have changed since then.']);
    expect(staleness('2026-03-20', '2026-03-10T00:00:00Z')[0]).to.equal('stale');
    expect(staleness('2026-03-01')).to.deep.equal([undefined, undefined, undefined]);
  });

  it('names the texts that decide its language', () => {
    const figure = figureOf({note: 'N'});
    expect(figureTexts(figure)).to.deep.equal(['Political prisoners', 'In custody.', 'N']);
    expect(figureTexts(figure, true)).to.deep.equal([]);
    expect(figureTexts(figureOf({unit: undefined}), true)).to.deep.equal(['Political prisoners']);
  });

  it('does not mix languages when several are described in turn', async () => {
    const [be, pl] = [await localeOf('be'), await localeOf('pl')];
    const describe = (locale: typeof be) =>
      text(describeFigure(figureOf({qualifier: 'at-least'}), {locale, today: '2026-03-20'}).sentence);
    expect([describe(be), describe(pl), describe(be)]).to.deep.equal([
      'Прынамсі 1140 чалавек на 5 сакавіка 2026 г.',
      'Co najmniej 1140 osób, stan na 5 marca 2026',
      'Прынамсі 1140 чалавек на 5 сакавіка 2026 г.',
    ]);
  });
});
