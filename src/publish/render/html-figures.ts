import {describePostingRisk} from '../../describe/amplify.js';
import {describeFigure, describeMessage, describeStatement} from '../../describe/figure.js';
import {describeHistory} from '../../describe/history.js';
import {ownPart, textPart, type Parts} from '../../describe/parts.js';
import {describeSlogans} from '../../describe/slogan.js';
import {describeAnnotation, describeTrendPoint} from '../../describe/trend.js';
import {byDate, peakOf, pointsOf} from '../../feed/history.js';
import {mayLink} from '../../feed/links.js';
import type {Message, Slogan} from '../../feed/sections/amplify.js';
import {quotedFigure, type Figure} from '../../feed/sections/figures.js';
import {escapeMarkup} from './escape.js';
import {linkedHtml, partHtml, sentencesHtml, textHtml} from './html.js';
import {noticeHtml} from './html-ways.js';
import {contextOf, type RenderOptions} from './options.js';

/** That a figure is out of date, which stays true, and what the reader must know beside the number. */
const remarksOf = (figure: Figure, options: RenderOptions): Parts[] => {
  const {staleness, status, note} = describeFigure(figure, contextOf(options));
  return [...(staleness === 'stale' && status ? [[status]] : []), ...(note ? [[note]] : [])];
};

/** A figure in sentences: qualifier, number, unit and day; its source; and what the reader must know. */
export const figureHtml = (figure: Figure, options: RenderOptions): string => {
  const context = contextOf(options);
  const {source} = describeFigure(figure, context);
  return sentencesHtml([describeStatement(figure, context), source, ...remarksOf(figure, options)], options);
};

/** Its title, as a line of its own. */
const titleHtml = ({title}: Figure, options: RenderOptions) => `<strong>${textHtml(title, options)}</strong>`;

/** The first, the highest and the newest count of figures, each with its day and its source. */
export const trendHtml = (figures: readonly Figure[], options: RenderOptions): string[] =>
  figures.flatMap((figure) => {
    const points = pointsOf(figure);
    const [first, last, peak] = [points[0]!, points.at(-1)!, peakOf(points)];
    const remarks = remarksOf(figure, options);
    return [
      titleHtml(figure, options),
      ...points
        .filter((point) => [first, peak, last].includes(point))
        .map((point) => sentencesHtml([describeTrendPoint(point, undefined, contextOf(options))], options)),
      ...(remarks[0] ? [sentencesHtml(remarks, options)] : []),
    ];
  });

/** A figure's whole history: its summary, who is counted, all counts from the newest on, and what happened on the way. */
export const historyHtml = (figure: Figure, options: RenderOptions): {lines: string[]; items: string[]} => {
  const context = contextOf(options);
  const points = pointsOf(figure).reverse();
  const summary = points[1] ? describeHistory(figure, options.locale) : describeStatement(figure, context);
  const events = [...(figure.annotations ?? [])].sort((a, b) => byDate(b, a));
  return {
    lines: [
      titleHtml(figure, options),
      sentencesHtml([summary, ...remarksOf(figure, options)], options),
      textHtml(figure.definition, options),
    ],
    items: [
      ...points.map((point) => describeTrendPoint(point, undefined, context)),
      ...events.map((event) => describeAnnotation(event, context)),
    ].map((parts) => sentencesHtml([parts], options)),
  };
};

/** A message to post, after what readers must know before they do; its hashtags, its page, and the figure that it quotes. */
export const messageHtml = (message: Message, figures: readonly Figure[], options: RenderOptions): string[] => {
  const {locale, links} = options;
  const {hashtags = [], url} = message;
  const figure = quotedFigure(message, figures);
  const page = url && mayLink(message, links) ? linkedHtml(message, escapeMarkup(url), options) : undefined;
  return [
    partHtml(ownPart(describePostingRisk(locale), locale), options),
    ...noticeHtml(!!page?.hasWarning, options),
    `<strong>${partHtml(describeMessage(message, figures, contextOf(options)), options)}</strong>`,
    ...(hashtags[0] ? [hashtags.map(escapeMarkup).join(' ')] : []),
    ...(page ? [page.html] : []),
    ...(figure ? [figureHtml(figure, options)] : []),
  ];
};

/** A campaign's slogan; in a list, in each of its languages. */
export const sloganHtml = (campaign: Slogan, isList: boolean, options: RenderOptions) => {
  const [first, ...others] = describeSlogans(campaign, contextOf(options));
  return {
    lines: [`<strong>${partHtml(first!, options)}</strong>`],
    items: isList
      ? others.map((part) => partHtml(textPart({[part.lang]: part.text}, contextOf(options)), options))
      : [],
  };
};
