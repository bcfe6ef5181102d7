/** Whether so many milliseconds have passed since a time; also if the clock was set back since, and nobody knows. */
export const hasPassed = (ms: number, since: number): boolean => {
  const elapsed = Date.now() - since;
  return elapsed < 0 || elapsed >= ms;
};
