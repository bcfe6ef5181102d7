import type {Loaders} from '../i18n/localize.js';

/** The locales that have a chunk, `be pl …`, and the hash in the names of all. Put in by vite.config.ts. */
declare const LOCALES: string;
declare const LOCALES_HASH: string;

/** How to have each locale, given how to have a file in `chunks/`. One hash for all keeps 34 others out of the tag. */
export const localeLoaders = (load: (file: string) => Promise<unknown>): Loaders =>
  Object.fromEntries(LOCALES.split(' ').map((tag) => [tag, () => load(`${tag}-${LOCALES_HASH}.js`)]));
