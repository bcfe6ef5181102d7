import {expect} from '@open-wc/testing';
import {currentCampaign, type Campaign} from '../../src/feed/sections/campaigns.js';
import type {Observance} from '../../src/feed/sections/observances.js';

const phases = [
  {id: 'teaser', from: -14, until: -1},
  {id: 'day', from: 0, until: 0},
  {id: 'thanks', from: 1, until: 7},
];
const observances: Observance[] = [
  {id: 'ninth', title: 'Ninth', yearly: '08-09'},
  {id: 'fourth', title: 'Fourth', yearly: '08-04', zone: 'Pacific/Auckland'},
  {id: 'past', title: 'Past', dates: ['2020-01-01']},
];
const campaign = (id: string, observance?: string): Campaign => ({id, slogan: id, call: id, observance, phases});
const [ninth, fourth, past, bare] = [
  campaign('ninth', 'ninth'),
  campaign('fourth', 'fourth'),
  campaign('past', 'past'),
  campaign('bare'),
];

/** Id, phase and day of the campaign to show. */
const shown = (campaigns: Campaign[], today: string) => {
  const found = currentCampaign(campaigns, observances, () => today);
  return found && [found.campaign.id, found.phase?.id, found.day];
};

describe('the campaign to show', () => {
  for (const [today, ...expected] of [
    ['2027-07-20', 'fourth', undefined, undefined],
    ['2027-07-21', 'fourth', 'teaser', '2027-08-04'],
    // Both are in a phase: the nearer day is shown.
    ['2027-08-03', 'fourth', 'teaser', '2027-08-04'],
    ['2027-08-04', 'fourth', 'day', '2027-08-04'],
    ['2027-08-06', 'fourth', 'thanks', '2027-08-04'],
    ['2027-08-07', 'ninth', 'teaser', '2027-08-09'],
    ['2027-08-09', 'ninth', 'day', '2027-08-09'],
    ['2027-08-11', 'ninth', 'thanks', '2027-08-09'],
    ['2027-08-16', 'ninth', 'thanks', '2027-08-09'],
    ['2027-08-17', 'fourth', undefined, undefined],
    ['2027-11-26', 'fourth', undefined, undefined],
  ] as const)
    it(`is ${expected.filter(Boolean).join(', ')} on ${today}`, () => {
      for (const campaigns of [
        [ninth, fourth],
        [bare, past, fourth, ninth],
      ])
        expect(shown(campaigns, today)).to.deep.equal(expected);
    });

  it('is the first where no day is to come, and none where there is none', () => {
    expect(shown([past, bare], '2027-08-09')).to.deep.equal(['past', undefined, undefined]);
    expect(shown([bare, past], '2027-08-09')).to.deep.equal(['bare', undefined, undefined]);
    expect(shown([campaign('lost', 'nowhere')], '2027-08-09')).to.deep.equal(['lost', undefined, undefined]);
    expect(shown([], '2027-08-09')).to.equal(undefined);
  });

  it('counts each day in its own zone', () => {
    const zones: (string | undefined)[] = [];
    currentCampaign([ninth, fourth], observances, (zone) => {
      zones.push(zone);
      return '2027-08-04';
    });
    expect(zones).to.deep.equal([undefined, 'Pacific/Auckland']);
  });
});
