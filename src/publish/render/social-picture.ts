import {describeCampaign} from '../../describe/campaign.js';
import {describeObservance} from '../../describe/countdown.js';
import {describeFigure, figureTexts} from '../../describe/figure.js';
import {capitalizeParts, textPart} from '../../describe/parts.js';
import type {Text} from '../../feed/fields.js';
import type {Feed} from '../../feed/parse-feed.js';
import {hasLang} from '../../feed/text.js';
import {figureAlt} from './badge.js';
import {directionOf} from './direction.js';
import {escapeMarkup} from './escape.js';
import {contextOf, type RenderOptions} from './options.js';
import {COLOURS, drawLines, FLAG_RED, hasWiderWord, layOut, type Block, type Picture} from './picture.js';
import {plainSentence} from './plain-parts.js';
import type {Shown} from './shown.js';
import type {Style} from './text-lines.js';
import type {Measure, Typeface} from './text-width.js';

/*
 * The picture that social networks show beside a link, 1200 × 630 pixels as they ask for. It says what the element says,
 * and stays true when it is passed on: a figure with its qualifier, source and date.
 */

const WIDTH = 1200;
const HEIGHT = 630;
/** The flag, at the side where reading begins; its stripes are equally wide. */
const STRIPE = 36;
const MARGIN = 3 * STRIPE + 60;
const END_MARGIN = 64;
const PAD_Y = 56;
const GAP = 20;

/** What a picture is made of. */
export type PictureSubject = Extract<Shown, {readonly widget: 'counter' | 'countdown' | 'banner'}>;

/** The texts of the feed on a picture: they decide its language. A note in another language is left out. */
export const pictureTexts = (subject: PictureSubject): Text[] =>
  subject.widget === 'counter'
    ? figureTexts(subject.figure, true)
    : subject.widget === 'countdown'
      ? [subject.next.observance.title]
      : [subject.campaign.slogan, subject.campaign.call];

/** A style in pixels; lines are higher than letters. */
const styleOf = (size: number, boldSize: number, colour: 'text' | 'muted', measure: Measure): Style => {
  const height = Math.round(Math.max(size, boldSize) * 1.25);
  return {size, boldSize, height, base: Math.round(height * 0.77), colour, measure};
};

/** The blocks of a subject, smaller by `scale`. */
const blocksOf = (subject: PictureSubject, options: RenderOptions, scale: number, measure: Measure): Block[] => {
  const context = contextOf(options);
  const style = (size: number, colour: 'text' | 'muted', boldSize = size) =>
    styleOf(size * scale, boldSize * scale, colour, measure);
  switch (subject.widget) {
    case 'counter': {
      const {phrase, origin, note} = describeFigure(subject.figure, context);
      return [
        {parts: capitalizeParts(phrase), style: style(76, 'text', 140)},
        {parts: origin, style: style(36, 'muted')},
        ...(note?.lang === options.locale.tag ? [{parts: [note], style: style(30, 'muted')}] : []),
      ];
    }
    case 'countdown':
      return [{parts: describeObservance(subject.next, context), style: {...style(76, 'text'), bold: true}}];
    case 'banner': {
      const {slogan, call} = describeCampaign(subject.campaign, undefined, context);
      return [
        {parts: [slogan], style: {...style(88, 'text'), bold: true}},
        {parts: [call], style: style(40, 'muted')},
      ];
    }
  }
};

/** The name of the campaign, if the feed has it in the language of the picture; else it is empty. */
export const socialHeader = (title: Text, options: RenderOptions): string =>
  hasLang(title, options.locale.tag, options.feed.lang) ? textPart(title, contextOf(options)).text : '';

const headerOf = (title: Text, options: RenderOptions, measure: Measure): Block[] =>
  socialHeader(title, options)
    ? [{parts: [textPart(title, contextOf(options))], style: styleOf(30, 30, 'muted', measure)}]
    : [];

/** All that a picture says. */
export const socialAlt = (subject: PictureSubject, options: RenderOptions): string => {
  const blocks = blocksOf(subject, options, 1, () => 0);
  const sentences = (from: number) => blocks.slice(from).map(({parts}) => plainSentence(parts));
  return (subject.widget === 'counter' ? [figureAlt(subject.figure, options), ...sentences(2)] : sentences(0)).join(
    ' ',
  );
};

/** The smallest scale at which texts can still be read on a phone. */
const SMALLEST = 0.35;
/** Rather than set smaller than this, a word is broken. */
const UNBROKEN = 0.6;

/**
 * The picture of a figure, a day or a campaign. Long texts are set smaller; undefined where they would be too small to
 * read.
 */
export const socialPictureOf = (
  subject: PictureSubject,
  options: RenderOptions & {readonly feed: Pick<Feed, 'title'>},
  {family, measure}: Typeface,
): Picture | undefined => {
  const {lang, locale, feed} = options;
  const rtl = directionOf(lang) === 'rtl';
  const widest = WIDTH - MARGIN - END_MARGIN;
  const header = layOut(headerOf(feed.title, options, measure), {lang, widest});
  const space = HEIGHT - 2 * PAD_Y - (header.height && header.height + GAP);
  for (let scale = 1; scale >= SMALLEST; scale -= 0.05) {
    const blocks = blocksOf(subject, options, scale, measure);
    const text = layOut(blocks, {lang, widest, gap: GAP * scale, balance: true});
    if (text.height > space || (scale > UNBROKEN && hasWiderWord(blocks, widest))) continue;
    const alt = socialAlt(subject, options);
    const place = {lang, width: WIDTH, margin: MARGIN};
    const svg = [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" lang="${locale.tag}"` +
        ` font-family="${family}">`,
      `<title>${escapeMarkup(alt)}</title>`,
      `<rect width="${WIDTH}" height="${HEIGHT}" fill="${COLOURS.surface[0]}"/>`,
      `<rect x="${rtl ? WIDTH - 2 * STRIPE : STRIPE}" width="${STRIPE}" height="${HEIGHT}" fill="${FLAG_RED}"/>`,
      `<rect x="${rtl ? WIDTH - 3 * STRIPE - 1 : 3 * STRIPE}" width="1" height="${HEIGHT}" fill="#dcd9d4"/>`,
      ...drawLines(header, {...place, top: PAD_Y}),
      ...drawLines(text, {...place, top: HEIGHT - PAD_Y - space / 2 - text.height / 2}),
      '</svg>',
      '',
    ].join('\n');
    return {svg, alt, width: WIDTH, height: HEIGHT};
  }
  return undefined;
};
