import {countUp} from '../elements/count-up.js';
import {saveEvent} from '../elements/event-calendar.js';
import {browse} from '../elements/events-browse.js';
import {PhotoViewer} from '../elements/photo-viewer.js';
import {MapView} from '../elements/map-view.js';
import {changeOf, describeHistory, peakOf, pointsOf, renderTrend, svg} from '../elements/history-chart.js';
import {download} from '../elements/trend-download.js';
import {renderNetworks} from '../elements/amplify-networks.js';
import {ELEMENTS} from '../elements/index.js';
import {renderSlogans, SloganBoard} from '../elements/slogan-board.js';
import {renderTemplate} from '../elements/way-template.js';
import {openAny} from '../feed/envelope.js';
import {setLocaleLoader} from '../i18n/load-locale.js';
import {configure} from '../store/feed-store.js';
import {setModuleLoader} from '../store/lazy-modules.js';
import {fetchLocale, localeTags} from './locales.js';
import {run} from './script.js';
import {upgrade} from './upgrade.js';

/* All elements in one file, for pages that pin it by `integrity`. English is inside; other locales are pinned data. */

/** The SHA-256 of each locale file, in the order of `localeTags`, in base64. Set by the build. */
declare const LOCALE_DIGESTS: string;
/** The names of the files with the shapes of maps, each before its SHA-256. Set by the build. */
declare const SHAPES: string;

run(/^[^?#]*\/solidarity\.all[^/?#]*(?![^?#])/, (base, runs) => {
  const digests = LOCALE_DIGESTS.split(' ');
  setLocaleLoader(localeTags, async (name) => {
    const shapes = SHAPES.split(' ');
    if (shapes.includes(name)) return fetchLocale(base, name, `sha256-${shapes[shapes.indexOf(name) + 1]!}`);
    // A group of messages is in the file of its locale.
    const [tag, group] = name.split('.') as [string, string?];
    return group ? {tag} : fetchLocale(base, `${tag}.all`, `sha256-${digests[localeTags.indexOf(tag)]!}`);
  });
  // No module needs to be loaded: all are here.
  setModuleLoader(() =>
    Promise.resolve({
      openAny,
      changeOf,
      describeHistory,
      peakOf,
      pointsOf,
      renderTrend,
      svg,
      countUp,
      browse,
      saveEvent,
      PhotoViewer,
      MapView,
      download,
      renderNetworks,
      renderSlogans,
      SloganBoard,
      renderTemplate,
    }),
  );
  runs.forEach(configure);
  for (const element of ELEMENTS) element.define();
  upgrade(base);
  return (later) => later.forEach(configure);
});
