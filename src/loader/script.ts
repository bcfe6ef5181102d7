import {attributeOf, page} from '../dom/page.js';
import type {StoreOptions} from '../store/feed-store.js';

/** What a run of the script asks for. */
export interface ScriptOptions extends StoreOptions {
  readonly feed: string;
  /** Elements to define although the document has none (they may be in shadow roots), separated by spaces. */
  readonly define?: string;
}

/** The script that is running: its address, and its options. */
export interface RunningScript {
  readonly src: string;
  /** The folder of the script, with its slash. */
  readonly base: string;
  readonly options: ScriptOptions;
}

/**
 * Finds the script that is running, by its file name: `document.currentScript`; else, for a module, an `import()` or a
 * copy in a shadow root, by the address in the stack; else, where a library has inlined it, by its tag in the document.
 * Undefined where it cannot be identified, say because it was merged with others: then nothing is to happen.
 */
export const findScript = (name: RegExp): RunningScript | undefined => {
  const fileOf = ({src}: {readonly src: string}) => src.split(/[?#]/)[0]!;
  const isOurs = (script: {readonly src: string}) => name.test(fileOf(script));
  const current = page.currentScript;
  const isScript = current instanceof HTMLScriptElement && isOurs(current);
  const [address = ''] = /\b[a-z]+:\/\/[^\s()]+?\.js[^\s():]*/i.exec(String(new Error().stack)) ?? [];
  const tags = [...page.querySelectorAll<HTMLScriptElement>('script[src]')].filter(isOurs);
  // The stack knows where the script came from, whatever `<base>` the page has now, and whichever other tags.
  const own = isOurs({src: address}) ? address : undefined;
  const isOwn = (tag: HTMLScriptElement) => !own || fileOf(tag) === fileOf({src: own});
  const tag = isScript ? current : (tags.find(({src}) => src === own) ?? tags.find(isOwn));
  const src = own ?? tag?.src;
  if (!src) return undefined;
  const base = fileOf({src}).replace(/[^/]*$/, '');
  // Tag managers strip `data-*`; the fragment of the address survives.
  const fragment = new URLSearchParams((tag?.src ?? src).split('#')[1]);
  const option = (key: string) => (tag && attributeOf(tag, `data-${key}`)) ?? fragment.get(key) ?? undefined;
  return {
    src,
    base,
    options: {
      feed: option('feed') || `${base}feed.json`,
      keys: option('key'),
      serial: option('serial'),
      snapshot: option('snapshot'),
      define: option('define'),
    },
  };
};

/**
 * Hands the options of a run over to an earlier run of the same script, if there was one. The first run answers; it
 * receives the options of later ones by `onOptions`. An event, so that no global is needed. Returns whether this is the
 * first run.
 */
export const isFirstRun = ({src, options}: RunningScript, onOptions: (options: ScriptOptions) => void): boolean => {
  const type = `solidarity-run ${src.split(/[?#]/)[0]!}`;
  if (!dispatchEvent(new CustomEvent(type, {detail: options, cancelable: true}))) return false;
  addEventListener(type, (event) => {
    event.preventDefault();
    onOptions((event as CustomEvent<ScriptOptions>).detail);
  });
  return true;
};
