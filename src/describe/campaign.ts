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

/** Describes a campaign in a phase, or outside all of them; `quiet`: without an exclamation mark at the end. */
export const describeCampaign = (
  campaign: Campaign,
  phase: Phase | undefined,
  context: Pick<Context, 'locale' | 'feedLang'>,
  quiet = false,
): CampaignDescription => {
  const {slogan, call, action} = contentOf(campaign, phase);
  const part = (text: Text): Part => {
    const whole = textPart(text, context);
    return quiet ? {...whole, text: whole.text.replace(/^¡|\s*!+$/g, '')} : whole;
  };
  return {
    slogan: part(slogan),
    call: part(call),
    action: action && {...part(action.text), url: action.url},
  };
};
