/** What the script needs of the chunk that all elements share. The counter is in it, as nearly every page has one. */
export {SolidarityCounter} from '../elements/solidarity-counter.js';
export {setLocaleLoader} from '../i18n/load-locale.js';
export {feedStore} from '../store/feed-store.js';
export {setModuleLoader} from '../store/lazy-modules.js';
