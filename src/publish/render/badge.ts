import {describeFigure, describeStatement} from '../../describe/figure.js';
import {capitalizeParts} from '../../describe/parts.js';
import type {Figure} from '../../feed/sections/figures.js';
import {linesOf, type PlacedRun, type Style} from './badge-lines.js';
import {directionOf} from './direction.js';
import {escapeMarkup} from './escape.js';
import {contextOf, type RenderOptions} from './options.js';
import {plainParts, plainSentence} from './plain-parts.js';

/** A drawn badge. */
export interface Badge {
  readonly svg: string;
  /** The whole figure in words: the text alternative. */
  readonly alt: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

const SENTENCE: Style = {size: 14, boldSize: 18, base: 17, height: 22, colour: 'text'};
const ABOUT: Style = {size: 11, boldSize: 11, base: 12, height: 16, colour: 'muted'};
/** The widest line, in pixels: our sentences take one line, and the badge fits a phone. */
const WIDEST = 330;
/** The radius of the corners, and the width of each stripe of the ribbon, at the side where reading begins. */
const RADIUS = 5;
const BAR = 3 * RADIUS;
const PAD_X = 12;
const PAD_Y = 8;

/** On a light and on a dark page; each has a contrast of more than 4.5 to the surface. */
const COLOURS = {
  surface: ['#ffffff', '#161616'],
  text: ['#1a1a1a', '#f3f1ee'],
  muted: ['#5d5d5d', '#b0aca6'],
} as const;
const BORDER = ['#dcd9d4', '#3d3b38'] as const;

/** Overrides for dark pages; a page that forbids styles shows the light colours. */
const DARK = [
  ...Object.entries(COLOURS).map(([name, [, dark]]) => `.solidarity-badge .${name}{fill:${dark}}`),
  `.solidarity-badge .surface{stroke:${BORDER[1]}}`,
].join('');

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
    `<text x="${round(left + x + width / 2)}" y="${y}" text-anchor="middle" textLength="${round(width)}"` +
    ` lengthAdjust="spacingAndGlyphs" font-size="${size}"${bold ? ' font-weight="700"' : ''}` +
    `${rtl ? ' direction="rtl"' : ''} lang="${escapeMarkup(lang)}" class="${colour}" fill="${COLOURS[colour][0]}">` +
    `${rtl ? RLM + words + RLM : words}</text>`
  );
};

/** The rounded surface, and the flag as a ribbon at its side. */
const drawSurface = (width: number, height: number, rtl: boolean) => {
  const mirror = rtl ? ` transform="matrix(-1 0 0 1 ${width} 0)"` : '';
  const side = `M${BAR} .5H${RADIUS}A4.5 4.5 0 0 0 .5 ${RADIUS}V${height - RADIUS}A4.5 4.5 0 0 0 ${RADIUS} ${height - 0.5}H${BAR}z`;
  return [
    `<rect class="surface" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="4.5"` +
      ` fill="${COLOURS.surface[0]}" stroke="${BORDER[0]}"/>`,
    `<path d="${side}" fill="#fff"${mirror}/>`,
    `<path d="M${RADIUS} .5h${RADIUS}V${height - 0.5}h-${RADIUS}z" fill="#c8102e"${mirror}/>`,
  ];
};

/**
 * A figure as a picture that needs no other file: qualifier, number and unit; below them its source and date, and that
 * it is out of date. It has no script, no font and no address, and follows the reader's colour scheme.
 */
export const badgeOf = (figure: Figure, options: RenderOptions): Badge => {
  const {tag} = options.locale;
  const rtl = directionOf(options.lang) === 'rtl';
  const context = contextOf(options);
  const {phrase, origin, source, staleness, status, note, definition} = describeFigure(figure, context);
  const outdated = staleness === 'stale' && status ? [[status]] : [];
  let y = PAD_Y;
  const lines = [
    {style: SENTENCE, parts: capitalizeParts(phrase)},
    {style: ABOUT, parts: origin},
  ].flatMap(({style, parts}) =>
    linesOf(plainParts(parts), style, WIDEST).map((line) => {
      const base = y + style.base;
      y += style.height;
      return {...line, style, base};
    }),
  );
  const width = Math.ceil(BAR + 2 * PAD_X + Math.max(...lines.map((line) => line.width)));
  const height = y + PAD_Y;
  const alt = [describeStatement(figure, context), source, ...outdated].map(plainSentence).join(' ');
  const more = [...(note ? [note] : []), definition].map((part) => plainSentence([part])).join(' ');
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="solidarity-badge" width="${width}" height="${height}"` +
      ` viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeMarkup(alt)}" lang="${tag}"` +
      ` font-family="Verdana, 'DejaVu Sans', Geneva, sans-serif">`,
    `<title>${escapeMarkup(alt)}</title>`,
    `<desc${definition.lang === tag ? '' : ` lang="${definition.lang}"`}>${escapeMarkup(more)}</desc>`,
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
