/** The milliseconds that a Retry-After asks for, in seconds or as a date; 0 for anything else. */
const askedFor = (retryAfter: string, now: number) =>
  /^\d+$/.test(retryAfter) ? +retryAfter * 1e3 : (/GMT$/.test(retryAfter) && Date.parse(retryAfter) - now) || 0;

/**
 * Milliseconds to wait before the next request for a feed, so that the tabs of all readers ask evenly.
 *
 * A wait is `seconds`, 300 to 86,400, give or take a fifth. After a failure it is 300, and from the fourth on doubled with
 * each further one up to an hour: a server in trouble is asked no more often than a well one may be. A Retry-After is the
 * least wait; one of more than a day counts as a day.
 *
 * A fifth alone leaves tabs together that began together: half an hour later they still come in waves. So after a moment
 * that may be `shared` (a page was opened or woken, perhaps by a news alert; a Retry-After named the moment to all) the
 * wait is the shortest one, and a random part of another. From then on they come as evenly as if they had always been
 * there.
 *
 * @param seconds the page's wish; the caller sees to it that it is a number
 * @param failures requests that have failed since one succeeded
 * @param retryAfter the header of the last answer
 * @param now milliseconds since 1970
 * @param shared whether the last request was the first of a page that was opened or woken
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
  const asked = Math.min(864e5, askedFor(retryAfter ?? '', now));
  return shared || asked > 0 ? Math.max(asked, usual * 0.8) + wait * random() : wait;
};
