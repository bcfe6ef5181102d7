import {LANG, type Text} from '../feed/fields.js';
import type {Point} from '../feed/sections/figures.js';
import {pickText} from '../feed/text.js';
import {capitalize, formatDate, formatNumber, interpolate} from '../i18n/format.js';
import type {Locale} from '../i18n/locale-data.js';
import {msg, setActiveLocale} from '../i18n/localize.js';

/**
 * What a part is, for whoever renders it: a number, a civil date, the name of a source, a text of the feed, or a word of
 * ours that the reader must not overlook (`label`). Parts without a role are our own words.
 */
export type Role = 'number' | 'date' | 'source' | 'text' | 'label';

/** A run of text in one language. Whoever renders a text of the feed isolates it: it may have another direction. */
export interface Part {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
  readonly role?: Role;
  /** For machines: the number in digits, or the ISO date. */
  readonly value?: string;
  /** The address that a source can be checked at. */
  readonly url?: string;
}

/** A sentence, or a part of one. */
export type Parts = readonly Part[];

/** Where and when something is said. */
export interface Context {
  readonly locale: Locale;
  /** The feed's own language: that of texts that are plain strings. */
  readonly feedLang?: string;
  /** The civil date. */
  readonly today: string;
  /** When the feed itself expires, an instant. */
  readonly expires?: string;
}

/**
 * A text of the feed in the locale's language, or in the nearest one that it has. Its language is `und`, undetermined,
 * where the feed names it by what is no BCP 47 tag.
 */
export const textPart = (text: Text, {locale, feedLang}: Pick<Context, 'locale' | 'feedLang'>): Part => {
  const [words, lang] = pickText(text, locale.tag, feedLang);
  // With these a text could end its own isolation, and turn round what follows it.
  const safe = words.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
  return {text: safe, lang: LANG(lang) ? lang : 'und', role: 'text'};
};

/** A number as the locale writes it. */
export const numberPart = (value: number, {tag, data}: Locale): Part => ({
  text: formatNumber(value, data),
  lang: tag,
  role: 'number',
  value: String(value),
});

/** A civil date as the locale writes it, as precisely as it is known. */
export const datePart = (date: string, {tag, data}: Locale): Part => ({
  text: formatDate(date, data),
  lang: tag,
  role: 'date',
  value: date,
});

/** Our own words. */
export const ownPart = (text: string, {tag}: Locale): Part => ({text, lang: tag});

/** Our own words, where the reader must not overlook them: “Out of date.” */
export const labelPart = (text: string, {tag}: Locale): Part => ({text, lang: tag, role: 'label'});

/** A message of ours with parts in place of its `{names}`. Only messages are templates: a text of the feed never is. */
export const messageParts = (message: string, values: Readonly<Record<string, Part | Parts>>, locale: Locale): Parts =>
  interpolate<Part | Parts>(message, values)
    .flatMap((part) => (typeof part === 'string' ? ownPart(part, locale) : part))
    .filter(({text}) => text);

/** The name of a source, with its address. */
export const sourcePart = ({name, url}: Point['source'], context: Pick<Context, 'locale' | 'feedLang'>): Part => ({
  ...textPart(name, context),
  role: 'source',
  url,
});

/** “Source: Pozirk” */
export const sourceParts = (source: Point['source'], context: Pick<Context, 'locale' | 'feedLang'>): Parts => {
  setActiveLocale(context.locale);
  return messageParts(msg('Source: {source}', {id: 'source'}), {source: sourcePart(source, context)}, context.locale);
};

/** Parts of a list: “Clear, Banned”. */
export const listParts = (items: readonly Part[], locale: Locale): Parts =>
  items.flatMap((item, i) => (i ? [ownPart(locale.data.comma, locale), item] : [item]));

/** The parts as plain text. */
export const plainText = (parts: Parts) => parts.map(({text}) => text).join('');

/** The parts as plain text in which names and dates of another direction do not turn round what is beside them. */
export const isolatedText = (parts: Parts) =>
  parts.map(({text, role}) => (role ? `\u2068${text}\u2069` : text)).join('');

/** Parts whose first letter is a capital. */
export const capitalizeParts = ([first, ...rest]: Parts): Parts =>
  first ? [{...first, text: capitalize(first.text, first.lang)}, ...rest] : [];
