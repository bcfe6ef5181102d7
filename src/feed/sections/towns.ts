import {COUNTRY, COORDINATE, ID, LINK, PARTIAL_DATE, TEXT} from '../fields.js';
import type {Infer} from '../schema.js';
import {addId, assert, type Section} from '../section.js';
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
  lenient: true,
  refine({latitude, acts}, {issued}, path) {
    assert(Math.abs(latitude) <= 90, path, 'lies beyond a pole');
    const ids = new Set<string>();
    acts.forEach(({id}, i) => addId(ids, id, `${path}/acts/${i}`));
    assert(
      acts.every(({date}) => date <= issued.slice(0, 10)),
      path,
      'has a date after issued',
    );
  },
};
