import {COUNTRY, COORDINATE, ID, LINK, PARTIAL_DATE, TEXT} from '../fields.js';
import type {Infer} from '../schema.js';
import {assertUniqueIds, assertEach, type Section} from '../section.js';
import {source} from './figures.js';

/** What was done in a town: an action, or the symbolic renaming of a street or square. */
const act = {
  id: ID,
  what: ['action', 'renaming'],
  /** What it was, or the new name. */
  title: TEXT,
  date: PARTIAL_DATE,
  source,
  'url?': LINK,
} as const;

const town = {
  id: ID,
  name: TEXT,
  country: COUNTRY,
  /** WGS 84, degrees; of the town, never of a person's place. */
  latitude: COORDINATE,
  longitude: COORDINATE,
  acts: [act],
} as const;

export type Town = Infer<typeof town>;

export const towns: Section<readonly [typeof town]> = {
  name: 'towns',
  schema: [town],
  refine(items, {issued}, path) {
    assertUniqueIds(items, path);
    assertEach(items, path, 'lies beyond a pole', ({latitude}) => Math.abs(latitude) <= 90);
    items.forEach(({acts}, i) => assertUniqueIds(acts, `${path}/${i}/acts`));
    assertEach(items, path, 'has a date after issued', ({acts}) => acts.every(({date}) => date <= issued.slice(0, 10)));
  },
};
