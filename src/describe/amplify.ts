import type {Text} from '../feed/fields.js';
import type {Message} from '../feed/sections/amplify.js';
import {quotedFigure, type Figure} from '../feed/sections/figures.js';
import type {Locale} from '../i18n/locale-data.js';
import {msg, setActiveLocale} from '../i18n/localize.js';
import {figureTexts} from './figure.js';

/** The title of a message to post. */
export const amplifyTitle = (locale: Locale): string => {
  setActiveLocale(locale);
  return msg('Share a message', {id: 'amplify.title'});
};

/** What readers must know before they post. */
export const describePostingRisk = (locale: Locale): string => {
  setActiveLocale(locale);
  return msg('In Belarus people are prosecuted for such posts, even for old ones. Share only where you are safe.', {
    id: 'amplify.warning',
  });
};

/** The texts of the feed beside a slogan, which has its own languages: those of the figure below it. */
export const sloganTexts = (figure: Figure | undefined): Text[] =>
  figure ? [...figureTexts(figure, true), ...(figure.note ? [figure.note] : [])] : [];

/** The texts of the feed that a message shows: they decide its language. */
export const messageTexts = (message: Message, figures: readonly Figure[]): Text[] => [
  message.text,
  ...sloganTexts(quotedFigure(message, figures)),
];
