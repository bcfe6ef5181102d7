import {expect} from '@open-wc/testing';
import {describeCorrectedCount, describeCorrection, describeCorrectionTitle} from '../../src/describe/correction.js';
import {contextOf, TAGS, text, type Tag} from '../support/describe.js';

const correction = {id: 'c', date: '2026-03-10', text: 'Counted {twice}.', was: 1152, is: 1140};

/** A correction, a withdrawal without and with a title, and the numbers. */
const WORDS: Readonly<Record<Tag, readonly string[]>> = {
  en: ['Correction, 10 March 2026', 'Withdrawn, 10 March 2026', 'Withdrawn: Held', '1,140, not 1,152'],
  be: ['Выпраўленне, 10 сакавіка 2026 г.', 'Адклікана, 10 сакавіка 2026 г.', 'Адклікана: Held', '1140, а не 1152'],
  'be-tarask': [
    'Выпраўленьне, 10 сакавіка 2026 г.',
    'Адклікана, 10 сакавіка 2026 г.',
    'Адклікана: Held',
    '1140, а не 1152',
  ],
  pl: ['Sprostowanie, 10 marca 2026', 'Wycofane, 10 marca 2026', 'Wycofane: Held', '1140, nie 1152'],
  ka: ['შესწორება, 10 მარტი, 2026', 'ამოღებულია, 10 მარტი, 2026', 'ამოღებულია: Held', '1140 და არა 1152'],
  ar: ['تصحيح، 10 مارس 2026', 'مسحوب، 10 مارس 2026', 'مسحوب: Held', '1,140 وليس 1,152'],
};

describe('describeCorrection', () => {
  for (const tag of TAGS)
    it(`says what it is, and the numbers, in ${tag}`, async () => {
      const context = await contextOf(tag);
      expect([
        text(describeCorrectionTitle(correction, context)),
        text(describeCorrectionTitle({...correction, retracted: true}, context)),
        text(describeCorrectionTitle({...correction, retracted: true, title: 'Held'}, context)),
        text(describeCorrectedCount(correction, context.locale)),
      ]).to.deep.equal(WORDS[tag]);
    });

  it('says its day, its numbers and its text, in which braces stay', async () => {
    const context = await contextOf('en');
    const describe = (change: object) => text(describeCorrection({...correction, ...change}, context));
    expect(describe({})).to.equal('Correction, 10 March 2026: 1,140, not 1,152. Counted {twice}.');
    expect(describe({is: undefined})).to.equal('Correction, 10 March 2026: Counted {twice}.');
    expect(describe({is: undefined, retracted: true})).to.equal('Withdrawn, 10 March 2026: Counted {twice}.');
    expect(describe({is: undefined, retracted: true, title: 'Held'})).to.equal('Withdrawn: Held. Counted {twice}.');
  });

  for (const [change, words] of [
    [{is: undefined}, ''],
    [{was: undefined}, ''],
    [{was: undefined, is: undefined}, ''],
    [{was: 9, is: 0}, '0, not 9'],
  ] as const)
    it(`says “${words}” of ${JSON.stringify(change)}`, async () => {
      expect(text(describeCorrectedCount({...correction, ...change}, (await contextOf('en')).locale))).to.equal(words);
    });
});
