import {mayLink, type Linked, type LinkPolicy} from '../feed/links.js';
import type {Organisation} from '../feed/sections/organisations.js';
import {AUDIENCES, CATEGORIES, type Audience, type Way} from '../feed/sections/ways.js';

/* Which ways a page shows, and in which order. */

/** A way, those of its organisations that the feed has, and whether all of them are closed. */
export interface Entry {
  readonly way: Way;
  readonly organisations: readonly Organisation[];
  readonly closed: boolean;
}

/** What a page chooses. */
interface Choice {
  readonly category?: string;
  readonly exclude?: string;
  readonly observance?: string;
}

export const [EVERYONE] = AUDIENCES;

const tokens = (list = '') => list.split(/\s+/);

/**
 * The ways of some categories and of one day, in the feed's order. Military help, the last category, is shown only where
 * `category` names it: it is a crime in Belarus, and not every publisher may carry it elsewhere.
 */
export const entriesOf = (
  ways: readonly Way[],
  organisations: readonly Organisation[],
  {category, exclude, observance}: Choice,
): Entry[] => {
  const included = CATEGORIES.filter((name) => tokens(category).includes(name));
  const isOfDay = ways.some((way) => way.observance === observance);
  return ways
    .filter(
      (way) =>
        (included[0] ? included.includes(way.category) : way.category !== 'military') &&
        !tokens(exclude).includes(way.category) &&
        (!observance || !isOfDay || way.observance === observance),
    )
    .map((way) => {
      const own = (way.organisations ?? []).flatMap(
        (id) => organisations.find((organisation) => organisation.id === id) ?? [],
      );
      return {way, organisations: own, closed: !!own[0] && own.every(({status}) => status === 'closed')};
    });
};

/** Whether a way names an audience. */
export const isFor = ({way}: Entry, audience: Audience) => way.audiences.includes(audience);

/** The ways to show first: in the feed's order those for an audience, then those for everyone; closed ones never. */
export const firstOf = (entries: readonly Entry[], audience: Audience, limit: number) => {
  const rank = (entry: Entry) => (isFor(entry, audience) ? 0 : isFor(entry, EVERYONE) ? 1 : 2);
  const open = entries.filter(({closed}) => !closed);
  return (open[0] ? open : [...entries]).sort((a, b) => rank(a) - rank(b)).slice(0, limit);
};

/** The ways in the order of the categories. */
export const byCategory = (entries: readonly Entry[]) =>
  CATEGORIES.flatMap((category) => entries.filter(({way}) => way.category === category));

const pagesOf = ({way, organisations}: Entry): Linked[] => [way, ...organisations];

/** Whether a link to one of the pages may be shown, and is marked. */
export const hasWarnings = (entries: readonly Entry[], policy: LinkPolicy) =>
  entries.flatMap(pagesOf).some((to) => mayLink(to, policy) && to.designatedIn?.[0]);

/** Whether the policy hides a link. */
export const hidesLinks = (entries: readonly Entry[], policy: LinkPolicy) =>
  entries.flatMap(pagesOf).some((to) => mayLink(to, 'all') && !mayLink(to, policy));

/** Whether nobody has checked an organisation, or a page, that is shown. */
export const hasUnchecked = (entries: readonly Entry[]) =>
  entries.some(
    ({way, organisations}) =>
      (way.url && !way.checkedAt) || organisations.some(({status, checkedAt}) => !checkedAt && status !== 'closed'),
  );
