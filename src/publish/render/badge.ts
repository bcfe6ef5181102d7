import type {Figure} from '../../feed/sections/figures.js';
import type {Voice} from '../../i18n/localize.js';
import {linesOf, type PlacedRun, type Style} from './badge-lines.js';
import {escapeMarkup} from './escape.js';
import {aboutOf, asSentence, capital, directionOf, sentenceOf, tellFigure, textOf} from './words.js';

/** A drawn badge. */
export interface Badge {
  readonly svg: string;
  /** The whole figure in words, for those who do not see the picture. */
  readonly alt: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

const SENTENCE: Style = {size: 14, boldSize: 18, base: 17, height: 22, colour: 'text'};
const ABOUT: Style = {size: 11, boldSize: 11, base: 12, height: 16, colour: 'muted'};
/** The widest line: our languages' sentences stand on one, and the badge in a phone's column. */
const WIDEST = 340;
/** The accent at the side where reading begins; also the radius of the corners. */
const BAR = 5;
const PAD_X = 12;
const PAD_Y = 8;

/** On a light and on a dark page; each has a contrast of more than 4.5 to the surface. */
const COLOURS = {
  surface: ['#ffffff', '#1d1d20'],
  text: ['#1a1a1c', '#f4f4f5'],
  muted: ['#55555c', '#b9b9c0'],
  accent: ['#b3122a', '#ff8c96'],
} as const;
const BORDER = ['#c4c4c8', '#5c5c63'] as const;

/** What is not light already; a page that forbids styles keeps the light one. */
const DARK = [
  ...Object.entries(COLOURS).map(([name, [, dark]]) => `.solidarity-badge .${name}{fill:${dark}}`),
  `.solidarity-badge .surface{stroke:${BORDER[1]}}`,
].join('');

const round = (n: number) => Math.round(n * 10) / 10;

/** A run pinned to its width by `textLength`: whatever font stands in, it ends where it should. */
const drawRun = ({text, lang, bold, x, width, size, rtl}: PlacedRun, left: number, y: number, {colour}: Style) => {
  const name = bold ? 'accent' : colour;
  return (
    `<text x="${round(left + x + (rtl ? width : 0))}" y="${y}" textLength="${round(width)}"` +
    ` lengthAdjust="spacingAndGlyphs" font-size="${size}"${bold ? ' font-weight="700"' : ''}` +
    `${rtl ? ' direction="rtl"' : ''} lang="${escapeMarkup(lang)}" class="${name}" fill="${COLOURS[name][0]}">` +
    `${escapeMarkup(text)}</text>`
  );
};

/** The rounded surface, and the accent at its side. */
const drawSurface = (width: number, height: number, rtl: boolean) => {
  const bar = `M${BAR} 0A${BAR} ${BAR} 0 0 0 0 ${BAR}V${height - BAR}A${BAR} ${BAR} 0 0 0 ${BAR} ${height}z`;
  const mirror = rtl ? ` transform="matrix(-1 0 0 1 ${width} 0)"` : '';
  return [
    `<rect class="surface" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="${BAR}"` +
      ` fill="${COLOURS.surface[0]}" stroke="${BORDER[0]}"/>`,
    `<path class="accent" d="${bar}" fill="${COLOURS.accent[0]}"${mirror}/>`,
  ];
};

/**
 * A figure as a picture that needs nothing but itself: qualifier, number and unit, and below them the day it was
 * counted and the source. It has no script, no font and no address, and follows the reader's light or dark.
 * `lang` is the language of the place where it will stand.
 */
export const badgeOf = (figure: Figure, voice: Voice, lang: string, feedLang?: string): Badge => {
  const rtl = directionOf(lang) === 'rtl';
  let y = PAD_Y;
  const lines = [
    {style: SENTENCE, parts: capital(sentenceOf(figure, voice, feedLang))},
    {style: ABOUT, parts: aboutOf(figure, voice, feedLang)},
  ].flatMap(({style, parts}) =>
    linesOf(parts, style, WIDEST).map((line) => {
      const base = y + style.base;
      y += style.height;
      return {...line, style, base};
    }),
  );
  const width = Math.ceil(BAR + 2 * PAD_X + Math.max(...lines.map((line) => line.width)));
  const height = y + PAD_Y;
  const alt = tellFigure(figure, voice, feedLang);
  const more = [figure.note, figure.definition].flatMap((text) =>
    text ? [asSentence(textOf(text, voice, feedLang).text)] : [],
  );
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="solidarity-badge" width="${width}" height="${height}"` +
      ` viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeMarkup(alt)}" lang="${voice.tag}"` +
      ` font-family="Verdana, 'DejaVu Sans', Geneva, sans-serif">`,
    `<title>${escapeMarkup(alt)}</title>`,
    `<desc>${escapeMarkup(more.join(' '))}</desc>`,
    `<style>@media (prefers-color-scheme:dark){${DARK}}</style>`,
    ...drawSurface(width, height, rtl),
    ...lines.flatMap((line) => {
      const left = rtl ? width - BAR - PAD_X - line.width : BAR + PAD_X;
      return line.runs.map((run) => drawRun(run, left, line.base, line.style));
    }),
    '</svg>',
    '',
  ].join('\n');
  return {svg, alt, width, height};
};
