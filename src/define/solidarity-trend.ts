import './lazy.js';
import {SolidarityTrend} from '../elements/solidarity-trend.js';
SolidarityTrend.define();
