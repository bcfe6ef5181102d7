/** Entry point for bundlers: classes and types. Importing it registers nothing. */
import './define/lazy.js';

export * from './elements/index.js';
export {SolidarityElement, SolidarityErrorEvent, type State} from './elements/solidarity-element.js';
export type {FeedReason} from './feed/feed-error.js';
export {parseFeed, type Feed} from './feed/parse-feed.js';
export {configure, type StoreOptions} from './store/feed-store.js';
