import {COUNT, ID, LINK, PARTIAL_DATE, TEXT} from '../fields.js';
import type {Infer} from '../schema.js';
import {type Section} from '../section.js';

const photo = {
  id: ID,
  /** Where the picture is, and its size in pixels, so that its space can be reserved. */
  url: LINK,
  width: COUNT,
  height: COUNT,
  /** What it shows, for those who do not see it. */
  alt: TEXT,
  credit: TEXT,
  /** That all who can be recognised agreed; that nobody can be; or that it is of a public event of public persons. */
  consent: ['own', 'nobody', 'public'],
  'caption?': TEXT,
  'date?': PARTIAL_DATE,
  /** Ids of a town and of an event. */
  'town?': ID,
  'event?': ID,
} as const;

export type Photo = Infer<typeof photo>;

export const photos: Section<readonly [typeof photo]> = {
  name: 'photos',
  schema: [photo],
  lenient: true,
};
