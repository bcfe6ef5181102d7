import {attributeOf, page, resolveUrl} from '../dom/page.js';
import {safely} from '../dom/safely.js';
import type {StoreOptions} from '../store/feed-store.js';

/** What a run of the script asks for; what it does not say is absent. */
export interface ScriptOptions extends StoreOptions {
  readonly feed: string;
  /** Elements to define although the document has none (they may be in shadow roots), separated by spaces. */
  readonly define?: string;
}

/** What a run says to those before it: its file, its options, and a list that receives theirs. */
type Handover = readonly [file: string, options: readonly ScriptOptions[], earlier: ScriptOptions[]];

type Tag = Pick<HTMLScriptElement, 'src' | 'type'> & Element;

const OPTIONS = ['feed', 'key', 'serial', 'snapshot', 'define'];
const RUN = 'solidarity-run';

/** All scripts, also those in open shadow roots. In a form, fields are in the place of its members. */
const scriptsIn = (root: Partial<ParentNode>): Tag[] =>
  [...(root.querySelectorAll?.('*') ?? [])].flatMap((element) =>
    element.localName === 'script' ? (element as Tag) : element.shadowRoot ? scriptsIn(element.shadowRoot) : [],
  );

/**
 * Finds the script that is running: its file, without query and fragment, and the tags that say what it is to do. It is
 * found by its file name: in the stack, which knows the address whatever `<base>` the page has now; else, if a library has
 * inlined it, by `document.currentScript`, or by its tag. A module has no current script, and runs once for all its tags; a
 * script in a shadow root has none either. There is no file if it cannot be identified, for instance because it was merged
 * with others.
 */
const findScript = (name: RegExp): readonly [file: string | undefined, tags: readonly Tag[]] => {
  const fileOf = (tag: Partial<Tag> | null) => name.exec(tag?.src ?? '')?.[0];
  const [src] = /\b[a-z]+:\/\/[^\s()]+?\.js[^\s():]*/i.exec(new Error().stack!) ?? [];
  // As a tag, for the fragment of an `import()`.
  const own = Object.assign(page.createElement('a'), {src}) as Tag;
  const current = page.currentScript as Tag | null;
  const tags = fileOf(current) ? [current!] : [own, ...scriptsIn(page)].filter(fileOf);
  const file = fileOf(own) ?? fileOf(tags[0]!);
  return [file, tags.filter((tag) => tag === current || fileOf(tag) === file)];
};

/** The options of a tag. Tag managers remove `data-*`; the fragment of the address survives. */
const optionsOf = (tag: Tag, base: string): ScriptOptions => {
  const fragment = new URLSearchParams(tag.src.replace(/[^#]*#?/, ''));
  const options = {__proto__: null} as unknown as Record<string, string>;
  for (const option of OPTIONS) {
    const value = attributeOf(tag, `data-${option}`) ?? fragment.get(option);
    if (value !== null) options[option] = value;
  }
  // Now: the page may have another address, or `<base>`, when the feed is requested again.
  options.feed = resolveUrl(options.feed?.trim() || `${base}feed.json`);
  return options as unknown as ScriptOptions;
};

/**
 * Runs the script whose address up to its file name matches: calls `start` with the folder of the script and what is asked for, its own
 * wishes last, once. Later runs hand their options on to the function that `start` returns, also those of another file or
 * version, which then start with the options of all before them. They do so by an event, so that no global is needed.
 * A page that is prerendered waits for its reader. Does nothing if the script cannot be identified.
 */
export const run = (
  name: RegExp,
  start: (base: string, runs: readonly ScriptOptions[]) => (later: readonly ScriptOptions[]) => unknown,
): void => {
  const [file, tags] = findScript(name);
  if (!file) return;
  const base = file.replace(/[^/]*$/, '');
  const own = tags.map((tag) => optionsOf(tag, base));
  const begin = () => {
    const earlier: ScriptOptions[] = [];
    const detail: Handover = [file, own, earlier];
    // Not at the window, whose listeners `document.open()` removes.
    if (!performance.dispatchEvent(new CustomEvent(RUN, {detail, cancelable: true}))) return;
    const runs = [...earlier, ...own];
    const add = start(base, runs);
    performance.addEventListener(RUN, (event) => {
      const [otherFile, later, known] = (event as CustomEvent<Handover>).detail;
      known.push(...runs);
      runs.push(...later);
      void safely(() => add(later));
      if (otherFile === file) event.preventDefault();
    });
  };
  if ((page as {readonly prerendering?: boolean}).prerendering)
    page.addEventListener('prerenderingchange', () => safely(begin));
  else begin();
};
