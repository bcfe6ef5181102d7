import {DAYS, ID, LANG, LINK, TEXT} from '../fields.js';
import {daysBetween} from '../dates.js';
import type {Infer} from '../schema.js';
import {type Section} from '../section.js';
import {lastDay, nextDay, type Observance} from './observances.js';

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
  /** Languages in which no native speaker has reviewed the slogan yet. */
  'unreviewed?': [LANG],
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
};

/** A campaign on a day. */
export interface CampaignDay {
  readonly campaign: Campaign;
  readonly phase?: Phase;
  /** The day of its observance that the phase is counted from. */
  readonly day?: string;
}

/** A campaign today; `rank` is the lower the more it is the one to show. */
const onDay = (
  campaign: Campaign,
  observances: readonly Observance[],
  todayIn: (zone: string | undefined) => string,
): CampaignDay & {readonly rank: number} => {
  const observance = observances.find(({id}) => id === campaign.observance);
  const today = todayIn(observance?.zone);
  const days = observance ? [nextDay(observance, today), lastDay(observance, today)] : [];
  for (const day of days) {
    const distance = day ? daysBetween(day, today) : NaN;
    const phase = campaign.phases?.find(({from, until}) => from <= distance && distance <= until);
    if (phase) return {campaign, phase, day, rank: Math.abs(distance)};
  }
  // After all that are in a phase: no phase is as far as this from its day.
  return {campaign, rank: 1e6 + (days[0] ? daysBetween(today, days[0]) : 1e6)};
};

/**
 * The campaign to show: the one that is in a phase, and whose day is nearest; else the one whose day comes next; else the
 * first. Undefined where there is none.
 */
export const currentCampaign = (
  campaigns: readonly Campaign[],
  observances: readonly Observance[],
  todayIn: (zone: string | undefined) => string,
): CampaignDay | undefined =>
  campaigns
    .map((campaign) => onDay(campaign, observances, todayIn))
    .reduce<(CampaignDay & {readonly rank: number}) | undefined>(
      (best, one) => (best && best.rank <= one.rank ? best : one),
      undefined,
    );
