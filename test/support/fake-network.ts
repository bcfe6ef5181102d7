/** A body, a response, or why there is none. */
export type Answer = BodyInit | Response | Error;

/** An answer that never comes. */
export const NEVER = new Promise<never>(() => {});

interface Request {
  readonly url: string;
  readonly init: RequestInit;
}

/** Answers what the page requests by `fetch`, in place of the network, until `uninstall()`. Without an answer it is 404. */
export const fakeNetwork = () => {
  const {fetch} = window;
  const requests: Request[] = [];
  let answer: (url: string) => Answer | Promise<Answer> = () => new Response('', {status: 404});

  window.fetch = (input, init = {}) => {
    const url = input instanceof Request ? input.url : String(input);
    requests.push({url, init});
    const aborted = new Promise<never>((_, reject) => {
      init.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
    });
    const response = (async () => {
      const given = await answer(url);
      if (given instanceof Error) throw given;
      return given instanceof Response ? given : new Response(given);
    })();
    return Promise.race([response, aborted]);
  };

  return {
    /** What was requested, in order. */
    requests,
    /** Sets the answer to all requests from now on. */
    answer(given: typeof answer | Answer | Promise<never>) {
      answer = typeof given === 'function' ? given : () => (given instanceof Response ? given.clone() : given);
    },
    uninstall() {
      window.fetch = fetch;
    },
  };
};
