import {describeFigure, describeStatement} from '../../describe/figure.js';
import {describeCorrection} from '../../describe/correction.js';
import {datePart, textPart} from '../../describe/parts.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Correction} from '../../feed/sections/corrections.js';
import type {Figure, Point} from '../../feed/sections/figures.js';
import {correctedFigure} from '../render/corrected-figure.js';
import {directionOf} from '../render/direction.js';
import {escapeMarkup} from '../render/escape.js';
import {attribute, sentenceHtml, textHtml} from '../render/html.js';
import {figureHtml} from '../render/html-figures.js';
import {contextOf, type RenderOptions} from '../render/options.js';

/* What changed in the figures from one publication to the next, and the page that says so. */

/** A change of a figure; without `was` the figure is new. */
export interface FigureChange {
  readonly id: string;
  readonly was?: Pick<Point, 'date' | 'value' | 'qualifier'>;
  readonly is: Pick<Point, 'date' | 'value' | 'qualifier'>;
}

/** What a publication changed. */
export interface Publication {
  readonly serial: number;
  readonly issued: string;
  readonly figures: readonly FigureChange[];
}

/** Publications that are remembered. */
const MAX_PUBLICATIONS = 100;

const pointOf = ({asOf: date, value, qualifier}: Figure) => ({date, value, ...(qualifier && {qualifier})});

const changeOf = (figure: Figure, old: Figure | undefined): FigureChange[] => {
  const is = pointOf(figure);
  const was = old && pointOf(old);
  return was && JSON.stringify(was) === JSON.stringify(is) ? [] : [{id: figure.id, ...(was && {was}), is}];
};

/**
 * The log of publications, the newest first, with this feed. The first publication changes nothing. One after the feed that
 * is published was written by a run that was stopped before it wrote its feed.
 */
export const withPublication = (
  log: readonly Publication[],
  feed: Feed,
  published: Feed | undefined,
): readonly Publication[] => {
  if (!published) return log;
  const figures = feed.figures.flatMap((figure) =>
    changeOf(
      figure,
      published.figures.find(({id}) => id === figure.id),
    ),
  );
  const {serial, issued} = feed;
  const before = log.filter((one) => one.serial <= published.serial);
  return figures.length ? [{serial, issued, figures}, ...before].slice(0, MAX_PUBLICATIONS) : before;
};

/** A day, and what is said of it. */
interface Entry {
  readonly date: string;
  readonly html: string;
}

const publicationEntry = ({issued, figures}: Publication, feed: Feed, options: RenderOptions): Entry[] => {
  const items = figures.flatMap(({id, was, is}) => {
    // Nothing is said of a figure that was withdrawn later.
    const figure = feed.figures.find((one) => one.id === id);
    if (!figure) return [];
    const statement = ({value, qualifier, date: asOf}: FigureChange['is']) =>
      sentenceHtml(describeStatement({...figure, value, qualifier, asOf}, contextOf(options)), options);
    return [`<li>${was ? `<del>${statement(was)}</del> ` : ''}<ins>${statement(is)}</ins></li>`];
  });
  return items.length ? [{date: issued.slice(0, 10), html: `<ul>\n${items.join('\n')}\n</ul>`}] : [];
};

const correctionEntry = (correction: Correction, feed: Feed, options: RenderOptions): Entry => {
  const figure = correctedFigure(feed, correction);
  const sentences = [
    describeCorrection(correction, contextOf(options)),
    // What the number is: two numbers alone may be about anything.
    ...(figure
      ? [describeStatement(figure, contextOf(options)), describeFigure(figure, contextOf(options)).source]
      : []),
  ];
  return {
    date: correction.date,
    html: `<p>${sentences.map((parts) => sentenceHtml(parts, options)).join(' ')}</p>`,
  };
};

/** The page of what changed: the figures as they are, then their changes and the corrections, the newest first. */
export const changesPage = (feed: Feed, log: readonly Publication[], options: RenderOptions): string => {
  const {locale} = options;
  const title = textPart(feed.title, contextOf(options));
  const entries = [
    ...log.flatMap((publication) => publicationEntry(publication, feed, options)),
    ...feed.corrections.map((correction) => correctionEntry(correction, feed, options)),
  ].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  const day = (date: string) => escapeMarkup(datePart(date, locale).text);
  return [
    '<!doctype html>',
    `<html${attribute('lang', locale.tag)} dir="${directionOf(locale.tag)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<title>${escapeMarkup(title.text)}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<link rel="icon" href="data:,">',
    '<link rel="stylesheet" href="../embed/embed.css">',
    '</head>',
    '<body>',
    '<main>',
    `<h1>${textHtml(feed.title, options)}</h1>`,
    ...feed.figures.map((figure) => `<p>${figureHtml(figure, options)}</p>`),
    ...entries.flatMap(({date, html}, i) => [
      ...(entries[i - 1]?.date === date ? [] : [`<h2><time datetime="${date}">${day(date)}</time></h2>`]),
      html,
    ]),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
};
