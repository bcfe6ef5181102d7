import './lazy.js';
import {SolidarityPeople} from '../elements/solidarity-people.js';
SolidarityPeople.define();
