import type {Context} from '../describe/parts.js';
import type {Text} from '../feed/fields.js';
import {pickText} from '../feed/text.js';
import type {Entry} from './ways-entries.js';

/* What a reader searches for, and where it is found. */

/**
 * Words without case, marks and apostrophes, which readers type in many ways or not at all: `Bialacki`, `семьи`,
 * `сям'я`. It takes й for и, too: that finds no less, and among a few dozen ways hardly more.
 */
const fold = (words: string) =>
  words
    .toUpperCase()
    .normalize('NFD')
    .replace(/[\p{M}'’ʼ]/gu, '')
    .replace(/Ł/g, 'L');

const foldTexts = (texts: readonly Text[], {locale, feedLang}: Context) =>
  fold(texts.map((text) => pickText(text, locale.tag, feedLang)[0]).join(' '));

/** The words of a query, folded. */
export const queryWords = (query: string) => fold(query).split(/\s+/).filter(Boolean);

/** The ways whose title, text, names and other names have every word. */
export const search = (entries: readonly Entry[], words: readonly string[], context: Context) =>
  entries.filter(({way, organisations}) => {
    const texts = [way.title, way.text, ...organisations.flatMap(({name, aliases = []}) => [name, ...aliases])];
    const found = foldTexts(texts, context);
    return words.every((word) => found.includes(word));
  });

/** The other names that have a word which the name lacks. */
export const aliasesMet = (
  {name, aliases = []}: {readonly name: Text; readonly aliases?: readonly Text[]},
  words: readonly string[],
  context: Context,
) =>
  aliases.filter((alias) => {
    const [own, other] = [name, alias].map((text) => foldTexts([text], context));
    return words.some((word) => other!.includes(word) && !own!.includes(word));
  });
