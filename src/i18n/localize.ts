import {locale as english} from './cldr/en.js';
import type {Locale} from './locale-data.js';

export {english};

let activeLocale: Locale = english;

/**
 * Sets the locale that `msg()` reads. @lit/localize keeps one locale for a page; ours is set before each description,
 * so that every element has its own. `msg()` may be called only by functions of `describe/`, and while an element
 * renders.
 */
export const setActiveLocale = (locale: Locale) => {
  activeLocale = locale;
};

/** The tools of @lit/localize know a call of `msg()` by this property. Of what they allow we need plain strings with an id. */
interface Msg {
  (text: string, options: {readonly id: string; readonly desc?: string}): string;
  _LIT_LOCALIZE_MSG_?: never;
}

/** A message in the active locale; in English where the translation is missing. */
export const msg: Msg = (text, {id}) => activeLocale.messages?.[id] ?? text;
