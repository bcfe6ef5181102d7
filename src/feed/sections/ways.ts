import {COUNT, COUNTRY, DATE, ID, LINK, TEXT} from '../fields.js';
import type {Infer} from '../schema.js';
import {type Section} from '../section.js';
import {assertQuote, quote} from './figures.js';

/** The categories of ways to help, in the order of the page. */
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
/** The audiences of a way to help. */
export const AUDIENCES = ['everyone', 'parliamentarians', 'journalists', 'municipalities'] as const;

const template = {
  title: TEXT,
  ...quote,
  /** Who is to use it; by default the audiences of the way. */
  'audience?': AUDIENCES,
} as const;

const way = {
  id: ID,
  category: CATEGORIES,
  audiences: [AUDIENCES],
  title: TEXT,
  text: TEXT,
  /** Ids of the organisations that do it. */
  'organisations?': [ID],
  /** A page about the way itself. */
  'url?': LINK,
  /** Countries that banned that page, as of an organisation. */
  'designatedIn?': [COUNTRY],
  /** The day on which that page was last checked. */
  'checkedAt?': DATE,
  /** About how many minutes it takes. */
  'minutes?': COUNT,
  /** Id of the observance that it belongs to. */
  'observance?': ID,
  /** Drafts to copy: a letter, a statement, a decision. */
  'templates?': [template],
} as const;

export type Way = Infer<typeof way>;
export type Template = Infer<typeof template>;
export type Category = (typeof CATEGORIES)[number];
export type Audience = (typeof AUDIENCES)[number];

export const ways: Section<readonly [typeof way]> = {
  name: 'ways',
  schema: [way],
  refine: ({templates = []}, _, path) => templates.forEach((one, i) => assertQuote(one, `${path}/templates/${i}`)),
};
