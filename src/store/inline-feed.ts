import {page, unclobbered} from '../dom/page.js';
import {FeedError} from '../feed/feed-error.js';
import type {RawFeed} from '../feed/section.js';
import {acceptHead} from './read-feed.js';

/** Inline feeds by their script, as they were last read: a thousand elements of one read it once. */
const cache = new WeakMap<Element, {readonly text: string; readonly feed: RawFeed}>();

/**
 * Reads a feed inside the page: `#id` of a `<script type="application/json">` in the shadow root of the element, or in the document. It may be old, since an article may keep
 * the figure of its day, and does not bind what is fetched. Undefined while the page is still being parsed and the feed
 * is not there, or not whole, yet. Throws a FeedError.
 */
export const readInlineFeed = (src: string, element: Node): RawFeed | undefined => {
  const script = [element.getRootNode() as ShadowRoot, document]
    .flatMap((root) => [...unclobbered(root).querySelectorAll('script[type="application/json"]')])
    .find(({id}) => id === src.slice(1));
  const text = script?.textContent ?? '';
  const cached = script && cache.get(script);
  if (cached?.text === text) return cached.feed;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    if (page.readyState === 'loading') return undefined;
    throw new FeedError(script ? 'not-json' : 'no-source', src);
  }
  const feed = acceptHead(json);
  cache.set(script!, {text, feed});
  return feed;
};
