import {COUNT, DATE, FLAG, ID, INSTANT, LANG, LINK, TEXT} from '../leaves.js';
import type {Infer, Leaf} from '../rules.js';

/** The version of this contract; a feed of another one is not read. */
export const VERSION: Leaf<1> = (value): value is 1 => value === 1;

/** What an element must know of a feed before it believes any section. */
export const core = {
  version: VERSION,
  id: ID,
  /** Grows with every publication: an older feed never takes the place of a newer one. */
  serial: COUNT,
  issued: INSTANT,
  /** From then on what the feed says is old. */
  'expires?': INSTANT,
  /** The language of texts that are plain strings; English where absent. */
  'lang?': LANG,
} as const;

/** What is said of the feed as a whole. */
export const head = {
  ...core,
  title: TEXT,
  'home?': LINK,
  /** The figures are for demonstration. */
  'sample?': FLAG,
  'checkedAt?': DATE,
} as const;

export type Core = Infer<typeof core>;
export type Head = Infer<typeof head>;
