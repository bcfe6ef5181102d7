import {LINK} from '../../feed/fields.js';
import {version} from '../../../package.json' with {type: 'json'};
import type {Finding} from './advice.js';
import {placesOf} from './places.js';

/** Asks for an address: the platform's `fetch`, or what stands in for it in a test. */
export type Ask = (url: string, init: RequestInit) => Promise<Response>;

export interface LinkOptions {
  readonly ask?: Ask;
  /** Milliseconds that a site has to answer each request. */
  readonly timeout?: number;
  /** Called after each address with how many are done, of how many. */
  readonly done?: (count: number, of: number) => void;
}

/** Sites asked at a time; one site is asked for one address after the other. */
const AT_A_TIME = 4;
const HOPS = 5;

const BROWSER = 'Open it in a browser. If it has moved, correct the url; if it is gone, remove it.';

/** What the errors of a request mean. */
const ERRORS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such site',
  EAI_AGAIN: 'the name cannot be looked up: are you online?',
  ECONNREFUSED: 'the site does not answer',
  ECONNRESET: 'the site broke off',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is another site’s',
};

const why = (error: unknown): string => {
  const {name, message, cause} = error as Error & {cause?: {code?: string}};
  if (name === 'TimeoutError') return 'no answer in time';
  return ERRORS[cause?.code ?? ''] ?? cause?.code ?? message;
};

/** The status that an address answers with, its redirections followed as long as they keep to https; or what failed. */
const answerOf = async (url: string, method: string, ask: Ask, timeout: number): Promise<number | string> => {
  let at = url;
  try {
    for (let hop = 0; hop <= HOPS; hop++) {
      const {status, headers, body} = await ask(at, {
        method,
        redirect: 'manual',
        credentials: 'omit',
        signal: AbortSignal.timeout(timeout),
        headers: {'User-Agent': `solidarity-feed/${version}`, Accept: '*/*'},
      });
      await body?.cancel();
      const to = headers.get('location');
      if (status < 300 || status > 399 || !to) return status;
      at = new URL(to, at).href;
      if (!at.startsWith('https://')) return 'it leads to an address without https';
    }
    return 'it leads on and on';
  } catch (error) {
    return why(error);
  }
};

const judge = (at: string, url: string, answer: number | string): Finding[] => {
  if (typeof answer === 'string') return [{at, what: `${url} cannot be reached: ${answer}.`, mend: BROWSER}];
  if (answer < 400) return [];
  const shy = [401, 403, 405, 429, 451].includes(answer);
  return [{at, what: `${url} answers ${answer}${shy ? ', perhaps to programs only' : ''}.`, mend: BROWSER}];
};

/** The https addresses of a feed, each once, with the first place where it stands. */
export const linksIn = (feed: unknown): {at: string; url: string}[] => {
  const first = new Map<string, string>();
  for (const {at, value} of placesOf(LINK, feed)) if (!first.has(value)) first.set(value, at);
  return [...first].map(([url, at]) => ({at, url}));
};

/**
 * Asks the site of every address in a feed whether it is still there: HEAD, and GET where that fails. Makes requests
 * from this machine; sends no cookies and no referrer. Never throws.
 */
export const deadLinks = async (
  feed: unknown,
  {ask = fetch, timeout = 10_000, done = () => {}}: LinkOptions = {},
): Promise<Finding[]> => {
  const links = linksIn(feed);
  const sites = new Map<string, typeof links>();
  for (const link of links) {
    const host = URL.canParse(link.url) ? new URL(link.url).host : link.url;
    sites.set(host, [...(sites.get(host) ?? []), link]);
  }
  const found = new Map<string, Finding[]>();
  const waiting = sites.values();
  const work = async () => {
    for (const site of waiting)
      for (const {at, url} of site) {
        const head = await answerOf(url, 'HEAD', ask, timeout);
        const answer = typeof head === 'number' && head < 400 ? head : await answerOf(url, 'GET', ask, timeout);
        found.set(url, judge(at, url, answer));
        done(found.size, links.length);
      }
  };
  await Promise.all(Array.from({length: AT_A_TIME}, work));
  return links.flatMap(({url}) => found.get(url)!);
};
