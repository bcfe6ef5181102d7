import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {spanOf, UNITS} from '../../src/clock/span.js';
import {DAY, HOUR, MINUTE} from '../../src/clock/units.js';
import {dateIn, instantOf, knownZone, MINSK, offsetAt} from '../../src/clock/zone.js';
import {lastDay, nextDay, nextObservance, type Observance} from '../../src/feed/sections/observances.js';

const iso = (time: number) => new Date(time).toISOString().replace(':00.000Z', 'Z');

describe('a zone', () => {
  it('of Minsk is what the engine’s own data say, summer and winter, 2012 to 2035', () => {
    const format = new Intl.DateTimeFormat('en', {timeZone: MINSK, timeZoneName: 'longOffset'});
    for (let year = 2012; year <= 2035; year++)
      for (const month of [0, 2, 3, 6, 9, 10]) {
        const time = Date.UTC(year, month, 28, 12);
        expect(format.format(time)).to.contain('GMT+03:00');
        expect(offsetAt(time, MINSK)).to.equal(180);
      }
  });

  for (const [zone, instant, minutes] of [
    ['UTC', '2027-08-09T00:00Z', 0],
    ['Europe/Warsaw', '2027-08-09T00:00Z', 120],
    ['Europe/Warsaw', '2027-01-09T00:00Z', 60],
    ['America/New_York', '2027-08-09T00:00Z', -240],
    ['America/St_Johns', '2027-01-09T00:00Z', -210],
    ['Asia/Kathmandu', '2027-01-09T00:00Z', 345],
    ['Europe/Minsk', '2010-01-09T00:00Z', 120],
    ['Europe/Minsk', '2010-08-09T00:00Z', 180],
    // The tests run in New York.
    ['local', '2027-01-09T00:00Z', -300],
  ] as const)
    it(`${zone} is ${minutes} minutes ahead of UTC at ${instant}`, () => {
      expect(offsetAt(Date.parse(instant), zone)).to.equal(minutes);
    });

  for (const [zone, civil, instant] of [
    [MINSK, '2027-08-09', '2027-08-08T21:00Z'],
    [MINSK, '2027-08-09T18:30', '2027-08-09T15:30Z'],
    ['local', '2027-08-09', '2027-08-09T04:00Z'],
    ['Pacific/Auckland', '2027-08-09', '2027-08-08T12:00Z'],
    ['America/New_York', '2027-03-14T03:00', '2027-03-14T07:00Z'],
    // 02:30 is leapt over: an hour later; and of two at 01:30 it is the first.
    ['America/New_York', '2027-03-14T02:30', '2027-03-14T07:30Z'],
    ['America/New_York', '2027-11-07T01:30', '2027-11-07T05:30Z'],
    // Midnight itself is leapt over: the day begins at one.
    ['Africa/Cairo', '2027-04-30', '2027-04-29T22:00Z'],
  ] as const)
    it(`${zone} has ${civil} at ${instant}`, () => {
      expect(iso(instantOf(civil, zone))).to.equal(instant);
      expect(dateIn(zone, instantOf(civil, zone))).to.equal(civil.slice(0, 10));
    });

  it('that no engine knows gives way to the next, and to Minsk', () => {
    expect(knownZone('Mars/Olympus', 'Europe/Warsaw')).to.equal('Europe/Warsaw');
    expect(knownZone('Mars/Olympus')).to.equal(MINSK);
    expect(knownZone(undefined, '')).to.equal(MINSK);
  });
});

