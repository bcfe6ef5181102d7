/* One id is written in several ways: a spreadsheet drops zeros, people mix alphabets. Counted twice, it is a wrong number. */

/** Cyrillic and Greek letters, and the Latin ones that they look like. */
const LOOK_ALIKES = new Map(
  Object.entries({
    a: 'аα',
    b: 'вβ',
    c: 'с',
    e: 'еε',
    h: 'нη',
    i: 'іι',
    j: 'ј',
    k: 'кκ',
    m: 'мμ',
    n: 'ν',
    o: 'оο',
    p: 'рρ',
    s: 'ѕ',
    t: 'тτ',
    x: 'хχ',
    y: 'уγυ',
    z: 'ζ',
  }).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const)),
);

const ASCII = /^[!-~]*$/;

/** An id in the one way in which ids are compared: `9` for `09` and `9.0`, `a-1` for `A–1`. */
export const idKey = (id: string): string => {
  const plain = ASCII.test(id)
    ? id
    : id
        .normalize('NFKC')
        .replace(/\s+/g, ' ')
        .replace(/[\p{Pd}\u2212]/gu, '-');
  return plain.toLowerCase().replace(/^0*(\d+)(\.00?)?$/, '$1');
};

/** What the key of an id looks like: with Latin letters in place of those of other alphabets. */
export const looksLike = (key: string): string =>
  ASCII.test(key) ? key : key.replace(/[\u0370-\u04ff]/g, (letter) => LOOK_ALIKES.get(letter) ?? letter);
