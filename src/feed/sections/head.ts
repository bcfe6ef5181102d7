import {BOOLEAN, COUNT, DATE, ID, INSTANT, LANG, LINK, TEXT} from '../fields.js';
import type {FieldType, Infer} from '../schema.js';

/** The version of this contract; a feed of another one is not read. */
export const VERSION: FieldType<1> = (value): value is 1 => value === 1;

/** What an element must know of a feed before it reads any section. */
export const head = {
  version: VERSION,
  id: ID,
  /** Grows with every publication: an older feed never replaces a newer one. */
  serial: COUNT,
  issued: INSTANT,
  /** From then on what the feed says is out of date. */
  'expires?': INSTANT,
  /** The language of texts that are plain strings; English by default. */
  'lang?': LANG,
} as const;

/** The whole head of a feed. */
export const fullHead = {
  ...head,
  title: TEXT,
  'home?': LINK,
  /** The figures are for demonstration. */
  'sample?': BOOLEAN,
  'checkedAt?': DATE,
  /** The calendar of the feed's events (iCalendar), to which one can subscribe. */
  'calendar?': LINK,
  /** Pages on which readers tell of an event, or send a photo. */
  'submitEvent?': LINK,
  'submitPhoto?': LINK,
  /** A page on which readers tell of a town. */
  'submitTown?': LINK,
} as const;

/** Whether a feed with this end is out of date on a civil date. */
export const isExpired = (expires: string | undefined, today: string) => !!expires && expires.slice(0, 10) < today;

export type Head = Infer<typeof head>;
export type FullHead = Infer<typeof fullHead>;
