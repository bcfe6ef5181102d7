import {SolidarityAmplify} from './solidarity-amplify.js';
import {SolidarityBanner} from './solidarity-banner.js';
import {SolidarityCountdown} from './solidarity-countdown.js';
import {SolidarityCounter} from './solidarity-counter.js';
import {SolidarityEvents} from './solidarity-events.js';
import {SolidarityMap} from './solidarity-map.js';
import {SolidarityPeople} from './solidarity-people.js';
import {SolidarityPhotos} from './solidarity-photos.js';
import {SolidarityTrend} from './solidarity-trend.js';
import {SolidarityWays} from './solidarity-ways.js';

export {SolidarityBannerDismissedEvent} from './solidarity-banner.js';
export {SolidarityMapOpenedEvent} from './solidarity-map.js';
export {SolidarityWaysFilteredEvent} from './solidarity-ways.js';
export {
  SolidarityAmplify,
  SolidarityBanner,
  SolidarityCountdown,
  SolidarityCounter,
  SolidarityEvents,
  SolidarityMap,
  SolidarityPeople,
  SolidarityPhotos,
  SolidarityTrend,
  SolidarityWays,
};

/** Every element. A new one is added here; all else that lists elements reads `src/define/` or this. */
export const ELEMENTS = [
  SolidarityAmplify,
  SolidarityBanner,
  SolidarityCountdown,
  SolidarityCounter,
  SolidarityEvents,
  SolidarityMap,
  SolidarityPeople,
  SolidarityPhotos,
  SolidarityTrend,
  SolidarityWays,
] as const;
