import {expect} from '@open-wc/testing';
import {
  daysWithoutContact,
  detentionOf,
  incidentsUntil,
  statusOn,
  type Incident,
  type Person,
} from '../../src/feed/sections/people.js';

const source = {name: 'Test'};
const person = (...incidents: [Incident['what'], string, string?][]): Person => ({
  id: 'jane-example',
  name: 'Jane Example',
  consent: 'public',
  incidents: incidents.map(([what, date, until]) => ({what, date, ...(until ? {until} : {}), source})),
  checkedAt: '2026-03-01',
});

describe('the status of a person', () => {
  const today = '2026-03-20';

  it('is that of the last incident, in any order', () => {
    expect(statusOn(person(['detained', '2020-09-07']), today)).to.equal('held');
    expect(statusOn(person(['released', '2025-12-13'], ['detained', '2020-09-07']), today)).to.equal('released');
    expect(statusOn(person(['detained', '2023'], ['exchanged', '2024-08-01']), today)).to.equal('exchanged');
    expect(statusOn(person(['detained', '2021-07'], ['died', '2023-01-09']), today)).to.equal('died');
    expect(statusOn(person(['released', '2025-09-11'], ['detained', '2025-09-11']), today)).to.equal('held');
  });

  it('is not changed by a sentence or a time without contact', () => {
    expect(statusOn(person(['detained', '2020'], ['sentenced', '2021'], ['no-contact', '2023']), today)).to.equal(
      'held',
    );
  });

  it('is at home, and unknown after a ban has ended', () => {
    expect(statusOn(person(['released', '2025-09-11'], ['home', '2026-02-19']), today)).to.equal('home');
    expect(statusOn(person(['exiled', '2015-02-21', '2018-02']), today)).to.equal('unknown');
    expect(statusOn(person(['exiled', '2015-02-21', '2018-02']), '2018-01-31')).to.equal('exiled');
  });

  it('is not changed by a transfer', () => {
    expect(statusOn(person(['detained', '2020'], ['transferred', '2026-03-01']), today)).to.equal('held');
  });

  it('is unknown before the first incident', () => {
    expect(statusOn(person(['sentenced', '2021']), today)).to.equal('unknown');
    expect(statusOn(person(['detained', '2026-03-21']), today)).to.equal('unknown');
  });

  it('is unknown for a detained person who was not checked for 180 days', () => {
    expect(statusOn(person(['detained', '2020-09-07']), '2026-08-28')).to.equal('held');
    expect(statusOn(person(['detained', '2020-09-07']), '2026-08-29')).to.equal('unknown');
    expect(statusOn({...person(['detained', '2020-09-07']), checkedAt: undefined}, today)).to.equal('unknown');
    expect(statusOn(person(['released', '2025-12-13']), '2030-01-01')).to.equal('released');
  });

  // The dates leave open what was last.
  for (const [incidents, status] of [
    [
      [
        ['detained', '2025-12-03'],
        ['released', '2025-12'],
      ],
      'released',
    ],
    [
      [
        ['released', '2025-12'],
        ['detained', '2025-12-03'],
      ],
      'unknown',
    ],
    [
      [
        ['detained', '2025-12'],
        ['released', '2025-12-20'],
      ],
      'released',
    ],
    [
      [
        ['detained', '2023-05-04'],
        ['released', '2023'],
      ],
      'released',
    ],
    [
      [
        ['released', '2023'],
        ['detained', '2023-05-04'],
      ],
      'unknown',
    ],
    [
      [
        ['released', '2025'],
        ['detained', '2025'],
      ],
      'unknown',
    ],
    [
      [
        ['detained', '2025-11'],
        ['sentenced', '2025'],
        ['released', '2025-12-01'],
      ],
      'released',
    ],
    [
      [
        ['released', '2024-12'],
        ['detained', '2025'],
      ],
      'held',
    ],
  ] as const)
    it(`is ${status} for ${incidents.join('; ')}`, () => {
      const one = person(...(incidents as unknown as [Incident['what'], string][]));
      expect(statusOn(one, today)).to.equal(status);
    });

  it('is unknown once a detention has ended, until the next one', () => {
    const arrested = person(['detained', '2026-01-05', '2026-01-20']);
    expect(statusOn(arrested, '2026-01-19')).to.equal('unknown');
    expect(statusOn({...arrested, checkedAt: '2026-01-10'}, '2026-01-19')).to.equal('held');
    expect(statusOn(arrested, today)).to.equal('unknown');
    const again = person(['detained', '2026-01-05', '2026-01-20'], ['detained', '2026-02-01']);
    expect(statusOn(again, today)).to.equal('held');
    expect(detentionOf(again, today)!.date).to.equal('2026-02-01');
  });

  it('is unknown where the check is in the future, or the feed is out of date', () => {
    const held = person(['detained', '2020-09-07'], ['no-contact', '2026-03-10']);
    expect(statusOn({...held, checkedAt: '2062-03-05'}, today)).to.equal('unknown');
    expect(statusOn({...held, checkedAt: '2026-03-21'}, today)).to.equal('held');
    expect(statusOn(held, today, '2026-03-20T00:00:00Z')).to.equal('held');
    expect(statusOn(held, today, '2026-03-19T23:59:59Z')).to.equal('unknown');
    expect(daysWithoutContact(held, today, '2026-03-19T23:59:59Z')).to.equal(undefined);
  });

  it('has incidents in the order of time, as far as it is known', () => {
    const dates = (...all: string[]) =>
      incidentsUntil(person(...all.map((date): [Incident['what'], string] => ['other', date])), today)
        .map(({date}) => date)
        .join(' ');
    expect(dates('2025-12', '2025-12-03', '2025-11-30', '2025')).to.equal('2025-11-30 2025-12 2025-12-03 2025');
    expect(dates('2023-06-15', '2023-06', '2023-06-01')).to.equal('2023-06-01 2023-06-15 2023-06');
    expect(dates('2024', '2023-06', '2026-03-21')).to.equal('2023-06 2024');
  });
});

describe('days without contact', () => {
  const today = '2026-03-20';

  it('are counted while the person is held', () => {
    expect(daysWithoutContact(person(['detained', '2020'], ['no-contact', '2026-03-10']), today)).to.equal(10);
  });

  it('are not counted after a contact or the end of custody', () => {
    expect(daysWithoutContact(person(['detained', '2020'], ['no-contact', '2023-02-09', '2024-11']), today)).to.equal(
      undefined,
    );
    expect(
      daysWithoutContact(person(['detained', '2020'], ['no-contact', '2023-02-09'], ['released', '2025-12-13']), today),
    ).to.equal(undefined);
  });

  it('are not counted from before the present detention', () => {
    const again = person(
      ['detained', '2020'],
      ['no-contact', '2023-02-09'],
      ['released', '2024'],
      ['detained', '2026-01'],
    );
    expect(daysWithoutContact(again, today)).to.equal(undefined);
    const same = person(['detained', '2026-03-10'], ['no-contact', '2026-03-10']);
    expect(daysWithoutContact(same, today)).to.equal(10);
  });

  it('are counted by date, in any order, and not from the future', () => {
    const listed = person(['no-contact', '2026-03-10'], ['detained', '2020'], ['no-contact', '2023-02-09', '2024']);
    expect(daysWithoutContact(listed, today)).to.equal(10);
    expect(daysWithoutContact(person(['detained', '2020'], ['no-contact', '2026-03-21']), today)).to.equal(undefined);
  });

  it('are not counted from a date that is not precise', () => {
    expect(daysWithoutContact(person(['detained', '2020'], ['no-contact', '2023-02']), today)).to.equal(undefined);
  });
});
