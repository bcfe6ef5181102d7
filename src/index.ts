/** Entry point for bundlers: classes and types. Importing it registers nothing. */
import './define/lazy.js';

export {SolidarityBanner, SolidarityBannerDismissedEvent} from './elements/solidarity-banner.js';
export {SolidarityCountdown} from './elements/solidarity-countdown.js';
export {SolidarityCounter} from './elements/solidarity-counter.js';
export {SolidarityElement, SolidarityErrorEvent, type State} from './elements/solidarity-element.js';
export {SolidarityWays, SolidarityWaysFilteredEvent} from './elements/solidarity-ways.js';
export type {FeedReason} from './feed/feed-error.js';
export {parseFeed, type Feed} from './feed/parse-feed.js';
export {configure, type StoreOptions} from './store/feed-store.js';
