import {COUNTRY, ID, LINK, PARTIAL_DATE, TEXT} from '../fields.js';
import type {FieldType, Infer} from '../schema.js';
import {addId, assert, assertPast, type Section} from '../section.js';
import {source} from './figures.js';

/** Degrees of arc, north or east positive; a latitude is at most 90 either way. */
export const COORDINATE: FieldType<number> = (value): value is number =>
  Math.abs(value as number) <= 180 && value === +value!;

/** What was done in a town: an action, or the symbolic renaming of a street or square. */
const act = {
  id: ID,
  what: ['action', 'renaming'],
  /** What it was, or the new name. */
  title: TEXT,
  date: PARTIAL_DATE,
  source,
  'url?': LINK,
  /** Countries where the page is banned; empty where it was verified that none does. */
  'designatedIn?': [COUNTRY],
} as const;

const town = {
  id: ID,
  name: TEXT,
  country: COUNTRY,
  /** WGS 84, degrees, at most two decimals (a kilometre): of the town, never of a person's place. */
  latitude: COORDINATE,
  longitude: COORDINATE,
  acts: [act],
} as const;

export type Town = Infer<typeof town>;
export type Act = Infer<typeof act>;

export const towns: Section<readonly [typeof town]> = {
  name: 'towns',
  schema: [town],
  lenient: true,
  refine({latitude, longitude, acts}, head, path) {
    assert(Math.abs(latitude) <= 90, path, 'lies beyond a pole');
    assert(
      [latitude, longitude].every((degrees) => degrees === Number(degrees.toFixed(2))),
      path,
      'is placed more precisely than a town',
    );
    const ids = new Set<string>();
    acts.forEach(({id}, i) => addId(ids, id, `${path}/acts/${i}`));
    assertPast(
      acts.map(({date}) => date),
      head,
      path,
    );
  },
};
