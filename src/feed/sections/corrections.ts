import {COUNT, DATE, BOOLEAN, ID, TEXT} from '../fields.js';
import type {Infer} from '../schema.js';
import {assertPast, type Section} from '../section.js';
import {daysBetween} from '../dates.js';

const correction = {
  id: ID,
  date: DATE,
  /** The section, and the id in it, of what was corrected. */
  'section?': ID,
  'of?': ID,
  /** The title of what was withdrawn: nothing else in the feed has it any more. */
  'title?': TEXT,
  /** What was wrong. Why a count differs from one of another day is the `note` of the figure. */
  text: TEXT,
  'was?': COUNT,
  'is?': COUNT,
  /** The figure is withdrawn, and nothing replaces it. */
  'retracted?': BOOLEAN,
} as const;

export type Correction = Infer<typeof correction>;

export const corrections: Section<readonly [typeof correction]> = {
  name: 'corrections',
  schema: [correction],
  refine: ({date}, head, path) => assertPast([date], head, path),
};

/** Days for which a correction is shown beside what it corrects. */
const SHOWN_FOR = 30;

/** The newest correction of a figure; without an id, of any figure. */
export const correctionOf = (items: readonly Correction[], figure?: string): Correction | undefined =>
  items
    .filter(({section = 'figures', of}) => section === 'figures' && of && (!figure || of === figure))
    .reduce<Correction | undefined>((newest, item) => (newest && newest.date > item.date ? newest : item), undefined);

/** Whether a correction is still shown on a day. */
export const isRecent = ({date}: Correction, today: string) => daysBetween(date, today) <= SHOWN_FOR;
