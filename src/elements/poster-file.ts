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
  /** The figure with its date, that it is out of date, its note, its source. */
  readonly lines: readonly string[];
}

const RED = '#c8102e';
const FONT = 'sans-serif';
/** Of an A4 page, in mm. */
const [WIDTH, HEIGHT] = SIZES.A4;
const MARGIN = 15;

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Breaks a text into lines that fit the page. */
const wrap = (text: string, size: number, weight: number): string[] => {
  const pen = page.createElement('canvas').getContext('2d')!;
  pen.font = `${weight} 100px ${FONT}`;
  const fits = (line: string) => (pen.measureText(line).width * size) / 100 <= WIDTH - 2 * MARGIN;
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};

const textAt = (line: string, y: number, size: number, fill: string, weight: number) =>
  `<text x="${WIDTH / 2}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escape(line)}</text>`;

/** A poster as an SVG file of a page's size: the flag, the slogan on its red stripe, the figure with its date below. */
export const posterSvg = ({slogan, lang, hashtags, lines}: Poster, size: PosterSize): string => {
  const [width, height] = SIZES[size];
  const stripe = HEIGHT / 3;
  let letters = 30;
  let slogans = wrap(slogan, letters, 800);
  while (letters > 8 && slogans.length * letters * 1.15 > stripe - 16) slogans = wrap(slogan, (letters -= 2), 800);
  const first = HEIGHT / 2 - ((slogans.length - 1) / 2) * letters * 1.15 + letters * 0.35;
  const facts = lines.flatMap((line, i) => wrap(line, i ? 5 : 8, i ? 400 : 700).map((words) => ({words, big: !i})));
  let y = 2 * stripe + 12;
  const texts = facts.map(({words, big}) =>
    textAt(words, (y += big ? 10 : 7), big ? 8 : 5, '#1a1a1a', big ? 700 : 400),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="${FONT}" text-anchor="middle" xml:lang="${escape(lang)}"><style>@page{size:${width}mm ${height}mm;margin:0}</style><rect width="100%" height="100%" fill="#fff"/><rect y="${stripe}" width="100%" height="${stripe}" fill="${RED}"/>${textAt(hashtags, stripe / 2, 12, RED, 700)}${slogans.map((line, i) => textAt(line, first + i * letters * 1.15, letters, '#fff', 800)).join('')}${texts.join('')}</svg>`;
};

/**
 * The white-red-white flag: three horizontal stripes, width to length 1:2, as Wikipedia's article “Flag of Belarus” gives
 * it for 1918 and 1991–1995. No source at hand defines the shade of red: it is the one that our elements use.
 */
export const flagSvg = () =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="600" viewBox="0 0 6 3"><rect width="6" height="3" fill="#fff"/><rect y="1" width="6" height="1" fill="${RED}"/></svg>`;
