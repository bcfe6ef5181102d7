import {expect} from '@open-wc/testing';
import {describeMessage} from '../../src/describe/figure.js';
import {amplify} from '../../src/feed/sections/amplify.js';
import {isComplete, quotedFigure, type Figure} from '../../src/feed/sections/figures.js';
import {ways} from '../../src/feed/sections/ways.js';
import {parseHead, parseSection} from '../../src/feed/section.js';
import {contextOf, figureOf, TAGS, text, type Tag} from '../support/describe.js';
import {feedOf} from '../support/feed.js';

const figures = [figureOf({qualifier: 'at-least'})] as unknown as Figure[];
const quote = {text: 'In prison: {figure}. {figure}!', figure: 'held'};

const QUOTES: Readonly<Record<Tag, string>> = {
  en: 'at least 1,140 political prisoners (Pozirk, 5 March 2026)',
  be: 'прынамсі 1140 палітвязняў (Pozirk, 5 сакавіка 2026 г.)',
  'be-tarask': 'прынамсі 1140 палітвязьняў (Pozirk, 5 сакавіка 2026 г.)',
  pl: 'co najmniej 1140 więźniów politycznych (Pozirk, 5 marca 2026)',
  ka: 'სულ მცირე 1140 პოლიტპატიმარი (Pozirk, 5 მარტი, 2026)',
  ar: '',
};

describe('a message', () => {
  for (const tag of TAGS)
    it(`quotes the figure with qualifier, source and date in ${tag}`, async () => {
      const described = text([describeMessage(quote, figures, await contextOf(tag))]);
      if (QUOTES[tag]) expect(described).to.equal(`In prison: ${QUOTES[tag]}. ${QUOTES[tag]}!`);
      else expect(described).to.match(/^In prison: .*Pozirk.*2026/);
      expect(described).to.not.contain('{');
    });

  it('isolates a source of the other direction alone: the date beside it stays whole', async () => {
    const described = async (tag: Tag, name: string) => {
      const figure = figureOf({source: {name}}) as unknown as Figure;
      return describeMessage(quote, [figure], await contextOf(tag)).text;
    };
    expect(await described('ar', 'Pozirk')).to.contain('(\u2068Pozirk\u2069');
    expect(await described('ar', 'مركز')).to.not.match(/[\u2068\u2069]/);
    expect(await described('en', 'مركز')).to.contain('(\u2068مركز\u2069, ');
    expect(await described('en', 'Pozirk')).to.not.match(/[\u2068\u2069]/);
  });

  it('says that the figure is out of date', async () => {
    const context = {...(await contextOf('en')), today: '2026-11-22'};
    expect(describeMessage(quote, figures, context).text).to.contain('5 March 2026, out of date)');
  });

  it('is the feed’s text where it quotes nothing, and no template for anything else', async () => {
    const {text: words} = describeMessage({text: 'Write. {n} {date}'}, figures, await contextOf('en'));
    expect(words).to.equal('Write. {n} {date}');
  });

  it('is incomplete without its figure', () => {
    expect(isComplete(quote, figures)).to.equal(true);
    expect(isComplete(quote, [])).to.equal(false);
    expect(isComplete({text: 'Write.'}, [])).to.equal(true);
    expect(quotedFigure(quote, [])).to.equal(undefined);
  });

  it('names the figure that it has a place for', () => {
    const raw = parseHead(
      feedOf({
        amplify: [
          {id: 'a', text: {en: 'A', be: '{figure}'}},
          {id: 'b', text: '{figure}', figure: 'held'},
        ],
        ways: [
          {
            id: 'a',
            category: 'act',
            audiences: ['everyone'],
            title: 'A',
            text: 'A',
            templates: [{title: 'A', text: '{figure}'}],
          },
        ],
      }),
    );
    const problems: string[] = [];
    expect(parseSection(raw, amplify, ({message}) => problems.push(message)).map(({id}) => id)).to.deep.equal(['b']);
    expect(problems).to.deep.equal(['/amplify/0 has {figure} without a figure']);
    expect(() => parseSection(raw, ways)).to.throw('/ways/0/templates/0 has {figure} without a figure');
  });
});
