/** The width of a text in the unit of `size`, the font size. */
export type Measure = (text: string, size: number, bold?: boolean) => number;

/** A font that pictures are drawn in: its family in SVG, and how wide its texts are. */
export interface Typeface {
  readonly family: string;
  readonly measure: Measure;
}

/*
 * Estimates the width of a text in Verdana and DejaVu Sans, which are nearly equally wide, since Node cannot measure
 * fonts. Measured in DejaVu Sans, in hundredths of the font size; combining marks have no width.
 */
const WIDTHS: ReadonlyMap<string, number> = new Map(
  (
    [
      [29, 'ijlłıіјIJІЈ'],
      [32, ' \u00a0\u202f.,·‘’'],
      [35, "/:;|f'"],
      [40, '-!()[]trŧ'],
      [47, '"*_`'],
      [52, '–szгѕґ“”„'],
      [55, '?LcŁэєс'],
      [58, 'FkтьвPvxyРхучк'],
      [64, '0123456789'],
      [68, 'ABVXZКАБВХЧЬдцъ'],
      [70, 'CRСЭЯЄ'],
      [76, 'HNUЙИЛНПм'],
      [79, 'DGOQОДЦы&'],
      [84, 'w#+<=>~^±×ю'],
      [87, 'MМФфЫ'],
      [92, 'жшљњћщ'],
      [99, 'mWÆæŒœ@%—…№'],
      [109, 'ЖШЩЮЉЊ'],
    ] as const
  ).flatMap(([width, characters]) => [...characters].map((character) => [character, width])),
);

/** Other characters at the average of their kind. */
const KINDS: readonly (readonly [kind: RegExp, width: number])[] = [
  [/[\p{M}\p{Cf}]/u, 0],
  [/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff01-\uff60]/u, 100],
  [/\p{Extended_Pictographic}/u, 135],
  [/\p{sc=Arabic}/u, 47],
  [/\p{sc=Hebrew}/u, 51],
  [/\p{sc=Greek}/u, 58],
  [/\p{Lu}/u, 66],
  [/./su, 62],
];

const widthOf = (character: string) => WIDTHS.get(character) ?? KINDS.find(([kind]) => kind.test(character))![1];

/** How much wider bold letters and digits are. */
const BOLD = 1.1;

/** The estimated width. */
export const textWidth: Measure = (text, size, bold = false) =>
  [...text.normalize('NFD')].reduce((sum, character) => sum + widthOf(character), 0) * (size / 100) * (bold ? BOLD : 1);

/** The fonts of whoever shows a picture that has none. */
export const READERS_FONT: Typeface = {family: "Verdana, 'DejaVu Sans', Geneva, sans-serif", measure: textWidth};
