import type {Text} from './fields.js';

/**
 * What decides the language of a list whose items are by many hands: it is enough if one of them has the reader's. A text
 * with every language of these; no text where there are none.
 */
export const knownLanguages = (texts: readonly Text[], feedLang = 'en'): Text[] => {
  const known = Object.create(null) as Record<string, string>;
  for (const text of texts) Object.assign(known, typeof text === 'string' ? {[feedLang]: text} : text);
  return texts[0] === undefined ? [] : [known];
};
