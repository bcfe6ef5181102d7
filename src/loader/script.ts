import {attributeOf, page} from '../dom/page.js';
import type {StoreOptions} from '../store/feed-store.js';

/** What a run of the script asks for; what it does not say is absent. */
export interface ScriptOptions extends StoreOptions {
  readonly feed: string;
  /** Elements to define although the document has none (they may be in shadow roots), separated by spaces. */
  readonly define?: string;
}

const OPTIONS = ['feed', 'key', 'serial', 'snapshot', 'define'];

/** An address without query and fragment. */
const fileOf = (src = '') => src.split(/[?#]/)[0]!;

/**
 * Finds the script that is running: its file, without query and fragment, and its tag. It is found by its file name: in
 * the stack, which knows the address whatever `<base>` the page has now; else, if a library has inlined it, by
 * `document.currentScript`, or by its tag in the document. There is no file if it cannot be identified, for instance
 * because it was merged with others.
 */
const findScript = (name: RegExp) => {
  const isOurs = (script: {readonly src?: string} | null) => name.test(fileOf(script?.src));
  const [address] = /\b[a-z]+:\/\/[^\s()]+?\.js[^\s():]*/i.exec(String(new Error().stack)) ?? [];
  const own = isOurs({src: address}) ? address : undefined;
  const current = page.currentScript as HTMLScriptElement | null;
  const tags = [...page.querySelectorAll<HTMLScriptElement>('script[src]')].filter(isOurs);
  const tag = isOurs(current)
    ? current
    : (tags.find(({src}) => src === own) ?? tags.find(({src}) => !own || fileOf(src) === fileOf(own)));
  return {file: fileOf(own ?? tag?.src), tag, src: tag?.src ?? own ?? ''};
};

/**
 * Runs the script whose file name is given: calls `start` with the folder of the script and its options, once. Later runs
 * of the same file hand their options to the function that `start` returns. They do so by an event, so that no global is
 * needed. Does nothing if the script cannot be identified.
 */
export const run = (
  name: RegExp,
  start: (base: string, options: ScriptOptions) => (options: ScriptOptions) => void,
): void => {
  const {file, tag, src} = findScript(name);
  if (!file) return;
  const base = file.replace(/[^/]*$/, '');
  // Tag managers remove `data-*`; the fragment of the address survives.
  const fragment = new URLSearchParams(src.split('#')[1]);
  const options = {__proto__: null} as unknown as Record<string, string>;
  for (const option of OPTIONS) {
    const value = (tag && attributeOf(tag, `data-${option}`)) ?? fragment.get(option);
    if (value !== null) options[option] = value;
  }
  options.feed ||= `${base}feed.json`;
  const type = `solidarity-run ${file}`;
  if (!dispatchEvent(new CustomEvent(type, {detail: options, cancelable: true}))) return;
  const add = start(base, options as unknown as ScriptOptions);
  addEventListener(type, (event) => {
    event.preventDefault();
    add((event as CustomEvent<ScriptOptions>).detail);
  });
};
