import {describeFigure, describeStatement} from '../../describe/figure.js';
import {capitalizeParts, type Parts} from '../../describe/parts.js';
import type {Figure} from '../../feed/sections/figures.js';
import {directionOf} from './direction.js';
import {escapeMarkup} from './escape.js';
import {contextOf, type RenderOptions} from './options.js';
import {COLOURS, drawLines, FLAG_RED, layOut, type Picture} from './picture.js';
import {plainSentence} from './plain-parts.js';
import {READERS_FONT, type Typeface} from './text-width.js';

const SENTENCE = {size: 14, boldSize: 18, base: 17, height: 22, colour: 'text'} as const;
const ABOUT = {size: 11, boldSize: 11, base: 12, height: 16, colour: 'muted'} as const;
/** The widest line, in pixels: our sentences take one line, and the badge fits a phone. */
const WIDEST = 330;
/** The radius of the corners, and the width of each stripe of the ribbon, at the side where reading begins. */
const RADIUS = 5;
const BAR = 3 * RADIUS;
const PAD_X = 12;
const PAD_Y = 8;

/** On a light and on a dark page. */
const BORDER = ['#dcd9d4', '#3d3b38'] as const;

/** Overrides for dark pages; a page that forbids styles shows the light colours. */
const DARK = [
  ...Object.entries(COLOURS).map(([name, [, dark]]) => `.solidarity-badge .${name}{fill:${dark}}`),
  `.solidarity-badge .surface{stroke:${BORDER[1]}}`,
].join('');

/** The rounded surface, and the flag as a ribbon at its side. */
const drawSurface = (width: number, height: number, rtl: boolean) => {
  const mirror = rtl ? ` transform="matrix(-1 0 0 1 ${width} 0)"` : '';
  const side = `M${BAR} .5H${RADIUS}A4.5 4.5 0 0 0 .5 ${RADIUS}V${height - RADIUS}A4.5 4.5 0 0 0 ${RADIUS} ${height - 0.5}H${BAR}z`;
  return [
    `<rect class="surface" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="4.5"` +
      ` fill="${COLOURS.surface[0]}" stroke="${BORDER[0]}"/>`,
    `<path d="${side}" fill="#fff"${mirror}/>`,
    `<path d="M${RADIUS} .5h${RADIUS}V${height - 0.5}h-${RADIUS}z" fill="${FLAG_RED}"${mirror}/>`,
  ];
};

/** A figure, or its history, in words: with its source, and that it is out of date. The text alternative of pictures. */
export const figureAlt = (figure: Figure, options: RenderOptions, history?: Parts): string => {
  const context = contextOf(options);
  const {source, staleness, status} = describeFigure(figure, context);
  const outdated = staleness === 'stale' && status ? [[status]] : [];
  return [history ?? describeStatement(figure, context), source, ...outdated].map(plainSentence).join(' ');
};

/**
 * A figure as a picture that needs no other file: qualifier, number and unit; below them its source and date, and that
 * it is out of date. It has no script, no font and no address, and follows the reader's colour scheme.
 */
export const badgeOf = (figure: Figure, options: RenderOptions, typeface: Typeface = READERS_FONT): Picture => {
  const {tag} = options.locale;
  const {measure, family} = typeface;
  const {phrase, origin, note, definition} = describeFigure(figure, contextOf(options));
  const blocks = [
    {style: {...SENTENCE, measure}, parts: capitalizeParts(phrase)},
    {style: {...ABOUT, measure}, parts: origin},
  ];
  const text = layOut(blocks, {lang: options.lang, widest: WIDEST});
  const width = Math.ceil(BAR + 2 * PAD_X + text.width);
  const height = text.height + 2 * PAD_Y;
  const alt = figureAlt(figure, options);
  const more = [...(note ? [note] : []), definition].map((part) => plainSentence([part])).join(' ');
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="solidarity-badge" width="${width}" height="${height}"` +
      ` viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeMarkup(alt)}" lang="${tag}"` +
      ` font-family="${family}">`,
    `<title>${escapeMarkup(alt)}</title>`,
    `<desc${definition.lang === tag ? '' : ` lang="${definition.lang}"`}>${escapeMarkup(more)}</desc>`,
    `<style>@media (prefers-color-scheme:dark){${DARK}}</style>`,
    ...drawSurface(width, height, directionOf(options.lang) === 'rtl'),
    ...drawLines(text, {lang: options.lang, width, margin: BAR + PAD_X, top: PAD_Y}),
    '</svg>',
    '',
  ].join('\n');
  return {svg, alt, width, height};
};
