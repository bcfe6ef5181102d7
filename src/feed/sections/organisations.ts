import {COUNTRY, DATE, ID, LINK, TEXT} from '../fields.js';
import type {Infer} from '../schema.js';
import {type Section} from '../section.js';

const STATUS = ['active', 'paused', 'closed', 'unknown'] as const;

const organisation = {
  id: ID,
  name: TEXT,
  /** Other names of the same organisation. */
  'aliases?': [TEXT],
  status: STATUS,
  /** The day on which status and link were last checked. */
  'checkedAt?': DATE,
  /** Only an address that was verified. */
  'url?': LINK,
  /** Countries that designated it (“extremist”, “terrorist”); an empty list is verified clear, no list is unknown. */
  'designatedIn?': [COUNTRY],
  'note?': TEXT,
} as const;

export type Organisation = Infer<typeof organisation>;
export type Status = (typeof STATUS)[number];

export const organisations: Section<readonly [typeof organisation]> = {
  name: 'organisations',
  schema: [organisation],
};
