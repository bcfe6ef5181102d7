/** The milliseconds of a Retry-After, in seconds or as a date, at most a day; 0 for anything else. */
const parseRetryAfter = (retryAfter: string | null, now: number) =>
  Math.min(
    864e5,
    /^\d+$/.test(retryAfter ?? '')
      ? +retryAfter! * 1e3
      : (/GMT$/.test(retryAfter ?? '') && Date.parse(retryAfter!) - now) || 0,
  );

/**
 * Milliseconds to wait after a failure before a feed that is not there may be requested again: none after the first,
 * then five seconds, doubled with each further failure up to an hour. A Retry-After is the least wait.
 */
export const retryDelay = (failures: number, retryAfter: string | null, now: number): number =>
  Math.max(failures < 2 ? 0 : Math.min(36e5, 2500 * 2 ** (failures - 1)), parseRetryAfter(retryAfter, now));

/**
 * Milliseconds to wait before a feed is refreshed, so that the requests of all readers' tabs are spread evenly.
 *
 * The delay is `seconds`, clamped to 300 to 86,400, plus or minus a fifth. After a failure it is 300 seconds, doubled
 * from the fourth failure on up to an hour: a server in trouble gets no more requests than a healthy one. A Retry-After
 * is the least delay; one of more than a day counts as a day.
 *
 * A fifth alone leaves tabs together that began together: half an hour later their requests still come in waves. So
 * after a `shared` moment (a page was opened or woken, perhaps by a news alert; a Retry-After named the same moment to
 * all) the delay is the shortest one plus a random part of another. From then on the requests are spread evenly.
 *
 * @param seconds the page's wish, a number
 * @param failures requests that have failed since one succeeded
 * @param retryAfter the header of the last answer
 * @param now milliseconds since 1970
 * @param shared whether the last request was made when a page was opened or woken
 */
export const nextDelay = (
  seconds: number,
  failures: number,
  retryAfter: string | null,
  now: number,
  shared = false,
  random = Math.random,
): number => {
  const wish = failures ? Math.min(3600, 30 * 2 ** failures) : seconds;
  const usual = Math.min(86400, Math.max(300, wish)) * 1e3;
  const wait = usual * (0.8 + 0.4 * random());
  const asked = parseRetryAfter(retryAfter, now);
  return shared || asked > 0 ? Math.max(asked, usual * 0.8) + wait * random() : wait;
};
