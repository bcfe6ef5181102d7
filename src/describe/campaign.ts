import type {Text} from '../feed/fields.js';
import type {Campaign, Phase} from '../feed/sections/campaigns.js';
import {textPart, type Context, type Part} from './parts.js';

/** What a campaign says on a day. */
export interface CampaignDescription {
  readonly slogan: Part;
  readonly call: Part;
  readonly action?: Part & {readonly url: string};
}

/** The texts of a campaign in a phase, or outside all of them. */
const contentOf = (campaign: Campaign, phase?: Phase) => ({
  slogan: phase?.slogan ?? campaign.slogan,
  call: phase?.call ?? campaign.call,
  action: phase?.action ?? campaign.action,
});

/** The texts of the feed that a campaign shows: they decide its language. */
export const campaignTexts = (campaign: Campaign, phase?: Phase): Text[] => {
  const {slogan, call, action} = contentOf(campaign, phase);
  return [slogan, call, ...(action ? [action.text] : [])];
};

/** Describes a campaign in a phase, or outside all of them. */
export const describeCampaign = (
  campaign: Campaign,
  phase: Phase | undefined,
  context: Pick<Context, 'locale' | 'feedLang'>,
): CampaignDescription => {
  const {slogan, call, action} = contentOf(campaign, phase);
  return {
    slogan: textPart(slogan, context),
    call: textPart(call, context),
    action: action && {...textPart(action.text, context), url: action.url},
  };
};
