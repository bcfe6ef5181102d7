import {isItem, type Item} from './form-entries.js';

/* Ids of new items. Pages and other items name them: none is given twice. */

/** Cyrillic letters, by the official romanisation of Belarusian without its diacritics; then those of Russian and Ukrainian. */
const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  д: 'd',
  е: 'e',
  ё: 'io',
  ж: 'zh',
  з: 'z',
  і: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ў: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
  и: 'i',
  щ: 'shch',
  ъ: '',
  ї: 'i',
  є: 'ie',
  ґ: 'g',
};

/** A text as an id, at most 48 characters; empty for one whose letters have no Latin ones. */
export const slug = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ]/g, '')
    .replace(/\p{Script=Cyrillic}/gu, (letter) => LATIN[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '');

/** The first text that makes an id, if an item has one. */
const slugOf = (text: unknown): string => {
  const texts = typeof text === 'string' ? [text] : isItem(text) ? [text.en, ...Object.values(text)] : [];
  return texts.map((one) => (typeof one === 'string' ? slug(one) : '')).find(Boolean) ?? '';
};

/** An id that is not taken: from what an item is called, else a word with a number. */
export const newId = (taken: ReadonlySet<unknown>, {title, name, slogan, caption, alt}: Item, word: string): string => {
  const id = slugOf(title ?? name ?? slogan ?? caption ?? alt);
  for (let n = 1; ; n++) {
    const numbered = id && n === 1 ? id : `${id || word}-${n}`;
    if (!taken.has(numbered)) return numbered;
  }
};
