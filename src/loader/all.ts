import {countUp} from '../elements/count-up.js';
import {changeOf, renderTrend} from '../elements/history-chart.js';
import {ELEMENTS} from '../elements/index.js';
import {openEnvelope} from '../feed/envelope.js';
import {setLocaleLoader} from '../i18n/load-locale.js';
import {configure} from '../store/feed-store.js';
import {setModuleLoader} from '../store/lazy-modules.js';
import {localeLoader, localeTags} from './locales.js';
import {findScript, isFirstRun} from './script.js';

/* All elements in one file, for pages that pin it by `integrity`. English is inside; other locales are pinned data. */

/** The SHA-256 of each locale file, by tag. Set by the build. */
declare const LOCALE_INTEGRITY: Readonly<Record<string, string>>;

const script = findScript(/\/solidarity\.all[^/]*$/);

if (script && isFirstRun(script, configure)) {
  setLocaleLoader(localeTags, localeLoader(script.base, LOCALE_INTEGRITY));
  // No module is loaded: all are at hand.
  setModuleLoader(() => Promise.resolve({openEnvelope, changeOf, renderTrend, countUp}));
  configure(script.options);
  for (const element of ELEMENTS) element.define();
}
