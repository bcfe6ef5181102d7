import './lazy.js';
import {SolidarityPhotos} from '../elements/solidarity-photos.js';
SolidarityPhotos.define();
