import './lazy.js';
import {SolidarityMap} from '../elements/solidarity-map.js';
SolidarityMap.define();
