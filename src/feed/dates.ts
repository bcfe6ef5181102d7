const DAY = 86_400_000;

/** Whole days from one civil date to another: `2026-03-05` to `2026-03-19` is 14. */
export const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY);
