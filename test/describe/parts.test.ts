import {expect} from '@open-wc/testing';
import {capitalizeParts, datePart, listParts, messageParts, ownPart, textPart} from '../../src/describe/parts.js';
import {contextOf, localeOf, text} from '../support/describe.js';

describe('textPart', () => {
  for (const [written, tag, feedLang, words, lang] of [
    ['Hallo', 'be', 'de', 'Hallo', 'de'],
    ['Hello', 'be', undefined, 'Hello', 'en'],
    [{be: 'Добры дзень', en: 'Hello'}, 'be', 'en', 'Добры дзень', 'be'],
    [{be: 'Добры дзень', en: 'Hello'}, 'be-tarask', 'en', 'Добры дзень', 'be'],
    [{be: 'Добры дзень', en: 'Hello'}, 'ka', 'be', 'Добры дзень', 'be'],
    [{'no tag': 'Hello'}, 'en', 'en', 'Hello', 'und'],
  ] as const)
    it(`${JSON.stringify(written)} in ${tag}, of a feed in ${feedLang ?? 'no language'}, is “${words}” in ${lang}`, async () => {
      expect(textPart(written, await contextOf(tag, feedLang))).to.deep.equal({text: words, lang, role: 'text'});
    });
});

describe('datePart', () => {
  for (const [tag, date, words] of [
    ['be', '2023-02-08', '8 лютага 2023 г.'],
    ['be', '2023-02', '02/2023'],
    ['ar', '2023', '2023'],
  ] as const)
    it(`says ${date} in ${tag} as precisely as it is known: ${words}`, async () => {
      const part = datePart(date, (await contextOf(tag)).locale);
      expect([text([part]), part.value]).to.deep.equal([words, date]);
    });
});

describe('messageParts', () => {
  it('fills only its own placeholders, and never those of a text of the feed', async () => {
    const context = await contextOf('en');
    const parts = messageParts(
      '{b} before {a}',
      {a: textPart('{b} {toString}', context), b: ownPart('x', context.locale)},
      context.locale,
    );
    expect(text(parts)).to.equal('x before {b} {toString}');
  });
});

describe('capitalizeParts', () => {
  for (const [words, lang, expected] of [
    ['įdomu', 'lt', 'Įdomu'],
    ['istanbul', 'tr', 'İstanbul'],
    ['21', 'en', '21'],
    ['სულ', 'ka', 'სულ'],
    ['hello', 'und', 'Hello'],
    ['𐐨', 'en', '𐐀'],
  ] as const)
    it(`${words} in ${lang} becomes ${expected}`, () => {
      expect(
        text(
          capitalizeParts([
            {text: words, lang},
            {text: ' x', lang},
          ]),
        ),
      ).to.equal(`${expected} x`);
    });

  it('leaves nothing as it is', () => {
    expect(capitalizeParts([])).to.deep.equal([]);
  });
});

describe('listParts', () => {
  it('has the comma of the language', async () => {
    const list = async (tag: string) => {
      const context = await contextOf(tag);
      return text(
        listParts(
          ['A', 'B', 'C'].map((one) => textPart(one, context)),
          context.locale,
        ),
      );
    };
    expect([await list('en'), await list('ar')]).to.deep.equal(['A, B, C', 'A، B، C']);
    expect(listParts([], await localeOf('en'))).to.deep.equal([]);
  });
});
