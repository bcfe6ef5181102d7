import {parse, type Infer} from './schema.js';
import {parseHead, parseSection, type Section, type SectionSchema} from './section.js';
import {amplify} from './sections/amplify.js';
import {campaigns} from './sections/campaigns.js';
import {corrections} from './sections/corrections.js';
import {events} from './sections/events.js';
import {figures} from './sections/figures.js';
import {fullHead, type FullHead} from './sections/head.js';
import {observances} from './sections/observances.js';
import {organisations} from './sections/organisations.js';
import {people} from './sections/people.js';
import {photos} from './sections/photos.js';
import {towns} from './sections/towns.js';
import {ways} from './sections/ways.js';

/** Every section of the contract, version 1. */
export const SECTIONS = {
  corrections,
  figures,
  observances,
  campaigns,
  ways,
  organisations,
  people,
  events,
  towns,
  photos,
  amplify,
} as const;

/** A whole feed, checked. A section with an issue is empty, or lacks the item, where it is lenient. */
export type Feed = FullHead & {
  /** The names of the sections that it has, also of empty ones. */
  readonly sections: readonly string[];
} & {readonly [K in keyof typeof SECTIONS]: Infer<(typeof SECTIONS)[K]['schema']>};

/**
 * A whole feed from parsed JSON, and the issues for which anything was dropped: each begins with its place as a JSON
 * pointer. Never throws; there is no feed where the head has an issue.
 */
export const parseFeed = (json: unknown): {feed?: Feed; problems: string[]} => {
  const problems: string[] = [];
  const report = (error: unknown) => void problems.push((error as Error).message.trim());
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      report(error);
      return undefined;
    }
  };
  const feedHead = attempt(() => parse(fullHead, json));
  if (!feedHead) return {problems};
  const raw = parseHead(json);
  const sections = Object.values(SECTIONS).map((section: Section<SectionSchema>) => [
    section.name,
    attempt(() => parseSection(raw, section, report)) ?? [],
  ]);
  const present = Object.keys(SECTIONS).filter((name) => Object.hasOwn(raw.sections, name));
  return {feed: {...feedHead, sections: present, ...Object.fromEntries(sections)}, problems};
};
