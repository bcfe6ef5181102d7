import {COUNTRY, HASHTAG, ID, LINK, TEXT, type Text} from '../fields.js';
import type {Infer} from '../schema.js';
import {assert, type Section} from '../section.js';
import type {Figure} from './figures.js';

/** What stands in a text for the described figure: “at least 1,140 political prisoners (Pozirk, 5 March 2026)”. */
export const FIGURE = '{figure}';

/** A text that a reader copies; the figure is never typed into it. */
export const quote = {
  /** `{figure}` stands for the figure with its qualifier, source and date. */
  text: TEXT,
  /** Id of that figure. */
  'figure?': ID,
} as const;

export type Quote = Infer<typeof quote>;

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

/** Whether a text has a place for a figure, in any language. */
const hasPlace = (text: Text) =>
  (typeof text === 'string' ? [text] : Object.values(text)).some((words) => words.includes(FIGURE));

/** Throws for a text with a place for a figure that it does not name. */
export const assertQuote = ({text, figure}: Quote, path: string) =>
  assert(figure || !hasPlace(text), path, 'has {figure} without a figure');

/** Whether all that a text quotes is in the feed: what quotes a withdrawn figure is not shown. */
export const isComplete = ({figure}: Quote, figures: readonly Figure[]) =>
  !figure || figures.some(({id}) => id === figure);

/** Messages to post; slogans are in the campaigns. A list like every section, so that each message has an id. */
export const amplify: Section<readonly [typeof message]> = {
  name: 'amplify',
  schema: [message],
  lenient: true,
  refine: (item, _, path) => assertQuote(item, path),
};
