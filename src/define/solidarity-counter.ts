import './lazy.js';
import {SolidarityCounter} from '../elements/solidarity-counter.js';
SolidarityCounter.define();
