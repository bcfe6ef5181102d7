import {COUNT, ID, LINK, PARTIAL_DATE, TEXT} from '../fields.js';
import type {Infer} from '../schema.js';
import {assert, type Section} from '../section.js';
import {pattern} from '../string-type.js';

/** An https address, or a path without a query on the feed's own host: `photos/rally.jpg`. */
export const PICTURE = /* @__PURE__ */ pattern(
  new RegExp(`${LINK.pattern.source}|^/?\\w[\\w.-]*(/\\w[\\w.-]*)*$`),
  2048,
);

const photo = {
  id: ID,
  /** Where the picture is, and its size in pixels, so that its space can be reserved. */
  url: PICTURE,
  width: COUNT,
  height: COUNT,
  /** What it shows, for those who do not see it. */
  alt: TEXT,
  credit: TEXT,
  /** Under which it may be shown: a licence, or the permission of whoever made it. */
  licence: {name: TEXT, 'url?': LINK},
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
  refine({width, height}, _, path) {
    assert(width && height, path, 'has no size');
  },
};
