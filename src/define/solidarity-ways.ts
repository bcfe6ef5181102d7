import '../i18n/all-locales.js';
import {SolidarityWays} from '../elements/solidarity-ways.js';
SolidarityWays.define();
