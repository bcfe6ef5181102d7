import {groupLoaders, loaders} from '../i18n/cldr/index.js';
import {setLocaleLoader} from '../i18n/load-locale.js';
import {setModuleLoader} from '../store/lazy-modules.js';

/* For bundlers: each locale, and each module that few pages need, is a chunk of its own, loaded when it is needed. */

const modules: Readonly<Record<string, () => Promise<unknown>>> = {
  envelope: () => import('../feed/envelope.js'),
  'events-browse': () => import('../elements/events-browse.js'),
  'event-calendar': () => import('../elements/event-calendar.js'),
  'photo-viewer': () => import('../elements/photo-viewer.js'),
  'history-chart': () => import('../elements/history-chart.js'),
  'count-up': () => import('../elements/count-up.js'),
};

setLocaleLoader(Object.keys(loaders), (name) => (loaders[name] ?? groupLoaders[name]!)());
setModuleLoader((name) => modules[name]!());
