import type {Correction} from '../feed/sections/corrections.js';
import type {Finding} from './check/findings.js';
import type {FeedJson} from './feed-file.js';

/** An instant in UTC, to the second, as feeds and envelopes write it: `2026-11-22T00:00:00Z`. */
export const instantOf = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;

/** An id that no correction has: `held-2026-03-05`, then `held-2026-03-05-2`. */
const uniqueId = (prefix: string, date: string, corrections: readonly Correction[]): string => {
  const id = `${prefix.slice(0, 48)}-${date}`;
  for (let n = 1; ; n++) {
    const numbered = n > 1 ? `${id}-${n}` : id;
    if (!corrections.some((correction) => correction.id === numbered)) return numbered;
  }
};

/**
 * The feed with a correction for each accepted finding: readers learn the reason, and `check` finds the change explained.
 * `date` is the civil date of the acceptance. What was removed without a replacement is marked as retracted.
 */
export const withCorrections = (
  feed: FeedJson,
  accepted: readonly Finding[],
  reason: string,
  date: string,
): FeedJson => {
  if (!accepted.length) return feed;
  const corrections = [...((feed.corrections ?? []) as readonly Correction[])];
  for (const {correction} of accepted) {
    const {prefix, section, of, title, was, is} = correction!;
    corrections.push({
      id: uniqueId(prefix, date, corrections),
      date,
      ...(section && {section}),
      ...(of && {of}),
      ...(title && {title}),
      text: reason,
      ...(was !== undefined && {was}),
      ...(is !== undefined && {is}),
      ...(was !== undefined && is === undefined && {retracted: true}),
    });
  }
  return {...feed, corrections};
};

/**
 * The feed with the serial and date of its next publication: a serial above its own and above `previousSerial`, issued
 * at `now` (an instant in UTC), but never before its last issue.
 */
export const nextRevision = (feed: FeedJson, now: string, previousSerial = 0): FeedJson => ({
  ...feed,
  serial: Math.max(feed.serial, previousSerial) + 1,
  issued: now > feed.issued ? now : feed.issued,
});
