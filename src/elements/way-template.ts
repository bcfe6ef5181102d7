import {withdrawnWord} from '../describe/correction.js';
import {copyWords, describeMessage} from '../describe/message.js';
import {textPart, type Context} from '../describe/parts.js';
import {create} from '../dom/create.js';
import {isComplete} from '../feed/sections/amplify.js';
import {parseSection, type RawFeed} from '../feed/section.js';
import {figures, type Figure} from '../feed/sections/figures.js';
import type {Template} from '../feed/sections/ways.js';
import {hasLang} from '../feed/text.js';
import {english, msg, setActiveLocale} from '../i18n/localize.js';
import {copyField} from './copy-field.js';
import {stopShortcut} from './stop-shortcut.js';

const figuresOf = (feed: RawFeed): readonly Figure[] => {
  try {
    return parseSection(feed, figures);
  } catch {
    return [];
  }
};

/** A draft of a letter or a statement, which the reader can change and copy. As nodes, new each time, as its card. */
export const renderTemplate = (template: Template, feed: RawFeed, context: Context): HTMLElement => {
  const {locale, feedLang} = context;
  const all = figuresOf(feed);
  setActiveLocale(locale);
  if (!isComplete(template, all)) return create('p', {part: 'draft'}, withdrawnWord());
  const words = copyWords(locale);
  // The figure is described in the language of the text: the feed may not have the reader's.
  const isOwn = hasLang(template.text, locale.tag, feedLang);
  const {text, lang} = describeMessage(template, all, isOwn ? context : {...context, locale: english});
  const {text: title, lang: titleLang} = textPart(template.title, context);
  const field = create('textarea', {rows: '10', dir: 'auto', lang, 'aria-label': title}) as HTMLTextAreaElement;
  field.value = text;
  for (const type of ['keydown', 'keypress'] as const) field.addEventListener(type, stopShortcut);
  const done = create('span', {role: 'status'});
  const button = create('button', {}, words.copy);
  button.addEventListener(
    'click',
    () => void copyField(field).then((isCopied) => (done.textContent = isCopied ? words.copied : words.selected)),
  );
  setActiveLocale(locale);
  return create(
    'div',
    {lang: titleLang === locale.tag ? undefined : locale.tag},
    create('p', {part: 'draft'}, msg('A draft: adapt it before you use it.', {id: 'ways.draft'})),
    field,
    create('p', {}, button, ' ', done),
  );
};
