import {expect} from '@open-wc/testing';
import {changeSince, pointsOf} from '../../src/feed/history.js';
import {parseFeed} from '../../src/feed/parse-feed.js';
import {readSection} from '../../src/feed/section.js';
import {figures, freshness, type Figure} from '../../src/feed/sections/figures.js';
import {pickText} from '../../src/feed/text.js';
import {feedOf} from '../support/feed.js';

const way = {id: 'write', category: 'write', audiences: ['everyone'], title: 'Write', text: 'A letter.'};

describe('parseFeed', () => {
  it('drops a broken section with its reason, and keeps the rest', () => {
    const {feed, problems} = parseFeed(feedOf({ways: [way], figures: [{id: 'held', value: '7'}]}));
    expect(problems).to.deep.equal(['/figures/0 lacks title']);
    expect(feed!.figures).to.deep.equal([]);
    expect(feed!.ways).to.deep.equal([way]);
  });

  it('has empty sections where the feed has none', () => {
    const {feed, problems} = parseFeed(feedOf());
    expect(problems).to.deep.equal([]);
    expect(feed!.observances).to.deep.equal([]);
  });

  for (const broken of [undefined, null, 7, 'feed', [], {}, {version: 2}, new Date()])
    it(`never throws: ${JSON.stringify(broken)} is no feed`, () => {
      const {feed, problems} = parseFeed(broken);
      expect(feed).to.equal(undefined);
      expect(problems).to.have.length(1);
    });

  it('is not led astray by a list nested without end', () => {
    let deep: unknown = [];
    for (let i = 0; i < 200_000; i++) deep = [deep];
    expect(parseFeed(feedOf({figures: deep})).problems).to.deep.equal(['/figures/0 is wrong']);
  });

  it('ignores what it does not know', () => {
    expect(parseFeed(feedOf({ways: [{...way, effort: 'five minutes'}], weather: 'fine'})).problems).to.deep.equal([]);
  });

  for (const [observance, problem] of [
    [{yearly: '08-09'}, undefined],
    [{dates: ['2027-08-09']}, undefined],
    [{}, '/observances/0 lacks yearly or dates'],
    [{yearly: '8-9'}, '/observances/0/yearly is wrong'],
    [{dates: ['2027-02-29']}, '/observances/0/dates/0 is wrong'],
  ] as const)
    it(`says ${problem ?? 'nothing'} of an observance with ${JSON.stringify(observance)}`, () => {
      const {problems} = parseFeed(feedOf({observances: [{id: 'day', title: 'Day', ...observance}]}));
      expect(problems[0]).to.equal(problem);
    });
});

const figure: Figure = {
  id: 'held',
  title: 'Held',
  value: 889,
  asOf: '2026-08-30',
  source: {name: 'Viasna'},
  definition: 'In custody.',
  history: [
    {date: '2026-03-05', value: 1140, source: {name: 'Pozirk'}},
    {date: '2025-08-29', value: 1197, source: {name: 'Civicus'}},
    {date: '2025-06-20', value: 1174, source: {name: 'AP'}},
  ],
};

describe('a figure', () => {
  it('is read in the order of its dates, its own value last', () => {
    expect(pointsOf(figure).map(({value}) => value)).to.deep.equal([1174, 1197, 1140, 889]);
  });

  for (const [since, by, from] of [
    ['2025-08-30', -308, '2025-08-29'],
    ['2025-10-30', -308, '2025-08-29'],
    ['2025-10-31', undefined, undefined],
    ['2026-03-05', -251, '2026-03-05'],
    ['2025-08-28', undefined, undefined],
    ['2026-08-30', undefined, undefined],
    ['2020-01-01', undefined, undefined],
  ] as const)
    it(`changed by ${by} since ${since}`, () => {
      const change = changeSince(figure, since);
      expect(change?.by).to.equal(by);
      expect(change?.from.date).to.equal(from);
    });

  it('ages by its own measure', () => {
    const ages = ['2026-08-29', '2026-09-29', '2026-09-30', '2026-10-14', '2026-10-15'].map((day) =>
      freshness(figure, day),
    );
    expect(ages).to.deep.equal([undefined, undefined, 'ageing', 'ageing', 'stale']);
    expect(freshness({...figure, staleAfterDays: 120}, '2026-11-22')).to.equal('ageing');
  });

  it('is no section’s business when its name is on every object', () => {
    expect(readSection(feedOf() as never, figures)).to.deep.equal([]);
  });
});

describe('a text of the feed', () => {
  const text = {be: 'Воля', en: 'Freedom', ru: 'Свобода'};
  for (const [locale, words] of [
    ['be', ['Воля', 'be']],
    ['be-tarask', ['Воля', 'be']],
    ['de', ['Freedom', 'en']],
  ] as const)
    it(`for ${locale} is ${words.join(', ')}`, () => {
      expect(pickText(text, locale)).to.deep.equal(words);
    });

  it('falls back to the feed’s own language before English', () => {
    expect(pickText(text, 'pl', 'be')).to.deep.equal(['Воля', 'be']);
  });

  it('is never another language because it is Russian', () => {
    expect(pickText({lt: 'Laisvė', ru: 'Свобода'}, 'be')).to.deep.equal(['Laisvė', 'lt']);
  });

  it('in one language is the feed’s', () => {
    expect(pickText('Freedom', 'be')).to.deep.equal(['Freedom', 'en']);
  });
});
