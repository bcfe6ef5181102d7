import {withdrawnWord} from '../describe/correction.js';
import {describeMessage} from '../describe/figure.js';
import type {Context} from '../describe/parts.js';
import {create} from '../dom/create.js';
import {parseSection, type RawFeed} from '../feed/section.js';
import {figures, isComplete, type Figure} from '../feed/sections/figures.js';
import type {Template} from '../feed/sections/ways.js';
import {hasLang} from '../feed/text.js';
import {english, msg, setActiveLocale} from '../i18n/localize.js';

const figuresOf = (feed: RawFeed): readonly Figure[] => {
  try {
    return parseSection(feed, figures);
  } catch {
    return [];
  }
};

/** A draft of a letter or a statement, to copy. As nodes, new each time, as its card. */
export const renderTemplate = (template: Template, feed: RawFeed, context: Context): HTMLElement => {
  const {locale, feedLang} = context;
  const all = figuresOf(feed);
  // The figure is described in the language of the text: the feed may not have the reader's.
  const isOwn = hasLang(template.text, locale.tag, feedLang);
  const {text, lang} = describeMessage(template, all, isOwn ? context : {...context, locale: english});
  setActiveLocale(locale);
  if (!isComplete(template, all)) return create('p', {part: 'draft'}, withdrawnWord());
  const copied = msg('Copied.', {id: 'ways.copied'});
  const selected = msg('Selected: copy it now.', {
    id: 'ways.selected',
    desc: 'A text was selected, since the browser does not allow to copy it',
  });
  const draft = create('p', {part: 'draft-text', lang}, text);
  const done = create('span', {role: 'status'});
  const button = create('button', {part: 'copy'}, msg('Copy', {id: 'ways.copy', desc: 'A button'}));
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      done.textContent = copied;
    } catch {
      getSelection()?.selectAllChildren(draft);
      done.textContent = selected;
    }
  });
  return create(
    'div',
    {},
    create('p', {part: 'draft'}, msg('A draft: adapt it before you use it.', {id: 'ways.draft'})),
    draft,
    create('p', {}, button, ' ', done),
  );
};
