import './lazy.js';
import {SolidarityAmplify} from '../elements/solidarity-amplify.js';
SolidarityAmplify.define();
