import {_installMsgImplementation, msg} from '@lit/localize/init/install.js';
import {table} from './cldr/en.js';
import {SOURCE} from './language.js';
import type {Locale} from './table.js';

export {msg};

/** A locale as it is spoken. */
export type Voice = Locale & {readonly tag: string};

/** How to have each locale but English, by tag. */
export type Loaders = Readonly<Record<string, () => Promise<unknown>>>;

let loaders: Loaders = {};

/** Says where the locales come from: the script tag's chunks, or a bundler's. */
export const setLocales = (from: Loaders) => {
  loaders = from;
};

/** The tags of the locales that can be had. */
export const locales = () => [SOURCE, ...Object.keys(loaders)];

const voices = new Map<string, Voice>([[SOURCE, {tag: SOURCE, table}]]);
let speaking: Voice;

/**
 * @lit/localize keeps one locale for a page; this looks each message up in the locale of the element that renders,
 * so `msg()` may be called only while one does. All our messages are plain strings with an id (a test sees to it),
 * and for them this is the library's own run-time lookup.
 */
_installMsgImplementation(((text: string, {id}: {id: string}) => speaking.templates?.[id] ?? text) as never);

/** Whose voice the next `msg()` has. */
export const speak = (voice: Voice) => {
  speaking = voice;
};

/** A locale's voice, once it is there. */
export const voiceAtHand = (tag: string): Voice | undefined => voices.get(tag);

/** A locale's voice, loaded once; English where its chunk cannot be had. */
export const voiceOf = async (tag: string): Promise<Voice> => {
  try {
    const locale = (await loaders[tag]!()) as Locale;
    // Others may have waited for it, too: one voice for all.
    if (!voices.has(tag)) voices.set(tag, {tag, ...locale});
    return voices.get(tag)!;
  } catch {
    return voices.get(SOURCE)!;
  }
};
