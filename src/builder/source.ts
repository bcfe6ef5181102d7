import {parseFeed, type Feed} from '../feed/parse-feed.js';
import type {Locale} from '../i18n/locale-data.js';
import {english} from '../i18n/localize.js';
import {build} from './build-data.js';

/* What the builder loads: the feed and the languages beside it, without cookies and referrer. */

/** The folder of the builder, with its slash. */
export const ownFolder = new URL(/* @vite-ignore */ '.', import.meta.url).href;

const {feed: feedFile = 'feed.json', key} =
  document.querySelector<HTMLElement>('script[src="solidarity.js"]')?.dataset ?? {};

/** The feed that pages load, and the keys that they pin: those of the builder's own page, where `publish` writes them. */
export const pinned = {feedFile, key} as const;

/** Milliseconds to wait for a file. */
const TIMEOUT = 10_000;

const load = async (file: string): Promise<unknown> => {
  const signal = AbortSignal.timeout(TIMEOUT);
  const response = await fetch(ownFolder + file, {credentials: 'omit', referrerPolicy: 'no-referrer', signal});
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.json();
};

/** The feed; rejects where it cannot be loaded or read. */
export const loadFeed = async (): Promise<Feed> => {
  const {feed, problems} = parseFeed(await load('feed.json'));
  if (!feed) throw new Error(problems.join('; '));
  return feed;
};

/** A locale with the messages of all elements; rejects where it cannot be loaded. */
export const loadLocale = async (lang: string): Promise<Locale> => {
  const file = build.localeFiles[`${lang}.all`];
  return file ? ((await load(file)) as Locale) : english;
};
