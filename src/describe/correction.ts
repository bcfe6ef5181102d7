import type {Text} from '../feed/fields.js';
import type {Correction} from '../feed/sections/corrections.js';
import type {Locale} from '../i18n/locale-data.js';
import {msg, setActiveLocale} from '../i18n/localize.js';
import {datePart, labelPart, messageParts, numberPart, ownPart, textPart, type Context, type Parts} from './parts.js';

/** The texts of the feed that a correction shows: they decide its language. */
export const correctionTexts = (correction?: Correction): Text[] =>
  correction ? [correction.text, correction.title ?? correction.text] : [];

/** Where a correction is described; on which day does not matter. */
type CorrectionContext = Pick<Context, 'locale' | 'feedLang'>;

/** “Withdrawn”; `setActiveLocale` must have been called. */
export const withdrawnWord = () =>
  msg('Withdrawn', {id: 'correction.withdrawn', desc: 'What was said is withdrawn, and nothing replaces it'});

/** “Correction, 18 March 2026”, or “Withdrawn: Political prisoners” where nothing replaces what was said. */
export const describeCorrectionTitle = ({date, title, retracted}: Correction, context: CorrectionContext): Parts => {
  const {locale} = context;
  setActiveLocale(locale);
  const label = retracted ? withdrawnWord() : msg('Correction', {id: 'correction.title'});
  return [
    labelPart(label, locale),
    ...(retracted && title
      ? [ownPart(': ', locale), textPart(title, context)]
      : [ownPart(locale.data.comma, locale), datePart(date, locale)]),
  ];
};

/** “1,140, not 1,152”. Empty where the correction has not both numbers. */
export const describeCorrectedCount = ({was, is}: Correction, locale: Locale): Parts => {
  if (was === undefined || is === undefined) return [];
  setActiveLocale(locale);
  return messageParts(
    msg('{is}, not {was}', {id: 'correction.count', desc: 'Two numbers: the right one, and the wrong one'}),
    {is: numberPart(is, locale), was: numberPart(was, locale)},
    locale,
  );
};

/** “Correction, 18 March 2026: 1,140, not 1,152. Twelve people were counted twice.” */
export const describeCorrection = (correction: Correction, context: CorrectionContext): Parts => {
  const {locale} = context;
  const title = describeCorrectionTitle(correction, context);
  const count = describeCorrectedCount(correction, locale);
  const end = correction.retracted && correction.title ? '. ' : ': ';
  return [
    ...title,
    ownPart(end, locale),
    ...(count.length ? [...count, ownPart('. ', locale)] : []),
    textPart(correction.text, context),
  ];
};
