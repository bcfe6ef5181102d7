import type {Text} from '../feed/fields.js';
import type {Organisation} from '../feed/sections/organisations.js';
import {CATEGORIES, type Audience, type Way} from '../feed/sections/ways.js';
import {pickText} from '../feed/text.js';

/* Which ways a list has, and which of them a reader's filter and search select. */

/** A way, those of its organisations that the feed has, and whether all of them are closed. */
export interface Entry {
  readonly way: Way;
  readonly organisations: readonly Organisation[];
  readonly closed: boolean;
}

const tokens = (list: string | null | undefined) => (list ?? '').split(/\s+/);

/**
 * The ways of some categories, in the page's order, closed ones last in theirs. Military help, the last category, is
 * shown only where `category` names it: it is a crime in Belarus, and not every publisher may carry it elsewhere.
 */
export const entriesOf = (
  ways: readonly Way[],
  organisations: readonly Organisation[],
  category?: string | null,
  exclude?: string | null,
): Entry[] => {
  const [included, excluded] = [category, exclude].map(tokens) as [string[], string[]];
  const isLimited = CATEGORIES.some((name) => included.includes(name));
  return CATEGORIES.filter(
    (name) => (isLimited ? included.includes(name) : name !== 'military') && !excluded.includes(name),
  ).flatMap((name) =>
    ways
      .filter((way) => way.category === name)
      .map((way) => {
        const own = (way.organisations ?? []).flatMap(
          (id) => organisations.find((organisation) => organisation.id === id) ?? [],
        );
        return {way, organisations: own, closed: !!own[0] && own.every(({status}) => status === 'closed')};
      })
      .sort((a, b) => +a.closed - +b.closed),
  );
};

/** Whether a way names an audience. */
export const isFor = ({way}: Entry, audience: Audience) => way.audiences.includes(audience);

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

/** The ways whose title, text, names and other names have every word of a query. */
export const search = (entries: readonly Entry[], query: string, locale: string, feedLang?: string) => {
  const words = tokens(fold(query).trim());
  return entries.filter(({way, organisations}) => {
    // Folding thousands takes a while: not before somebody searches.
    if (!words[0]) return true;
    const texts: Text[] = [way.title, way.text, ...organisations.flatMap(({name, aliases = []}) => [name, ...aliases])];
    const seen = fold(texts.map((text) => pickText(text, locale, feedLang)[0]).join(' '));
    return words.every((word) => seen.includes(word));
  });
};
