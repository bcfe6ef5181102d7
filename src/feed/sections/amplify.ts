import {COUNTRY, ID, LANG, LINK, TEXT} from '../fields.js';
import type {Infer} from '../schema.js';
import {type Section} from '../section.js';
import {pattern} from '../string-type.js';
import {assertQuote, quote} from './figures.js';

/** A hashtag with its sign. */
export const HASHTAG = /* @__PURE__ */ pattern(/^#[\p{L}\p{N}_]+$/u, 100);

const message = {
  id: ID,
  /** What to post, without hashtags and link. */
  ...quote,
  /** Offered with the text, never inserted by themselves: one of them was itself banned in Belarus. */
  'hashtags?': [HASHTAG],
  /** Offered with the text, too. */
  'url?': LINK,
  /** Countries that banned that page; an empty list is verified clear, no list is unknown. */
  'designatedIn?': [COUNTRY],
} as const;

export type Message = Infer<typeof message>;

/** Messages to post; slogans are in the campaigns. A list like every section, so that each message has an id. */
export const amplify: Section<readonly [typeof message]> = {
  name: 'amplify',
  schema: [message],
  lenient: true,
  refine: (item, _, path) => assertQuote(item, path),
};

const slogan = {id: ID, slogan: TEXT, 'unreviewed?': [LANG]} as const;

export type Slogan = Infer<typeof slogan>;

/** What a list of slogans, a board or a poster reads of the campaigns. */
export const slogans: Section<readonly [typeof slogan]> = {name: 'campaigns', schema: [slogan]};
