const DAY = 86_400_000;

/** A civil date at midnight UTC, in milliseconds since 1970. Not by `Date.parse`, which old libraries replace. */
export const timeOf = (date: string) =>
  new Date(0).setUTCFullYear(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10));

/** The latest civil date that there is anywhere at an instant: in the Pacific it is already tomorrow (UTC+14). */
export const latestDateAt = (instant: string) =>
  new Date(timeOf(instant) + (+instant.slice(11, 13) + 14) * 3_600_000).toISOString().slice(0, 10);

/** Whole days from one civil date to another: `2026-03-05` to `2026-03-19` is 14. */
export const daysBetween = (from: string, to: string) => Math.round((timeOf(to) - timeOf(from)) / DAY);
