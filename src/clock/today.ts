import {onReturn} from '../dom/on-return.js';
import {DAY} from './units.js';

const callbacks = new Set<() => void>();
let shown = 0;
let timer: ReturnType<typeof setTimeout>;

/** The civil date in UTC at a time, `2026-11-26`. */
export const today = (time = Date.now()) => new Date(time).toISOString().slice(0, 10);

const check = () => {
  const day = Math.floor(Date.now() / DAY);
  if (day !== shown) callbacks.forEach((callback) => callback());
  shown = day;
  clearTimeout(timer);
  timer = setTimeout(check, DAY - (Date.now() % DAY));
};

/** Calls back on each new day in UTC, also where the machine slept over midnight. Returns the function that ends it. */
export const onNewDay = (callback: () => void): (() => void) => {
  if (!shown) {
    onReturn(check);
    check();
  }
  callbacks.add(callback);
  return () => void callbacks.delete(callback);
};
