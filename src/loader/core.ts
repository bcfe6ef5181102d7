/** What the script tag needs of the chunk that all elements share; the counter rides in it, as nearly every page has one. */
export {SolidarityCounter} from '../elements/solidarity-counter.js';
export {setDefaultSource} from '../feed/feed-controller.js';
export {adoptRequest} from '../feed/fetch-feed.js';
export {setLocales} from '../i18n/localize.js';
