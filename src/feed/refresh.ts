import type {FeedError} from './feed-error.js';
import {entries, readFeed} from './fetch-feed.js';
import {requestFeed} from './request.js';
import {nextDelay} from './schedule.js';

/* Asks for a feed again while its page is looked at: a chunk of its own, since most pages ask once. */

interface Watch {
  /** What each asker wants, in seconds; the shortest counts. */
  readonly wanted: Set<{seconds: number}>;
  seconds: number;
  timer?: ReturnType<typeof setTimeout>;
  /** It was due while nobody looked. */
  missed?: boolean;
  failures: number;
  retryAfter?: string | null;
}

const watches = new Map<string, Watch>();

/** `shared`: many pages may have begun at this moment. */
const plan = (url: string, watch: Watch, shared: boolean) => {
  watch.seconds = Math.min(...[...watch.wanted].map(({seconds}) => seconds));
  const delay = nextDelay(watch.seconds, watch.failures, watch.retryAfter ?? null, Date.now(), shared);
  clearTimeout(watch.timer);
  watch.timer = setTimeout(() => void renew(url, watch), delay);
};

const renew = async (url: string, watch: Watch, shared = false) => {
  watch.missed = document.hidden;
  if (watch.missed) return;
  try {
    // No-cache is a conditional request: what the cache holds is taken only when the server says that it is the newest.
    const feed = await readFeed(url, requestFeed(url, 'no-cache'));
    const entry = entries.get(url);
    if (entry) entry.now = feed;
    entry?.users.forEach((user) => user(feed));
    watch.failures = 0;
    watch.retryAfter = undefined;
  } catch (error) {
    watch.failures++;
    watch.retryAfter = (error as FeedError).retryAfter;
  }
  if (watch.wanted.size) plan(url, watch, shared);
};

document.addEventListener('visibilitychange', () => {
  for (const [url, watch] of watches) if (watch.missed && !document.hidden) void renew(url, watch, true);
});

// Where the server has asked for time, its word stands.
addEventListener('online', () => {
  for (const [url, watch] of watches)
    if (watch.failures && !watch.retryAfter) {
      clearTimeout(watch.timer);
      // Not all at once: a region that is back on line is many readers.
      watch.timer = setTimeout(() => void renew(url, watch), Math.random() * 10_000);
    }
});

/**
 * Keeps a feed fresh, about every `seconds` (at least 300), until the returned function is called; `fault` is what the
 * first request came to.
 */
export const keepFresh = (url: string, seconds: number, fault?: FeedError): (() => void) => {
  const watch: Watch = watches.get(url) ?? {
    wanted: new Set(),
    seconds: Infinity,
    failures: fault ? 1 : 0,
    retryAfter: fault?.retryAfter,
  };
  const want = {seconds};
  watches.set(url, watch);
  watch.wanted.add(want);
  if (seconds < watch.seconds) plan(url, watch, true);
  return () => {
    watch.wanted.delete(want);
    if (watch.wanted.size) return;
    clearTimeout(watch.timer);
    watches.delete(url);
  };
};
