import {fetchData} from '../dom/fetch-data.js';
import {attributeOf, page, resolveUrl} from '../dom/page.js';
import type {Attributes} from '../embed/attributes.js';
import type {ScriptOptions} from './script.js';

/*
 * Why does nothing show? Loaded by the script if the page's address has `?solidarity-debug`. It prints what it finds at each
 * element, and does so again by `solidarity.debug()`. Only then there is this global variable.
 */

/** The attributes of every element. Set by the build. */
declare const ATTRIBUTES: Attributes;

const PREFIX = 'solidarity-';
/** Attributes that any element may have. */
const GLOBAL = /^(src|lang|dir|id|class|style|slot|part|title|hidden|translate|is|(data|aria)-.*)$/;

/** The last `error` of each element. */
const errors = new WeakMap<EventTarget, string>();

/** The elements of ours, and whether each is in a shadow root. */
const elementsIn = (root: ParentNode, isInside = false): (readonly [Element, boolean])[] =>
  [...root.querySelectorAll('*')].flatMap((element) => {
    if (element.localName.startsWith(PREFIX)) return [[element, isInside] as const];
    return element.shadowRoot ? elementsIn(element.shadowRoot, true) : [];
  });

/** What is wrong with a request for a feed; undefined if nothing is. */
const requestIssue = async (url: string): Promise<string | undefined> => {
  try {
    const {status} = await fetchData(url, {cache: 'no-cache'});
    return status === 200 ? undefined : `The server answers with status ${status}.`;
  } catch {
    try {
      await fetchData(url, {mode: 'no-cors', cache: 'no-cache'});
      return 'The server answers, but without “Access-Control-Allow-Origin: *” (CORS).';
    } catch {
      return 'The server cannot be reached, or the page’s policy (connect-src) or an extension blocks the request.';
    }
  }
};

const hasState = (element: Element, state: string) => {
  try {
    return element.matches(`:state(${state})`);
  } catch {
    return false;
  }
};

const issuesOf = async (element: Element, isInside: boolean, feed: string): Promise<string[]> => {
  const {localName} = element;
  const name = localName.slice(PREFIX.length);
  if (!Object.hasOwn(ATTRIBUTES, name)) return ['There is no such element.'];
  const known = ATTRIBUTES[name]!.split(' ');
  const unknown = element.getAttributeNames().filter((one) => !known.includes(one) && !GLOBAL.test(one));
  const issues = unknown.map((one) => `Unknown attribute: ${one}.`);
  if (!customElements.get(localName))
    return [
      ...issues,
      isInside
        ? `Not defined: solidarity.js does not look into shadow roots. Write data-define="${name}" on its tag.`
        : 'Not defined: a file in chunks/ could not be loaded. Is it blocked by the page’s policy (script-src), or missing?',
    ];
  if (hasState(element, 'dismissed')) issues.push('The reader has closed it.');
  else if (!element.getClientRects().length) issues.push('The page hides it (CSS).');
  if (hasState(element, 'stale')) issues.push('It shows that the figure is out of date.');
  const error = errors.get(element);
  if (error) issues.push(`It shows its fallback content: ${error}.`);
  const url = resolveUrl(attributeOf(element, 'src')?.trim() || feed);
  const issue = url.startsWith('#') ? undefined : await requestIssue(url);
  if (issue) issues.push(`${url}: ${issue}`);
  else if (!hasState(element, 'ready') && !error) issues.push('It has not loaded yet, or shows its fallback content.');
  return issues;
};

/* eslint-disable no-console -- It is what was asked for. */

/** Prints what it finds now, and sets `solidarity.debug`. `runs` are the options of the script, the last of them counts. */
export const startDebug = (runs: readonly ScriptOptions[]): void => {
  const debug = async () => {
    const found = elementsIn(page.documentElement);
    if (!found.length) console.info('Solidarity Widgets: the page has no element. Was its tag removed by the editor?');
    for (const [element, isInside] of found) {
      const issues = await issuesOf(element, isInside, runs.at(-1)!.feed);
      console.info(`<${element.localName}>`, issues.length ? issues.join('\n') : 'No problem found.', element);
    }
  };
  addEventListener(
    'error',
    (event) => {
      const {target, reason, message} = event as Event & {readonly reason?: string; readonly message?: string};
      if (target && reason) errors.set(target, `${reason} (${message})`);
    },
    true,
  );
  Object.assign(globalThis, {solidarity: {debug}});
  // Once the page and its elements have had their time.
  setTimeout(() => void debug(), 3000);
};
