import type {Context} from './parts.js';
import {PERSON_STATUSES, statusIncidents, statusOn, type Person, type PersonStatus} from '../feed/sections/people.js';

/** Held first, then those who may still be held, then those who are free, and last those who died. */
const rankOf = (person: Person, status: PersonStatus, today: string) => {
  if (status === 'held') return 0;
  if (status === 'died') return 3;
  return statusIncidents(person, today).at(-1)?.what === 'detained' ? 1 : 2;
};

/** The persons of some states (all where none is named) in their order, in each rank the newest first. */
export const orderedPeople = (
  people: readonly Person[],
  status: string | undefined,
  {today, expires}: Pick<Context, 'today' | 'expires'>,
): Person[] => {
  const wanted = status?.split(/\s+/).filter((name) => PERSON_STATUSES.includes(name as PersonStatus));
  return people
    .map((person) => {
      const status = statusOn(person, today, expires);
      const date = statusIncidents(person, today).at(-1)?.date ?? '';
      return {person, status, date, rank: rankOf(person, status, today)};
    })
    .filter((entry) => !wanted?.[0] || wanted.includes(entry.status))
    .sort((a, b) => a.rank - b.rank || (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .map(({person}) => person);
};
