import '../i18n/all-locales.js';
import {SolidarityCounter} from '../elements/solidarity-counter.js';
SolidarityCounter.define();
