import '../i18n/all-locales.js';
import {SolidarityCountdown} from '../elements/solidarity-countdown.js';
SolidarityCountdown.define();
