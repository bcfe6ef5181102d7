/** Milliseconds for which elements go on in one task: four times that, on a slow phone, is still no long one. */
const SLICE = 4;

let begun = -Infinity;
let queue: Promise<unknown> = Promise.resolve();

/** A task of its own. Not by a timer, which a hidden page gets but once a second. */
const task = () =>
  new Promise<void>((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      begun = performance.now();
      resolve();
    };
    port2.postMessage(0);
  });

/**
 * Resolves in its turn, in a task of its own where the last one has lasted long enough: the elements that waited for one
 * feed do not hold up the page all at once.
 */
export const turn = () =>
  (queue = queue.then(async () => {
    // Whoever had the turn before is rendered within these microtasks.
    for (let i = 0; i < 9; i++) await undefined;
    if (performance.now() - begun > SLICE) await task();
  }));
