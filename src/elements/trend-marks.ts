import {textPart, type Context, type Part} from '../describe/parts.js';
import type {Point} from '../feed/sections/figures.js';

/* Points of different sources have different shapes: readers see where the line changes its author. */

/** Paths around 0 0: circle, square, diamond, triangle; and the one of all other sources. */
const SHAPES = ['M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z', 'M-3.5-3.5h7v7h-7z', 'M0-5l5 5-5 5-5-5z', 'M0-5l4.7 8h-9.4z'];
const OTHERS = 'M-4.5-1.5h3v-3h3v3h3v3h-3v3h-3v-3h-3z';

/** A shape, and whose counts have it. */
export interface Mark {
  readonly path: string;
  /** Undefined for all sources that are too many to tell apart. */
  readonly name?: Part;
}

/** The shape of each source, those with the most counts first, and how to find that of a point. */
export const marksOf = (points: readonly Point[], context: Context) => {
  const sources = new Map<string, {name: Part; n: number}>();
  for (const {source} of points) {
    const name = textPart(source.name, context);
    const {n} = sources.get(name.text) ?? {n: 0};
    sources.set(name.text, {name, n: n + 1});
  }
  const ranked = [...sources.values()].sort((a, b) => b.n - a.n);
  const own = ranked.slice(0, ranked.length === SHAPES.length + 1 ? undefined : SHAPES.length);
  const marks = own.map(({name}, i): Mark => ({
    path: SHAPES[i] ?? OTHERS,
    name,
  }));
  if (own.length < ranked.length) marks.push({path: OTHERS});
  return {
    marks,
    markOf: ({source}: Point): Mark =>
      marks.find(({name}) => name?.text === textPart(source.name, context).text) ?? marks.at(-1)!,
  };
};
