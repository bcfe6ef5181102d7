import {loaders} from './cldr/index.js';
import {setLocaleLoader} from './load-locale.js';

/* For bundlers: every locale is a chunk of its own, loaded when an element needs it. */
setLocaleLoader(Object.keys(loaders), (tag) => loaders[tag]!());
