// A classic script, so that it runs before all modules. A warning, an error or a rejection fails the test in which it happens.
{
  /** Errors from before the first test. */
  const early = [];
  let fail = (error) => early.push(error);

  for (const level of ['warn', 'error']) {
    const say = console[level];
    // The runner also reports uncaught errors here.
    console[level] = (...words) => {
      say(...words);
      fail(
        words.find((word) => word instanceof Error) ?? new Error(`console.${level}: ${words.map(String).join(' ')}`),
      );
    };
  }

  let lastRejection;
  globalThis.addEventListener('unhandledrejection', (event) => {
    event.stopImmediatePropagation(); // the runner would only log it
    const {reason} = event;
    if (reason === lastRejection) lastRejection();
    else fail(reason instanceof Error ? reason : new Error(`Unhandled rejection: ${String(reason)}`));
  });
  /** Rejections are reported late, but in order: when ours is reported, all earlier ones have been. */
  const settled = () => new Promise((resolve) => Promise.reject((lastRejection = resolve)));

  // Lit's message that it is in development mode is no warning; its other warnings are.
  globalThis.litIssuedWarnings = new Set(['dev-mode']);

  /** Called when Mocha is loaded, before any test file. */
  globalThis.guard = (mocha) => {
    const {run} = mocha;
    mocha.run = (done) => {
      const {suite} = mocha;
      let tests = 0;
      suite.eachTest((test) => {
        if (!test.isPending()) tests++;
      });
      if (!tests) {
        globalThis.it('holds a test', () => {
          throw new Error('This file has no test');
        });
      }
      suite.beforeAll(async () => {
        await settled();
        if (early.length) throw early[0];
        fail = (error) => {
          try {
            mocha.throwError(error);
          } catch {
            // Mocha has recorded it. The code that warned goes on.
          }
        };
      });
      suite.afterAll(async () => {
        await new Promise((turn) => setTimeout(turn));
        await settled();
      });
      return run(done);
    };
  };
}
