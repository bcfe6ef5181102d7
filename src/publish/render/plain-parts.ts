import {plainText, type Parts} from '../../describe/parts.js';
import {plain} from './escape.js';

/* Descriptions as plain text. */

/** Parts whose texts of the feed are plain: they have no control characters and no line breaks. */
export const plainParts = (parts: Parts): Parts =>
  parts.map((part) => (part.role === 'text' || part.role === 'source' ? {...part, text: plain(part.text)} : part));

/** Parts as one line of plain text. */
export const plainLine = (parts: Parts) => plainText(plainParts(parts));

/** The full stop of a sentence that has no end yet; a date may bring its own: be `5 сакавіка 2026 г.` */
export const fullStopAfter = (text: string) => (/[.!?…。؟]\p{Pf}?$/u.test(text) ? '' : '.');

/** Parts as a sentence of plain text. */
export const plainSentence = (parts: Parts) => {
  const text = plainLine(parts);
  return text + fullStopAfter(text);
};
