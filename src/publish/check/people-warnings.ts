import type {Feed} from '../../feed/parse-feed.js';
import {statusOn, type Incident, type Person} from '../../feed/sections/people.js';
import type {Finding} from './advice.js';
import {LOOK, looked} from './looked.js';

/** What ends a time in custody. */
const FREED: readonly string[] = ['released', 'exchanged', 'exiled', 'died'];

/** Whether one date is surely later than another, each as precise as it is known: 2023-05 is not surely after 2023. */
const after = (later: string, earlier: string) => {
  const known = Math.min(later.length, earlier.length);
  return later.slice(0, known) > earlier.slice(0, known);
};

/** A person of whom the last that is known is that they were detained. */
const detained = ({incidents}: Person) => {
  const last = incidents
    .filter(({what}) => what === 'detained' || FREED.includes(what))
    .reduce<Incident | undefined>((latest, next) => (latest && latest.date > next.date ? latest : next), undefined);
  return last?.what === 'detained';
};

/** A held person, of whom nobody can say for how long this has been known. */
const unsure = (person: Person, at: string, today: string): Finding[] => {
  const {id, checkedAt} = person;
  if (!detained(person)) return [];
  const age = looked(checkedAt, today);
  if (statusOn(person, today) === 'unknown')
    return [
      {
        at,
        what: `${id} is shown as “unknown”: detained as far as is known, and ${age}.`,
        mend: 'Find out whether the person is still held. Add what happened since, and set checkedAt.',
      },
    ];
  return age
    ? [
        {
          at: `${at}/checkedAt`,
          what: `${id} ${age}; a held person not checked for 180 days is shown as “unknown”.`,
          mend: LOOK,
        },
      ]
    : [];
};

const contact = ({id, incidents}: Person, at: string): Finding[] =>
  incidents.flatMap(({what, date, until}, i) => {
    const freed = incidents.find((other) => FREED.includes(other.what) && other.date >= date);
    return what === 'no-contact' && !until && freed
      ? [
          {
            at: `${at}/incidents/${i}`,
            what: `${id} has been without contact since ${date} without an end, but ${freed.what} on ${freed.date}.`,
            mend: `Add "until": "${freed.date}", or the day on which contact came back.`,
          },
        ]
      : [];
  });

const again = ({id, incidents}: Person, at: string): Finding[] =>
  incidents.flatMap(({what, date}, i) => {
    const released = incidents.find((other) => other.what === 'released' && after(date, other.date));
    return what === 'detained' && released
      ? [
          {
            at: `${at}/incidents/${i}`,
            what: `${id} was detained on ${date}, after the release of ${released.date}.`,
            mend: 'Verify that the person was detained again, and that the dates are not mixed up.',
          },
        ]
      : [];
  });

/** What should be looked at in what the feed says of persons. */
export const peopleWarnings = ({people}: Feed, today: string): Finding[] =>
  people.flatMap((person, i) => [unsure, contact, again].flatMap((look) => look(person, `/people/${i}`, today)));
