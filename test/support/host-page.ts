import {fixture} from '@open-wc/testing';
import {html} from 'lit';
import type {SolidarityElement} from '../../src/elements/solidarity-element.js';
import {TAGS} from './elements.js';
import {feedOf} from './feed.js';
import {sections} from './samples.js';
import {nextTask, until} from './wait.js';

/* Host pages in frames: for changes that cannot be undone in the page of the tests. */

export interface HostPage {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  /** Errors and messages, as in the page's console. */
  readonly problems: string[];
  readonly elements: SolidarityElement[];
}

interface Options {
  /** Script of the host, which runs before the elements are defined. */
  readonly before?: string;
  /** Elements in the page; all of ours where absent. */
  readonly body?: string;
  readonly head?: string;
  readonly xhtml?: boolean;
  readonly feed?: object;
}

const element = (tag: string) => `<${tag} src="#feed" lang="en"><p>Fallback of ${tag}</p></${tag}>`;

/** Records errors, rejections and console messages of a page. */
const WATCH = `
  window.problems = [];
  window.litIssuedWarnings = new Set(['dev-mode']);
  addEventListener('error', (event) => {
    if (event.target === window) problems.push(event.message);
  }, true);
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    problems.push('unhandled rejection: ' + event.reason);
  });
  for (const level of ['error', 'warn']) console[level] = (...words) => problems.push(level + ': ' + words.join(' '));`;

const importsOf = (tags: readonly string[]) => `
  window.defined = Promise.allSettled([${tags.map((tag) => `import('${location.origin}/src/define/${tag}.ts')`).join()}])
    .then((all) => {
      window.done = true;
      for (const {reason} of all) if (reason) problems.push('import: ' + reason);
    });`;

type HostWindow = HostPage['window'] & {problems: string[]; done?: boolean};

const openFrame = () => fixture<HTMLIFrameElement>(html`<iframe title="Host" width="600" height="600"></iframe>`);

/** The elements of a page, once they are defined and rendered, or once it is clear that they cannot be. */
const settle = async (window: HostWindow): Promise<HostPage> => {
  await until(() => window.done, 'the page has its elements');
  const {document, problems} = window;
  // The page may have elements named like members of the document.
  const elements = [...Document.prototype.querySelectorAll.call(document, TAGS.join())] as SolidarityElement[];
  // An element that never renders is reported as empty.
  const rendered = elements.map((el) => el.updateComplete?.catch((error) => problems.push(String(error))));
  await Promise.race([Promise.all(rendered), nextTask(3000)]);
  // Uncaught errors are reported in a later task.
  await nextTask(20);
  return {window, document, problems, elements};
};

/** Opens a page and waits until its elements are rendered, or cannot be. */
export const hostPage = async ({
  before = '',
  body = TAGS.map(element).join('\n'),
  head = '',
  xhtml = false,
  feed = feedOf(sections),
}: Options = {}): Promise<HostPage> => {
  const script = (text: string) => `<script>${xhtml ? `//<![CDATA[\n${text}\n//]]>` : text}</script>`;
  const page = `${xhtml ? '<html xmlns="http://www.w3.org/1999/xhtml">' : '<!doctype html><html lang="en">'}
    <head><meta charset="utf-8"/><title>Host</title>${head}${script(WATCH)}${script(before)}</head>
    <body>${body}
    <script type="application/json" id="feed">${JSON.stringify(feed)}</script>
    ${script(importsOf(TAGS))}</body></html>`;
  const frame = await openFrame();
  const url = URL.createObjectURL(new Blob([page], {type: xhtml ? 'application/xhtml+xml' : 'text/html'}));
  frame.src = url;
  const window = frame.contentWindow as HostWindow;
  const opened = await settle(window);
  URL.revokeObjectURL(url);
  return opened;
};

/** Opens a page that is received in pieces, as from a slow server: its elements are parsed before its end is. */
export const slowPage = async (start: string) => {
  const frame = await openFrame();
  const window = frame.contentWindow as HostWindow;
  const {document} = window;
  document.open();
  document.write(`<!doctype html><html lang="en"><head><script>${WATCH}</script>
    <script type="application/json" id="feed">${JSON.stringify(feedOf(sections))}</script></head>
    <body><script>${importsOf(TAGS)}</script>${start}`);
  return {
    ...(await settle(window)),
    /** The rest of the page. */
    finish: async (rest: string) => {
      document.write(rest);
      document.close();
      await until(() => document.readyState === 'complete');
    },
  };
};
