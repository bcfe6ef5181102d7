import {expect} from '@open-wc/testing';
import {
  describeMoment,
  describeObservance,
  describeSpan,
  describeZone,
  observanceTexts,
  phaseLabel,
} from '../../src/describe/countdown.js';
import {contextOf, localeOf, TAGS, text, type Tag} from '../support/describe.js';

const observance = {id: 'day', title: 'Day of {solidarity}', yearly: '08-09'};

/** 1 year 2 months 5 days; a moment; an observance and its day. */
const WORDS: Readonly<Record<Tag, readonly string[]>> = {
  en: ['1 year 2 months 5 days', '9 August 2027, 18:30', 'Day of {solidarity}: 9 August 2027'],
  be: ['1 год 2 месяцы 5 дзён', '9 жніўня 2027 г., 18:30', 'Day of {solidarity}: 9 жніўня 2027 г.'],
  'be-tarask': ['1 год 2 месяцы 5 дзён', '9 жніўня 2027 г., 18:30', 'Day of {solidarity}: 9 жніўня 2027 г.'],
  pl: ['1 rok 2 miesiące 5 dni', '9 sierpnia 2027 18:30', 'Day of {solidarity}: 9 sierpnia 2027'],
  ka: ['1 წელი 2 თვე 5 დღე', '9 აგვისტო, 2027, 18:30', 'Day of {solidarity}: 9 აგვისტო, 2027'],
  ar: ['1 سنة 2 شهران 5 أيام', '9 أغسطس 2027، 18:30', 'Day of {solidarity}: 9 أغسطس 2027'],
};

describe('a countdown’s words', () => {
  for (const tag of TAGS)
    it(`says spans, moments and days in ${tag}`, async () => {
      const context = await contextOf(tag);
      expect([
        describeSpan(
          [
            [0, 1],
            [1, 2],
            [2, 5],
          ],
          context.locale,
        ),
        text([describeMoment('2027-08-09T18:30', context.locale)]),
        text(describeObservance({observance, day: '2027-08-09'}, context)),
      ]).to.deep.equal(WORDS[tag]);
    });

  it('names the day itself, and time that has passed; no word is between a title and the numbers to come', async () => {
    const labels = async (tag: string) => {
      const locale = await localeOf(tag);
      return (['until', 'today', 'since'] as const).map((phase) => phaseLabel(phase, locale));
    };
    expect(await labels('en')).to.deep.equal(['', 'Today', 'Time passed']);
    expect(await labels('be')).to.deep.equal(['', 'Сёння', 'Мінула']);
    expect(await labels('de')).to.deep.equal(['', 'Heute', 'Vergangen']);
  });

  it('names zones and their offsets', async () => {
    const english = await localeOf('en');
    const summer = Date.parse('2027-08-09T12:00:00Z');
    expect(describeZone('Europe/Minsk', summer, english)).to.equal('Minsk, UTC+3');
    expect(describeZone('America/New_York', summer, english)).to.equal('New York, UTC−4');
    expect(describeZone('Asia/Kolkata', summer, english)).to.equal('Kolkata, UTC+5:30');
    expect(describeZone('Europe/Minsk', summer, await localeOf('be-tarask'))).to.equal('Менск, UTC+3');
    // An IANA name is English.
    expect(describeZone('Europe/Warsaw', summer, await localeOf('be'))).to.equal('UTC+2');
    expect(describeZone('Europe/Berlin', summer, await localeOf('ar'))).to.equal('UTC+2');
  });

  it('names the texts that decide its language', () => {
    expect(observanceTexts(observance)).to.deep.equal(['Day of {solidarity}']);
    expect(observanceTexts({...observance, why: 'W'})).to.deep.equal(['Day of {solidarity}', 'W']);
  });
});
