import type {Correction} from '../feed/sections/corrections.js';
import type {Locale} from '../i18n/locale-data.js';
import {msg, setActiveLocale} from '../i18n/localize.js';
import {datePart, messageParts, numberPart, ownPart, textPart, type Context, type Parts} from './parts.js';

/** “18 March 2026: the number was counted twice.” */
export const describeCorrection = ({date, text}: Correction, context: Context): Parts =>
  messageParts('{date}: {text}', {date: datePart(date, context.locale), text: textPart(text, context)}, context.locale);

/** “Correction: 18 March 2026”, or “Withdrawn: …” where nothing replaces what was said. */
export const describeCorrectionTitle = ({date, retracted}: Correction, locale: Locale): Parts => {
  setActiveLocale(locale);
  const title = retracted
    ? msg('Withdrawn', {id: 'correction.withdrawn', desc: 'What was said is withdrawn, and nothing replaces it'})
    : msg('Correction', {id: 'correction.title'});
  return messageParts('{title}: {date}', {title: ownPart(title, locale), date: datePart(date, locale)}, locale);
};

/** “1,152 → 1,140”, in the direction that the language is read in. Empty where the correction has no numbers. */
export const describeCorrectedCount = ({was, is}: Correction, locale: Locale): Parts => {
  if (was === undefined && is === undefined) return [];
  const count = (value?: number) => (value === undefined ? ownPart('–', locale) : numberPart(value, locale));
  return [count(was), ownPart(locale.data.dir === 'rtl' ? ' ← ' : ' → ', locale), count(is)];
};
