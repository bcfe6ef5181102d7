import type {Correction} from '../feed/sections/corrections.js';
import {datePart, messageParts, textPart, type Context, type Parts} from './parts.js';

/** “18 March 2026: the number was counted twice.” */
export const describeCorrection = ({date, text}: Correction, context: Context): Parts =>
  messageParts('{date}: {text}', {date: datePart(date, context.locale), text: textPart(text, context)}, context.locale);
