import demo from '../demo/feed.json' with {type: 'json'};
import {feedStore} from '../src/store/feed-store.js';

/* Feeds for the stories. Nothing here leaves the page: a feed is in a script, or in a blob. */

let count = 0;

const inline = (text: string): string => {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.id = `story-feed-${++count}`;
  script.textContent = text;
  document.head.append(script);
  return `#${script.id}`;
};

/** Puts the demo's feed, with some sections changed, into the page, and returns the `src` that refers to it. */
export const feed = (change: object = {}): string => inline(JSON.stringify({...demo, ...change}));

/** The demo's feed with a sample text in Arabic: it has none of its own in a language written from right to left. */
export const arabicFeed = feed(
  JSON.parse(JSON.stringify(demo), (_, value: {en?: string} | null) =>
    value?.en ? {ar: 'نص تجريبي باللغة العربية', ...value} : value,
  ) as object,
);

const blob = (text: string) => URL.createObjectURL(new Blob([text], {type: 'application/json'}));

/** A feed of a publisher whose keys the page pins, without a signature by one of them. */
const unsigned = () => {
  const url = blob(JSON.stringify(demo));
  const {defaultUrl} = feedStore;
  feedStore.configure({feed: url, key: 'A'.repeat(43)});
  feedStore.defaultUrl = defaultUrl;
  return url;
};

/** A feed that cannot be fetched. */
const unreachable = () => {
  const url = blob('');
  URL.revokeObjectURL(url);
  return url;
};

/** A feed that never arrives. */
const pending = () => {
  const url = blob('');
  // The loader script hands its early requests over like this. Without the store's timeout, so that the story does not
  // fail after ten seconds; a subscriber that stays keeps the request from being aborted.
  const {setTimeout} = window;
  window.setTimeout = (() => 0) as unknown as typeof setTimeout;
  feedStore.adopt(url, {response: new Promise(() => {}), abort: () => {}});
  window.setTimeout = setTimeout;
  feedStore.subscribe({url, refresh: 0, onChange: () => {}, onConfigure: () => {}});
  return url;
};

/** The states of a feed, by the names that the toolbar has, with their `src`. */
export const FEEDS = {
  live: feed(),
  stale: feed({expires: '2026-03-06T00:00:00Z'}),
  loading: pending(),
  offline: unreachable(),
  broken: inline('{"version": 1,'),
  signature: unsigned(),
};
