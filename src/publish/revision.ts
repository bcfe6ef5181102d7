import {SECTIONS} from '../feed/parse-feed.js';
import type {Correction} from '../feed/sections/corrections.js';
import type {Figure} from '../feed/sections/figures.js';
import {reasonFor, type Reasons} from './acceptance.js';
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

/** A figure with the reason of its change as its note. An older note was about the count of the date `since`, and moves to it. */
const withNote = (figure: Figure, since: string, note: Figure['note']): Figure => ({
  ...figure,
  note,
  ...(figure.history && {
    history: figure.history.map((point) =>
      point.date === since && figure.note !== undefined ? {...point, note: point.note ?? figure.note} : point,
    ),
  }),
});

/**
 * The feed with the reasons of accepted changes, so that `check` finds them explained. A wrong count or a removed item gets a
 * correction of the civil date `date`; what was removed without a replacement is marked as retracted. Where both
 * counts were right, each on its day, the reason is the note of the figure.
 */
export const withCorrections = (
  feed: FeedJson,
  accepted: readonly Finding[],
  reasons: Reasons,
  date: string,
): FeedJson => {
  const corrections = [...((feed.corrections ?? []) as readonly Correction[])];
  const figures = [...((feed.figures ?? []) as readonly Figure[])];
  const changes = accepted.flatMap((finding) =>
    finding.correction ? [{...finding.correction, text: reasonFor(reasons, finding)!}] : [],
  );
  for (const {prefix, section, of, title, was, is, since, text} of changes) {
    if (since !== undefined) continue;
    corrections.push({
      id: uniqueId(prefix, date, corrections),
      date,
      ...(section && {section}),
      ...(of && {of}),
      ...(title && {title}),
      text,
      ...(was !== undefined && {was}),
      ...(is !== undefined && {is}),
      ...(was !== undefined && is === undefined && {retracted: true}),
    });
  }
  const isCorrected = (id: string) => changes.some(({of, is, since}) => of === id && is !== undefined && !since);
  figures.forEach((figure, i) => {
    const change = changes.find(({of, since}) => of === figure.id && since !== undefined);
    if (change && !isCorrected(figure.id)) figures[i] = withNote(figure, change.since!, change.text);
  });
  return {
    ...feed,
    ...(feed.figures ? {figures} : {}),
    ...(feed.corrections || corrections.length ? {corrections} : {}),
  };
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

/** The next publication with the head of a feed alone: pages show their fallback content. */
export const withoutSections = (feed: FeedJson, now: string, previousSerial = 0): FeedJson =>
  nextRevision(
    Object.fromEntries(Object.entries(feed).filter(([key]) => !Object.hasOwn(SECTIONS, key))) as FeedJson,
    now,
    previousSerial,
  );
