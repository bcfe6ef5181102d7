import {parseFeed, type Feed} from '../feed/parse-feed.js';
import {MAX_FEED_BYTES} from '../feed/section.js';
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

const request = (file: string, method = 'GET') => {
  const signal = AbortSignal.timeout(TIMEOUT);
  return fetch(ownFolder + file, {method, credentials: 'omit', referrerPolicy: 'no-referrer', signal});
};

const load = async (file: string): Promise<Response> => {
  const response = await request(file);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response;
};

/** The feed, and why parts of it are not used; rejects where it cannot be loaded or read, or is one that pages refuse. */
export const loadFeed = async (): Promise<{feed: Feed; problems: readonly string[]}> => {
  const bytes = await (await load('feed.json')).arrayBuffer();
  const size = bytes.byteLength;
  if (size > MAX_FEED_BYTES) throw new Error(`feed.json: ${size} bytes > ${MAX_FEED_BYTES}`);
  const {feed, problems} = parseFeed(JSON.parse(new TextDecoder().decode(bytes)));
  if (!feed) throw new Error(problems.join('; '));
  return {feed, problems};
};

/** Whether a file is known to be missing. */
export const isMissing = (file: string): Promise<boolean> =>
  request(file, 'HEAD').then(
    ({status}) => status === 404,
    () => false,
  );

/** A locale with the messages of all elements; rejects where it cannot be loaded. */
export const loadLocale = async (lang: string): Promise<Locale> => {
  const file = build.localeFiles[`${lang}.all`];
  return file ? ((await (await load(file)).json()) as Locale) : english;
};
