import {FeedError} from './feed-error.js';
import {check} from './schema.js';
import {core, type Core} from './sections/head.js';

/** The highest serial that this page has seen, by feed and by address. */
const serials = new Map<string, number>();

/** Says how old a feed of this address may be: what the page was published with. */
export const expectSerial = (url: string, serial: number) => {
  serials.set(url, serial);
};

/**
 * Lets a feed in. Throws a FeedError: `not-a-feed`, or `rollback` where the page has seen a newer one of the same id or
 * address. A feed inside the page (no `url`) may be old: an article may keep the figure of its day.
 */
export const admit = (json: unknown, url?: string): Core => {
  try {
    check(core, json);
  } catch (error) {
    throw new FeedError('not-a-feed', (error as Error).message);
  }
  const {id, serial} = json as Core;
  for (const key of url ? [id, url] : [id]) {
    const seen = serials.get(key) ?? 0;
    if (url && serial < seen) throw new FeedError('rollback', `${url} ${serial} < ${seen}`);
    serials.set(key, Math.max(serial, seen));
  }
  return json as Core;
};
