import type {Text} from '../feed/fields.js';
import {FIGURE, type Quote} from '../feed/sections/amplify.js';
import type {Figure} from '../feed/sections/figures.js';
import type {Locale} from '../i18n/locale-data.js';
import {msg, setActiveLocale} from '../i18n/localize.js';
import {describeQuotation, figureTexts} from './figure.js';
import {plainText, textPart, type Context, type Part} from './parts.js';

/** The figure that a text quotes; undefined where it quotes none, or one that was withdrawn. */
export const quotedFigure = ({figure}: Quote, figures: readonly Figure[]) => figures.find(({id}) => id === figure);

/** The texts of the feed in a text to copy and beside it: they decide its language. */
export const messageTexts = (quote: Quote, figures: readonly Figure[]): Text[] => {
  const figure = quotedFigure(quote, figures);
  return [quote.text, ...(figure ? [...figureTexts(figure, true), ...(figure.note ? [figure.note] : [])] : [])];
};

/** A text to copy, in plain words: its figure has its qualifier, source and date, and says if it is out of date. */
export const describeMessage = (quote: Quote, figures: readonly Figure[], context: Context): Part => {
  const figure = quotedFigure(quote, figures);
  const part = textPart(quote.text, context);
  return figure ? {...part, text: part.text.split(FIGURE).join(plainText(describeQuotation(figure, context)))} : part;
};

/** The words of a button that copies a text. */
export const copyWords = (locale: Locale) => {
  setActiveLocale(locale);
  return {
    copy: msg('Copy', {id: 'ways.copy', desc: 'A button'}),
    copied: msg('Copied.', {id: 'ways.copied'}),
    selected: msg('Selected: copy it now.', {
      id: 'ways.selected',
      desc: 'A text was selected, since the browser does not allow to copy it',
    }),
  };
};
