import {expect} from '@open-wc/testing';
import {describeCorrectedCount, describeCorrection, describeCorrectionTitle} from '../../src/describe/correction.js';
import {contextOf, TAGS, text, type Tag} from '../support/describe.js';

const correction = {id: 'c', date: '2026-03-10', text: 'Counted {twice}.', was: 1152, is: 1140};

/** A correction, a withdrawal, and the numbers, old to new in the direction of reading. */
const WORDS: Readonly<Record<Tag, readonly string[]>> = {
  en: ['Correction: 10 March 2026', 'Withdrawn: 10 March 2026', '1,152 → 1,140'],
  be: ['Выпраўленне: 10 сакавіка 2026 г.', 'Адклікана: 10 сакавіка 2026 г.', '1152 → 1140'],
  'be-tarask': ['Выпраўленьне: 10 сакавіка 2026 г.', 'Адклікана: 10 сакавіка 2026 г.', '1152 → 1140'],
  pl: ['Sprostowanie: 10 marca 2026', 'Wycofane: 10 marca 2026', '1152 → 1140'],
  ka: ['შესწორება: 10 მარტი, 2026', 'ამოღებულია: 10 მარტი, 2026', '1152 → 1140'],
  ar: ['تصحيح: 10 مارس 2026', 'مسحوب: 10 مارس 2026', '1,152 ← 1,140'],
};

describe('describeCorrection', () => {
  for (const tag of TAGS)
    it(`says what it is, and the numbers, in ${tag}`, async () => {
      const {locale} = await contextOf(tag);
      expect([
        text(describeCorrectionTitle(correction, locale)),
        text(describeCorrectionTitle({...correction, retracted: true}, locale)),
        text(describeCorrectedCount(correction, locale)),
      ]).to.deep.equal(WORDS[tag]);
    });

  it('says its day and its text, in which braces stay', async () => {
    expect(text(describeCorrection(correction, await contextOf('en')))).to.equal('10 March 2026: Counted {twice}.');
  });

  for (const [change, words] of [
    [{is: undefined}, '1,152 → –'],
    [{was: undefined}, '– → 1,140'],
    [{was: undefined, is: undefined}, ''],
    [{was: 0, is: 0}, '0 → 0'],
  ] as const)
    it(`says “${words}” of ${JSON.stringify(change)}`, async () => {
      expect(text(describeCorrectedCount({...correction, ...change}, (await contextOf('en')).locale))).to.equal(words);
    });
});
