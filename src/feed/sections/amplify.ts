import {HASHTAG, ID, LINK, TEXT} from '../fields.js';
import type {Infer} from '../schema.js';
import {type Section} from '../section.js';

const message = {
  id: ID,
  /** What to post, without hashtags and link. */
  text: TEXT,
  /** Offered with the text, never inserted by themselves: one of them was itself banned in Belarus. */
  'hashtags?': [HASHTAG],
  'url?': LINK,
} as const;

export type Message = Infer<typeof message>;

/** Messages to post; slogans are in the campaigns. A list like every section, so that each message has an id. */
export const amplify: Section<readonly [typeof message]> = {
  name: 'amplify',
  schema: [message],
  lenient: true,
};
