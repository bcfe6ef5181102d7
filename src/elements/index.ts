import {SolidarityBanner} from './solidarity-banner.js';
import {SolidarityCountdown} from './solidarity-countdown.js';
import {SolidarityCounter} from './solidarity-counter.js';
import {SolidarityEvents} from './solidarity-events.js';
import {SolidarityPhotos} from './solidarity-photos.js';
import {SolidarityWays} from './solidarity-ways.js';

export {SolidarityBannerDismissedEvent} from './solidarity-banner.js';
export {SolidarityWaysFilteredEvent} from './solidarity-ways.js';
export {SolidarityBanner, SolidarityCountdown, SolidarityCounter, SolidarityEvents, SolidarityPhotos, SolidarityWays};

/** Every element. A new one is added here; all else that lists elements reads `src/define/` or this. */
export const ELEMENTS = [
  SolidarityBanner,
  SolidarityCountdown,
  SolidarityCounter,
  SolidarityEvents,
  SolidarityPhotos,
  SolidarityWays,
] as const;
