import {install, type Clock, type FakeMethod} from '@sinonjs/fake-timers';

/** What the fake clock replaces. Promises and observers are real. */
const FAKED: FakeMethod[] = [
  'Date',
  'performance',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'requestAnimationFrame',
  'cancelAnimationFrame',
];

/**
 * Stops the clock and all timers of the page at an instant, until `uninstall()`. `tick` and `tickAsync` advance it by
 * milliseconds, `jump` skips over them as a sleeping machine does, and `setSystemTime` sets it as a user would.
 */
export const fakeClock = (at: string | number = '2026-11-22T12:00:00Z', toFake = FAKED): Clock => {
  const clock = install({
    now: new Date(at),
    toFake,
    shouldClearNativeTimers: true,
  });
  // Timers of an earlier fake clock never end: code that waits for one sets it again when the reader returns.
  dispatchEvent(new Event('focus'));
  return clock;
};

/** Milliseconds to each timer that is set, the next one first. */
export const waits = (clock: Clock): number[] =>
  [...((clock as unknown as {timers?: Map<number, {callAt: number}>}).timers?.values() ?? [])]
    .map(({callAt}) => callAt - clock.now)
    .sort((a, b) => a - b);
