/** The language of the code's own messages, and the one for readers whose language we lack. */
export const SOURCE = 'en';

/** Norwegian is written in two ways, of which we have one; Hebrew and Romanian have had other tags. */
const ALSO: Readonly<Record<string, string>> = {nn: 'nb', no: 'nb', iw: 'he', mo: 'ro'};

/**
 * Which of `known` a BCP 47 tag asks for, by cutting it shorter: `be-tarask-BY` is `be-tarask`, or else `be`. Never
 * another language: nobody who asks for Belarusian is answered in Russian.
 */
export const matchLocale = (tag: string, known: readonly string[]): string | undefined => {
  const wanted = tag.toLowerCase();
  const found = known.find((locale) => [wanted, ALSO[wanted]].includes(locale.toLowerCase()));
  return found ?? (tag.includes('-') ? matchLocale(tag.slice(0, tag.lastIndexOf('-')), known) : undefined);
};

/** The nearest `lang` attribute, through shadow roots; empty where none says anything. */
export const nearestLang = (element: Element): string => {
  const found = element.closest('[lang]');
  const {host} = element.getRootNode() as ShadowRoot;
  return found ? found.getAttribute('lang')! : host ? nearestLang(host) : '';
};

/** The locale that an element is to speak: by its nearest `lang`, else by the reader's languages, else English. */
export const localeFor = (element: Element, known: readonly string[]): string => {
  const lang = nearestLang(element);
  const tags = lang ? [lang] : navigator.languages;
  return tags.map((tag) => matchLocale(tag, known)).find(Boolean) ?? SOURCE;
};
