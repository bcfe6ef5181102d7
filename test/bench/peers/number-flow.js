import 'number-flow';
import {value} from './words.js';

export const mount = (place) => {
  for (const element of place.querySelectorAll('number-flow')) element.update(value);
};
mount(document);
