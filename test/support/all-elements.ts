/* Defines every element. */

import '../../src/define/solidarity-amplify.js';
import '../../src/define/solidarity-banner.js';
import '../../src/define/solidarity-countdown.js';
import '../../src/define/solidarity-counter.js';
import '../../src/define/solidarity-events.js';
import '../../src/define/solidarity-map.js';
import '../../src/define/solidarity-people.js';
import '../../src/define/solidarity-photos.js';
import '../../src/define/solidarity-trend.js';
import '../../src/define/solidarity-ways.js';
