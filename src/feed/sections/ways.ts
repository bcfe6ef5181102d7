import {COUNTRY, ID, LINK, TEXT} from '../fields.js';
import type {Infer} from '../schema.js';
import {assertUniqueIds, type Section} from '../section.js';

/** What a way to help is; the order is the order on the page. */
export const CATEGORIES = [
  'prisoners',
  'write',
  'released',
  'humanitarian',
  'journalists',
  'speak',
  'act',
  'show',
  'learn',
  'military',
] as const;
/** Whom a way to help is for. */
export const AUDIENCES = ['everyone', 'parliamentarians', 'journalists', 'municipalities'] as const;

const way = {
  id: ID,
  category: CATEGORIES,
  audiences: [AUDIENCES],
  title: TEXT,
  text: TEXT,
  /** Ids of those who do it. */
  'organisations?': [ID],
  /** A page about the way itself. */
  'url?': LINK,
  /** Countries that banned that page, as of an organisation. */
  'designatedIn?': [COUNTRY],
} as const;

export type Way = Infer<typeof way>;
export type Category = (typeof CATEGORIES)[number];
export type Audience = (typeof AUDIENCES)[number];

export const ways: Section<readonly [typeof way]> = {
  name: 'ways',
  schema: [way],
  refine: (items, _, path) => assertUniqueIds(items, path),
};
