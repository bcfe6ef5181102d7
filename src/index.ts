/** The pure door: classes and types. Importing it registers nothing. */
import './i18n/all-locales.js';

export {SolidarityBanner, SolidarityBannerDismissedEvent} from './elements/solidarity-banner.js';
export {SolidarityCountdown} from './elements/solidarity-countdown.js';
export {SolidarityCounter} from './elements/solidarity-counter.js';
export {SolidarityElement, SolidarityErrorEvent, type State} from './elements/solidarity-element.js';
export {SolidarityWays, SolidarityWaysFilteredEvent} from './elements/solidarity-ways.js';
export {setDefaultSource, type DefaultSource} from './feed/feed-controller.js';
export type {FeedReason} from './feed/feed-error.js';
export {parseFeed, type Feed} from './feed/parse-feed.js';
