/**
 * Fetches without cookies and referrer. The options inherit nothing: a page may have put a `method` or a `body` on
 * `Object.prototype`. Rejects as `fetch` does, also if the page has removed `fetch`.
 */
export const fetchData = async (url: string, options?: RequestInit): Promise<Response> =>
  fetch(url, {__proto__: null, credentials: 'omit', referrerPolicy: 'no-referrer', ...options} as RequestInit);
