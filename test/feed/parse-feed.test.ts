import {expect} from '@open-wc/testing';
import {changeSince, pointsOf} from '../../src/feed/history.js';
import {parseFeed} from '../../src/feed/parse-feed.js';
import {parseHead, parseSection} from '../../src/feed/section.js';
import {figures, freshness, type Figure} from '../../src/feed/sections/figures.js';
import {hasLang, pickText} from '../../src/feed/text.js';
import {feedOf} from '../support/feed.js';

const way = {id: 'write', category: 'write', audiences: ['everyone'], title: 'Write', text: 'A letter.'};

describe('parseFeed', () => {
  it('drops an invalid section, reports its first issue, and keeps the others', () => {
    const {feed, problems} = parseFeed(feedOf({ways: [way], figures: [{id: 'held', value: '7'}]}));
    expect(problems).to.deep.equal(['/figures/0 lacks title']);
    expect(feed!.figures).to.deep.equal([]);
    expect(feed!.ways).to.deep.equal([way]);
  });

  const person = {
    id: 'a',
    name: 'A',
    consent: 'own',
    incidents: [{what: 'released', date: '2025', source: {name: 'S'}}],
  };
  const event = {id: 'a', title: 'A', from: '2027-08-09', status: 'planned', source: {name: 'S'}};
  const town = {id: 'a', name: 'A', country: 'PL', latitude: 52, longitude: 21, acts: []};
  const photo = {
    id: 'a',
    url: 'https://a.test/a',
    width: 3,
    height: 2,
    alt: 'A',
    credit: 'A',
    licence: {name: 'L'},
    consent: 'nobody',
  };
  for (const [name, item, bad] of [
    ['people', person, {incidents: []}],
    ['events', event, {until: '2027-08-08'}],
    ['towns', town, {latitude: 91}],
    ['photos', photo, {alt: ''}],
    ['amplify', {id: 'a', text: 'A'}, {hashtags: ['A']}],
  ] as const) {
    const items = [{...item, ...bad}, item, {...item, id: 'b'}, null, {...item, consent: 'own'}, {...item, id: 'c'}];

    it(`drops each bad item of ${name}, reports it, and keeps the others`, () => {
      const {feed, problems} = parseFeed(feedOf({[name]: items}));
      expect(feed![name].map(({id}) => id)).to.deep.equal(['a', 'b', 'c']);
      expect(problems.map((problem) => problem.split(/[ /]/).slice(1, 3).join())).to.deep.equal(
        ['0', '3', '4'].map((i) => `${name},${i}`),
      );
      expect(problems[2]).to.equal(`/${name}/4 repeats an id`);
    });

    it(`drops ${name} that are no list`, () => {
      const {feed, problems} = parseFeed(feedOf({[name]: {0: item}}));
      expect(feed![name]).to.deep.equal([]);
      expect(problems).to.deep.equal([`/${name} is wrong`]);
    });
  }

  for (const name of ['corrections', 'figures', 'observances', 'campaigns', 'ways', 'organisations'] as const)
    it(`drops all ${name} for one that is bad`, () => {
      const {feed, problems} = parseFeed(feedOf({[name]: [{id: 'a'}]}));
      expect(feed![name]).to.deep.equal([]);
      expect(problems).to.have.length(1);
      expect(parseFeed(feedOf({ways: [way, way]})).feed!.ways).to.deep.equal([]);
    });

  it('freezes the items that it keeps, and their list', () => {
    const {events} = parseFeed(feedOf({events: [event, 7]})).feed!;
    expect([Object.isFrozen(events), Object.isFrozen(events[0])]).to.deep.equal([true, true]);
  });

  it('gives empty lists for missing sections', () => {
    const {feed, problems} = parseFeed(feedOf());
    expect(problems).to.deep.equal([]);
    expect(feed!.observances).to.deep.equal([]);
  });

  for (const broken of [undefined, null, 7, 'feed', [], {}, {version: 2}, new Date()])
    it(`refuses ${JSON.stringify(broken)} without throwing`, () => {
      const {feed, problems} = parseFeed(broken);
      expect(feed).to.equal(undefined);
      expect(problems).to.have.length(1);
    });

  it('refuses a list that is nested very deeply', () => {
    let deep: unknown = [];
    for (let i = 0; i < 200_000; i++) deep = [deep];
    expect(parseFeed(feedOf({figures: deep})).problems).to.deep.equal(['/figures/0 is wrong']);
  });

  it('ignores unknown keys and sections', () => {
    expect(parseFeed(feedOf({ways: [{...way, effort: 'five minutes'}], weather: 'fine'})).problems).to.deep.equal([]);
  });

  for (const [observance, problem] of [
    [{yearly: '08-09'}, undefined],
    [{dates: ['2027-08-09']}, undefined],
    [{}, '/observances/0 lacks yearly or dates'],
    [{yearly: '8-9'}, '/observances/0/yearly is wrong'],
    [{dates: ['2027-02-29']}, '/observances/0/dates/0 is wrong'],
  ] as const)
    it(`${problem ? 'refuses' : 'accepts'} an observance with ${JSON.stringify(observance)}`, () => {
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
  it('has its points in the order of their dates, with its own value', () => {
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
    it(`has the change ${by} since ${since}`, () => {
      const change = changeSince(figure, since);
      expect(change?.by).to.equal(by);
      expect(change?.from.date).to.equal(from);
    });

  it('is ageing and stale after its own number of days', () => {
    const ages = ['2026-08-29', '2026-09-29', '2026-09-30', '2026-10-14', '2026-10-15'].map((day) =>
      freshness(figure, day),
    );
    expect(ages).to.deep.equal([undefined, undefined, 'ageing', 'ageing', 'stale']);
    expect(freshness({...figure, staleAfterDays: 120}, '2026-11-22')).to.equal('ageing');
  });

  it('is read only from the feed’s own properties', () => {
    const json: unknown = Object.assign(Object.create({figures: [figure]}) as object, feedOf());
    expect(parseSection(parseHead(json), figures)).to.deep.equal([]);
  });
});

describe('a text of the feed', () => {
  const text = {be: 'Воля', en: 'Freedom', ru: 'Свобода'};
  for (const [locale, words] of [
    ['be', ['Воля', 'be']],
    ['be-tarask', ['Воля', 'be']],
    ['de', ['Freedom', 'en']],
  ] as const)
    it(`is ${words.join(', ')} for ${locale}`, () => {
      expect(pickText(text, locale)).to.deep.equal(words);
    });

  it('falls back to the feed’s language before English', () => {
    expect(pickText(text, 'pl', 'be')).to.deep.equal(['Воля', 'be']);
  });

  it('does not prefer Russian to other languages', () => {
    expect(pickText({lt: 'Laisvė', ru: 'Свобода'}, 'be')).to.deep.equal(['Laisvė', 'lt']);
  });

  it('that is a plain string is in the feed’s language', () => {
    expect(pickText('Freedom', 'be')).to.deep.equal(['Freedom', 'en']);
  });

  const tags = ['be', 'be-tarask', 'be-Latn', 'pl'];
  for (const [feedLang, ...expected] of [
    ['be', 'be', 'be-tarask'],
    ['be-BY', 'be', 'be-tarask'],
    ['be-tarask', 'be', 'be-tarask'],
    ['be-Latn', 'be-Latn'],
    ['be-Latn-BY', 'be-Latn'],
    ['pl', 'pl'],
  ] as const)
    it(`that is a plain string in ${feedLang} is one for ${expected.join(', ')}`, () => {
      expect(tags.filter((tag) => hasLang('x', tag, feedLang))).to.deep.equal(expected);
    });
});
