/** A task of its own. Not by a timer, which a hidden page gets only once a second. */
export const yieldToMain = () =>
  new Promise<void>((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
