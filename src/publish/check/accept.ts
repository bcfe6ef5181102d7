import type {Head} from '../../feed/sections/head.js';
import type {Correction} from '../../feed/sections/corrections.js';
import type {Anomaly} from './anomalies.js';

/** A feed as it stands in its file: what a command does not know stays as it is. */
export type FeedJson = Head & Readonly<Record<string, unknown>>;

const correctionsIn = ({corrections = []}: FeedJson) => corrections as readonly Correction[];

/** An id that no correction has: `held-2026-03-05`, then `held-2026-03-05-2`. */
const freeId = (key: string, date: string, taken: ReadonlySet<string>): string => {
  const id = `${key.slice(0, 48)}-${date}`;
  for (let n = 1; ; n++) {
    const numbered = n > 1 ? `${id}-${n}` : id;
    if (!taken.has(numbered)) return numbered;
  }
};

/**
 * The feed with one correction for each accepted anomaly, so that readers learn the reason, and `check` finds it
 * explained. `date` is the day of acceptance. What is gone without a value in its place is retracted.
 */
export const accepted = (feed: FeedJson, anomalies: readonly Anomaly[], reason: string, date: string): FeedJson => {
  const corrections = anomalies.reduce<readonly Correction[]>((all, {key, section, of, was, is}) => {
    const taken = new Set(all.map(({id}) => id));
    const retracted = was !== undefined && is === undefined;
    return [
      ...all,
      {
        id: freeId(key, date, taken),
        date,
        ...(section && {section}),
        ...(of && {of}),
        text: reason,
        ...(was !== undefined && {was}),
        ...(is !== undefined && {is}),
        ...(retracted && {retracted}),
      },
    ];
  }, correctionsIn(feed));
  return anomalies.length ? {...feed, corrections} : feed;
};

/** The next publication of a feed: a serial above its own and `above`, issued at `now` (UTC) and never earlier. */
export const published = (feed: FeedJson, now: string, above = 0): FeedJson => ({
  ...feed,
  serial: Math.max(feed.serial, above) + 1,
  issued: now > feed.issued ? now : feed.issued,
});
