import {groupLoaders, loaders} from '../i18n/cldr/index.js';
import {setLocaleLoader} from '../i18n/load-locale.js';
import {shapeLoaders} from '../shapes/index.js';
import {setModuleLoader} from '../store/lazy-modules.js';

/* For bundlers: each locale, each map, and each module that few pages need, is a chunk of its own, loaded when it is needed. */

const modules: Readonly<Record<string, () => Promise<unknown>>> = {
  envelope: () => import('../feed/envelope.js'),
  'events-browse': () => import('../elements/events-browse.js'),
  'event-calendar': () => import('../elements/event-calendar.js'),
  'photo-viewer': () => import('../elements/photo-viewer.js'),
  'history-chart': () => import('../elements/history-chart.js'),
  'trend-download': () => import('../elements/trend-download.js'),
  'count-up': () => import('../elements/count-up.js'),
  'map-view': () => import('../elements/map-view.js'),
  'amplify-networks': () => import('../elements/amplify-networks.js'),
  'slogan-board': () => import('../elements/slogan-board.js'),
  'way-template': () => import('../elements/way-template.js'),
};

setLocaleLoader(Object.keys(loaders), (name) => (loaders[name] ?? groupLoaders[name] ?? shapeLoaders[name]!)());
setModuleLoader((name) => modules[name]!());
