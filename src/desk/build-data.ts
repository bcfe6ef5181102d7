import type {LocaleInfo} from '../ui/locale-info.js';

/* What the build knows, and puts into the desk. */

interface BuildData {
  readonly version: string;
  readonly locales: readonly LocaleInfo[];
}

declare const BUILD_DATA: BuildData;

export const build = BUILD_DATA;
