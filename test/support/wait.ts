/** The real timer, also if a test uses a fake clock later. */
const {setTimeout} = window;

/** Waits for the next task, so that observers and messages are delivered. */
export const nextTask = (ms = 0) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

/** Waits until a condition holds, ten seconds at most; works with a stopped clock, too. */
export const until = async (condition: () => unknown, description = String(condition)) => {
  for (let i = 0; i < 500; i++) {
    if (await condition()) return;
    await nextTask(20);
  }
  throw new Error(`Timeout while waiting: ${description}`);
};

const seen = async (el: Element, visible: boolean) => {
  await new Promise<void>((resolve) => {
    const observer = new IntersectionObserver(([entry]) => {
      if (entry!.isIntersecting !== visible) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(el);
  });
  await nextTask();
};

/** Waits until observers know that an element is on screen: then its clock runs. */
export const onScreen = (el: Element) => seen(el, true);

/** Waits until observers know that an element is not, or not any more, on screen. */
export const offScreen = (el: Element) => seen(el, false);
