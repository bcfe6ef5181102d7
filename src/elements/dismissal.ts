/** How long a dismissal lasts: this page view, this tab, this browser; or there is nothing to dismiss. */
export type Persistence = 'memory' | 'session' | 'local' | 'none';

/** What was dismissed, by key; null where storage was read and has nothing. */
const memory = new Map<string, string | null>();

/** Storage is used only if the page opts in. Throws where the browser refuses it. */
const storageOf = (persistence?: Persistence) =>
  persistence === 'local' ? localStorage : persistence === 'session' ? sessionStorage : undefined;

/** Whether a reader has dismissed this. Storage is read once. */
export const isDismissed = (key: string, value: string, persistence?: Persistence): boolean => {
  try {
    const storage = memory.has(key) ? undefined : storageOf(persistence);
    if (storage) memory.set(key, storage.getItem(key));
  } catch {
    // As if nothing were stored.
  }
  return memory.get(key) === value;
};

/** Saves a dismissal; for this page view where storage is refused, or full. */
export const saveDismissal = (key: string, value: string, persistence?: Persistence) => {
  memory.set(key, value);
  try {
    storageOf(persistence)?.setItem(key, value);
  } catch {
    // It is in memory.
  }
};
