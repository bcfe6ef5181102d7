/** The pure door: classes and types. Importing it registers nothing. */
import './i18n/all-locales.js';
export {SolidarityCounter} from './elements/solidarity-counter.js';
export {SolidarityElement, SolidarityErrorEvent, type State} from './elements/solidarity-element.js';
export {setDefaultSource} from './feed/feed-controller.js';
export {parseFeed, type Feed} from './feed/parse-feed.js';
