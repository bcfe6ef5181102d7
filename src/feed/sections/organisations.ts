import {COUNTRY, DATE, ID, LINK, TEXT} from '../fields.js';
import type {Infer} from '../schema.js';
import {assertUniqueIds, type Section} from '../section.js';

const STATUS = ['active', 'paused', 'closed', 'unknown'] as const;

const organisation = {
  id: ID,
  name: TEXT,
  /** Other names of the same body. */
  'aliases?': [TEXT],
  status: STATUS,
  /** The day on which status and link were last looked at. */
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
  refine: (items, _, path) => assertUniqueIds(items, path),
};

/** `all` links, those of bodies verified as not designated anywhere, or none. */
export type LinkPolicy = 'all' | 'unlisted' | 'none';

/** What may have a link: an organisation, or the page of a way. */
export type Linked = Partial<Pick<Organisation, 'url' | 'status' | 'designatedIn'>>;

/** Whether a link may be shown: unknown is not clear. */
export const mayLink = <T extends Linked>(to: T, policy: LinkPolicy): to is T & {url: string} =>
  !!to.url && to.status !== 'closed' && (policy === 'all' || (policy === 'unlisted' && to.designatedIn?.length === 0));
