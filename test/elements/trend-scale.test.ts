import {expect} from '@open-wc/testing';
import {areJoined, isGap, shareOf, ticksTo, yearsOf} from '../../src/elements/trend-scale.js';

describe('the scales of a chart', () => {
  for (const [max, ticks] of [
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [180, [0, 50, 100, 150, 200]],
    [1500, [0, 500, 1000, 1500]],
    [4339, [0, 2000, 4000, 6000]],
    [99_999, [0, 50_000, 100_000]],
  ] as const)
    it(`has the ticks ${ticks.join(', ')} to ${max}`, () => {
      expect(ticksTo(max)).to.deep.equal(ticks);
    });

  it('has whole ticks, few, up to the highest number', () => {
    for (let max = 1; max < 3000; max++) {
      const ticks = ticksTo(max);
      expect(ticks.every(Number.isInteger), String(max)).to.equal(true);
      expect(ticks.length).to.be.within(2, 5);
      expect(ticks.at(-1)).to.be.at.least(max);
      expect(ticks.at(-2)).to.be.below(max);
    }
  });

  it('joins counts up to half a year apart, and not those of one day', () => {
    expect(areJoined('2026-01-01', '2026-01-01')).to.equal(false);
    expect(areJoined('2026-01-01', '2026-01-02')).to.equal(true);
    expect(areJoined('2026-01-01', '2026-07-04')).to.equal(true);
    expect(areJoined('2026-01-01', '2026-07-05')).to.equal(false);
    expect(isGap('2026-01-01', '2026-07-05')).to.equal(true);
    expect(isGap('2026-01-01', '2026-01-01')).to.equal(false);
  });

  it('places a date by its days', () => {
    expect(shareOf('2026-01-02', '2026-01-01', '2026-01-05')).to.equal(0.25);
    expect(shareOf('2026-01-01', '2026-01-01', '2026-01-01')).to.equal(0);
  });

  it('labels years of which more than half is shown, at most six', () => {
    const labels = (first: string, last: string) =>
      yearsOf(first, last).flatMap(({year, label}) => (label === undefined ? [] : [year]));
    expect(labels('2020-12-31', '2026-03-19')).to.deep.equal(['2021', '2022', '2023', '2024', '2025']);
    expect(labels('2025-09-29', '2026-03-05')).to.deep.equal([]);
    expect(labels('2012-01-01', '2026-12-31')).to.deep.equal(['2012', '2015', '2018', '2021', '2024']);
    expect(yearsOf('2025-12-31', '2026-12-31').map(({start}) => start)).to.deep.equal([undefined, 1 / 365]);
  });
});
