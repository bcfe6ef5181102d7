import {expect} from '@open-wc/testing';
import {
  countryName,
  describeCountryCount,
  describeTown,
  describeTownCount,
  mapTexts,
  yearsOf,
} from '../../src/describe/map.js';
import type {Town} from '../../src/feed/sections/towns.js';
import {loaders} from '../../src/i18n/cldr/index.js';
import {contextOf, localeOf, TAGS, text, type Tag} from '../support/describe.js';

const source = {name: 'S', url: 'https://example.org/'};
const town: Town = {
  id: 'town',
  name: {en: 'Town', be: 'Горад'},
  country: 'PL',
  latitude: 52,
  longitude: 21,
  acts: [
    {id: 'a', what: 'action', title: 'A', date: '2012-08', source},
    {id: 'b', what: 'renaming', title: 'B', date: '2023-05-29', source},
    {id: 'c', what: 'action', title: 'C', date: '2023', source},
  ],
};

/** Town, country, the words of a renaming, its date; five towns, two countries. */
const WORDS: Readonly<Record<Tag, readonly string[]>> = {
  en: ['Town', 'Poland', 'Symbolic renaming', '29 May 2023', '5 towns', '2 countries'],
  be: ['Горад', 'Польшча', 'Сімвалічнае перайменаванне', '29 мая 2023 г.', '5 гарадоў', '2 краіны'],
  'be-tarask': ['Горад', 'Польшча', 'Сымбалічнае перайменаваньне', '29 траўня 2023 г.', '5 гарадоў', '2 краіны'],
  pl: ['Town', 'Polska', 'Symboliczna zmiana nazwy', '29 maja 2023', '5 miast', '2 kraje'],
  ka: ['Town', 'პოლონეთი', 'სიმბოლური გადარქმევა', '29 მაისი, 2023', '5 ქალაქი', '2 ქვეყანა'],
  ar: ['Town', 'بولندا', 'إعادة تسمية رمزية', '29 مايو 2023', '5 مدن', '2 بلدان'],
};

describe('describeTown', () => {
  for (const tag of TAGS)
    it(`speaks ${tag}`, async () => {
      const context = await contextOf(tag);
      const {name, country, acts} = describeTown(town, context);
      const [renaming] = acts;
      expect([
        text([name]),
        country,
        text([renaming!.kind!]),
        text([renaming!.date]),
        describeTownCount(5, context.locale),
        describeCountryCount(2, context.locale),
      ]).to.deep.equal(WORDS[tag]);
    });

  it('has the newest first, and says a date as precisely as it is known', async () => {
    const {acts, years} = describeTown(town, await contextOf('en'));
    expect(
      acts.map(({title, date, kind, source}) => text([title, date, ...(kind ? [kind] : []), ...source])),
    ).to.deep.equal(['B29 May 2023Symbolic renamingSource: S', 'C2023Source: S', 'A08/2012Source: S']);
    expect(acts.map(({date}) => date.value)).to.deep.equal(['2023-05-29', '2023', '2012-08']);
    expect(years).to.deep.equal(['2012', '2023']);
  });

  it('keeps the feed’s order of actions of one date', async () => {
    const acts = [...'DBAC'].map((id) => ({...town.acts[0]!, id, title: id, date: '2023'}));
    const described = describeTown({...town, acts}, await contextOf('en'));
    expect(described.acts.map(({title}) => title.text).join('')).to.equal('DBAC');
  });

  it('says its source once and its kind not where it is an action', async () => {
    expect(describeTown(town, await contextOf('en')).acts.map(({kind}) => !!kind)).to.deep.equal([true, false, false]);
  });
});

describe('countryName', () => {
  for (const tag of ['en', ...Object.keys(loaders)])
    it(`knows Poland in ${tag}, in its own letters`, async () => {
      const name = countryName('PL', await localeOf(tag));
      expect(name).to.not.equal('PL');
      if (tag !== 'en') expect(name).to.not.equal('Poland');
      if (tag === 'be-Latn') expect(name).to.equal('Polšča');
    });

  it('gives the code where there is no such country, and never throws', async () => {
    const english = await localeOf('en');
    expect(countryName('QX', english)).to.equal('QX');
    expect(countryName('', english)).to.equal('');
  });
});

it('the years of towns are those of their actions, once, the first first', () => {
  expect(yearsOf([town, town, {acts: []}])).to.deep.equal(['2012', '2023']);
});

it('the texts of a map are what was done; names are left as they are', () => {
  expect(mapTexts([town])).to.deep.equal(['A', 'B', 'C']);
});
