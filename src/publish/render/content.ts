import {describeCampaign} from '../../describe/campaign.js';
import {describeObservance} from '../../describe/countdown.js';
import type {Campaign} from '../../feed/sections/campaigns.js';
import type {Next} from '../../feed/sections/observances.js';
import {linkHtml, partHtml, partsHtml} from './html.js';
import {figureHtml, messageHtml, sloganHtml, trendHtml} from './html-figures.js';
import {eventsHtml, peopleHtml, photosHtml, townsHtml} from './html-lists.js';
import {waysHtml} from './html-ways.js';
import {contextOf, type RenderOptions} from './options.js';
import type {Shown} from './shown.js';

/** An observance and a day of it. */
const observanceHtml = (next: Next, options: RenderOptions): string =>
  partsHtml(describeObservance(next, contextOf(options)), options);

/** Slogan, call and action of a campaign outside its phases: they stay true when a phase is over. */
const campaignHtml = (campaign: Campaign, options: RenderOptions): string[] => {
  const {slogan, call, action} = describeCampaign(campaign, undefined, contextOf(options));
  const words = action && partHtml(action, options);
  return [
    `<strong>${partHtml(slogan, options)}</strong>`,
    partHtml(call, options),
    // The feed does not say whether the action's page is banned, so it is linked only with the policy `all`.
    ...(action && words ? [options.links === 'all' ? linkHtml(action.url, words) : words] : []),
  ];
};

/** What an element shows, in words: lines, and a list below them. */
export interface Content {
  readonly lines: readonly string[];
  readonly items?: readonly string[];
}

/** The content of an element, which is true without JavaScript, and stays true: each number and each day has its date. */
export const contentOf = (shown: Shown, options: RenderOptions): Content => {
  switch (shown.widget) {
    case 'counter':
      return {lines: [figureHtml(shown.figure, options)]};
    case 'countdown':
      return {lines: [observanceHtml(shown.next, options)]};
    case 'banner':
      return {lines: campaignHtml(shown.campaign, options)};
    case 'ways':
      return waysHtml(shown.feed, options);
    case 'trend':
      return {lines: trendHtml(shown.figures, options)};
    case 'people':
      return {lines: [], items: peopleHtml(shown.people, options)};
    case 'events':
      return eventsHtml(shown.entries, shown.feed, options);
    case 'map':
      return {lines: [], items: townsHtml(shown.towns, options)};
    case 'photos':
      return photosHtml(shown.photos, shown.feed, options);
    case 'amplify': {
      if ('message' in shown) return {lines: messageHtml(shown.message, shown.figures, options)};
      const {lines, items} = sloganHtml(shown.campaign, shown.isList, options);
      return {lines: [...lines, ...(shown.figure ? [figureHtml(shown.figure, options)] : [])], items};
    }
  }
};
