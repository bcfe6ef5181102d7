export const nextDelay = (
  seconds: number,
  failures: number,
  retryAfter: string | null | undefined,
  now: number,
  round = 1,
  random = Math.random,
): number => {
  void [now, round];
  const base = failures ? Math.min(3600, 60 * 2 ** (failures - 1)) : Math.max(300, seconds);
  return Math.max(base * 1000 * (0.8 + 0.4 * random()), Number(retryAfter ?? 0) * 1000 * (1 + random() / 5));
};
