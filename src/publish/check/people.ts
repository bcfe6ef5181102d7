import {statusOn, type Incident, type Person} from '../../feed/sections/people.js';
import type {CheckContext} from './check.js';
import {found, RECHECK_FIX, stalenessOf, type Finding} from './findings.js';

/** Incidents that end a time in custody. */
const ENDS_CUSTODY: readonly string[] = ['released', 'exchanged', 'exiled', 'home', 'died'];

/** Whether one date is certainly later than another, at the precision of both: 2023-05 is not certainly after 2023. */
const isAfter = (later: string, earlier: string) => {
  const precision = Math.min(later.length, earlier.length);
  return later.slice(0, precision) > earlier.slice(0, precision);
};

/** Whether the last known incident of a person is a detention. */
const isDetained = ({incidents}: Person) => {
  const last = incidents
    .filter(({what}) => what === 'detained' || ENDS_CUSTODY.includes(what))
    .reduce<Incident | undefined>((latest, next) => (latest && latest.date > next.date ? latest : next), undefined);
  return last?.what === 'detained';
};

/** A detained person whose status was not checked recently. */
const uncheckedStatus = (person: Person, pointer: string, today: string): Finding[] => {
  const {id, checkedAt} = person;
  const staleness = stalenessOf(checkedAt, today);
  if (!isDetained(person) || !staleness) return [];
  return statusOn(person, today) === 'unknown'
    ? [
        found(
          'status-unknown',
          pointer,
          `${id} is shown as “unknown”: the last incident is a detention, and the entry ${staleness}.`,
          'Find out whether the person is still held. Add what happened since, and set checkedAt.',
          {checkedAt},
        ),
      ]
    : [
        found(
          'person-not-checked',
          `${pointer}/checkedAt`,
          `${id} ${staleness}. A held person who was not checked for 180 days is shown as “unknown”.`,
          RECHECK_FIX,
          {checkedAt},
        ),
      ];
};

/** A time without contact that does not end with the release. */
const openContact = ({id, incidents}: Person, pointer: string): Finding[] =>
  incidents.flatMap(({what, date, until}, i) => {
    const end = incidents.find((other) => ENDS_CUSTODY.includes(other.what) && other.date >= date);
    if (what !== 'no-contact' || until || !end) return [];
    const message = `${id} is without contact since ${date}, with no end, but was ${end.what === 'home' ? 'at home' : end.what} on ${end.date}.`;
    const fix = `Add "until": "${end.date}", or the day of the first contact.`;
    return [found('open-contact', `${pointer}/incidents/${i}`, message, fix, {date, end: end.date})];
  });

const repeatedDetention = ({id, incidents}: Person, pointer: string): Finding[] =>
  incidents.flatMap(({what, date}, i) => {
    const release = incidents.find((other) => other.what === 'released' && isAfter(date, other.date));
    if (what !== 'detained' || !release) return [];
    const message = `${id} was detained on ${date}, after the release of ${release.date}.`;
    const fix = 'Verify that the person was detained again, and that the dates are not swapped.';
    return [found('detained-after-release', `${pointer}/incidents/${i}`, message, fix, {date, release: release.date})];
  });

/** Entries of persons that may be out of date or wrong. */
export const peopleFindings = ({feed: {people}, today}: CheckContext): Finding[] =>
  people.flatMap((person, i) =>
    [uncheckedStatus, openContact, repeatedDetention].flatMap((find) => find(person, `/people/${i}`, today)),
  );
