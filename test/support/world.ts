/* A server and a clock of our own, for tests of what happens over minutes. */

interface Asked {
  readonly url: string;
  readonly init: RequestInit;
}

interface Timer {
  readonly delay: number;
  readonly run: () => void;
}

/** Answers requests in place of the network, and holds long timers until they are run by hand. */
export const world = () => {
  const real = {fetch: window.fetch, setTimeout: window.setTimeout, clearTimeout: window.clearTimeout};
  const asked: Asked[] = [];
  const timers = new Map<number, Timer>();
  let answer: (url: string) => BodyInit | Response = () => new Response('', {status: 404});
  let hidden = false;
  let ids = 1_000_000;

  window.fetch = (url, init = {}) => {
    const address = url instanceof Request ? url.url : String(url);
    asked.push({url: address, init});
    const given = answer(address);
    return Promise.resolve(given instanceof Response ? given : new Response(given));
  };
  window.setTimeout = ((run: () => void, delay = 0) => {
    // Under a second nothing is planned, and at ten seconds a request ends.
    if (delay < 1000 || delay === 10_000) return real.setTimeout.call(window, run, delay);
    timers.set(++ids, {delay, run});
    return ids;
  }) as typeof setTimeout;
  window.clearTimeout = ((id: number) => {
    if (!timers.delete(id)) real.clearTimeout.call(window, id);
  }) as typeof clearTimeout;
  Object.defineProperty(document, 'hidden', {get: () => hidden, configurable: true});

  const turn = (ms = 0) => new Promise<void>((done) => real.setTimeout.call(window, () => done(), ms));
  /** Until what was asked has been read, and the next request is planned; or until it is clear that none is. */
  const settled = async (planned = true) => {
    for (let i = 0; i < 5; i++) await turn();
    for (let i = 0; planned && !timers.size && i < 100; i++) await turn(20);
  };

  return {
    asked,
    /** What the server says from now on. */
    answer(with_: typeof answer) {
      answer = with_;
    },
    /** The delays of all timers that wait, in seconds. */
    delays: () => [...timers.values()].map(({delay}) => delay / 1000),
    /** Lets every timer that waits run out, and what it starts come to an end. */
    async elapse() {
      const due = [...timers.values()];
      timers.clear();
      due.forEach(({run}) => run());
      await settled(!hidden);
    },
    async hide(now: boolean) {
      hidden = now;
      document.dispatchEvent(new Event('visibilitychange'));
      await settled(!hidden);
    },
    async online() {
      window.dispatchEvent(new Event('online'));
      await settled();
    },
    settled,
    end() {
      Object.assign(window, real);
      delete (document as {hidden?: boolean}).hidden;
    },
  };
};
