interface FakeRequest {
  readonly url: string;
  readonly init: RequestInit;
}

type Answer = (url: string) => BodyInit | Response | Promise<BodyInit | Response>;

/** Answers in place of the network, with 404 at first, until `restore()`. `requests` are all that were made. */
export const fakeNetwork = () => {
  const {fetch} = window;
  const requests: FakeRequest[] = [];
  let answer: Answer = () => new Response('', {status: 404});

  window.fetch = async (input, init = {}) => {
    const url = input instanceof Request ? input.url : String(input);
    requests.push({url, init});
    const aborted = new Promise<never>((_, reject) => {
      init.signal?.addEventListener('abort', () => reject(init.signal!.reason as Error));
    });
    const answered = await Promise.race([answer(url), aborted]);
    return answered instanceof Response ? answered : new Response(answered);
  };

  return {
    requests,
    /** Sets what the server answers from now on: a function is asked for each request. */
    answer(next: Answer | string | Blob) {
      answer = typeof next === 'function' ? next : () => next;
    },
    /** Answers with an HTTP status, and headers. */
    fail(status = 500, headers: HeadersInit = {}) {
      answer = () => new Response('', {status, headers});
    },
    /** Fails each request, as without a connection. */
    disconnect() {
      answer = () => Promise.reject(new TypeError('Failed to fetch'));
    },
    /** Never answers. */
    hang() {
      answer = () => new Promise(() => {});
    },
    restore() {
      window.fetch = fetch;
    },
  };
};
