import {version} from '../../../package.json' with {type: 'json'};
import {LINK} from '../../feed/fields.js';
import {PICTURE} from '../../feed/sections/photos.js';
import {valuesOf} from '../feed-schema.js';
import {found, type Finding} from './findings.js';

/** Sends a request: the platform's `fetch`, or a replacement in tests. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface LinkOptions {
  readonly fetch?: Fetch;
  /** Milliseconds that a site has to answer each request. */
  readonly timeout?: number;
  /** Called after each address with how many are done, and how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Sites to which requests are sent at the same time; each site gets one request after the other. */
const CONCURRENT_SITES = 4;
const MAX_REDIRECTS = 5;
/** Statuses that sites often give to programs but not to browsers. */
const MAYBE_ONLY_PROGRAMS = [401, 403, 405, 429, 451];

const FIX = 'Open it in a browser. If the page has moved, correct the url; if it is gone, remove the url.';

/** What the error codes of a request mean. */
const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such site',
  EAI_AGAIN: 'the name cannot be resolved; are you online?',
  ECONNREFUSED: 'the site refuses connections',
  ECONNRESET: 'the site closed the connection',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another site',
};

const reasonOf = (error: unknown): string => {
  const {name, message, cause} = error as Error & {cause?: {code?: string}};
  if (name === 'TimeoutError') return 'no answer in time';
  return REASONS[cause?.code ?? ''] ?? cause?.code ?? message;
};

/** The status of an address after redirects, which must keep to https; or why there is none. */
const statusOf = async (
  url: string,
  method: string,
  {fetch: send = fetch, timeout = 10_000}: LinkOptions,
): Promise<number | string> => {
  let target = url;
  try {
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const {status, headers, body} = await send(target, {
        method,
        redirect: 'manual',
        credentials: 'omit',
        signal: AbortSignal.timeout(timeout),
        headers: {'User-Agent': `solidarity-feed/${version}`, Accept: '*/*'},
      });
      await body?.cancel();
      const location = headers.get('location');
      if (status < 300 || status > 399 || !location) return status;
      target = new URL(location, target).href;
      if (!target.startsWith('https://')) return 'it redirects to an address without https';
    }
    return 'too many redirects';
  } catch (error) {
    return reasonOf(error);
  }
};

const isOk = (status: number | string) => typeof status === 'number' && status < 400;

const toFindings = (pointer: string, url: string, status: number | string): Finding[] => {
  if (isOk(status)) return [];
  if (typeof status === 'string')
    return [found('dead-link', pointer, `${url} cannot be reached: ${status}.`, FIX, {url})];
  const hint = MAYBE_ONLY_PROGRAMS.includes(status) ? '; browsers may get another answer' : '';
  return [found('dead-link', pointer, `${url} answers with status ${status}${hint}.`, FIX, {url})];
};

/** The addresses of a feed without repetitions, each with its first pointer. */
const linksIn = (feed: unknown): {pointer: string; url: string}[] => {
  const first = new Map<string, string>();
  for (const {pointer, value} of [...valuesOf(LINK, feed), ...valuesOf(PICTURE, feed)])
    // Where a path leads, only the address of the feed would say.
    if (LINK(value) && !first.has(value)) first.set(value, pointer);
  return [...first].map(([url, pointer]) => ({pointer, url}));
};

/**
 * Requests every address in a feed (HEAD, then GET if that fails), and gives those that do not answer. Requests are
 * sent from this machine, without cookies and referrer. Never throws.
 */
export const findDeadLinks = async (feed: unknown, options: LinkOptions = {}): Promise<Finding[]> => {
  const links = linksIn(feed);
  const sites = new Map<string, typeof links>();
  for (const link of links) {
    const host = URL.canParse(link.url) ? new URL(link.url).host : link.url;
    sites.set(host, [...(sites.get(host) ?? []), link]);
  }
  const findings = new Map<string, Finding[]>();
  const queue = sites.values();
  const work = async () => {
    for (const site of queue)
      for (const {pointer, url} of site) {
        const head = await statusOf(url, 'HEAD', options);
        findings.set(url, toFindings(pointer, url, isOk(head) ? head : await statusOf(url, 'GET', options)));
        options.onProgress?.(findings.size, links.length);
      }
  };
  await Promise.all(Array.from({length: CONCURRENT_SITES}, work));
  return links.flatMap(({url}) => findings.get(url)!);
};
