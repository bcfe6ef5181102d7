import {SolidarityAmplify} from './solidarity-amplify.js';
import {SolidarityBanner} from './solidarity-banner.js';
import {SolidarityCountdown} from './solidarity-countdown.js';
import {SolidarityCounter} from './solidarity-counter.js';
import {SolidarityWays} from './solidarity-ways.js';

export {SolidarityBannerDismissedEvent} from './solidarity-banner.js';
export {SolidarityWaysFilteredEvent} from './solidarity-ways.js';
export {SolidarityAmplify, SolidarityBanner, SolidarityCountdown, SolidarityCounter, SolidarityWays};

/** Every element. A new one is added here; all else that lists elements reads `src/define/` or this. */
export const ELEMENTS = [
  SolidarityAmplify,
  SolidarityBanner,
  SolidarityCountdown,
  SolidarityCounter,
  SolidarityWays,
] as const;
