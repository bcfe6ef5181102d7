import {onReturn} from '../dom/on-return.js';
import {DAY} from './units.js';

/** The civil date in UTC at a time, `2026-11-26`. */
export const today = (time = Date.now()) => new Date(time).toISOString().slice(0, 10);

let isWatching = false;

/** Calls back on each new day in UTC, also if the machine slept over midnight. Further calls do nothing. */
export const onNewDay = (callback: () => void) => {
  if (isWatching) return;
  isWatching = true;
  let shown = today();
  let timer: ReturnType<typeof setTimeout>;
  const check = () => {
    if (shown !== (shown = today())) callback();
    clearTimeout(timer);
    timer = setTimeout(check, DAY - (Date.now() % DAY));
  };
  onReturn(check);
  check();
};
