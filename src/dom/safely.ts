/**
 * Does what nobody waits for: as a listener, an observer, a timer, or a promise of its own. What it throws, or rejects with,
 * because the page has changed what it needs, does not reach the page.
 */
export const safely = async (work: () => unknown): Promise<void> => {
  try {
    await work();
  } catch {
    // What is shown stays.
  }
};
