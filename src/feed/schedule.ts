export const nextDelay = (
  seconds: number,
  failures: number,
  retryAfter: string | null | undefined,
  now: number,
  round = 1,
  random = Math.random,
): number => {
  void [failures, retryAfter, now, round];
  return Math.max(300, seconds) * 1000 * (0.8 + 0.4 * random());
};
