/* Escapes the feed's text for other formats. Every text of the feed that is written goes through one of these. */

const BREAKS = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
/**
 * Control characters; embeddings, overrides and isolates, which would reorder the text after them (a number, a date);
 * and what XML does not allow. Direction marks and joiners are kept: some languages need them.
 */
const INVISIBLE = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;
const LONE_SURROGATES = /\p{Cs}/gu;

/** One line of plain text, without control characters and lone surrogates. */
export const plain = (text: string) =>
  text
    .split(BREAKS)
    .join(' ')
    .replaceAll('\t', ' ')
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATES, '\ufffd')
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

/** An address of the feed, normalised; undefined for one that cannot be parsed. */
export const href = (url: string | undefined) => (url && URL.canParse(url) ? new URL(url).href : undefined);
