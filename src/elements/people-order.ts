import {PERSON_STATUSES, statusIncidents, statusOn, type Person, type PersonStatus} from '../feed/sections/people.js';

/** The persons of some states (all where none is named), held ones first, and in each state the newest first. */
export const orderedPeople = (people: readonly Person[], status: string | undefined, today: string): Person[] => {
  const wanted = status?.split(/\s+/).filter((name) => PERSON_STATUSES.includes(name as PersonStatus));
  return people
    .map((person) => ({
      person,
      status: statusOn(person, today),
      date: statusIncidents(person, today).at(-1)?.date ?? '',
    }))
    .filter((entry) => !wanted?.[0] || wanted.includes(entry.status))
    .sort((a, b) => rankOf(a.status) - rankOf(b.status) || (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .map(({person}) => person);
};

/** Held first, then those of whom it is not known, then those who are free, and last those who died. */
const rankOf = (status: PersonStatus) => (status === 'held' ? 0 : status === 'unknown' ? 1 : status === 'died' ? 3 : 2);
