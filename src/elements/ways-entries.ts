import type {Text} from '../feed/leaves.js';
import type {Organisation} from '../feed/sections/organisations.js';
import {CATEGORIES, type Audience, type Way} from '../feed/sections/ways.js';
import {pickText} from '../feed/text.js';

/* Which ways a list offers, and which of them a reader's filter and search leave. */

/** A way, those of its organisations that the feed has, and whether they all have closed. */
export interface Entry {
  readonly way: Way;
  readonly bodies: readonly Organisation[];
  readonly closed: boolean;
}

const tokens = (list: string | null | undefined) => (list ?? '').split(/\s+/);

/**
 * The ways of some categories, in the page's order, closed ones last in theirs. Military help, the last category, is
 * shown only where asked for: it is a crime in Belarus, and not every publisher may carry it elsewhere.
 */
export const entriesOf = (
  ways: readonly Way[],
  organisations: readonly Organisation[],
  category?: string | null,
  exclude?: string | null,
): Entry[] => {
  const out = tokens(exclude);
  const asked = CATEGORIES.filter((name) => tokens(category).includes(name));
  return (asked[0] ? asked : CATEGORIES.slice(0, -1)).flatMap((name) =>
    ways
      .filter((way) => way.category === name && !out.includes(name))
      .map((way) => {
        const bodies = (way.organisations ?? []).flatMap((id) => organisations.find((body) => body.id === id) ?? []);
        return {way, bodies, closed: !!bodies[0] && bodies.every(({status}) => status === 'closed')};
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

/** Whether every word of a query is in what the reader sees of a way: title, text, names and other names. */
export const matches = ({way, bodies}: Entry, query: string, locale: string, feedLang?: string) => {
  const texts: Text[] = [way.title, way.text, ...bodies.flatMap(({name, aliases = []}) => [name, ...aliases])];
  const seen = fold(texts.map((text) => pickText(text, locale, feedLang)[0]).join(' '));
  return tokens(fold(query)).every((word) => seen.includes(word));
};
