/* The doors through which text of a feed goes into another format. What goes through none is not written. */

const BREAKS = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
/**
 * Controls; embeddings, overrides and isolates, which would turn about what stands after them (a number, a date); and
 * what XML may not hold. Marks of direction and joiners stay: languages are written with them.
 */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;
const HALVES = /\p{Cs}/gu;

/** One line of plain text: no control, no half of a character, nothing that turns the text after it about. */
export const plain = (text: string) =>
  text
    .split(BREAKS)
    .join(' ')
    .replaceAll('\t', ' ')
    .replace(UNSEEN, '')
    .replace(HALVES, '\ufffd')
    .replace(/ {2,}/g, ' ')
    .trim();

/** Plain text that keeps its lines. */
export const plainLines = (text: string) => text.split(BREAKS).map(plain).join('\n').trim();

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Plain text for HTML and XML, as content and as a quoted attribute. */
export const escapeMarkup = (text: string) => plain(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

/** Plain text inside a line of Markdown. */
export const escapeMarkdown = (text: string) => plain(text).replace(/[\\`*_[\]<>&|~#!]/g, '\\$&');

/** An address inside Markdown's `(…)`. */
export const escapeMarkdownUrl = (url: string) =>
  plain(url).replace(/[\s()<>\\]/g, (sign) => `%${sign.codePointAt(0)!.toString(16).padStart(2, '0')}`);

/** Plain text as a value of RFC 5545. */
export const escapeCalendar = (text: string) => plain(text).replace(/[\\;,]/g, '\\$&');

/** An address of the feed as every program reads it; undefined for one that none can, which is no link then. */
export const href = (url: string | undefined) => (url && URL.canParse(url) ? new URL(url).href : undefined);
