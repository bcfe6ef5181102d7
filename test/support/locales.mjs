// The languages of the library, and what they are called in tests that run through all of them.
import {readFileSync} from 'node:fs';

export const {targetLocales} = JSON.parse(readFileSync('src/i18n/lit-localize.json', 'utf8'));
export const LOCALES = ['en', ...targetLocales];
/** A text in every language. */
export const inAll = (text) => Object.fromEntries(LOCALES.map((tag) => [tag, text]));
