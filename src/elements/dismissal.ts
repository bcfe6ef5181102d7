/** Where a dismissal is kept: in this page view, in this tab, in this browser; or there is nothing to dismiss. */
export type Keeping = 'memory' | 'session' | 'local' | 'none';

/** Under each key what was dismissed; null where storage was asked and knows nothing. */
const memory = new Map<string, string | null>();

/** Nothing but the page's own word leads to storage. Throws where the browser refuses it. */
const storageOf = (keeping?: Keeping) =>
  keeping === 'local' ? localStorage : keeping === 'session' ? sessionStorage : undefined;

/** Whether a reader has dismissed this. Storage is asked once. */
export const isDismissed = (key: string, value: string, keeping?: Keeping): boolean => {
  try {
    const storage = memory.has(key) ? undefined : storageOf(keeping);
    if (storage) memory.set(key, storage.getItem(key));
  } catch {
    // As if nothing had been kept.
  }
  return memory.get(key) === value;
};

/** Keeps a dismissal; for this page view where storage is refused, or full. */
export const keepDismissal = (key: string, value: string, keeping?: Keeping) => {
  memory.set(key, value);
  try {
    storageOf(keeping)?.setItem(key, value);
  } catch {
    // It is in memory.
  }
};
