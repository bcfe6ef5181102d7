import type {Parts} from '../../describe/parts.js';
import {directionOf} from './direction.js';
import type {Measure} from './text-width.js';

/* Breaks parts into lines, and places the runs of a line, in either direction. */

/** How a block of lines is set, in pixels. */
export interface Style {
  readonly size: number;
  /** Of a number. */
  readonly boldSize: number;
  /** From the top of a line to its baseline. */
  readonly base: number;
  /** From line to line. */
  readonly height: number;
  readonly colour: 'text' | 'muted';
  readonly measure: Measure;
  /** Whether all is bold, not numbers alone. */
  readonly bold?: boolean;
}

/** Adjacent words of one language and weight. */
interface Run {
  readonly text: string;
  readonly lang: string;
  readonly bold: boolean;
  /** Whether a space precedes it in reading order. */
  readonly space: boolean;
}

/** A run and its position, in pixels from the left of its line. */
export interface PlacedRun extends Run {
  readonly x: number;
  readonly width: number;
  readonly size: number;
  readonly rtl: boolean;
}

/** A line and its width in pixels. */
export interface Line {
  readonly runs: readonly PlacedRun[];
  readonly width: number;
}

/** Runs without a line break between them. */
type Word = Run[];

const isRtl = ({lang}: Run) => directionOf(lang) === 'rtl';
const sizeOf = ({bold}: Run, {size, boldSize}: Style) => (bold ? boldSize : size);
const widthOf = (run: Run, style: Style) => style.measure(run.text, sizeOf(run, style), run.bold);
const spaceIn = ({size, measure}: Style) => measure(' ', size);

const widthOfAll = (runs: readonly Run[], style: Style) =>
  runs.reduce((sum, run, i) => sum + widthOf(run, style) + (i && run.space ? spaceIn(style) : 0), 0);

/** A run that is wider than a line, cut between grapheme clusters. */
const cut = (run: Run, style: Style, widest: number): Run[] => {
  if (widthOf(run, style) <= widest) return [run];
  const pieces: Run[] = [];
  for (const {segment} of new Intl.Segmenter('en').segment(run.text)) {
    const last = pieces.at(-1);
    const longer = last && {...last, text: last.text + segment};
    if (longer && widthOf(longer, style) <= widest) pieces[pieces.length - 1] = longer;
    else pieces.push({...run, text: segment, space: run.space && !last});
  }
  return pieces;
};

/** After a hyphen inside a word a line may end. */
const HYPHEN = /(?<=\p{L}-)(?=\p{L})/u;

const wordsOf = (parts: Parts, style: Style): Word[] => {
  const words: Word[] = [];
  let space = false;
  for (const {text, lang, role} of parts)
    for (const [i, word] of text.split(' ').entries()) {
      space ||= i > 0;
      if (!word) continue;
      const isNumber = role === 'number';
      const [first, ...rest] = word
        .split(HYPHEN)
        .map((piece, j) => ({text: piece, lang, bold: isNumber || !!style.bold, space: space && !j}));
      // The number stays with the word before it: “at least” alone at the end of a line is easily overlooked.
      if (words.length && (!space || isNumber)) words.at(-1)!.push(first!);
      else words.push([first!]);
      words.push(...rest.map((piece) => [piece]));
      space = false;
    }
  return words;
};

/** The width of the widest word, with what stays with it. */
export const widestWord = (parts: Parts, style: Style) =>
  Math.max(0, ...wordsOf(parts, style).map((word) => widthOfAll(word, style)));

/** A word that is wider than a line: the number alone, and what is still too wide cut. */
const broken = (word: Word, style: Style, widest: number): Word[] =>
  widthOfAll(word, style) <= widest
    ? [word]
    : word
        .reduce<Word[]>(
          (words, run) =>
            run.space || !words.length ? [...words, [run]] : [...words.slice(0, -1), [...words.at(-1)!, run]],
          [],
        )
        .flatMap((one) =>
          widthOfAll(one, style) <= widest
            ? [one]
            : one.flatMap((run) => cut(run, style, widest)).map((piece) => [piece]),
        );

const fillLines = (words: readonly Word[], style: Style, widest: number): Run[][] => {
  const lines: Run[][] = [];
  for (const word of words.flatMap((one) => broken(one, style, widest))) {
    const longer = [...(lines.at(-1) ?? []), ...word];
    if (lines.length && widthOfAll(longer, style) <= widest) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
};

/** Adjacent runs of one language and weight become one. */
const merge = (pieces: readonly Run[]): Run[] =>
  pieces.reduce<Run[]>((runs, piece) => {
    const last = runs.at(-1);
    if (last?.bold !== piece.bold || last.lang !== piece.lang) return [...runs, piece];
    return [...runs.slice(0, -1), {...last, text: `${last.text}${piece.space ? ' ' : ''}${piece.text}`}];
  }, []);

/** Items in reading order, from left to right, and whether there is a space on the left of each. */
const fromLeft = <T>(items: readonly T[], rtl: boolean, hasSpace: (item: T) => boolean) =>
  (rtl ? [...items].reverse() : items).map((item, i, all) => ({
    item,
    gap: i > 0 && hasSpace(rtl ? all[i - 1]! : item),
  }));

/** The runs of a line from left to right; adjacent runs of the other direction keep their own order. */
const inOrder = (runs: readonly Run[], rtl: boolean) => {
  const groups: Run[][] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last && isRtl(last[0]!) === isRtl(run)) last.push(run);
    else groups.push([run]);
  }
  return fromLeft(groups, rtl, ([first]) => first!.space).flatMap(({item: group, gap}) =>
    fromLeft(group, isRtl(group[0]!), ({space}) => space).map(({item: run, gap: inner}, i) => ({
      run,
      gap: i ? inner : gap,
    })),
  );
};

/** Parts in lines of at most `widest` pixels, from left to right or from right to left. */
export const linesOf = (parts: Parts, style: Style, widest: number, rtl = false): Line[] =>
  fillLines(wordsOf(parts, style), style, widest).map((pieces) => {
    let end = 0;
    const runs = inOrder(merge(pieces), rtl).map(({run, gap}) => {
      const x = end + (gap ? spaceIn(style) : 0);
      const width = widthOf(run, style);
      end = x + width;
      return {...run, x, width, size: sizeOf(run, style), rtl: isRtl(run)};
    });
    return {runs, width: end};
  });
