import type {Text} from '../feed/fields.js';
import type {Organisation} from '../feed/sections/organisations.js';
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

/** A search: whether texts have all its words, and the other names that it met. */
export class Search {
  readonly #words: readonly string[];
  readonly #lang: readonly [locale: string, feedLang?: string];

  constructor(query: string, locale: string, feedLang?: string) {
    this.#words = fold(query).split(/\s+/).filter(Boolean);
    this.#lang = [locale, feedLang];
  }

  /** Whether there is nothing to search for. */
  get isEmpty() {
    return !this.#words[0];
  }

  #seen(texts: readonly Text[]) {
    return fold(texts.map((text) => pickText(text, ...this.#lang)[0]).join(' '));
  }

  /** The ways whose title, text, names and other names have every word. */
  find(entries: readonly Entry[]) {
    // Folding thousands takes a while: not before somebody searches.
    if (this.isEmpty) return entries;
    return entries.filter(({way, organisations}) => {
      const seen = this.#seen([
        way.title,
        way.text,
        ...organisations.flatMap(({name, aliases = []}) => [name, ...aliases]),
      ]);
      return this.#words.every((word) => seen.includes(word));
    });
  }

  /** Whether a name has a word. */
  meets(...names: readonly Text[]) {
    const seen = this.#seen(names);
    return this.#words.some((word) => seen.includes(word));
  }

  /** The other names of an organisation that have a word which its name lacks. */
  aliasesMet({name, aliases = []}: Organisation) {
    const seen = this.#seen([name]);
    const words = this.#words.filter((word) => !seen.includes(word));
    return aliases.filter((alias) => words.some((word) => this.#seen([alias]).includes(word)));
  }
}
