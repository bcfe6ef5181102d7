import {SOURCE_LOCALE} from './language.js';
import {loadFile, loadLocale, loadOnce} from './load-locale.js';
import {mergeMessages} from './merge-messages.js';

/**
 * Loads locales as `loadLocale` does, with the messages of one element: all whose ids begin with the name of the group
 * and a point. They are a file of their own, so that other elements do not load them. Where one of the two files is
 * missing, the element speaks English as a whole.
 */
export const withMessages =
  (group: string): typeof loadLocale =>
  (tag, onChange) => {
    const base = loadLocale(tag, onChange);
    if (tag === SOURCE_LOCALE) return base;
    const load = async () => {
      const [messages] = await Promise.all([loadFile(`${tag}.${group}`), base.settled]);
      const {locale} = loadLocale(tag, onChange);
      if (locale?.tag !== tag) throw new Error(tag);
      return mergeMessages(locale, messages);
    };
    return loadOnce(`${tag}.${group}`, load, onChange);
  };
