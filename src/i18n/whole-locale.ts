import {groupLoaders, loaders} from './cldr/index.js';
import type {Locale} from './locale-data.js';
import {english} from './localize.js';
import {mergeMessages} from './merge-messages.js';

/** A locale with the messages of every element; English for a tag that has no locale. For tools and tests. */
export const loadWholeLocale = async (tag: string): Promise<Locale> => {
  const load = loaders[tag];
  if (!load) return english;
  const names = Object.keys(groupLoaders).filter((name) => name.startsWith(`${tag}.`));
  const [locale, ...groups] = await Promise.all([load(), ...names.map((name) => groupLoaders[name]!())]);
  return mergeMessages(locale, ...groups);
};
