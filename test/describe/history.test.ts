import {expect} from '@open-wc/testing';
import {describeChange, describeHistory} from '../../src/describe/history.js';
import {figureOf, localeOf, TAGS, text, type Tag} from '../support/describe.js';

const source = {name: 'Viasna'};
const point = (date: string, value: number, qualifier?: string) => ({date, value, qualifier, source});
const YEAR_BEFORE = '2025-03-01';

/** Fewer, more, the same, and between two bounds. */
const CHANGES: Readonly<Record<Tag, readonly string[]>> = {
  en: ['20 fewer than on 1 March 2025', '20 more than on 1 March 2025', 'The same number as on 1 March 2025'],
  be: [
    'На 20 менш, чым 1 сакавіка 2025 г.',
    'На 20 больш, чым 1 сакавіка 2025 г.',
    'Столькі ж, колькі 1 сакавіка 2025 г.',
  ],
  'be-tarask': [
    'На 20 менш, чым 1 сакавіка 2025 г.',
    'На 20 больш, чым 1 сакавіка 2025 г.',
    'Столькі ж, колькі 1 сакавіка 2025 г.',
  ],
  pl: ['O 20 mniej niż 1 marca 2025', 'O 20 więcej niż 1 marca 2025', 'Tyle samo co 1 marca 2025'],
  ka: [
    '20-ით ნაკლები, ვიდრე ამ დღეს: 1 მარტი, 2025',
    '20-ით მეტი, ვიდრე ამ დღეს: 1 მარტი, 2025',
    'იმდენივე, რამდენიც ამ დღეს: 1 მარტი, 2025',
  ],
  ar: [
    'أقل بمقدار 20 مما كان في 1 مارس 2025',
    'أكثر بمقدار 20 مما كان في 1 مارس 2025',
    'العدد نفسه كما في 1 مارس 2025',
  ],
};

describe('describeChange', () => {
  for (const tag of TAGS)
    it(`says fewer, more and the same in ${tag}`, async () => {
      const locale = await localeOf(tag);
      const changes = [
        [60, 40],
        [40, 60],
        [40, 40],
      ].map(([from, value]) =>
        text(describeChange(figureOf({value, history: [point(YEAR_BEFORE, from!)]}), undefined, locale)),
      );
      expect(changes).to.deep.equal(CHANGES[tag]);
    });

  for (const [before, now, words] of [
    ['more-than', 'at-least', 'From more than 60 on 1 March 2025 to at least 40 on 5 March 2026'],
    [undefined, 'at-least', 'From 60 on 1 March 2025 to at least 40 on 5 March 2026'],
    ['more-than', 'exact', 'From more than 60 on 1 March 2025 to 40 on 5 March 2026'],
  ] as const)
    it(`does not subtract bounds: ${before ?? 'exact'} and ${now}`, async () => {
      const figure = figureOf({value: 40, qualifier: now, history: [point(YEAR_BEFORE, 60, before)]});
      expect(text(describeChange(figure, undefined, await localeOf('en')))).to.equal(words);
    });

  it('compares with the day that is asked for', async () => {
    const figure = figureOf({value: 40, history: [point('2024-01-01', 10), point(YEAR_BEFORE, 60)]});
    const english = await localeOf('en');
    expect(text(describeChange(figure, '2024-01-20', english))).to.equal('30 more than on 1 January 2024');
    expect(describeChange(figure, '2023-12-31', english)).to.equal(undefined);
    expect(describeChange(figureOf(), undefined, english)).to.equal(undefined);
  });

  it('takes the last of two points of one date, in every engine', async () => {
    const figure = figureOf({value: 40, history: [point(YEAR_BEFORE, 100), point(YEAR_BEFORE, 140)]});
    expect(text(describeChange(figure, undefined, await localeOf('en')))).to.equal('100 fewer than on 1 March 2025');
  });
});

describe('describeHistory', () => {
  it('says the first and the newest count, with their qualifiers', async () => {
    const figure = figureOf({
      qualifier: 'at-least',
      history: [point('2025-02-28', 1234), point('2024-08-09', 1370, 'more-than')],
    });
    expect(text(describeHistory(figure, await localeOf('en')))).to.equal(
      'From more than 1,370 on 9 August 2024 to at least 1,140 on 5 March 2026',
    );
  });

  it('says the highest count, where that is neither the first nor the newest', async () => {
    const history = [point('2023-08-09', 1200), point('2025-02-28', 1234), point('2024-08-09', 1370, 'more-than')];
    expect(text(describeHistory(figureOf({history}), await localeOf('en')))).to.equal(
      'From 1,200 on 9 August 2023 to 1,140 on 5 March 2026. Peak: more than 1,370 (9 August 2024)',
    );
  });
});
