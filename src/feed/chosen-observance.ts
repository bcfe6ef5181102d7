import {lastDay, nextObservance, type Next, type Observance} from './sections/observances.js';

/**
 * The day that a page wants: the next one of all, or of one that it names by its id; with `up` the last one of that, unless it
 * is today.
 */
export const chosenObservance = (
  all: readonly Observance[],
  {observance: id, direction}: {readonly observance?: string; readonly direction?: string},
  todayIn: (zone: string | undefined) => string,
): Next | undefined => {
  const items = all.filter((item) => !id || item.id === id);
  const observance = id ? items[0] : undefined;
  const next = nextObservance(items, todayIn);
  const today = todayIn(observance?.zone);
  const last = observance && direction === 'up' && next?.day !== today && lastDay(observance, today);
  return last ? {observance, day: last} : next;
};
