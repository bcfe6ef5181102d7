import type {LocaleInfo} from '../ui/locale-info.js';

/* What the build knows, and puts into the builder: scripts/build/builder-data.mjs. */

/** An attribute of an element, as custom-elements.json has it. */
export interface AttributeData {
  readonly name: string;
  /** Where the builder has no words for it. */
  readonly description?: string;
  /** The default among the values. */
  readonly standard?: string;
  /** Whether all elements have it. */
  readonly isCommon: boolean;
  readonly type: 'boolean' | 'number' | 'string';
  /** The values of which a string must be one. */
  readonly values?: readonly string[];
}

export interface ElementData {
  readonly tag: string;
  readonly attributes: readonly AttributeData[];
}

interface BuildData {
  readonly version: string;
  readonly elements: readonly ElementData[];
  readonly locales: readonly LocaleInfo[];
  /** The languages of the builder's own words, besides English; files of `builder/`. */
  readonly translations: readonly string[];
  /** The chunks by name: the file, then those that it imports. The counter is in `core`. */
  readonly chunks: Readonly<Record<string, readonly string[]>>;
  /** Bytes of each file, compressed by brotli. */
  readonly bytes: Readonly<Record<string, number>>;
  /** The files that create the policy `lit-html` for Trusted Types. */
  readonly litFiles: readonly string[];
  /** SHA-384 of solidarity.all.js. */
  readonly integrity: string;
}

declare const BUILD_DATA: BuildData;

/** The files of locales (`be`), of their messages for one element (`be.map`), of both together (`be.all`), and of maps. */
const localeFiles = Object.fromEntries(
  Object.keys(BUILD_DATA.bytes).flatMap((file) => {
    const name = /^chunks\/(.+)-\w{8}\.json$/.exec(file)?.[1];
    return name === undefined ? [] : [[name, file]];
  }),
) as Readonly<Record<string, string>>;

export const build = {...BUILD_DATA, localeFiles};
