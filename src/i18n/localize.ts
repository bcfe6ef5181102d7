import {_installMsgImplementation, msg} from '@lit/localize/init/install.js';
import {locale as english} from './cldr/en.js';
import type {Locale} from './locale-data.js';

export {english, msg};

let activeLocale: Locale = english;

/**
 * Sets the locale that `msg()` reads. @lit/localize keeps one locale for a page; ours is set before each description,
 * so that every element has its own. `msg()` may be called only by functions of `describe/`, and while an element
 * renders. Our messages are plain strings with an id (a test keeps it so). A missing translation is English.
 */
export const setActiveLocale = (locale: Locale) => {
  activeLocale = locale;
};

_installMsgImplementation(((text: string, {id}: {id: string}) => activeLocale.messages?.[id] ?? text) as never);
