import {check, type Infer, type Rule} from './rules.js';
import {readSection, type Section} from './section.js';
import {amplify} from './sections/amplify.js';
import {campaigns} from './sections/campaigns.js';
import {corrections} from './sections/corrections.js';
import {events} from './sections/events.js';
import {figures} from './sections/figures.js';
import {head, type Head} from './sections/head.js';
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

/** A feed as read: a broken section is an empty one. */
export type Feed = Head & {[K in keyof typeof SECTIONS]: Infer<(typeof SECTIONS)[K]['rule']>};

/**
 * A whole feed from parsed JSON, and why anything was dropped from it: each problem begins with its place as a JSON
 * pointer. Never throws; there is no feed where the head is broken.
 */
export const parseFeed = (json: unknown): {feed?: Feed; problems: string[]} => {
  const problems: string[] = [];
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      problems.push((error as Error).message.trim());
      return undefined;
    }
  };
  attempt(() => check(head, json));
  if (problems.length) return {problems};
  const sections = Object.values(SECTIONS).map((section: Section<Rule>) => [
    section.name,
    attempt(() => readSection(json as Head, section)) ?? [],
  ]);
  return {feed: {...(json as Head), ...Object.fromEntries(sections)}, problems};
};
