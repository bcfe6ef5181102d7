/*
 * Loads the words of a page of ours in another language: a JSON file with the same keys as the words in English. The folder of
 * the page has one for each language.
 */

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLike = (value: unknown, english: unknown) =>
  Array.isArray(english)
    ? Array.isArray(value) && value.length === english.length && value.every((one) => typeof one === 'string')
    : typeof value === typeof english;

/** The words in English, in place of which are those of a table where it has them. */
export const mergeWords = <T>(english: T, table: unknown): T => {
  if (!isTable(english)) return (isLike(table, english) ? table : english) as T;
  const given = isTable(table) ? table : {};
  const merged = Object.entries(english).map(([key, value]) => [
    key,
    Object.hasOwn(given, key) ? mergeWords(value, given[key]) : value,
  ]);
  return Object.fromEntries(merged) as T;
};

/** The words in a language, or in English where they cannot be loaded. `folder` is the address of the tables, with its slash. */
export const loadWords = async <T>(english: T, lang: string, folder: string): Promise<T> => {
  if (lang === 'en') return english;
  try {
    const response = await fetch(`${folder}${lang}.json`, {credentials: 'omit', referrerPolicy: 'no-referrer'});
    return response.ok ? mergeWords(english, await response.json()) : english;
  } catch {
    return english;
  }
};

/** The first of a reader's languages (`navigator.languages`) that there is, by its first part; else English. */
export const pageLanguage = (wanted: readonly string[], available: readonly string[]): string =>
  wanted.map((tag) => tag.split('-')[0]!.toLowerCase()).find((tag) => tag === 'en' || available.includes(tag)) ?? 'en';
