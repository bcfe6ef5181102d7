import './lazy.js';
import {SolidarityBanner} from '../elements/solidarity-banner.js';
SolidarityBanner.define();
