import {setLocaleLoader, type LocaleLoader} from '../i18n/load-locale.js';
import {configure, feedStore} from '../store/feed-store.js';
import {setModuleLoader, type ModuleLoader} from '../store/lazy-modules.js';
import type {StartedRequest} from '../store/start-request.js';
import type {ScriptOptions} from './script.js';

/* What the script needs of the chunk that all elements share. The counter is in it: nearly every page has one. */

export {SolidarityCounter} from '../elements/solidarity-counter.js';
export {configure};

/** Takes over the options of the script, and the requests that it has started, when this chunk is loaded. */
export const takeOver = (
  loadModule: ModuleLoader,
  localeTags: readonly string[],
  loadLocale: LocaleLoader,
  runs: readonly ScriptOptions[],
  requests: Map<string, StartedRequest>,
) => {
  setModuleLoader(loadModule);
  setLocaleLoader(localeTags, loadLocale);
  runs.forEach(configure);
  requests.forEach((request, url) => feedStore.adopt(url, request));
  requests.clear();
};
