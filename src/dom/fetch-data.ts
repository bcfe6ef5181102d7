/**
 * Fetches without cookies and referrer. From another host `same-origin` sends none either, and Chromium then uses what the
 * page has preloaded; a page without a host (`about:srcdoc`) may have the origin of another. The options inherit nothing: a
 * page may have put a `method` or a `body` on `Object.prototype`. Rejects as `fetch` does, also if the page has removed
 * `fetch`. The address is an absolute one.
 */
export const fetchData = async (url: string, options?: RequestInit): Promise<Response> =>
  fetch(url, {
    __proto__: null,
    referrerPolicy: 'no-referrer',
    credentials: url.includes(location.host) ? 'omit' : 'same-origin',
    ...options,
  } as RequestInit);
