import {chosenWays} from '../feed/chosen-ways.js';
import type {Organisation} from '../feed/sections/organisations.js';
import {AUDIENCES, type Audience, type Way} from '../feed/sections/ways.js';

/* Which ways a page shows, and in which order. */

/** A way, those of its organisations that the feed has, and whether all of them are closed. */
export interface Entry {
  readonly way: Way;
  readonly organisations: readonly Organisation[];
  readonly closed: boolean;
}

export const [EVERYONE] = AUDIENCES;

/** The ways that a page wants, in the feed's order. */
export const entriesOf = (
  ways: readonly Way[],
  organisations: readonly Organisation[],
  category?: string,
  exclude?: string,
): Entry[] =>
  chosenWays(ways, category, exclude).map((way) => {
    const own = (way.organisations ?? []).flatMap(
      (id) => organisations.find((organisation) => organisation.id === id) ?? [],
    );
    return {
      way,
      organisations: own,
      closed: !!own[0] && own.every(({status}) => status === 'closed'),
    };
  });

/** Whether a way names an audience. */
export const isFor = ({way}: Entry, audience: Audience) => way.audiences.includes(audience);

/** The open ways, in the feed's order: those for an audience, then those for everyone, then the others. */
export const openFor = (entries: readonly Entry[], audience: Audience) => {
  const rank = (entry: Entry) => (isFor(entry, audience) ? 0 : isFor(entry, EVERYONE) ? 1 : 2);
  return entries.filter(({closed}) => !closed).sort((a, b) => rank(a) - rank(b));
};

/** The ways for an audience, the other ones, and the closed ones. */
export const groupsOf = (entries: readonly Entry[], audience: Audience) =>
  [0, 1, 2].map((group) =>
    entries.filter((entry) => group === (entry.closed ? 2 : isFor(entry, audience) ? 0 : 1)),
  ) as [own: Entry[], others: Entry[], closed: Entry[]];
