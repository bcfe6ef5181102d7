import {SolidarityBanner} from './solidarity-banner.js';
import {SolidarityCountdown} from './solidarity-countdown.js';
import {SolidarityCounter} from './solidarity-counter.js';
import {SolidarityPeople} from './solidarity-people.js';
import {SolidarityTrend} from './solidarity-trend.js';
import {SolidarityWays} from './solidarity-ways.js';

export {SolidarityBannerDismissedEvent} from './solidarity-banner.js';
export {SolidarityWaysFilteredEvent} from './solidarity-ways.js';
export {SolidarityBanner, SolidarityCountdown, SolidarityCounter, SolidarityPeople, SolidarityTrend, SolidarityWays};

/** Every element. A new one is added here; all else that lists elements reads `src/define/` or this. */
export const ELEMENTS = [
  SolidarityBanner,
  SolidarityCountdown,
  SolidarityCounter,
  SolidarityPeople,
  SolidarityTrend,
  SolidarityWays,
] as const;
