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
