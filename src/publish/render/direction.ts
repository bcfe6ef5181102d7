/** Scripts that are written from right to left. */
const RIGHT_TO_LEFT = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi'];
/** A character, or a mark, from right to left. */
const RTL_CHARACTER = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** The direction that a language is written in; `ltr` for a tag that is none. */
export const directionOf = (lang: string): 'ltr' | 'rtl' => {
  try {
    return RIGHT_TO_LEFT.includes(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
};

/** Whether a text has letters that run against the direction of a language. */
export const runsAgainst = (text: string, lang: string) =>
  directionOf(lang) === 'rtl'
    ? [...text].some((character) => /\p{L}/u.test(character) && !RTL_CHARACTER.test(character))
    : RTL_CHARACTER.test(text);
