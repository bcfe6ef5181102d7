import {isolatedText, type Parts} from '../describe/parts.js';
import {page} from '../dom/page.js';

/* Files that a print shop or a municipality can use at any size. */

/** Sizes of paper; their sides have the same proportion, so that one drawing fits both. */
const SIZES = {A4: [210, 297], A3: [297, 420]} as const;
export type PosterSize = keyof typeof SIZES;

/** What is on a poster. */
export interface Poster {
  readonly slogan: string;
  readonly lang: string;
  readonly hashtags: string;
  /** The figure with its date; that it is out of date, and its note; its source. */
  readonly lines: readonly Parts[];
  /** The direction of these. */
  readonly dir: 'ltr' | 'rtl';
}

const RED = '#c8102e';
const BLACK = '#1a1a1a';
const FONT = 'sans-serif';
/** Of an A4 page, in mm. */
const [WIDTH, HEIGHT] = SIZES.A4;
const MARGIN = 15;
const STRIPE = HEIGHT / 3;
/** The distance of lines, in letters. */
const LEADING = 1.2;

/** What XML does not allow: control characters, which texts from a word processor have, and halves of emoji. */
const NOT_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const escape = (text: string) => text.replace(NOT_XML, ' ').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The direction of a text by its first letter. */
const dirOf = (text: string) => (/^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufefc]/u.test(text) ? 'rtl' : 'ltr');

/** Lines of texts. */
interface Block {
  readonly lines: readonly string[];
  readonly size: number;
  readonly weight: number;
}

const heightOf = ({lines, size}: Block) => lines.length * size * LEADING;

/** One for all texts: phones count the memory of each canvas. Null where the browser, or an extension, has none. */
let pen: CanvasRenderingContext2D | null | undefined;

/** The width of a line in letters of 100. */
const widthOf = (line: string, weight: number) => {
  pen ??= page.createElement('canvas').getContext('2d');
  // Rather too much.
  if (!pen) return line.length * 75;
  pen.font = `${weight} 100px ${FONT}`;
  return pen.measureText(line).width;
};

/** Breaks texts into lines that fit the width of the page; the letters are smaller where a word, or all, would not fit. */
const fit = (texts: readonly string[], height: number, size: number, weight: number): Block => {
  const fits = (line: string) => (widthOf(line, weight) * size) / 100 <= WIDTH - 2 * MARGIN;
  for (; ; size *= 0.9) {
    const lines = texts.flatMap((text) =>
      text.split(' ').reduce<string[]>((all, word) => {
        const last = all.at(-1);
        return last !== undefined && fits(`${last} ${word}`)
          ? [...all.slice(0, -1), `${last} ${word}`]
          : [...all, word];
      }, []),
    );
    const block = {lines, size, weight};
    if (size < 1 || (heightOf(block) <= height && lines.every(fits))) return block;
  }
};

/** A block whose first line begins at a height. */
const render = ({lines, size, weight}: Block, top: number, fill: string, dir: string) =>
  lines
    .map(
      (line, i) =>
        `<text x="${WIDTH / 2}" y="${(top + (i * LEADING + 0.95) * size).toFixed(2)}" font-size="${size.toFixed(2)}" font-weight="${weight}" fill="${fill}" direction="${dir}">${escape(line)}</text>`,
    )
    .join('');

/** A poster as an SVG file of a page's size: the flag, the slogan on its red stripe, the figure with its date below. */
export const posterSvg = ({slogan, lang, hashtags, lines, dir}: Poster, size: PosterSize): string => {
  const [width, height] = SIZES[size];
  const space = STRIPE - 2 * MARGIN;
  /** In the middle of a stripe. */
  const centred = (text: string, nth: number, letters: number, weight: number, fill: string) => {
    const block = fit([text], space, letters, weight);
    return render(block, (nth + 0.5) * STRIPE - heightOf(block) / 2, fill, dirOf(text));
  };
  const [statement, ...about] = lines.map(isolatedText);
  // The source has its place, whatever is above it.
  const source = fit(about.slice(-1), space / 5, 5, 400);
  const figure = fit(statement === undefined ? [] : [statement], (space * 2) / 5, 8, 700);
  const notes = fit(about.slice(0, -1), space - heightOf(figure) - heightOf(source), 5, 400);
  let y = 2 * STRIPE + MARGIN;
  const facts = [figure, notes, source].map((block) => {
    const svg = render(block, y, BLACK, dir);
    y += heightOf(block);
    return svg;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="${FONT}" text-anchor="middle" xml:lang="${escape(lang)}"><style>@page{size:${width}mm ${height}mm;margin:0}</style><rect width="100%" height="100%" fill="#fff"/><rect y="${STRIPE}" width="100%" height="${STRIPE}" fill="${RED}"/>${centred(hashtags, 0, 12, 700, RED)}${centred(slogan, 1, 30, 800, '#fff')}${facts.join('')}</svg>`;
};

/**
 * The white-red-white flag: three horizontal stripes, width to length 1:2, as Wikipedia's article “Flag of Belarus” gives
 * it for 1918 and 1991–1995. No source at hand defines the shade of red: it is the one that our elements use.
 */
export const flagSvg = () =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="600" viewBox="0 0 6 3"><rect width="6" height="3" fill="#fff"/><rect y="1" width="6" height="1" fill="${RED}"/></svg>`;
