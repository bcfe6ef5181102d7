import {SECTIONS} from '../../feed/parse-feed.js';

interface RawFigure {
  readonly history?: unknown;
  readonly annotations?: unknown;
}

/** `figures.json`: what a counter without `trend` and `change` reads of a valid feed. */
export const figuresFile = (json: unknown): object => {
  const {
    figures = [],
    corrections,
    ...rest
  } = json as Readonly<Record<string, unknown>> & {
    readonly figures?: readonly RawFigure[];
  };
  const head = Object.fromEntries(Object.entries(rest).filter(([name]) => !(name in SECTIONS)));
  return {
    ...head,
    figures: figures.map(({history: _, annotations: __, ...figure}) => figure),
    ...(corrections ? {corrections} : {}),
  };
};
