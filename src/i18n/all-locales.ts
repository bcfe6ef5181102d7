import {loaders} from './cldr/index.js';
import {setLocales} from './localize.js';

/* For bundlers: every locale, each a chunk of its own that is loaded when an element speaks it. */
setLocales(loaders);
