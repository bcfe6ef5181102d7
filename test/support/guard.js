// A classic script, so that it comes before all modules: what would pass in silence fails the test that it happens in.
{
  /** What went wrong before there was a test to fail. */
  const early = [];
  let fail = (error) => early.push(error);

  for (const level of ['warn', 'error']) {
    const say = console[level];
    console[level] = (...words) => {
      say(...words);
      fail(words.find((word) => word instanceof Error) ?? new Error(`console.${level}: ${words.map(String).join(' ')}`));
    };
  }
  addEventListener('unhandledrejection', (event) => {
    // The runner would only log it.
    event.stopImmediatePropagation();
    fail(event.reason instanceof Error ? event.reason : new Error(`Unhandled rejection: ${String(event.reason)}`));
  });

  // Lit's greeting in development is no warning; its other warnings are.
  globalThis.litIssuedWarnings = new Set(['dev-mode']);

  /** Called when Mocha is there and no test file is yet. */
  globalThis.guard = (mocha) => {
    const {run} = mocha;
    mocha.run = (done) => {
      if (!early.length && !mocha.suite.total()) early.push(new Error('This file holds no test'));
      for (const error of early) {
        it('loads', () => {
          throw error;
        });
      }
      fail = (error) => {
        try {
          mocha.throwError(error);
        } catch {
          // Mocha has noted it; the code that warned goes on.
        }
      };
      // A rejection in the last test is made known a turn later.
      mocha.suite.afterAll(() => new Promise((turn) => setTimeout(turn)));
      return run(done);
    };
  };
}
