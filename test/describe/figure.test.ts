import {expect} from '@open-wc/testing';
import {describeFigure, figureTexts} from '../../src/describe/figure.js';
import {contextOf, figureOf, localeOf, TAGS, text, type Tag} from '../support/describe.js';
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

/** The counts of a figure without a unit, and its date and source. */
const TITLED: Readonly<Record<Tag, readonly [exact: string, atLeast: string, moreThan: string, about: string]>> = {
  en: ['X: 5', 'X: at least 5', 'X: more than 5', 'As of 5 March 2026. Source: Pozirk'],
  be: ['X: 5', 'X: прынамсі 5', 'X: больш за 5', 'Станам на 5 сакавіка 2026 г. Крыніца: Pozirk'],
  'be-tarask': ['X: 5', 'X: прынамсі 5', 'X: больш за 5', 'Станам на 5 сакавіка 2026 г. Крыніца: Pozirk'],
  pl: ['X: 5', 'X: co najmniej 5', 'X: ponad 5', 'Stan na 5 marca 2026. Źródło: Pozirk'],
  ka: ['X: 5', 'X: სულ მცირე 5', 'X: 5-ზე მეტი', 'მონაცემების თარიღი: 5 მარტი, 2026. წყარო: Pozirk'],
  ar: ['X: 5', 'X: ما لا يقل عن 5', 'X: أكثر من 5', 'بتاريخ 5 مارس 2026. المصدر: Pozirk'],
};

describe('describeFigure', () => {
  for (const tag of TAGS) {
    for (const qualifier of ['exact', 'at-least', 'more-than'] as const)
      it(`says ${qualifier} in ${tag}, in each plural form`, async () => {
        const context = await contextOf(tag);
        expect(
          VALUES.map((value) => text(describeFigure(figureOf({value, qualifier}), context).sentence)),
        ).to.deep.equal(UNITS[tag][qualifier]);
      });

    it(`says a figure without a unit by its title, and its date and source, in ${tag}`, async () => {
      const context = await contextOf(tag);
      const describe = (qualifier?: Qualifier) =>
        describeFigure(figureOf({unit: undefined, title: 'X', value: 5, qualifier}), context);
      expect([
        ...[undefined, 'at-least' as const, 'more-than' as const].map((one) => text(describe(one).sentence)),
        text(describe().about),
      ]).to.deep.equal(TITLED[tag]);
    });
  }

  it('takes the unit from the feed, whatever the id is', async () => {
    const context = await contextOf('en');
    expect(
      text(describeFigure(figureOf({unit: undefined, title: 'Journalists held', value: 30}), context).sentence),
    ).to.equal('Journalists held: 30');
    expect(text(describeFigure(figureOf({id: 'other', value: 30}), context).sentence)).to.equal(
      '30 political prisoners',
    );
  });

  it('keeps braces in a title as they are', async () => {
    const title = 'Held in {place} since {constructor}, {n}';
    const {sentence} = describeFigure(figureOf({unit: undefined, title, value: 55}), await contextOf('be'));
    expect(text(sentence)).to.equal(`${title}: 55`);
  });

  it('begins a sentence with a capital, and a phrase with a small letter', async () => {
    const describe = async (tag: string, change: object) => {
      const {phrase, sentence} = describeFigure(figureOf(change), await contextOf(tag));
      return [text(phrase), text(sentence)];
    };
    expect(await describe('en', {value: 5, qualifier: 'at-least'})).to.deep.equal([
      'at least 5 political prisoners',
      'At least 5 political prisoners',
    ]);
    expect(await describe('tr', {unit: undefined, title: {tr: 'istanbul'}, value: 5})).to.deep.equal([
      'istanbul: 5',
      'İstanbul: 5',
    ]);
    expect(await describe('ka', {unit: undefined, title: {ka: 'სულ'}, value: 5})).to.deep.equal(['სულ: 5', 'სულ: 5']);
  });

  it('has the number, the date and the source as parts with values', async () => {
    const {sentence, about} = describeFigure(figureOf({qualifier: 'at-least'}), await contextOf('be'));
    expect(sentence.find(({role}) => role === 'number')).to.deep.equal({
      text: '1140',
      lang: 'be',
      role: 'number',
      value: '1140',
    });
    expect(about.filter(({role}) => role)).to.deep.equal([
      {text: '5 сакавіка 2026\u202fг.', lang: 'be', role: 'date', value: '2026-03-05'},
      {text: 'Pozirk', lang: 'en', role: 'source', url: 'https://example.org/count'},
    ]);
  });

  it('says how old a figure is', async () => {
    const context = await contextOf('en');
    const staleness = (today: string, expires?: string) => {
      const {staleness, status} = describeFigure(figureOf(), {...context, today, expires});
      return [staleness, status?.text];
    };
    expect(staleness('2026-03-20')).to.deep.equal([undefined, undefined]);
    expect(staleness('2026-04-10')).to.deep.equal(['ageing', 'A newer figure is due.']);
    expect(staleness('2026-05-01')).to.deep.equal(['stale', 'This figure is old: the number may have changed since.']);
    expect(staleness('2026-03-20', '2026-03-10T00:00:00Z')[0]).to.equal('stale');
    expect(staleness('2026-03-01')).to.deep.equal([undefined, undefined]);
  });

  it('names the texts that decide its language', () => {
    const figure = figureOf({note: 'N'});
    expect(figureTexts(figure)).to.deep.equal(['In custody.', 'N']);
    expect(figureTexts(figure, true)).to.deep.equal([]);
    expect(figureTexts(figureOf({unit: undefined}), true)).to.deep.equal(['Political prisoners']);
  });

  it('does not mix languages when several are described in turn', async () => {
    const [be, pl] = [await localeOf('be'), await localeOf('pl')];
    const describe = (locale: typeof be) =>
      text(describeFigure(figureOf({qualifier: 'at-least'}), {locale, today: '2026-03-20'}).sentence);
    expect([describe(be), describe(pl), describe(be)]).to.deep.equal([
      'Прынамсі 1140 палітвязняў',
      'Co najmniej 1140 więźniów politycznych',
      'Прынамсі 1140 палітвязняў',
    ]);
  });
});
