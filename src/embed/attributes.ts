/**
 * Attributes that only a page's own elements have: whoever may write a link must not choose whose figures a page shows, nor
 * which other hosts see its readers.
 */
export const PAGE_ONLY: readonly string[] = ['src', 'hosts'];

/** Attributes that addresses and `data-*` may set, separated by spaces, by the name of the element (`counter`). */
export type Attributes = Readonly<Record<string, string>>;

/** Characters of a value. */
const MAX_LENGTH = 200;

/** The element's attributes among some names and values; the last of a name wins. */
export const pickAttributes = (
  values: Iterable<readonly [name: string, value: string]>,
  allowed: string,
): Record<string, string> => {
  const names = ['lang', ...allowed.split(' ')];
  const picked = {__proto__: null} as unknown as Record<string, string>;
  for (const [name, value] of values) if (names.includes(name) && value.length <= MAX_LENGTH) picked[name] = value;
  return picked;
};

/** The `data-*` attributes of an element as names and values, without `data-`. */
export const dataOf = (element: Element): [name: string, value: string][] =>
  [...element.attributes].flatMap(({name, value}) => (name.startsWith('data-') ? [[name.slice(5), value]] : []));
