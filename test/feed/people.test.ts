import {expect} from '@open-wc/testing';
import {daysWithoutContact, statusOn, type Incident, type Person} from '../../src/feed/sections/people.js';

const source = {name: 'Test'};
const person = (...incidents: [Incident['what'], string, string?][]): Person => ({
  id: 'jane-example',
  name: 'Jane Example',
  consent: 'public',
  incidents: incidents.map(([what, date, until]) => ({what, date, ...(until ? {until} : {}), source})),
  checkedAt: '2026-03-01',
});

describe('where a person is', () => {
  const today = '2026-03-20';

  it('is what the last incident says, in whatever order they stand', () => {
    expect(statusOn(person(['detained', '2020-09-07']), today)).to.equal('held');
    expect(statusOn(person(['released', '2025-12-13'], ['detained', '2020-09-07']), today)).to.equal('released');
    expect(statusOn(person(['detained', '2023'], ['exchanged', '2024-08-01']), today)).to.equal('exchanged');
    expect(statusOn(person(['detained', '2021-07'], ['died', '2023-01-09']), today)).to.equal('died');
    expect(statusOn(person(['released', '2025-09-11'], ['detained', '2025-09-11']), today)).to.equal('held');
  });

  it('is not changed by a sentence or by silence', () => {
    expect(statusOn(person(['detained', '2020'], ['sentenced', '2021'], ['no-contact', '2023']), today)).to.equal(
      'held',
    );
  });

  it('is not known before anything happened', () => {
    expect(statusOn(person(['sentenced', '2021']), today)).to.equal('unknown');
    expect(statusOn(person(['detained', '2026-03-21']), today)).to.equal('unknown');
  });

  it('is not known where nobody has looked for half a year, unless it is past', () => {
    expect(statusOn(person(['detained', '2020-09-07']), '2026-08-28')).to.equal('held');
    expect(statusOn(person(['detained', '2020-09-07']), '2026-08-29')).to.equal('unknown');
    expect(statusOn({...person(['detained', '2020-09-07']), checkedAt: undefined}, today)).to.equal('unknown');
    expect(statusOn(person(['released', '2025-12-13']), '2030-01-01')).to.equal('released');
  });
});

describe('days without contact', () => {
  const today = '2026-03-20';

  it('are counted while the person is held', () => {
    expect(daysWithoutContact(person(['detained', '2020'], ['no-contact', '2026-03-10']), today)).to.equal(10);
  });

  it('are not counted once there was contact, or the person is held no more', () => {
    expect(daysWithoutContact(person(['detained', '2020'], ['no-contact', '2023-02-09', '2024-11']), today)).to.equal(
      undefined,
    );
    expect(
      daysWithoutContact(person(['detained', '2020'], ['no-contact', '2023-02-09'], ['released', '2025-12-13']), today),
    ).to.equal(undefined);
  });

  it('are not counted from a month', () => {
    expect(daysWithoutContact(person(['detained', '2020'], ['no-contact', '2023-02']), today)).to.equal(undefined);
  });
});
