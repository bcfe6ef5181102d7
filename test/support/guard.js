// A classic script, so that it comes before all modules: what would pass in silence fails the test that it happens in.
{
  /** What went wrong before there was a test to fail. */
  const early = [];
  let fail = (error) => early.push(error);

  for (const level of ['warn', 'error']) {
    const say = console[level];
    // The runner says uncaught errors here too.
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
  /** Rejections are made known late, but in their order: when one of ours is, those before it have been. */
  const settled = () => new Promise((resolve) => Promise.reject((lastRejection = resolve)));

  // Lit's greeting in development is no warning; its other warnings are.
  globalThis.litIssuedWarnings = new Set(['dev-mode']);

  /** Called when Mocha is there and no test file is yet. */
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
          throw new Error('This file holds no test');
        });
      }
      suite.beforeAll(async () => {
        await settled();
        if (early.length) throw early[0];
        fail = (error) => {
          try {
            mocha.throwError(error);
          } catch {
            // Mocha has noted it; the code that warned goes on.
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
