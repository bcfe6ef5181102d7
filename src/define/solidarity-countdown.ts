import './lazy.js';
import {SolidarityCountdown} from '../elements/solidarity-countdown.js';
SolidarityCountdown.define();
