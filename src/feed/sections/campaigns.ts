import {DAYS, ID, LINK, TEXT} from '../fields.js';
import {daysBetween} from '../dates.js';
import type {Infer} from '../schema.js';
import {assertUniqueIds, type Section} from '../section.js';

const action = {text: TEXT, url: LINK} as const;

const phase = {
  /** `teaser`, `day`, `thanks`, or the campaign's own. */
  id: ID,
  /** First and last day, counted from the observance's day: -14 to -1 is the fortnight before it. */
  from: DAYS,
  until: DAYS,
  'slogan?': TEXT,
  'call?': TEXT,
  'action?': action,
} as const;

const campaign = {
  id: ID,
  slogan: TEXT,
  call: TEXT,
  'action?': action,
  /** The observance that the phases are counted from. */
  'observance?': ID,
  'phases?': [phase],
  /** The key under which a dismissal is stored; a new key shows the banner again. Default: the id. */
  'dismissKey?': ID,
} as const;

export type Campaign = Infer<typeof campaign>;
export type Phase = Infer<typeof phase>;

export const campaigns: Section<readonly [typeof campaign]> = {
  name: 'campaigns',
  schema: [campaign],
  refine: (items, _, path) => assertUniqueIds(items, path),
};

/** The phase that a campaign is in on `today`, and the one of the given days that it is counted from, if any. */
export const phaseOn = (
  {phases = []}: Campaign,
  days: readonly (string | undefined)[],
  today: string,
): {phase?: Phase; day?: string} => {
  for (const day of days) {
    const distance = day ? daysBetween(day, today) : NaN;
    const phase = phases.find(({from, until}) => from <= distance && distance <= until);
    if (phase) return {phase, day};
  }
  return {phase: undefined, day: undefined};
};
