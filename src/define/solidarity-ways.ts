import './lazy.js';
import {SolidarityWays} from '../elements/solidarity-ways.js';
SolidarityWays.define();