describe('a span', () => {
  for (const [units, from, to, zone, told] of [
    ['months days', '2026-11-22T12:00', '2027-08-09T00:00', MINSK, '8 18'],
    ['years months days', '2020-08-09T00:00', '2026-11-22T12:00', MINSK, '6 3 13'],
    ['months days', '2027-01-31T00:00', '2027-03-01T00:00', MINSK, '1 1'],
    ['months days', '2028-01-31T00:00', '2028-02-29T00:00', MINSK, '1 0'],
    ['years days', '2024-02-29T00:00', '2025-02-28T00:00', MINSK, '1 0'],
    ['days hours', '2027-08-07T10:00', '2027-08-09T00:00', MINSK, '1 14'],
    ['days', '2027-08-08T23:59', '2027-08-09T00:00', MINSK, '1'],
    ['hours minutes', '2027-08-08T22:30', '2027-08-09T00:00', MINSK, '1 30'],
    ['minutes seconds', '2027-08-08T23:59', '2027-08-09T00:00', MINSK, '1 0'],
    // Clocks leap in New York on 14 March and 7 November 2027: a day is a day, and its hours are those that pass.
    ['days hours', '2027-03-13T12:00', '2027-03-14T12:00', 'America/New_York', '1 0'],
    ['hours', '2027-03-13T12:00', '2027-03-14T12:00', 'America/New_York', '23'],
    ['days hours', '2027-11-06T12:00', '2027-11-07T12:00', 'America/New_York', '1 0'],
    ['hours', '2027-11-06T12:00', '2027-11-07T12:00', 'America/New_York', '25'],
    ['days hours', '2027-03-27T18:00', '2027-03-28T19:00', 'Europe/Warsaw', '1 1'],
    ['hours', '2027-04-03T12:00', '2027-04-04T12:00', 'Pacific/Auckland', '25'],
    // Midnight is leapt over: the day begins at one, and ends at midnight.
    ['days', '2027-03-27T12:00', '2027-03-30T00:00', 'Asia/Beirut', '3'],
    ['days', '2027-03-28T12:00', '2027-03-30T00:00', 'Asia/Beirut', '2'],
    ['days', '2027-03-27T23:59', '2027-03-28T00:00', 'Asia/Beirut', '1'],
    ['days', '2026-03-29T00:00', '2026-11-27T14:00', 'Asia/Beirut', '243'],
    ['months days', '2026-09-06T00:00', '2026-10-06T00:00', 'America/Santiago', '1 0'],
    ['days hours', '2027-03-28T00:00', '2027-03-30T00:30', 'Asia/Beirut', '2 0'],
    ['days hours', '2027-03-28T00:00', '2027-03-28T03:00', 'Asia/Beirut', '0 2'],
    ['months hours', '2026-09-06T00:00', '2026-10-06T01:00', 'America/Santiago', '1 1'],
    ['days hours', '2027-03-26T22:00', '2027-03-28T00:00', 'Asia/Beirut', '1 2'],
    ['days', '1969-12-31T12:00', '1970-01-01T00:00', 'UTC', '1'],
  ] as const)
    it(`of ${units} from ${from} to ${to} in ${zone} is ${told}`, () => {
      const wanted = [...UNITS.keys()].filter((unit) => units.split(' ').includes(UNITS[unit]!));
      const span = spanOf(wanted, instantOf(from, zone), instantOf(to, zone), zone);
      expect(span.map(([, n]) => n).join(' ')).to.equal(told);
    });

  for (const zone of [
    'Africa/Cairo',
    'America/Havana',
    'America/New_York',
    'America/Santiago',
    'Asia/Beirut',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Europe/Minsk',
    'Europe/Warsaw',
    'Pacific/Auckland',
  ])
    it(`of days is the number of nights in ${zone}, with and without hours`, () => {
      const format = new Intl.DateTimeFormat('en', {timeZone: zone});
      /** The engine’s own civil date as a number, and the first quarter of an hour in which it is that. */
      const dayAt = (time: number) => {
        const [month, day, year] = format.format(time).split('/').map(Number);
        return Date.UTC(year!, month! - 1, day) / DAY;
      };
      const beginOf = (day: number) => {
        let time = day * DAY - 14 * HOUR;
        while (dayAt(time) < day) time += 15 * MINUTE;
        return time;
      };
      const minutes = fc.integer({min: Date.UTC(2024, 0) / MINUTE, max: Date.UTC(2030, 0) / MINUTE});
      fc.assert(
        fc.property(minutes, fc.integer({min: -900, max: 900}), (minute, distance) => {
          const now = minute * MINUTE;
          const day = dayAt(now) + distance;
          const civil = new Date(day * DAY).toISOString().slice(0, 10);
          const instant = instantOf(civil, zone);
          expect(instant, civil).to.equal(beginOf(day));
          const count = (...units: number[]) =>
            (now < instant ? spanOf(units, now, instant, zone) : spanOf(units, instant, now, zone)).map(([, n]) => n);
          expect(count(2), `days, ${civil}`).to.deep.equal([Math.abs(distance)]);
          if (now >= instant)
            expect(count(2, 3), `days and hours since ${civil}`).to.deep.equal([
              Math.abs(distance),
              Math.floor((now - beginOf(dayAt(now))) / HOUR),
            ]);
          else expect(count(2, 3)[0], `days before hours until ${civil}`).to.be.within(distance - 1, distance);
        }),
        {
          numRuns: 300,
          examples: [
            [Date.parse('2027-04-30T12:00Z') / MINUTE, 2],
            [Date.parse('2026-11-27T12:00Z') / MINUTE, -243],
          ],
        },
      );
    });

  it('from the second of two equal hours is not longer by the first', () => {
    const [from, to] = [Date.parse('2027-11-07T06:30Z'), Date.parse('2027-11-07T08:30Z')];
    expect(spanOf([2, 3], from, to, 'America/New_York')).to.deep.equal([
      [2, 0],
      [3, 2],
    ]);
  });
});

describe('an observance', () => {
  const day = {id: 'day', title: 'Day', yearly: '08-09'} as Observance;
  it('is today, next, and was last', () => {
    expect(nextDay(day, '2027-08-09')).to.equal('2027-08-09');
    expect(nextDay(day, '2027-08-10')).to.equal('2028-08-09');
    expect(lastDay(day, '2027-08-09')).to.equal('2026-08-09');
  });

  it('was not before its first year', () => {
    expect(lastDay({...day, since: 2027}, '2027-08-09')).to.equal(undefined);
  });

  it('of 29 February comes in leap years alone', () => {
    expect(nextDay({...day, yearly: '02-29'}, '2026-11-22')).to.equal('2028-02-29');
    expect(nextDay({...day, yearly: '02-29'}, '2096-03-01')).to.equal('2104-02-29');
  });

  it('with dates of its own has these, and none when they are over', () => {
    const dated = {id: 'd', title: 'D', dates: ['2028-01-01', '2027-02-07']} as Observance;
    expect(nextDay(dated, '2026-11-22')).to.equal('2027-02-07');
    expect(nextDay(dated, '2028-01-02')).to.equal(undefined);
  });

  it('that comes first is found by each zone’s own day', () => {
    const items = [day, {...day, id: 'other', yearly: '05-21'}];
    expect(nextObservance(items, () => '2026-11-22')?.observance.id).to.equal('other');
    expect(nextObservance(items, () => '2027-05-22')?.day).to.equal('2027-08-09');
    expect(nextObservance([], () => '2027-05-22')).to.equal(undefined);
  });
});
