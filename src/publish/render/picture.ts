import type {Parts} from '../../describe/parts.js';
import {directionOf} from './direction.js';
import {escapeMarkup} from './escape.js';
import {plainParts} from './plain-parts.js';
import {linesOf, widestWord, type Line, type PlacedRun, type Style} from './text-lines.js';

/* What badges and social pictures draw alike. */

/** A drawn picture. */
export interface Picture {
  readonly svg: string;
  /** All that it says: the text alternative. */
  readonly alt: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** On a light and on a dark page; each has a contrast of more than 4.5 to the surface. */
export const COLOURS = {
  surface: ['#ffffff', '#161616'],
  text: ['#1a1a1a', '#f3f1ee'],
  muted: ['#5d5d5d', '#b0aca6'],
} as const;
export const FLAG_RED = '#c8102e';

/** Parts that are set alike. */
export interface Block {
  readonly parts: Parts;
  readonly style: Style;
}

/** How blocks are laid out, in pixels. */
interface Layout {
  /** Of the picture: its direction. */
  readonly lang: string;
  readonly widest: number;
  /** Between two blocks. */
  readonly gap?: number;
  /** Whether the lines of a block become equally long, as `text-wrap: balance` makes them. */
  readonly balance?: boolean;
}

/** The narrowest lines that are not more than those of the greatest width, and break no word that is not wider than that. */
const balanced = (linesAt: (widest: number) => Line[], widest: number, least: number): Line[] => {
  let lines = linesAt(widest);
  for (let width = widest * 0.95; width > Math.max(widest / 2, least); width -= widest / 20) {
    const narrower = linesAt(width);
    if (narrower.length > lines.length) break;
    lines = narrower;
  }
  return lines;
};

/** Blocks in lines, below each other from 0. A line without a number is as high as its letters. */
export const layOut = (blocks: readonly Block[], {lang, widest, gap = 0, balance = false}: Layout) => {
  const rtl = directionOf(lang) === 'rtl';
  let y = 0;
  const lines = blocks.flatMap(({parts, style}, i) => {
    y += i && gap;
    const plain = plainParts(parts);
    const linesAt = (width: number) => linesOf(plain, style, width, rtl);
    return (balance ? balanced(linesAt, widest, widestWord(plain, style)) : linesAt(widest)).map((line) => {
      const scale = balance && !line.runs.some(({bold}) => bold) ? style.size / style.boldSize : 1;
      const base = y + style.base * scale;
      y += style.height * scale;
      return {...line, style, base};
    });
  });
  return {lines, width: Math.max(...lines.map((line) => line.width)), height: y};
};

/** Whether a word of these blocks is wider than a line. */
export const hasWiderWord = (blocks: readonly Block[], widest: number): boolean =>
  blocks.some(({parts, style}) => widestWord(plainParts(parts), style) > widest);

const round = (n: number) => Math.round(n * 100) / 100;

/** A right-to-left mark: keeps punctuation at the end of a run in place also where `direction` is not supported. */
const RLM = '\u200f';

/**
 * A run around its centre, which is the same place in either direction: renderers differ in what `x` is for text from
 * right to left. `textLength` keeps it as wide as it was measured, whatever the font.
 */
const drawRun = ({text, lang, bold, x, width, size, rtl}: PlacedRun, left: number, y: number, {colour}: Style) => {
  const words = escapeMarkup(text);
  return (
    `<text x="${round(left + x + width / 2)}" y="${round(y)}" text-anchor="middle" textLength="${round(width)}"` +
    ` lengthAdjust="spacingAndGlyphs" font-size="${round(size)}"${bold ? ' font-weight="700"' : ''}` +
    `${rtl ? ' direction="rtl"' : ''} lang="${escapeMarkup(lang)}" class="${colour}" fill="${COLOURS[colour][0]}">` +
    `${rtl ? RLM + words + RLM : words}</text>`
  );
};

/** Lines from `top`, between `margin` at the side where reading begins and the other one. */
export const drawLines = (
  {lines}: ReturnType<typeof layOut>,
  {lang, width, margin, top}: {lang: string; width: number; margin: number; top: number},
): string[] =>
  lines.flatMap(({runs, width: length, base, style}) => {
    const left = directionOf(lang) === 'rtl' ? width - margin - length : margin;
    return runs.map((run) => drawRun(run, left, top + base, style));
  });
