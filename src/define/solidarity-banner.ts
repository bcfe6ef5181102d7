import '../i18n/all-locales.js';
import {SolidarityBanner} from '../elements/solidarity-banner.js';
SolidarityBanner.define();
