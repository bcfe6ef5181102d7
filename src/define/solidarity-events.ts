import './lazy.js';
import {SolidarityEvents} from '../elements/solidarity-events.js';
SolidarityEvents.define();
