import {SolidarityBanner} from '../elements/solidarity-banner.js';
import {SolidarityCountdown} from '../elements/solidarity-countdown.js';
import {SolidarityCounter} from '../elements/solidarity-counter.js';
import {SolidarityWays} from '../elements/solidarity-ways.js';
import {setDefaultSource} from '../feed/feed-controller.js';
import {setLocales} from '../i18n/localize.js';
import {localeLoaders} from './locales.js';
import {sourceOf} from './source.js';

/* All elements in one file, for pages that pin it by `integrity`. English is inside; another language is one chunk. */

const script = document.currentScript as HTMLScriptElement;

setLocales(localeLoaders((file) => import(/* @vite-ignore */ new URL(`chunks/${file}`, script.src).href)));
setDefaultSource(...sourceOf(script));
for (const Class of [SolidarityCounter, SolidarityCountdown, SolidarityBanner, SolidarityWays]) Class.define();
