import {COUNT, DATE, FLAG, ID, TEXT} from '../leaves.js';
import type {Infer} from '../rules.js';
import {distinct, every, type Section} from '../section.js';

const correction = {
  id: ID,
  date: DATE,
  /** The section, and the id in it, of what was corrected. */
  'section?': ID,
  'of?': ID,
  /** What was wrong, or why a value changed as it did. */
  text: TEXT,
  'was?': COUNT,
  'is?': COUNT,
  /** What was said is withdrawn, and nothing stands in its place. */
  'retracted?': FLAG,
} as const;

export type Correction = Infer<typeof correction>;

export const corrections: Section<readonly [typeof correction]> = {
  name: 'corrections',
  rule: [correction],
  audit(items, {issued}, path) {
    distinct(items, path);
    every(items, path, 'has a date after issued', ({date}) => date <= issued.slice(0, 10));
  },
};
